import { createMemo, For } from "solid-js";
import type { Alignment } from "../../model/alignment";
import { countOf } from "../../model/edits/assign-accounts";
import { type Figures, liveAccounts } from "../../model/metrics/figures";
import { accountsFarther, meanKm, meanKmFromHomes } from "../../model/metrics/travel";
import type { Proposal } from "../../session/proposal";
import { countText, distanceText, indexText, percentText } from "../number-format";
import { usePlanner } from "../planner";

/** What no rep visits by car in a day: 500 miles. */
const FAR_KM = 804.672;

/** The figures before and after, and how many accounts would move. */
export function Comparison(props: { before: Figures; after: Figures; moved: number; proposal: Proposal }) {
  const planner = usePlanner();
  const plan = planner.plan;
  const proposed = () => ({
    ...planner.alignment(),
    territories: props.proposal.territories,
    territoryOf: props.proposal.territoryOf,
  });
  const farther = (alignment: Alignment, { travel }: Figures) => {
    const { accounts } = plan().tables;
    return accountsFarther(alignment, travel, accounts, liveAccounts(accounts), FAR_KM);
  };
  const fromHomes = (alignment: Alignment) => {
    const { accounts, reps } = plan().tables;
    return meanKmFromHomes(alignment, accounts, reps, liveAccounts(accounts));
  };
  const rows = createMemo(() => [
    row("Balance score", props.before.balanceScore, props.after.balanceScore, indexText, 1),
    ...props.after.measures.flatMap((figure) => {
      const was = props.before.measures.find(({ measure }) => measure.id === figure.measure.id);
      if (!was) return [];
      return [
        row(figure.measure.name, was.score, figure.score, indexText, 1),
        row(
          `  within ±${Math.round(figure.measure.tolerance * 100)} %`,
          was.within,
          figure.within,
          (value) => `${value}/${props.after.territoryCount}`,
          1,
        ),
      ];
    }),
    row(
      "Mean distance to the middle",
      meanKm(props.before.travel),
      meanKm(props.after.travel),
      (km) => distanceText(plan(), km),
      -1,
    ),
    ...(props.proposal.settings.fromHomes
      ? [
          row(
            "Mean distance from reps' homes",
            fromHomes(planner.alignment()),
            fromHomes(proposed()),
            (km: number) => distanceText(plan(), km),
            -1 as const,
          ),
        ]
      : []),
    row(
      `Farther than ${distanceText(plan(), FAR_KM)} from it`,
      farther(planner.alignment(), props.before),
      farther(proposed(), props.after),
      (n) => countText(plan(), n),
      -1,
    ),
    row(
      "Unassigned accounts",
      props.before.accounts[0]!,
      props.after.accounts[0]!,
      (n) => countText(plan(), n),
      -1,
    ),
    ...(props.before.disruption && props.after.disruption
      ? [
          row(
            "Accounts with a new rep",
            props.before.disruption.changedAccounts / props.before.disruption.accounts,
            props.after.disruption.changedAccounts / props.after.disruption.accounts,
            (share) => percentText(share, 1),
            -1,
          ),
          ...(props.after.disruption.revenue > 0
            ? [
                row(
                  "Revenue with a new rep",
                  props.before.disruption.changedRevenue / props.before.disruption.revenue,
                  props.after.disruption.changedRevenue / props.after.disruption.revenue,
                  (share: number) => percentText(share, 1),
                  -1,
                ),
              ]
            : []),
        ]
      : []),
  ]);
  return (
    <div class="comparison">
      <table>
        <caption class="visually-hidden">Before and after the proposal</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">Figure</span>
            </th>
            <th scope="col">Before</th>
            <th scope="col">Proposed</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {(item) => (
              <tr data-better={item.better}>
                <th scope="row" classList={{ "comparison-detail": item.name.startsWith(" ") }}>
                  {item.name.trim()}
                </th>
                <td>{item.before}</td>
                <td>{item.after}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <p class="comparison-moved">
        <strong>{countOf(props.moved)}</strong> would move. Nothing is changed until you accept.
      </p>
    </div>
  );
}

function row(
  name: string,
  before: number,
  after: number,
  text: (value: number) => string,
  direction: 1 | -1,
) {
  const gain = (after - before) * direction;
  const same = text(before) === text(after) || !(Math.abs(gain) > 0);
  return { name, before: text(before), after: text(after), better: same ? "same" : gain > 0 ? "yes" : "no" };
}
