import Trash2 from "lucide-solid/icons/trash";
import { createMemo, Index, Match, Show, Switch } from "solid-js";
import type { CellTest, ColumnTest, Condition } from "../../model/condition";
import { dayOfIso, isoDay } from "../../model/day";
import { type Column, columnByKey, shownColumns, type Table } from "../../model/table";
import { valueCounts } from "../../model/views/value-counts";
import { viewColumnOf } from "../../model/views/view-column";
import { usePlanner } from "../planner";
import { ValueChoice } from "./value-choice";
import "./segments.css";

/** Tests that a column can be put to, as they are chosen. */
type TestKind = "one-of" | "none-of" | "contains" | "starts" | "range" | "blank" | "filled";

const KINDS: Readonly<Record<Column["kind"], readonly TestKind[]>> = {
  text: ["one-of", "none-of", "contains", "starts", "blank", "filled"],
  yesno: ["one-of", "blank", "filled"],
  number: ["range", "blank", "filled"],
};

const WORDS: Readonly<Record<TestKind, string>> = {
  "one-of": "is",
  "none-of": "is not",
  contains: "contains",
  starts: "starts with",
  range: "is between",
  blank: "is blank",
  filled: "is not blank",
};

/** Distinct values that can be ticked; columns with more are typed into. */
const MOST_VALUES = 300;

/** The accounts that are meant: tests of columns, all or any of which must hold. */
export function ConditionEditor(props: {
  /** What the condition is of, for screen readers: "Enterprise". */
  name: string;
  condition: Condition;
  onChange: (condition: Condition) => void;
}) {
  const planner = usePlanner();
  const accounts = createMemo(() => planner.plan().tables.accounts);
  const change = (position: number, test: ColumnTest) =>
    props.onChange({ ...props.condition, tests: props.condition.tests.with(position, test) });
  const add = () => {
    const column = accounts().columns.find(({ role }) => role === "segment") ?? shownColumns(accounts())[0];
    if (column) props.onChange({ ...props.condition, tests: [...props.condition.tests, firstTest(column)] });
  };
  return (
    <fieldset class="condition" aria-label={`Condition of ${props.name}`}>
      <Show when={props.condition.tests.length > 1}>
        <select
          class="select"
          aria-label="Which tests must hold"
          value={props.condition.match}
          onChange={(event) =>
            props.onChange({ ...props.condition, match: event.currentTarget.value as Condition["match"] })
          }
        >
          <option value="all">All of these</option>
          <option value="any">Any of these</option>
        </select>
      </Show>
      <Index each={props.condition.tests}>
        {(test, position) => (
          <div class="condition-test">
            <select
              class="select condition-column"
              aria-label={`Column ${position + 1}`}
              value={test().column}
              onChange={(event) => {
                const column = columnByKey(accounts(), event.currentTarget.value);
                if (column) change(position, firstTest(column));
              }}
            >
              <Show when={!columnByKey(accounts(), test().column)}>
                <option value={test().column}>(removed column)</option>
              </Show>
              <Index each={shownColumns(accounts())}>
                {(column) => <option value={column().key}>{column().header}</option>}
              </Index>
            </select>
            <Show when={columnByKey(accounts(), test().column)}>
              {(column) => (
                <>
                  <select
                    class="select"
                    aria-label={`Test ${position + 1}`}
                    value={kindOf(test().test)}
                    onChange={(event) =>
                      change(position, {
                        column: column().key,
                        test: testOf(event.currentTarget.value as TestKind, test().test),
                      })
                    }
                  >
                    <Index each={KINDS[column().kind]}>
                      {(kind) => <option value={kind()}>{WORDS[kind()]}</option>}
                    </Index>
                  </select>
                  <TestValue
                    column={column()}
                    accounts={accounts()}
                    test={test().test}
                    onChange={(next) => change(position, { column: column().key, test: next })}
                  />
                </>
              )}
            </Show>
            <button
              type="button"
              class="button button-quiet button-icon"
              aria-label={`Remove test ${position + 1}`}
              onClick={() =>
                props.onChange({
                  ...props.condition,
                  tests: props.condition.tests.toSpliced(position, 1),
                })
              }
            >
              <Trash2 aria-hidden="true" />
            </button>
          </div>
        )}
      </Index>
      <button type="button" class="link condition-add" onClick={add}>
        {props.condition.tests.length === 0 ? "Every account. Add a condition" : "And another"}
      </button>
    </fieldset>
  );
}

