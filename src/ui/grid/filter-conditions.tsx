import { createSignal, For, Show } from "solid-js";
import { cellFormatOf, parseCell } from "../../model/parse-cell";
import type { ColumnFilter, TextMatch } from "../../model/views/column-filter";
import { fullNumberText } from "./cell-format";
import { TEXT_MATCH_WORDS } from "./filter-words";
import { type GridColumn, isDate, isNumeric } from "./grid-column";
import type { GridState } from "./grid-state";

type Condition = TextMatch | "range" | "blank" | "filled";

/** A condition on a column's texts, numbers or dates. It applies while it is typed. */
export function FilterConditions(props: { grid: GridState; column: GridColumn; onDone: () => void }) {
  const { grid, column } = props;
  const ranged = isNumeric(column) || isDate(column);
  const current = grid.view.filters().get(column.key);
  const locale = grid.props.locale;
  const limit = (value: number | null | undefined) =>
    value == null ? "" : fullNumberText(value, isDate(column) ? "date" : column.type, locale);

  const [condition, setCondition] = createSignal<Condition>(conditionOf(current, ranged));
  const [text, setText] = createSignal(current?.kind === "text" ? current.text : "");
  const [from, setFrom] = createSignal(current?.kind === "range" ? limit(current.from) : "");
  const [to, setTo] = createSignal(current?.kind === "range" ? limit(current.to) : "");

  const parsed = (words: string): number | null | undefined => {
    const read = parseCell(words, isDate(column) ? "date" : column.type, cellFormatOf(locale));
    return read.ok ? (read.value as number | null) : undefined;
  };
  const apply = () => grid.view.setFilter(column.key, filter());
  const filter = (): ColumnFilter | null => {
    const kind = condition();
    if (kind === "blank" || kind === "filled") return { kind };
    if (kind !== "range") return text() === "" ? null : { kind: "text", match: kind, text: text() };
    const low = parsed(from()) ?? null;
    const high = parsed(to()) ?? null;
    if (low === null && high === null) return null;
    // "To" a day means to its end.
    return { kind: "range", from: low, to: high !== null && isDate(column) ? endOfDay(high) : high };
  };
  const submit = (event: Event) => {
    event.preventDefault();
    props.onDone();
  };
  const kinds: readonly Condition[] = ranged
    ? ["range", "blank", "filled"]
    : ["contains", "not-contains", "equals", "starts", "ends", "blank", "filled"];

  return (
    <form class="filter-form" onSubmit={submit}>
      <select
        class="select"
        aria-label="Condition"
        value={condition()}
        onChange={(event) => {
          setCondition(event.currentTarget.value as Condition);
          apply();
        }}
      >
        <For each={kinds}>{(kind) => <option value={kind}>{conditionWords(kind)}</option>}</For>
      </select>
      <Show when={condition() === "range"}>
        <div class="filter-range">
          <For
            each={[
              { label: "From", value: from, set: setFrom },
              { label: "To", value: to, set: setTo },
            ]}
          >
            {(end) => (
              <input
                class="input"
                type={isDate(column) ? "date" : "text"}
                inputmode={isDate(column) ? undefined : "decimal"}
                aria-label={end.label}
                placeholder={end.label}
                aria-invalid={parsed(end.value()) === undefined}
                value={end.value()}
                onInput={(event) => {
                  end.set(event.currentTarget.value);
                  apply();
                }}
              />
            )}
          </For>
        </div>
        <Show when={parsed(from()) === undefined || parsed(to()) === undefined}>
          <p class="filter-problem">This is not a number yet.</p>
        </Show>
      </Show>
      <Show when={!ranged && condition() !== "blank" && condition() !== "filled"}>
        <input
          class="input"
          type="text"
          aria-label="Text"
          placeholder="Text"
          value={text()}
          onInput={(event) => {
            setText(event.currentTarget.value);
            apply();
          }}
        />
      </Show>
      {/* Enter in a field is done with the filter. */}
      <button type="submit" class="visually-hidden" tabindex={-1}>
        Done
      </button>
    </form>
  );
}

/** The last instant of the day, in days; ends of ranges are included. */
function endOfDay(day: number): number {
  return Math.floor(day) + 1 - 1 / 86_400_000;
}

function conditionOf(filter: ColumnFilter | undefined, ranged: boolean): Condition {
  if (filter?.kind === "blank" || filter?.kind === "filled") return filter.kind;
  if (filter?.kind === "text") return filter.match;
  return ranged ? "range" : "contains";
}

function conditionWords(condition: Condition): string {
  switch (condition) {
    case "range":
      return "between";
    case "blank":
      return "is blank";
    case "filled":
      return "is not blank";
    default:
      return TEXT_MATCH_WORDS[condition];
  }
}
