import Trash2 from "lucide-solid/icons/trash";
import { createMemo, For, Match, Show, Switch } from "solid-js";
import { territorySlots } from "../../model/alignment";
import type { CellTest } from "../../model/condition";
import { dayOfIso, isoDay } from "../../model/day";
import type { RuleTest } from "../../model/planning/routing-rule";
import { ruleFields } from "../../model/rules/rule-field";
import type { Column } from "../../model/table";
import { usePlanner } from "../planner";
import { fieldTexts, readPrefixes, typicalColumn } from "./field-values";
import { segmentChoices } from "./rule-words";
import { ValuesInput } from "./values-input";

/** Ways to test a cell, by kind of column; the first is the usual one. */
const WAYS = {
  text: ["one-of", "none-of", "starts-with-any", "contains", "not-contains", "ends", "blank", "filled"],
  yesno: ["one-of", "none-of", "blank", "filled"],
  number: ["range", "blank", "filled"],
} as const;
type Way = (typeof WAYS)[keyof typeof WAYS][number];

const WAY_WORDS: Readonly<Record<Way, string>> = {
  "one-of": "is one of",
  "none-of": "is none of",
  "starts-with-any": "starts with",
  contains: "contains",
  "not-contains": "does not contain",
  ends: "ends with",
  range: "is between",
  blank: "is blank",
  filled: "is not blank",
};

const NEAREST = "nearest-territory";

/** One thing that a rule asks of a row: the field, the way to test it, and the values. */
export function TestEditor(props: {
  test: RuleTest;
  number: number;
  onChange: (test: RuleTest) => void;
  onRemove: () => void;
}) {
  const planner = usePlanner();
  const fields = createMemo(() => ruleFields(planner.plan()));
  const chosen = () => {
    const { test } = props;
    if (test.kind === "cell") return JSON.stringify(test.field);
    return test.kind === "segment" ? `segment ${test.segmentation}` : NEAREST;
  };
  const known = () => {
    const { test } = props;
    if (test.kind === "cell") return fields().some(({ field }) => JSON.stringify(field) === chosen());
    return (
      test.kind !== "segment" ||
      planner.plan().planning.segmentations.some(({ id }) => id === test.segmentation)
    );
  };
  const choose = (value: string) => {
    if (value === NEAREST) return props.onChange({ kind: "nearest-territory", territories: [] });
    if (value.startsWith("segment ")) {
      return props.onChange({ kind: "segment", segmentation: value.slice("segment ".length), segments: [] });
    }
    const found = fields().find(({ field }) => JSON.stringify(field) === value);
    if (!found) return;
    // The way stays where it suits the new field too.
    const before = props.test.kind === "cell" ? wayOf(props.test.test) : null;
    const ways: readonly Way[] = WAYS[found.column.kind];
    const way = before && ways.includes(before) ? before : ways[0]!;
    props.onChange({ kind: "cell", field: found.field, test: emptyTest(way) });
  };
  const segmentsOf = (id: string) => {
    const segmentation = planner.plan().planning.segmentations.find((candidate) => candidate.id === id);
    return segmentation ? segmentChoices(segmentation) : [];
  };
  const cell = () => (props.test.kind === "cell" ? props.test : null);
  const column = () => {
    const test = cell();
    return test ? typicalColumn(planner.plan(), test.field) : undefined;
  };
  const setTest = (test: CellTest) => {
    const now = cell();
    if (now) props.onChange({ ...now, test });
  };
  return (
    <div class="rule-test" role="group" aria-label={`Condition ${props.number}`}>
      <select
        class="select"
        aria-label="Field"
        value={chosen()}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <Show when={!known()}>
          <option value={chosen()}>(gone)</option>
        </Show>
        <optgroup label="Fields">
          <For each={fields()}>
            {({ field, column: shown }) => <option value={JSON.stringify(field)}>{shown.header}</option>}
          </For>
        </optgroup>
        <optgroup label="Segments and places">
          <For each={planner.plan().planning.segmentations}>
            {({ id, name }) => <option value={`segment ${id}`}>{name}</option>}
          </For>
          <option value={NEAREST}>Nearest territory</option>
        </optgroup>
      </select>
      <Switch>
        <Match when={cell()}>
          {(test) => (
            <>
              <select
                class="select"
                aria-label="Test"
                value={wayOf(test().test)}
                onChange={(event) => setTest(emptyTest(event.currentTarget.value as Way, test().test))}
              >
                <For each={WAYS[column()?.kind ?? "text"] as readonly Way[]}>
                  {(way) => <option value={way}>{WAY_WORDS[way]}</option>}
                </For>
              </select>
              <CellValues
                test={test().test}
                column={column()}
                offered={fieldTexts(planner.plan(), test().field)}
                onChange={setTest}
              />
            </>
          )}
        </Match>
        <Match when={props.test.kind === "segment" ? props.test : null}>
          {(test) => (
            <Checks
              label="Segments"
              choices={segmentsOf(test().segmentation)}
              chosen={test().segments}
              onChange={(segments) => props.onChange({ ...test(), segments })}
            />
          )}
        </Match>
        <Match when={props.test.kind === "nearest-territory" ? props.test : null}>
          {(test) => (
            <Checks
              label="Territories"
              choices={territorySlots(planner.alignment()).map(
                (slot) => planner.alignment().territories[slot]!,
              )}
              chosen={test().territories}
              onChange={(territories) => props.onChange({ ...test(), territories })}
            />
          )}
        </Match>
      </Switch>
      <button
        type="button"
        class="button button-quiet button-icon"
        aria-label={`Remove condition ${props.number}`}
        onClick={props.onRemove}
      >
        <Trash2 aria-hidden="true" />
      </button>
    </div>
  );
}

