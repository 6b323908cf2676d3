import { createMemo, For, Index, Show } from "solid-js";
import type { VisitRow, VisitSource, Workload } from "../../../model/planning/workload";
import { segmentMembership } from "../../../model/segments";
import { columnByKey } from "../../../model/table";
import { NumberInput } from "../../controls/number-input";
import { countText, numberFormat } from "../../number-format";
import { usePlanner } from "../../planner";
import { choiceColumns, summableColumns, textsOf } from "../measure-columns";

/** What the number is that counts where the source says nothing. */
const OTHERWISE_LABELS: Readonly<Record<VisitSource["kind"], string>> = {
  same: "Visits a year",
  column: "Visits where the column is blank",
  choice: "Visits where the table is blank",
  segments: "Visits where the table is blank",
};

/** Visits a year: from a column, by a table of values or segments, or the same for all; and how long they take. */
export function VisitsEditor(props: {
  record: Workload;
  /** Visits a year by account row, as they come out. */
  visits: Float64Array;
  onChange: (fields: Partial<Workload>) => void;
}) {
  const planner = usePlanner();
  const plan = planner.plan;
  const accounts = () => plan().tables.accounts;
  const value = () => {
    const { visits } = props.record;
    if (visits.kind === "same") return "same";
    return visits.kind === "segments" ? `segments:${visits.segmentation}` : `${visits.kind}:${visits.column}`;
  };
  const choose = (chosen: string) => {
    const [kind = "", ...rest] = chosen.split(":");
    const key = rest.join(":");
    const visits = {
      same: { kind: "same" },
      column: { kind: "column", column: key },
      choice: { kind: "choice", column: key, rows: [] },
      segments: { kind: "segments", segmentation: key, rows: [] },
    }[kind] as VisitSource | undefined;
    if (visits) props.onChange({ visits });
  };
  const known = () => {
    const { visits } = props.record;
    return visits.kind === "choice" || visits.kind === "segments" ? visits : null;
  };
  const otherwiseLabel = () => OTHERWISE_LABELS[props.record.visits.kind];
  const total = createMemo(() => {
    let sum = 0;
    for (const visits of props.visits) sum += visits;
    return sum;
  });
  return (
    <>
      <div class="measure-line">
        <label class="field">
          <span class="field-label">Visits a year come from</span>
          <select class="select" value={value()} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="same">The same for all accounts</option>
            <optgroup label="A table by…">
              <For each={plan().planning.segmentations}>
                {(one) => <option value={`segments:${one.id}`}>Segments: {one.name}</option>}
              </For>
              <For each={choiceColumns(accounts(), plan().settings.locale)}>
                {(column) => <option value={`choice:${column.key}`}>{column.header}</option>}
              </For>
            </optgroup>
            <optgroup label="A column">
              <For each={summableColumns(accounts())}>
                {(column) => <option value={`column:${column.key}`}>{column.header}</option>}
              </For>
            </optgroup>
          </select>
        </label>
        <div class="field" title="Of a visit, where the table says nothing else">
          <span class="field-label">Minutes a visit</span>
          <NumberInput
            label="Minutes a visit"
            value={props.record.minutes}
            min={0}
            max={10_000}
            onChange={(minutes) => props.onChange({ minutes })}
          />
        </div>
        <div class="field" title="Visits a year of accounts that the table or column says nothing about">
          <span class="field-label">{otherwiseLabel()}</span>
          <NumberInput
            label={otherwiseLabel()}
            value={props.record.otherwise}
            min={0}
            max={10_000}
            onChange={(otherwise) => props.onChange({ otherwise })}
          />
        </div>
      </div>
      <Show when={known()}>
        {(source) => <VisitTable source={source()} record={props.record} onChange={props.onChange} />}
      </Show>
      <p class="form-hint">
        {numberFormat(plan().settings.locale, { maximumFractionDigits: 0 }).format(total())} visits a year.
      </p>
    </>
  );
}

function VisitTable(props: {
  source: Extract<VisitSource, { rows: unknown }>;
  record: Workload;
  onChange: (fields: Partial<Workload>) => void;
}) {
  const planner = usePlanner();
  const plan = planner.plan;
  /** What the table lists: the texts of the column, or the segments. */
  const listed = createMemo((): readonly { key: string; name: string; accounts: number }[] => {
    const { source } = props;
    if (source.kind === "segments") {
      const found = plan().planning.segmentations.find(({ id }) => id === source.segmentation);
      if (!found) return [];
      const { counts } = segmentMembership(plan().tables.accounts, found);
      return found.segments.map(({ id, name }, i) => ({ key: id, name, accounts: counts[i + 1]! }));
    }
    const { accounts } = plan().tables;
    const column = columnByKey(accounts, source.column);
    const present = column ? textsOf(accounts, column, plan().settings.locale) : [];
    return present.map(({ text, rows }) => ({ key: text, name: text || "(blank)", accounts: rows }));
  });
  const rowOf = (key: string) => props.source.rows.find((row) => row.key === key);
  const setRow = (key: string, fields: Partial<VisitRow> | null) => {
    const others = props.source.rows.filter((row) => row.key !== key);
    const before = rowOf(key) ?? { key, visits: props.record.otherwise, minutes: null };
    const rows = fields ? [...others, { ...before, ...fields }] : others;
    props.onChange({ visits: { ...props.source, rows } });
  };
  return (
    <div class="target-scroll">
      <table class="visits-table" aria-label="Visits by segment">
        <thead>
          <tr>
            <th scope="col">{props.source.kind === "segments" ? "Segment" : "Value"}</th>
            <th scope="col" class="points-count">
              Accounts
            </th>
            <th scope="col">Visits a year</th>
            <th scope="col">Minutes</th>
          </tr>
        </thead>
        <tbody>
          <Index each={listed()}>
            {(one) => (
              <tr>
                <th scope="row">{one().name}</th>
                <td class="points-count">{countText(plan(), one().accounts)}</td>
                <td>
                  <NumberInput
                    label={`Visits a year of ${one().name}`}
                    value={rowOf(one().key)?.visits ?? null}
                    min={0}
                    max={10_000}
                    empty
                    placeholder={String(props.record.otherwise)}
                    onChange={(visits) => setRow(one().key, { visits })}
                    onEmpty={() => setRow(one().key, null)}
                  />
                </td>
                <td>
                  <NumberInput
                    label={`Minutes a visit of ${one().name}`}
                    value={rowOf(one().key)?.minutes ?? null}
                    min={0}
                    max={10_000}
                    empty
                    placeholder={String(props.record.minutes)}
                    onChange={(minutes) => setRow(one().key, { minutes })}
                    onEmpty={() => setRow(one().key, { minutes: null })}
                  />
                </td>
              </tr>
            )}
          </Index>
        </tbody>
      </table>
    </div>
  );
}