function TestValue(props: {
  column: Column;
  accounts: Table;
  test: CellTest;
  onChange: (test: CellTest) => void;
}) {
  const planner = usePlanner();
  const values = createMemo(() => {
    const { count, deleted } = props.accounts;
    const rows = Uint32Array.from({ length: count }, (_, row) => row).filter((row) => !deleted?.[row]);
    return valueCounts(rows, viewColumnOf(props.column), planner.plan().settings.locale, MOST_VALUES);
  });
  const is = <Kind extends CellTest["kind"]>(...kinds: Kind[]) =>
    (kinds as string[]).includes(props.test.kind) ? (props.test as Extract<CellTest, { kind: Kind }>) : null;
  const isDate = () => props.column.type === "date" || props.column.type === "datetime";
  // A percent is stored as a fraction and written in hundredths.
  const scale = () => (props.column.type === "percent" ? 100 : 1);
  const shown = (value: number | null) =>
    value === null
      ? ""
      : isDate()
        ? isoDay(Math.floor(value))
        : String(Number((value * scale()).toPrecision(12)));
  const read = (text: string): number | null => {
    if (text.trim() === "") return null;
    if (isDate()) return dayOfIso(text);
    const number = Number(text) / scale();
    return Number.isFinite(number) ? number : null;
  };
  const bound = (label: string, value: number | null, set: (value: number | null) => void) => (
    <input
      class="input condition-bound"
      type={isDate() ? "date" : "number"}
      step="any"
      aria-label={`${label}${props.column.type === "percent" ? ", %" : ""}`}
      placeholder={label === "From" ? "no least" : "no most"}
      value={shown(value)}
      onChange={(event) => set(read(event.currentTarget.value))}
    />
  );
  return (
    <Switch>
      <Match when={is("one-of", "none-of")}>
        {(test) => (
          <ValueChoice
            values={values()}
            chosen={test().texts}
            onChange={(texts) => props.onChange({ kind: test().kind, texts })}
          />
        )}
      </Match>
      <Match when={is("text")}>
        {(test) => (
          <input
            class="input condition-text"
            aria-label="Text"
            value={test().text}
            onChange={(event) => props.onChange({ ...test(), text: event.currentTarget.value })}
          />
        )}
      </Match>
      <Match when={is("range")}>
        {(test) => (
          <span class="condition-range">
            {bound("From", test().from, (from) => props.onChange({ ...test(), from }))}
            <span class="muted">and</span>
            {bound("To", test().to, (to) => props.onChange({ ...test(), to }))}
          </span>
        )}
      </Match>
    </Switch>
  );
}

function kindOf(test: CellTest): TestKind | "" {
  if (test.kind === "text")
    return test.match === "starts" ? "starts" : test.match === "contains" ? "contains" : "";
  return test.kind === "starts-with-any" ? "" : test.kind;
}

function testOf(kind: TestKind, before: CellTest): CellTest {
  switch (kind) {
    case "one-of":
    case "none-of":
      return { kind, texts: "texts" in before ? before.texts : [] };
    case "contains":
    case "starts":
      return { kind: "text", match: kind, text: before.kind === "text" ? before.text : "" };
    case "range":
      return { kind, from: null, to: null };
    default:
      return { kind };
  }
}

function firstTest(column: Column): ColumnTest {
  const test: CellTest =
    column.kind === "number" ? { kind: "range", from: null, to: null } : { kind: "one-of", texts: [] };
  return { column: column.key, test };
}
