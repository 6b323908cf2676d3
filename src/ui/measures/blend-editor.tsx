import Trash2 from "lucide-solid/icons/trash";
import { For, Index, Match, Show, Switch } from "solid-js";
import type { BlendPart } from "../../model/measure";
import { columnByKey, shownColumns } from "../../model/table";
import { NumberInput } from "../controls/number-input";
import { usePlanner } from "../planner";
import { ConditionPart } from "./condition-part";
import { choiceColumns, measurableColumns, summableColumns, textsOf, usualTest } from "./measure-columns";
import { PART_WORDS } from "./measure-words";
import { ColumnChoice } from "./source-editor";

type PartOf<Kind extends BlendPart["kind"]> = Extract<BlendPart, { kind: Kind }>;

/** The parts of a blend: columns by weight, points by value, points for a condition. */
export function BlendEditor(props: {
  parts: readonly BlendPart[];
  onChange: (parts: readonly BlendPart[]) => void;
}) {
  const planner = usePlanner();
  const accounts = () => planner.plan().tables.accounts;
  const locale = () => planner.plan().settings.locale;
  const replace = (i: number, part: BlendPart) => props.onChange(props.parts.with(i, part));
  const add = (kind: string) => {
    const part = newPart(kind);
    if (part) props.onChange([...props.parts, part]);
  };
  const newPart = (kind: string): BlendPart | null => {
    if (kind === "condition") {
      const column =
        accounts().columns.find(({ role }) => role === "industry" || role === "segment") ??
        summableColumns(accounts())[0] ??
        shownColumns(accounts())[0];
      if (!column) return null;
      const test = usualTest(accounts(), column, locale());
      return { kind, condition: { match: "all", tests: [{ column: column.key, test }] }, points: 10 };
    }
    if (kind === "choice") {
      const columns = choiceColumns(accounts(), locale());
      const column = columns.find(({ role }) => role === "segment") ?? columns[0];
      return column ? { kind, column: column.key, points: [], otherwise: 0 } : null;
    }
    const column = measurableColumns(planner.plan()).find(({ reason }) => !reason);
    return column ? { kind: "column", column: column.key, weight: 1, scaled: false } : null;
  };
  return (
    <div class="blend">
      <Show
        when={props.parts.length > 0}
        fallback={<p class="form-hint">An account counts the sum of these parts. Add the first.</p>}
      >
        <ol class="blend-parts">
          <Index each={props.parts}>
            {(part, i) => {
              const is = <Kind extends BlendPart["kind"]>(kind: Kind) =>
                part().kind === kind ? (part() as PartOf<Kind>) : null;
              return (
                <li class="blend-part">
                  <div class="measure-line">
                    <Switch>
                      <Match when={is("column")}>
                        {(column) => (
                          <ColumnPart part={column()} number={i + 1} onChange={(to) => replace(i, to)} />
                        )}
                      </Match>
                      <Match when={is("choice")}>
                        {(choice) => (
                          <ChoicePart part={choice()} number={i + 1} onChange={(to) => replace(i, to)} />
                        )}
                      </Match>
                      <Match when={is("condition")}>
                        {(condition) => (
                          <ConditionPart
                            part={condition()}
                            number={i + 1}
                            onChange={(to) => replace(i, to)}
                          />
                        )}
                      </Match>
                    </Switch>
                  </div>
                  <button
                    type="button"
                    class="button button-quiet button-icon"
                    aria-label={`Remove part ${i + 1}`}
                    onClick={() => props.onChange(props.parts.toSpliced(i, 1))}
                  >
                    <Trash2 aria-hidden="true" />
                  </button>
                </li>
              );
            }}
          </Index>
        </ol>
      </Show>
      <label class="field">
        <span class="field-label">Add a part</span>
        <select
          class="select"
          value=""
          onChange={(event) => {
            add(event.currentTarget.value);
            event.currentTarget.value = "";
          }}
        >
          <option value="">Choose…</option>
          <For each={Object.entries(PART_WORDS)}>
            {([kind, words]) => <option value={kind}>{words}</option>}
          </For>
        </select>
      </label>
    </div>
  );
}

function ColumnPart(props: { part: PartOf<"column">; number: number; onChange: (part: BlendPart) => void }) {
  const planner = usePlanner();
  return (
    <>
      <ColumnChoice
        label={`Part ${props.number}: column`}
        columns={measurableColumns(planner.plan())}
        value={props.part.column}
        onChange={(column) => props.onChange({ ...props.part, column })}
      />
      <div class="field">
        <span class="field-label">Weight</span>
        <NumberInput
          label={`Weight of part ${props.number}`}
          value={props.part.weight}
          min={-1e9}
          max={1e9}
          onChange={(weight) => props.onChange({ ...props.part, weight })}
        />
      </div>
      <label
        class="check-field"
        title="So that money and counts can be added: each column's total becomes 100."
      >
        <input
          type="checkbox"
          checked={props.part.scaled}
          onChange={(event) => props.onChange({ ...props.part, scaled: event.currentTarget.checked })}
        />
        in percent of its total
      </label>
    </>
  );
}

function ChoicePart(props: { part: PartOf<"choice">; number: number; onChange: (part: BlendPart) => void }) {
  const planner = usePlanner();
  const accounts = () => planner.plan().tables.accounts;
  const locale = () => planner.plan().settings.locale;
  const texts = () => {
    const column = columnByKey(accounts(), props.part.column);
    const present = column ? textsOf(accounts(), column, locale()) : [];
    const gone = props.part.points.filter(({ text }) => !present.some((value) => value.text === text));
    return [...present, ...gone.map(({ text }) => ({ text, rows: 0 }))];
  };
  const pointsOf = (text: string) => props.part.points.find((row) => row.text === text)?.points ?? null;
  const setPoints = (text: string, points: number | null) => {
    const others = props.part.points.filter((row) => row.text !== text);
    props.onChange({ ...props.part, points: points === null ? others : [...others, { text, points }] });
  };
  return (
    <>
      <ColumnChoice
        label={`Part ${props.number}: points by`}
        columns={choiceColumns(accounts(), locale())}
        value={props.part.column}
        onChange={(column) => props.onChange({ ...props.part, column, points: [] })}
      />
      <table class="points-table" aria-label={`Points of part ${props.number}`}>
        <tbody>
          <Index each={texts()}>
            {(value) => (
              <tr>
                <th scope="row">{value().text || "(blank)"}</th>
                <td class="points-count">{value().rows.toLocaleString(locale())}</td>
                <td>
                  <NumberInput
                    label={`Points for ${value().text || "blank"}`}
                    value={pointsOf(value().text)}
                    min={-1e9}
                    max={1e9}
                    empty
                    placeholder={String(props.part.otherwise)}
                    onChange={(points) => setPoints(value().text, points)}
                    onEmpty={() => setPoints(value().text, null)}
                  />
                </td>
              </tr>
            )}
          </Index>
          <tr>
            <th scope="row" colSpan={2}>
              Any other
            </th>
            <td>
              <NumberInput
                label={`Points for any other in part ${props.number}`}
                value={props.part.otherwise}
                min={-1e9}
                max={1e9}
                onChange={(otherwise) => props.onChange({ ...props.part, otherwise })}
              />
            </td>
          </tr>
        </tbody>
      </table>
    </>
  );
}
