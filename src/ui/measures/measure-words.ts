import { numberFormulas } from "../../model/formula/measured-formulas";
import type { BlendPart, Measure, TargetRule } from "../../model/measure";
import type { Plan } from "../../model/plan";
import { columnByKey, type Table } from "../../model/table";
import { fullValue } from "../number-format";

/** What a measure counts, how its target is divided and what limits it, in one line. */
export function measureSummary(plan: Plan, measure: Measure): string {
  const typed = Object.keys(measure.typed ?? {}).length;
  return [
    sourceText(plan, measure),
    TARGET_WORDS[measure.target?.kind ?? "share"].short,
    ...(typed > 0 ? [`${typed} typed`] : []),
    ...(measure.capacity ? [capacityText(plan, measure)] : []),
  ].join(" · ");
}

/** Where the numbers come from: "Column Annual revenue", "Blend of 3". */
export function sourceText(plan: Plan, { source }: Measure): string {
  switch (source.kind) {
    case "accounts":
      return "Number of accounts";
    case "column":
      return `Column ${accountHeader(plan, source.column)}`;
    case "blend":
      return source.parts.length === 0 ? "Empty blend" : `Blend of ${source.parts.length}`;
    case "lifetime":
      return `Lifetime value of ${accountHeader(plan, source.column)}`;
    case "unit-column":
      return `Units: ${headerOf(plan.tables.units, source.column)}`;
    case "workload":
      return "Hours of visits and travel";
  }
}

function capacityText(plan: Plan, measure: Measure): string {
  const { capacity } = measure;
  if (capacity?.kind === "column") return `limit ${headerOf(plan.tables.reps, capacity.column)}`;
  return capacity ? `limit ${fullValue(plan, measure, capacity.most)} a rep` : "";
}

export const TARGET_WORDS: Readonly<
  Record<TargetRule["kind"], { name: string; short: string; hint: string }>
> = {
  share: {
    name: "Each territory's share",
    short: "by share",
    hint: "In proportion to the target share in each territory's own dialog: 100 % is a full territory.",
  },
  equal: { name: "The same for all", short: "equal", hint: "Shares, quotas and ramps do not count." },
  quota: {
    name: "The reps' quotas",
    short: "by quota",
    hint: "In proportion to the quotas of the reps; a rep with several territories splits it evenly.",
  },
  capacity: {
    name: "The reps' capacities",
    short: "by capacity",
    hint: "In proportion to the capacities of the reps; a rep with several territories splits it evenly.",
  },
  ramp: {
    name: "Share, less for new reps",
    short: "by ramp",
    hint: "The share times how productive the rep will be on average over the period: from nothing on the first day, evenly to full after the months of ramp. Both stand in the rep's own dialog: start date, and ramp in months.",
  },
};

export const PART_WORDS: Readonly<Record<BlendPart["kind"], string>> = {
  column: "Column × weight",
  choice: "Points by value",
  condition: "Points for a condition",
};

function accountHeader(plan: Plan, key: string): string {
  return (
    numberFormulas(plan).find((formula) => formula.key === key)?.header ?? headerOf(plan.tables.accounts, key)
  );
}

export function headerOf(table: Table, key: string): string {
  return columnByKey(table, key)?.header ?? "(column removed)";
}
