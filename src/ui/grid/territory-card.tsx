import { For, Show, untrack } from "solid-js";
import { primaryRep, UNASSIGNED, UNASSIGNED_TERRITORY } from "../../model/alignment";
import { runnerUpOf } from "../../model/compare/move-effects-of";
import { indexOf } from "../../model/metrics/balance";
import { placesOf } from "../../model/metrics/places";
import { kmBetween } from "../../model/metrics/travel";
import { repName } from "../named/rep-choices";
import { distanceText, indexText } from "../number-format";
import type { Planner } from "../planner";

/** Where an account stands: its territory with rep and indexes, how far it is from the middle, where it would go next, and what keeps it. */
export function TerritoryCard(props: { planner: Planner; row: number; reasons: readonly string[] }) {
  const { planner, row } = props;
  const facts = untrack(() => {
    const plan = planner.plan();
    const figures = planner.figures();
    const alignment = planner.alignment();
    const slot = alignment.territoryOf[row] ?? UNASSIGNED;
    const territory = alignment.territories[slot] ?? UNASSIGNED_TERRITORY;
    const km =
      slot === UNASSIGNED
        ? Number.NaN
        : kmBetween(placesOf(plan.tables.accounts), row, figures.travel.centers, slot);
    const next = runnerUpOf(row, alignment, figures, plan);
    const indexes = figures.measures.map(({ measure, totals, targets }, i) => ({
      measure: measure.name,
      here: slot === UNASSIGNED ? Number.NaN : indexOf(totals[slot]!, targets[slot]!),
      there: next?.index[i] ?? Number.NaN,
    }));
    return {
      territory,
      rep: repName(plan, primaryRep(territory)),
      km: Number.isNaN(km) ? "" : distanceText(plan, km),
      indexes,
      next: next && {
        name: alignment.territories[next.slot]!.name,
        km: distanceText(plan, next.km),
      },
    };
  });
  return (
    <>
      <div class="cell-card-title">
        <span class="swatch" style={{ "--swatch": facts.territory.color }} />
        {facts.territory.name}
      </div>
      <dl class="cell-card-facts">
        <Show when={facts.rep}>
          <dt>Rep</dt>
          <dd>{facts.rep}</dd>
        </Show>
        <For each={facts.indexes.filter(({ here }) => !Number.isNaN(here))}>
          {({ measure, here }) => (
            <>
              <dt>{measure} index</dt>
              <dd>{indexText(here)}</dd>
            </>
          )}
        </For>
        <Show when={facts.km}>
          <dt>To its middle</dt>
          <dd>{facts.km}</dd>
        </Show>
        <Show when={facts.next}>
          {(next) => (
            <>
              <dt>Next nearest</dt>
              <dd>
                {next().name}, {next().km}
              </dd>
              <dt>Index there</dt>
              <dd>
                {facts.indexes
                  .filter(({ there }) => !Number.isNaN(there))
                  .map(({ measure, there }) => `${measure} ${indexText(there)}`)
                  .join(" · ")}
              </dd>
            </>
          )}
        </Show>
      </dl>
      <For each={props.reasons}>{(reason) => <p class="cell-card-why">{reason}</p>}</For>
    </>
  );
}

/** Only what keeps the account where it is. */
export function WhyCard(props: { reasons: readonly string[] }) {
  return <For each={props.reasons}>{(reason) => <p class="cell-card-why">{reason}</p>}</For>;
}
