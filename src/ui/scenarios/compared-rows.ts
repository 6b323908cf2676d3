import { territorySlots } from "../../model/alignment";
import { totalOf } from "../../model/metrics/targets";
import { meanKm } from "../../model/metrics/travel";
import type { Plan } from "../../model/plan";
import { FAR_KM } from "../../session/alignment-look";
import type { ComparedAlignment } from "../../session/compared-alignments";
import { countText, distanceText, indexText, percentText } from "../number-format";
import { pointsText } from "../reps/fit-words";

/** One figure over all columns. */
export interface ComparedRow {
  readonly name: string;
  /** Belongs to the row above. */
  readonly isDetail?: boolean;
  readonly cells: readonly { readonly text: string; readonly isBest: boolean }[];
}

/** The figures of each column, the best of each row marked where they differ. */
export function comparedRows(plan: Plan, columns: readonly ComparedAlignment[]): ComparedRow[] {
  const count = (n: number) => countText(plan, n);
  const distance = (km: number) => distanceText(plan, km);
  const share = (value: number) => percentText(value, 1);
  const rows: ComparedRow[] = [];
  const add = (
    name: string,
    values: readonly number[],
    text: (value: number) => string,
    better: "high" | "low" | "none",
    isDetail = false,
  ) => rows.push({ name, isDetail, cells: cellsOf(values, text, better) });

  const figures = columns.map(({ look }) => look.figures);
  add(
    "Territories",
    columns.map(({ alignment }) => territorySlots(alignment).length),
    count,
    "none",
  );
  add(
    "Balance score",
    figures.map(({ balanceScore }) => balanceScore),
    indexText,
    "high",
  );
  for (const { measure } of figures[0]?.measures ?? []) {
    const own = figures.map(({ measures }) => measures.find((figure) => figure.measure.id === measure.id));
    add(
      measure.name,
      own.map((figure) => figure?.score ?? Number.NaN),
      indexText,
      "high",
    );
    add(
      `Within ±${Math.round(measure.tolerance * 100)} %`,
      own.map((figure) => figure?.within ?? Number.NaN),
      count,
      "high",
      true,
    );
    const spread = own.map((figure) => (figure ? spreadOf(figure.totals, figure.targets) : null));
    rows.push({
      name: "Lowest to highest index",
      isDetail: true,
      cells: spread.map((ends) => ({
        text: ends ? `${indexText(ends[0])} to ${indexText(ends[1])}` : "–",
        isBest: false,
      })),
    });
  }
  if (columns.some(({ fit }) => !Number.isNaN(fit)))
    add(
      "Mean fit of accounts with their rep",
      columns.map(({ fit }) => fit),
      (value) => pointsText(plan, value),
      "high",
    );
  if (figures.some(({ workload }) => workload !== null))
    add(
      "Workload, hours a year",
      figures.map(({ workload }) => (workload ? totalOf(workload.hours) : Number.NaN)),
      (hours) => count(Math.round(hours)),
      "low",
    );
  add(
    "Mean distance to the middle",
    figures.map(({ travel }) => meanKm(travel)),
    distance,
    "low",
  );
  if (columns.some(({ look }) => !Number.isNaN(look.kmFromHomes)))
    add(
      "Mean distance from reps' homes",
      columns.map(({ look }) => look.kmFromHomes),
      distance,
      "low",
    );
  add(
    `Farther than ${distance(FAR_KM)} from the middle`,
    columns.map(({ look }) => look.far),
    count,
    "low",
  );
  add(
    "Accounts without a territory",
    figures.map(({ accounts }) => accounts[0] ?? 0),
    count,
    "low",
  );
  const broken = figures.map(({ disruption }) => disruption);
  if (broken.every((one) => one !== null)) {
    add(
      "Accounts with another rep than the baseline's",
      broken.map(({ changedAccounts, accounts }) => ratio(changedAccounts, accounts)),
      share,
      "low",
    );
    if (broken.some(({ revenue }) => revenue > 0))
      add(
        "Revenue with another rep",
        broken.map(({ changedRevenue, revenue }) => ratio(changedRevenue, revenue)),
        share,
        "low",
      );
  }
  return rows;
}

function cellsOf(
  values: readonly number[],
  text: (value: number) => string,
  better: "high" | "low" | "none",
): ComparedRow["cells"] {
  const known = values.filter((value) => !Number.isNaN(value));
  const best = better === "high" ? Math.max(...known) : Math.min(...known);
  const texts = values.map((value) => (Number.isNaN(value) ? "–" : text(value)));
  // Equal as shown is equal.
  const differ = better !== "none" && new Set(texts).size > 1;
  const bestText = known.length > 0 ? text(best) : "";
  return texts.map((shown) => ({ text: shown, isBest: differ && shown === bestText }));
}

function spreadOf(totals: Float64Array, targets: Float64Array): [number, number] | null {
  const indexes: number[] = [];
  for (let slot = 1; slot < targets.length; slot++)
    if (targets[slot]! > 0) indexes.push((100 * totals[slot]!) / targets[slot]!);
  return indexes.length > 0 ? [Math.min(...indexes), Math.max(...indexes)] : null;
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
