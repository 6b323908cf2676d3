import type { Alignment } from "../alignment";
import type { Plan } from "../plan";
import { sellingHours } from "../planning/workload";
import { primaryRepRows, repNumbers } from "./rep-part";
import { totalOf } from "./targets";
import { workloadOf } from "./visit-plan";
import type { WorkloadFigures } from "./workload";

/**
 * How many reps the work asks for, by the workload method (Talley 1961): hours a year for all accounts, Unassigned included, over the
 * selling time of a full-time rep.
 */
export interface Headcount {
  readonly visitHours: number;
  /** Between stops, and there and back. */
  readonly travelHours: number;
  /** Of one full-time rep, a year. */
  readonly sellingHours: number;
  /** Reps who own territories. */
  readonly reps: number;
  /** The same in full-time reps, by the column with the role availability. */
  readonly fullTime: number;
  /** The fewest full-time reps who can do all of it. */
  readonly needed: number;
  /** What each number of reps means, around the present and the needed one. */
  readonly steps: readonly HeadcountStep[];
}

export interface HeadcountStep {
  readonly reps: number;
  /** Of all accounts; fewer with more reps, who live closer. */
  readonly hours: number;
  readonly hoursPerRep: number;
  /** 100 × hours per rep ÷ selling time: above 100 the reps cannot do it all. */
  readonly index: number;
  /** Part of the work that gets done, 0 to 1. */
  readonly coverage: number;
}

/** Most numbers of reps that are spelled out. */
const MOST_STEPS = 15;

/** The headcount that an alignment's workload asks for. */
export function headcount(plan: Plan, alignment: Alignment, workload: WorkloadFigures): Headcount {
  const { reps: table } = plan.tables;
  const selling = sellingHours(workloadOf(plan).selling);
  const owners = new Set([...primaryRepRows(alignment, table)].filter((row) => row >= 0));
  const availability = repNumbers(table, "availability");
  let fullTime = 0;
  for (const row of owners) {
    const part = availability?.values[row] ?? 1;
    fullTime += part >= 0 ? part : 1;
  }
  const haul = totalOf(workload.haulHours);
  const fixed = totalOf(workload.visitHours) + totalOf(workload.hopHours);
  const stepAt = (reps: number) => headcountStep(reps, fixed, haul, fullTime, selling);
  const needed = fewestReps((reps) => stepAt(reps).hoursPerRep <= selling, fixed + haul > 0);
  return {
    visitHours: totalOf(workload.visitHours),
    travelHours: totalOf(workload.hopHours) + haul,
    sellingHours: selling,
    reps: owners.size,
    fullTime,
    needed,
    steps: shownNumbers(Math.round(fullTime), needed).map(stepAt),
  };
}

/**
 * What a number of full-time reps means. The way to the customers shrinks with the square root of the number of reps, as the radius of
 * equal territories does; where nobody has any yet it stays.
 */
export function headcountStep(
  reps: number,
  fixedHours: number,
  haulHours: number,
  repsNow: number,
  selling: number,
): HeadcountStep {
  const hours = fixedHours + haulHours * (repsNow > 0 ? Math.sqrt(repsNow / reps) : 1);
  const hoursPerRep = hours / reps;
  return {
    reps,
    hours,
    hoursPerRep,
    index: (100 * hoursPerRep) / selling,
    coverage: hours > 0 ? Math.min(1, (reps * selling) / hours) : 1,
  };
}

/** The least whole number that suffices; more always do if some do. 0 where there is nothing to do. */
function fewestReps(suffice: (reps: number) => boolean, any: boolean): number {
  if (!any) return 0;
  let most = 1;
  while (!suffice(most) && most < 2 ** 30) most *= 2;
  let least = Math.floor(most / 2);
  while (most - least > 1) {
    const middle = (least + most) >> 1;
    if (suffice(middle)) most = middle;
    else least = middle;
  }
  return most;
}

/** From two below both to three above; where that is too many, evenly, both among them. */
function shownNumbers(now: number, needed: number): number[] {
  const from = Math.max(1, Math.min(now || needed, needed || now) - 2);
  const to = Math.max(now, needed, 1) + 3;
  const stride = Math.ceil((to - from + 1) / MOST_STEPS);
  const shown = new Set<number>([now, needed].filter((reps) => reps > 0));
  for (let reps = from; reps <= to; reps += stride) shown.add(reps);
  return [...shown].sort((a, b) => a - b);
}
