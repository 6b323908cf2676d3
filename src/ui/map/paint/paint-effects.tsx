import { createEffect, createMemo, For, onCleanup, Show } from "solid-js";
import { type TerritorySlot, territoryAt, UNASSIGNED } from "../../../model/alignment";
import { countOf } from "../../../model/edits/assign-accounts";
import { type MoveEffect, previewMove } from "../../../model/metrics/move-effect";
import { indexText } from "../../number-format";
import { usePlanner } from "../../planner";
import { setIndexesAfter } from "../../territories/hovered-move";
import type { Painted } from "./paint-stroke";

/** Territories that lose, shown at most. */
const SHOWN_LOSERS = 2;
/** Measures shown at most: what weighs most for the balance comes first. */
const SHOWN_MEASURES = 3;

/** What the stroke under way would do to the indexes of both sides; the bars of the panel show it too. */
export function PaintEffects(props: { painted: Painted }) {
  const planner = usePlanner();
  const move = createMemo(() =>
    previewMove(planner.plan(), planner.path(), planner.figures(), props.painted.accounts),
  );
  const to = createMemo(() => move().to(props.painted.slot));
  const from = createMemo(() => move().from(props.painted.slot));
  createEffect(() =>
    setIndexesAfter(
      new Map([
        [props.painted.slot, to().effects.map(({ after }) => after)],
        ...from().map(({ slot, effects }) => [slot, effects.map(({ after }) => after)] as const),
      ]),
    ),
  );
  onCleanup(() => setIndexesAfter(null));
  /** Positions of the measures that are balanced, the weightiest first. */
  const columns = createMemo(() => {
    const { measures } = planner.plan();
    return to()
      .effects.map((_, at) => at)
      .filter((at) => (measures[at]?.weight ?? 0) > 0)
      .sort((a, b) => measures[b]!.weight - measures[a]!.weight || a - b)
      .slice(0, SHOWN_MEASURES);
  });
  const losers = createMemo(() => from().filter(({ slot }) => slot !== UNASSIGNED));
  const slots = createMemo((): readonly TerritorySlot[] =>
    [
      props.painted.slot,
      ...losers()
        .slice(0, SHOWN_LOSERS)
        .map(({ slot }) => slot),
    ].filter((slot) => slot !== UNASSIGNED),
  );
  const effectsOf = (slot: TerritorySlot) =>
    slot === props.painted.slot ? to().effects : (losers().find((each) => each.slot === slot)?.effects ?? []);
  const units = () => props.painted.units.length;
  return (
    <div class="paint-effects">
      <table>
        <thead>
          <tr>
            <th scope="col">
              {units() > 0 ? `${units() === 1 ? "1 unit" : `${units()} units`}, ` : ""}
              {countOf(to().moved)}
            </th>
            <For each={columns()}>{(at) => <th scope="col">{to().effects[at]?.measure}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={slots()}>
            {(slot) => (
              <tr>
                <th scope="row">
                  <span class="swatch" style={{ "--swatch": territoryAt(planner.alignment(), slot).color }} />
                  {slot === props.painted.slot ? "+" : "−"} {territoryAt(planner.alignment(), slot).name}
                </th>
                <For each={columns()}>{(at) => <EffectCell effect={effectsOf(slot)[at] ?? null} />}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={losers().length > SHOWN_LOSERS}>
        <p class="paint-note">and from {losers().length - SHOWN_LOSERS} more</p>
      </Show>
    </div>
  );
}

function EffectCell(props: { effect: MoveEffect | null }) {
  const known = () => (props.effect && !Number.isNaN(props.effect.after) ? props.effect : null);
  return (
    <td class="paint-index" data-within={known()?.within}>
      <Show when={known()} fallback="–">
        {(effect) => (
          <>
            {indexText(effect().before)} → {indexText(effect().after)}{" "}
            <span aria-hidden="true">{effect().within ? "✓" : effect().after > 100 ? "▲" : "▼"}</span>
          </>
        )}
      </Show>
    </td>
  );
}
