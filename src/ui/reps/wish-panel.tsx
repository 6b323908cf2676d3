import Lock from "lucide-solid/icons/lock";
import LockOpen from "lucide-solid/icons/lock-open";
import { For, Show } from "solid-js";
import type { WishPrices } from "../../model/fit/rep-assignment";
import { proposalFit, type RepProposal } from "../../model/fit/rep-proposal";
import { percentText } from "../number-format";
import { usePlanner } from "../planner";
import { FitChip } from "./fit-chip";
import type { FitCell } from "./fit-grid";
import { pointsText } from "./fit-words";

/** What it would cost to give a territory to a rep, and who would have to change with it. */
export function WishPanel(props: {
  proposal: RepProposal;
  prices: WishPrices;
  cell: FitCell;
  territoryName: (territory: number) => string;
  repName: (rep: number) => string;
  onLock: (cell: FitCell) => void;
}) {
  const planner = usePlanner();
  const territory = () => props.cell.territory;
  const rep = () => props.cell.rep;
  const proposed = () => props.proposal.assignment.repOf[territory()]!;
  const lockedRep = () => props.proposal.assignment.problem.lockedTo[territory()]!;
  const isLocked = () => lockedRep() === rep();
  const price = () => props.prices.prices[rep()] ?? Number.NaN;
  const moves = () => props.prices.movesFor(rep());
  const others = () => moves().slice(1);
  const second = () => secondBest(props.prices.prices, proposed());
  const carried = () =>
    props.proposal.carried[territory() * props.proposal.assignment.problem.repCount + rep()]!;
  const points = (value: number) => {
    const text = pointsText(planner.plan(), value);
    return `${text} fit ${text === "1.0" ? "point" : "points"}`;
  };
  const repText = (position: number) => (position < 0 ? "nobody" : props.repName(position));

  return (
    <section class="wish" aria-label="Wish">
      <h3 class="wish-title">
        <FitChip fit={proposalFit(props.proposal, territory(), rep())} />
        <span>
          {props.repName(rep())} in {props.territoryName(territory())}
        </span>
      </h3>
      <p class="wish-price" role="status">
        <Show
          when={lockedRep() < 0}
          fallback={
            isLocked()
              ? "Locked: it stays, whatever else changes."
              : `${repText(lockedRep())} is locked here. Unlock first to compare.`
          }
        >
          <Show
            when={rep() === proposed()}
            fallback={
              Number.isNaN(price()) ? (
                "Locked to other territories, with no room for this one."
              ) : (
                <>
                  Costs <strong>{points(price())}</strong> in total.
                </>
              )
            }
          >
            Part of the best plan.
            <Show when={second() >= 0}>
              {" "}
              Second best: {props.repName(second())}, for{" "}
              <strong>{points(props.prices.prices[second()]!)}</strong> less in total.
            </Show>
          </Show>
        </Show>
      </p>
      <Show when={carried() < 1}>
        <p class="form-hint">
          {props.repName(rep())} can carry {percentText(carried())} of the accounts; the rest counts as not
          looked after.
        </p>
      </Show>
      <Show when={lockedRep() < 0 && rep() !== proposed() && moves().length > 0}>
        <p class="wish-changes-title">
          {others().length === 0 ? "Nobody else changes." : "Who else changes:"}
        </p>
        <ul class="wish-changes" aria-label="Who else changes">
          <For each={others()}>
            {(move) => (
              <li>
                <span class="wish-place">{props.territoryName(move.territory)}</span>
                <span>
                  {repText(move.from)} → {repText(move.to)}
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <button
        type="button"
        class="button wish-lock"
        disabled={lockedRep() < 0 && Number.isNaN(price())}
        onClick={() => props.onLock(props.cell)}
      >
        <Show when={lockedRep() >= 0} fallback={<Lock aria-hidden="true" />}>
          <LockOpen aria-hidden="true" />
        </Show>
        {lockedRep() >= 0
          ? `Unlock ${props.territoryName(territory())}`
          : `Lock ${props.repName(rep())} to ${props.territoryName(territory())}`}
      </button>
    </section>
  );
}

/** The rep with the lowest price but for the one who gets the territory anyway; −1 where there is no other. */
function secondBest(prices: Float64Array, granted: number): number {
  let best = -1;
  for (let rep = 0; rep < prices.length; rep++) {
    if (rep === granted || Number.isNaN(prices[rep]!)) continue;
    if (best < 0 || prices[rep]! < prices[best]!) best = rep;
  }
  return best;
}
