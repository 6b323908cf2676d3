import { createMemo, For, Show } from "solid-js";
import type { Aggregate, ColumnPlan } from "../../files/import/import-plan";
import type { ColumnFacts } from "../../files/import/import-preview";
import type { ColumnRole } from "../../model/table";
import { AGGREGATE_WORDS, formatOf, isNumeric, ROLE_GROUPS, ROLE_WORDS, TYPE_FORMATS } from "./column-words";

/** The head of one column: its name, what it means, how its cells are read, and how they combine. */
export function ColumnHead(props: {
  column: ColumnPlan;
  facts: ColumnFacts | undefined;
  /** Rows that are imported, and how many of them are blank here. */
  rowCount: number;
  blank: number;
  /** True where several rows become one account. */
  combined: boolean;
  locale: string;
  onChange: (change: Partial<ColumnPlan>) => void;
}) {
  const meaning = () => (props.column.include ? (props.column.role ?? "other") : "skip");
  const otherRole = createMemo(() => {
    const { role } = props.column;
    return role && !ROLE_GROUPS.some((group) => group.roles.includes(role)) ? role : null;
  });
  const choose = (value: string) => {
    if (value === "skip") props.onChange({ include: false, role: null });
    else props.onChange({ include: true, role: value === "other" ? null : (value as ColumnRole) });
  };
  return (
    <th scope="col" classList={{ "cell-left-out": !props.column.include }}>
      <div class="column-head">
        <span class="column-name" title={props.column.header}>
          {props.column.header}
        </span>
        <span class="column-facts">{factsText(props.facts, props.rowCount, props.blank, props.locale)}</span>
        <select
          class="select"
          classList={{ "select-meant": props.column.include && props.column.role !== null }}
          aria-label={`Meaning of column ${props.column.header}`}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="other" selected={meaning() === "other"}>
            Keep as it is
          </option>
          <option value="skip" selected={meaning() === "skip"}>
            Do not import
          </option>
          <For each={ROLE_GROUPS}>
            {(group) => (
              <optgroup label={group.label}>
                <For each={group.roles}>
                  {(role) => (
                    <option value={role} selected={meaning() === role}>
                      {ROLE_WORDS[role]}
                    </option>
                  )}
                </For>
              </optgroup>
            )}
          </For>
          <Show when={otherRole()}>
            {(role) => (
              <option value={role()} selected>
                {ROLE_WORDS[role()]}
              </option>
            )}
          </Show>
        </select>
        <select
          class="select"
          aria-label={`Type of column ${props.column.header}`}
          disabled={!props.column.include}
          onChange={(event) => props.onChange(TYPE_FORMATS[event.currentTarget.selectedIndex]!.change)}
        >
          <For each={TYPE_FORMATS}>
            {(format) => <option selected={formatOf(props.column) === format}>{format.label}</option>}
          </For>
        </select>
        <Show when={props.combined}>
          <select
            class="select"
            aria-label={`How to combine column ${props.column.header}`}
            disabled={!props.column.include}
            onChange={(event) => props.onChange({ aggregate: event.currentTarget.value as Aggregate })}
          >
            <For each={Object.keys(AGGREGATE_WORDS) as Aggregate[]}>
              {(aggregate) => (
                <option
                  value={aggregate}
                  selected={props.column.aggregate === aggregate}
                  disabled={(aggregate === "sum" || aggregate === "average") && !isNumeric(props.column.type)}
                >
                  {AGGREGATE_WORDS[aggregate]}
                </option>
              )}
            </For>
          </select>
        </Show>
      </div>
    </th>
  );
}

/** "12 different, 40% blank" */
function factsText(facts: ColumnFacts | undefined, rowCount: number, blank: number, locale: string): string {
  if (!facts || rowCount === 0) return "";
  if (blank === rowCount) return "blank throughout";
  // where most differ, the import counts some twice
  const mostDiffer = facts.distinct > 100 && facts.distinct > (rowCount - blank) / 2;
  const different = mostDiffer
    ? "mostly different"
    : `${new Intl.NumberFormat(locale).format(facts.distinct)} different`;
  if (blank === 0) return different;
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumSignificantDigits: 2 });
  return `${different}, ${percent.format(blank / rowCount)} blank`;
}
