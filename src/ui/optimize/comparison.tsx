import { createMemo, For } from "solid-js";
import { countOf } from "../../model/edits/assign-accounts";
import { meanKm } from "../../model/metrics/travel";
import type { WorkloadFigures } from "../../model/metrics/workload";
import type { Plan } from "../../model/plan";
import { type AlignmentLook, FAR_KM } from "../../session/alignment-look";
import { countText, distanceText, indexText, percentText } from "../number-format";
import { usePlanner } from "../planner";
import type { LookedAt } from "./create-optimization";

/** One figure before and after. */
interface Row {
  readonly name: string;
  /** Belongs to the row above. */
  readonly isDetail?: boolean;
  readonly before: string;
  readonly after: string;
  readonly better: "yes" | "no" | "same";
}

/** The figures before and after, and how many accounts would move. */
export function Comparison(props: { before: AlignmentLook; shown: LookedAt }) {
  const planner = usePlanner();
  const rows = createMemo(() => comparisonRows(planner.plan(), props.before, props.shown));
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
                <th scope="row" classList={{ "comparison-detail": item.isDetail ?? false }}>
                  {item.name}
                </th>
                <td>{item.before}</td>
                <td>{item.after}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <p class="comparison-moved">
        <strong>{countOf(props.shown.moved)}</strong> would move. Nothing is changed until you accept.
      </p>
    </div>
  );
}

function comparisonRows(plan: Plan, was: AlignmentLook, { look, proposal }: LookedAt): Row[] {
  const before = was.figures;
  const after = look.figures;
  const count = (n: number) => countText(plan, n);
  const distance = (km: number) => distanceText(plan, km);
  const share = (value: number) => percentText(value, 1);
  const rows = [row("Balance score", before.balanceScore, after.balanceScore, indexText, 1)];
  for (const figure of after.measures) {
    const own = before.measures.find(({ measure }) => measure.id === figure.measure.id);
    if (!own) continue;
    const within = (n: number) => `${n}/${after.territoryCount}`;
    rows.push(row(figure.measure.name, own.score, figure.score, indexText, 1));
    rows.push({
      ...row(`within ±${Math.round(figure.measure.tolerance * 100)} %`, own.within, figure.within, within, 1),
      isDetail: true,
    });
  }
  if (before.workload && after.workload) {
    const [had, has] = [yearOf(before.workload), yearOf(after.workload)];
    const hours = (n: number) => `${count(Math.round(n))} h`;
    rows.push(row("Workload of all, a year", had.hours, has.hours, hours, -1));
    rows.push({ ...row("on the road", had.onTheRoad, has.onTheRoad, hours, -1), isDetail: true });
  }
  rows.push(row("Mean distance to the middle", meanKm(before.travel), meanKm(after.travel), distance, -1));
  if (proposal.settings.fromHomes)
    rows.push(row("Mean distance from reps' homes", was.kmFromHomes, look.kmFromHomes, distance, -1));
  rows.push(row(`Farther than ${distance(FAR_KM)} from it`, was.far, look.far, count, -1));
  rows.push(row("Unassigned accounts", before.accounts[0]!, after.accounts[0]!, count, -1));
  const [broken, breaks] = [before.disruption, after.disruption];
  if (broken && breaks) {
    const accounts = ({ changedAccounts, accounts }: typeof broken) => changedAccounts / accounts;
    const revenue = ({ changedRevenue, revenue }: typeof broken) => changedRevenue / revenue;
    rows.push(row("Accounts with a new rep", accounts(broken), accounts(breaks), share, -1));
    if (breaks.revenue > 0)
      rows.push(row("Revenue with a new rep", revenue(broken), revenue(breaks), share, -1));
  }
  return rows;
}

/** Hours a year of all territories and of Unassigned, so that assigning accounts adds nothing by itself. */
function yearOf({ hours, hopHours, haulHours }: WorkloadFigures) {
  const sum = (of: Float64Array) => of.reduce((total, value) => total + value, 0);
  return { hours: sum(hours), onTheRoad: sum(hopHours) + sum(haulHours) };
}

function row(
  name: string,
  before: number,
  after: number,
  text: (value: number) => string,
  direction: 1 | -1,
): Row {
  const gain = (after - before) * direction;
  const same = text(before) === text(after) || !(Math.abs(gain) > 0);
  return { name, before: text(before), after: text(after), better: same ? "same" : gain > 0 ? "yes" : "no" };
}
