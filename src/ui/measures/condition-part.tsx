import { For, Show } from "solid-js";
import type { CellTest, ColumnTest } from "../../model/condition";
import type { BlendPart } from "../../model/measure";
import { columnByKey, shownColumns } from "../../model/table";
import { NumberInput } from "../controls/number-input";
import { usePlanner } from "../planner";
import { textsOf, usualTest } from "./measure-columns";

type Part = Extract<BlendPart, { kind: "condition" }>;

/** Points for accounts whose column passes a test. */
export function ConditionPart(props: { part: Part; number: number; onChange: (part: Part) => void }) {
  const planner = usePlanner();
  const accounts = () => planner.plan().tables.accounts;
  const test = (): ColumnTest => props.part.condition.tests[0] ?? { column: "", test: { kind: "filled" } };
  const column = () => columnByKey(accounts(), test().column);
  const setTest = (to: ColumnTest) => {
    const [, ...others] = props.part.condition.tests;
    props.onChange({ ...props.part, condition: { ...props.part.condition, tests: [to, ...others] } });
  };
  const chooseColumn = (key: string) => {
    const chosen = columnByKey(accounts(), key);
    if (chosen) setTest({ column: key, test: usualTest(accounts(), chosen, planner.plan().settings.locale) });
  };
  const texts = () => {
    const found = column();
    return found ? textsOf(accounts(), found, planner.plan().settings.locale) : [];
  };
  const is = <Kind extends CellTest["kind"]>(kind: Kind) =>
    test().test.kind === kind ? (test().test as Extract<CellTest, { kind: Kind }>) : null;
  return (
    <>
      <label class="field">
        <span class="field-label">{`Part ${props.number}: where`}</span>
        <select
          class="select"
          value={test().column}
          onChange={(event) => chooseColumn(event.currentTarget.value)}
        >
          <For each={shownColumns(accounts())}>{(one) => <option value={one.key}>{one.header}</option>}</For>
        </select>
      </label>
      <Show when={is("range")}>
        {(range) => (
          <div class="field">
            <span class="field-label">is from … to …</span>
            <span class="measure-pair">
              <NumberInput
                label={`Least in part ${props.number}`}
                value={range().from}
                min={-1e15}
                max={1e15}
                empty
                placeholder="any"
                onChange={(from) => setTest({ ...test(), test: { ...range(), from } })}
                onEmpty={() => setTest({ ...test(), test: { ...range(), from: null } })}
              />
              <NumberInput
                label={`Most in part ${props.number}`}
                value={range().to}
                min={-1e15}
                max={1e15}
                empty
                placeholder="any"
                onChange={(to) => setTest({ ...test(), test: { ...range(), to } })}
                onEmpty={() => setTest({ ...test(), test: { ...range(), to: null } })}
              />
            </span>
          </div>
        )}
      </Show>
      <Show when={is("one-of")}>
        {(oneOf) => (
          <fieldset class="condition-texts">
            <legend class="field-label">is one of</legend>
            <For each={texts()}>
              {(value) => (
                <label class="check-field">
                  <input
                    type="checkbox"
                    checked={oneOf().texts.includes(value.text)}
                    onChange={(event) => {
                      const others = oneOf().texts.filter((text) => text !== value.text);
                      const chosen = event.currentTarget.checked ? [...others, value.text] : others;
                      setTest({ ...test(), test: { kind: "one-of", texts: chosen } });
                    }}
                  />
                  {value.text || "(blank)"}
                </label>
              )}
            </For>
          </fieldset>
        )}
      </Show>
      <Show when={is("text")}>
        {(text) => (
          <label class="field">
            <span class="field-label">contains</span>
            <input
              class="input"
              value={text().text}
              onChange={(event) =>
                setTest({
                  ...test(),
                  test: { kind: "text", match: "contains", text: event.currentTarget.value },
                })
              }
            />
          </label>
        )}
      </Show>
      <Show when={is("filled")}>
        <p class="form-hint measure-hint">is filled in</p>
      </Show>
      <Show when={props.part.condition.tests.length > 1}>
        <p class="form-hint measure-hint">and {props.part.condition.tests.length - 1} more tests</p>
      </Show>
      <div class="field">
        <span class="field-label">Points</span>
        <NumberInput
          label={`Points of part ${props.number}`}
          value={props.part.points}
          min={-1e9}
          max={1e9}
          onChange={(points) => props.onChange({ ...props.part, points })}
        />
      </div>
    </>
  );
}
