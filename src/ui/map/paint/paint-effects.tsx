import { createEffect, createMemo, For, onCleanup, Show } from "solid-js";
import { territoryAt, UNASSIGNED } from "../../../model/alignment";
import { countOf } from "../../../model/edits/assign-accounts";
import { type MoveEffect, previewMove } from "../../../model/metrics/move-effect";
import { indexText } from "../../number-format";
import { usePlanner } from "../../planner";
import { setIndexesAfter } from "../../territories/hovered-move";
import type { Painted } from "./paint-stroke";

/** Territories that lose, shown at most. */
const SHOWN_LOSERS = 2;

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
  const nameOf = (slot: number) =>
    slot === UNASSIGNED ? "Unassigned" : territoryAt(planner.alignment(), slot).name;
  const rows = () => [
    { slot: props.painted.slot, effects: to().effects, gains: true },
    ...from()
      .slice(0, SHOWN_LOSERS)
      .map(({ slot, effects }) => ({ slot, effects, gains: false })),
  ];
  const units = () => props.painted.units.length;
  return (
    <div class="paint-effects">
      <strong>
        {units() > 0 ? `${units() === 1 ? "1 unit" : `${units()} units`}, ` : ""}
        {countOf(to().moved)}
      </strong>
      <For each={rows().filter(({ slot }) => slot !== UNASSIGNED)}>
        {({ slot, effects, gains }) => (
          <span class="paint-effect">
            <span class="swatch" style={{ "--swatch": territoryAt(planner.alignment(), slot).color }} />
            <span>
              {gains ? "+" : "−"} {nameOf(slot)}
            </span>
            <For each={effects.filter(({ after }) => !Number.isNaN(after))}>
              {(effect) => <Effect effect={effect} />}
            </For>
          </span>
        )}
      </For>
      <Show when={from().length > SHOWN_LOSERS}>
        <span class="paint-note">and from {from().length - SHOWN_LOSERS} more</span>
      </Show>
    </div>
  );
}

function Effect(props: { effect: MoveEffect }) {
  return (
    <span class="paint-index" data-within={props.effect.within}>
      {props.effect.measure} {indexText(props.effect.before)} → {indexText(props.effect.after)}{" "}
      <span aria-hidden="true">{props.effect.within ? "✓" : props.effect.after > 100 ? "▲" : "▼"}</span>
    </span>
  );
}