function CellValues(props: {
  test: CellTest;
  column: Column | undefined;
  offered: readonly string[];
  onChange: (test: CellTest) => void;
}) {
  const several = () => {
    const { test } = props;
    return test.kind === "one-of" || test.kind === "none-of" || test.kind === "starts-with-any" ? test : null;
  };
  const text = () => (props.test.kind === "text" ? props.test : null);
  const range = () => (props.test.kind === "range" ? props.test : null);
  const isDate = () => props.column?.type === "date" || props.column?.type === "datetime";
  const scale = () => (props.column?.type === "percent" ? 100 : 1);
  const limit = (value: number | null) => {
    if (value === null) return "";
    return isDate() ? isoDay(Math.floor(value)) : String(value * scale());
  };
  const parsed = (words: string, end: boolean): number | null => {
    if (words.trim() === "") return null;
    if (!isDate()) return Number.isFinite(Number(words)) ? Number(words) / scale() : null;
    const day = dayOfIso(words);
    // To a day means to its end.
    return day === null ? null : end ? day + 1 - 1 / 86_400_000 : day;
  };
  return (
    <Switch>
      <Match when={several()}>
        {(test) => (
          <ValuesInput
            label="Values"
            values={test().texts}
            offered={test().kind === "starts-with-any" ? [] : props.offered}
            read={test().kind === "starts-with-any" ? readPrefixes : undefined}
            onChange={(texts) => props.onChange({ ...test(), texts })}
          />
        )}
      </Match>
      <Match when={text()}>
        {(test) => (
          <input
            class="input rule-test-text"
            aria-label="Text"
            value={test().text}
            onInput={(event) => props.onChange({ ...test(), text: event.currentTarget.value })}
          />
        )}
      </Match>
      <Match when={range()}>
        {(test) => (
          <span class="rule-test-range">
            <input
              class="input"
              type={isDate() ? "date" : "number"}
              step="any"
              aria-label="From"
              placeholder="From"
              value={limit(test().from)}
              onChange={(event) =>
                props.onChange({ ...test(), from: parsed(event.currentTarget.value, false) })
              }
            />
            <span class="muted">to</span>
            <input
              class="input"
              type={isDate() ? "date" : "number"}
              step="any"
              aria-label="To"
              placeholder="any"
              value={limit(test().to)}
              onChange={(event) => props.onChange({ ...test(), to: parsed(event.currentTarget.value, true) })}
            />
            <Show when={props.column?.type === "percent"}>
              <span class="muted">%</span>
            </Show>
          </span>
        )}
      </Match>
    </Switch>
  );
}

/** Any number of a few. */
export function Checks(props: {
  label: string;
  choices: readonly { readonly id: string; readonly name: string }[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}) {
  const toggle = (id: string, on: boolean) =>
    props.onChange(on ? [...props.chosen, id] : props.chosen.filter((other) => other !== id));
  return (
    <fieldset class="rule-checks">
      <legend class="visually-hidden">{props.label}</legend>
      <For each={props.choices}>
        {({ id, name }) => (
          <label class="check-field">
            <input
              type="checkbox"
              checked={props.chosen.includes(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
            {name}
          </label>
        )}
      </For>
    </fieldset>
  );
}

function wayOf(test: CellTest): Way {
  if (test.kind !== "text") return test.kind;
  if (test.match === "equals") return "one-of";
  return test.match === "starts" ? "starts-with-any" : test.match;
}

/** A test of this way, with the values of another where they fit. */
function emptyTest(way: Way, before?: CellTest): CellTest {
  const texts = before && "texts" in before ? before.texts : [];
  switch (way) {
    case "one-of":
    case "none-of":
    case "starts-with-any":
      return { kind: way, texts };
    case "range":
      return { kind: "range", from: null, to: null };
    case "blank":
    case "filled":
      return { kind: way };
    default:
      return { kind: "text", match: way, text: before?.kind === "text" ? before.text : "" };
  }
}
