import { createMemo, For, Show } from "solid-js";
import { territoryAt, territorySlots } from "../../model/alignment";
import { type Measure, TARGET_BY_SHARE, type TargetRule } from "../../model/measure";
import { deviationOf } from "../../model/metrics/balance";
import { restOf, targetWeights, totalOf } from "../../model/metrics/targets";
import { Fold } from "../controls/fold";
import { NumberInput } from "../controls/number-input";
import { deviationText, fullValue } from "../number-format";
import { usePlanner } from "../planner";
import { TARGET_WORDS } from "./measure-words";
import { targetReason } from "./target-reason";

const DAY_MS = 86_400_000;

/** How the total is divided, and each territory's target with why it is that; any of them can be typed. */
export function TargetEditor(props: { measure: Measure; onChange: (fields: Partial<Measure>) => void }) {
  const planner = usePlanner();
  const rule = () => props.measure.target ?? TARGET_BY_SHARE;
  const ramp = () => {
    const found = rule();
    return found.kind === "ramp" ? found : null;
  };
  const choose = (kind: string) => {
    const today = planner.plan().day ?? Math.floor(Date.now() / DAY_MS);
    const target = kind === "ramp" ? { kind, from: today, months: 12 } : ({ kind } as TargetRule);
    props.onChange({ target: target as TargetRule });
  };
  const figure = () => planner.figures().measures.find(({ measure }) => measure.id === props.measure.id);
  const weights = createMemo(() =>
    targetWeights(props.measure, planner.alignment(), planner.plan().tables.reps),
  );
  const nameOf = (slot: number) => territoryAt(planner.alignment(), slot).name;
  const slots = createMemo(() =>
    territorySlots(planner.alignment()).sort((a, b) =>
      nameOf(a).localeCompare(nameOf(b), undefined, { numeric: true }),
    ),
  );
  const type = (slot: number, target: number | null) => {
    const { [territoryAt(planner.alignment(), slot).id]: _, ...typed } = props.measure.typed ?? {};
    const id = territoryAt(planner.alignment(), slot).id;
    props.onChange({ typed: target === null ? typed : { ...typed, [id]: target } });
  };
  const total = () => totalOf(figure()?.totals ?? new Float64Array(0));
  const typedTooMuch = () =>
    Object.keys(props.measure.typed ?? {}).length > 0 && restOf(weights(), total()).rest <= 0;
  return (
    <div class="target-editor">
      <div class="measure-line">
        <label class="field">
          <span class="field-label">Divided by</span>
          <select class="select" value={rule().kind} onChange={(event) => choose(event.currentTarget.value)}>
            <For each={Object.entries(TARGET_WORDS)}>
              {([kind, words]) => <option value={kind}>{words.name}</option>}
            </For>
          </select>
        </label>
        <Show when={ramp()}>
          {(period) => (
            <>
              <label class="field">
                <span class="field-label">Period from</span>
                <input
                  class="input"
                  type="date"
                  value={new Date(period().from * DAY_MS).toISOString().slice(0, 10)}
                  onChange={(event) => {
                    const from = event.currentTarget.valueAsNumber / DAY_MS;
                    if (Number.isFinite(from)) props.onChange({ target: { ...period(), from } });
                  }}
                />
              </label>
              <div class="field">
                <span class="field-label">Months</span>
                <NumberInput
                  label="Months of the period"
                  value={period().months}
                  min={1}
                  max={120}
                  onChange={(months) => props.onChange({ target: { ...period(), months } })}
                />
              </div>
            </>
          )}
        </Show>
      </div>
      <p class="form-hint">
        {weights().rule === rule().kind
          ? TARGET_WORDS[rule().kind].hint
          : `No rep with a territory has a ${rule().kind} above 0, so the targets go by share.`}
      </p>
      <Show when={typedTooMuch()}>
        <p class="form-hint" data-tone="bad">
          The typed targets take the whole total of {fullValue(planner.plan(), props.measure, total())}:
          nothing is left for the others.
        </p>
      </Show>
      <Fold title="Targets by territory" summary={`${slots().length} territories`}>
        <div class="target-scroll">
          <table class="target-table">
            <thead>
              <tr>
                <th scope="col">Territory</th>
                <th scope="col" class="target-number">
                  Target
                </th>
                <th scope="col" class="target-number">
                  Now
                </th>
                <th scope="col">Typed</th>
              </tr>
            </thead>
            <tbody>
              <For each={slots()}>
                {(slot) => {
                  const target = () => figure()?.targets[slot] ?? 0;
                  const value = () => figure()?.totals[slot] ?? 0;
                  const typed = () =>
                    props.measure.typed?.[territoryAt(planner.alignment(), slot).id] ?? null;
                  return (
                    <tr>
                      <th scope="row">
                        {nameOf(slot)}
                        <span class="target-reason">
                          {targetReason(planner.plan(), props.measure, weights(), slot, total())}
                        </span>
                      </th>
                      <td class="target-number">{fullValue(planner.plan(), props.measure, target())}</td>
                      <td class="target-number">{deviationText(deviationOf(value(), target()))}</td>
                      <td>
                        <NumberInput
                          label={`Target of ${nameOf(slot)}`}
                          value={typed()}
                          min={0}
                          max={1e15}
                          empty
                          placeholder="–"
                          onChange={(to) => type(slot, to)}
                          onEmpty={() => type(slot, null)}
                        />
                      </td>
                    </tr>
                  );
                }}
              </For>
            </tbody>
          </table>
        </div>
      </Fold>
    </div>
  );
}
