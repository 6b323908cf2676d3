import { makeBlocks } from "./blocks";
import type { Incumbent } from "./bound";
import { isAllowed, makePlan, type Plan, pairCost, recount, tieCost, travelCost } from "./plan";
import { NONE, type Problem } from "./problem";
import type { SearchOptions } from "./progress";
import { territoryTypes } from "./territory-types";

/** More free blocks than this are hopeless to solve exactly while somebody waits. */
export const MOST_EXACT_BLOCKS = 120;

/** What an exact answer speaks of: every plan, or those whose territories keep the centers of the plan it was started with. */
export type ExactScope = "all-plans" | "listed-centers";

/** A row of the model: least ≤ Σ value × column ≤ most. */
export interface ExactRow {
  readonly columns: number[];
  readonly values: number[];
  readonly least: number;
  readonly most: number;
}

/**
 * The problem as a linear program in 0–1 variables, one column for each block in each place it may go: minimize offset + Σ cost ×
 * column. Where centers are own blocks, a place is a center, and the column of a block at itself opens it.
 */
export interface ExactModel {
  readonly scope: ExactScope;
  readonly plan: Plan;
  readonly offset: number;
  readonly costs: number[];
  /** Block and place (a territory, or the block that is the center) of each column. */
  readonly blockOf: number[];
  readonly placeOf: number[];
  readonly rows: ExactRow[];
  /** Whether places are centers. */
  readonly opensCenters: boolean;
}

/**
 * States a problem for an exact solver, or null where it has more than `mostBlocks` free blocks. Territories hang together
 * only once {@link separators} finds nothing to add. `excluded`, by block × block count + center, leaves out what cannot beat the
 * incumbent (see `hopelessPairs`).
 */
export function exactModel(
  problem: Problem,
  options: SearchOptions,
  incumbent: Incumbent,
  excluded?: Uint8Array,
  mostBlocks = MOST_EXACT_BLOCKS,
): ExactModel | null {
  const blocks = makeBlocks(problem, options.mode === "repair");
  const plan = makePlan(problem, blocks, options.keep);
  const free = freeBlocks(plan);
  if (free.length > mostBlocks) return null;
  if (canOpenCenters(plan)) return centerModel(plan, excluded);
  plan.centers.set(incumbent.centers);
  return territoryModel(plan, free);
}

/** Whether any block may be the center of any territory, all under the same rules: then a model over all plans is small. */
export function canOpenCenters(plan: Plan): boolean {
  const { blocks, problem } = plan;
  const types = territoryTypes(plan);
  return (
    problem.centerRule === "item" &&
    types.length === 1 &&
    types[0]!.center === null &&
    types[0]!.locked.length === 0 &&
    problem.changeLimit === undefined &&
    blocks.places.every((place) => !Number.isNaN(place))
  );
}

function freeBlocks({ blocks }: Plan): number[] {
  const free: number[] = [];
  for (let block = 0; block < blocks.count; block++) if (blocks.fixedTo[block] === NONE) free.push(block);
  return free;
}

function territoryModel(plan: Plan, free: readonly number[]): ExactModel {
  const { blocks, problem } = plan;
  const { territoryCount } = problem;
  const { measureCount, amounts } = blocks;
  const columns = emptyColumns();
  let offset = 0;
  const inside = new Float64Array(territoryCount * measureCount);
  for (let block = 0; block < blocks.count; block++) {
    const fixed = blocks.fixedTo[block]!;
    if (fixed === NONE) continue;
    offset += pairCost(plan, block, fixed);
    for (let measure = 0; measure < measureCount; measure++)
      inside[fixed * measureCount + measure]! += amounts[block * measureCount + measure]!;
  }
  const rows: ExactRow[] = [];
  const byTerritory: number[][] = Array.from({ length: territoryCount }, () => []);
  for (const block of free) {
    const once: number[] = [];
    for (const territory of choices(plan, block)) {
      byTerritory[territory]!.push(columns.costs.length);
      once.push(addColumn(columns, block, territory, pairCost(plan, block, territory)));
    }
    rows.push({ columns: once, values: once.map(() => 1), least: 1, most: 1 });
  }
  for (let territory = 0; territory < territoryCount; territory++) {
    for (let measure = 0; measure < measureCount; measure++) {
      const at = territory * measureCount + measure;
      const own = byTerritory[territory]!;
      const values = own.map((column) => amounts[columns.blockOf[column]! * measureCount + measure]!);
      rows.push({
        columns: own,
        values,
        least: plan.least[at]! - inside[at]!,
        most: plan.most[at]! - inside[at]!,
      });
    }
  }
  const limit = changeRow(plan, columns);
  if (limit) rows.push(limit);
  const isFixed = !problem.centers.some((place) => Number.isNaN(place));
  return {
    scope: isFixed ? "all-plans" : "listed-centers",
    plan,
    offset,
    ...columns,
    rows,
    opensCenters: false,
  };
}

/** Territories that a block may go to. With a place, it goes to none without a center; allowed nowhere, it may go anywhere. */
function choices(plan: Plan, block: number): number[] {
  const { problem, blocks, centers } = plan;
  const all = Array.from({ length: problem.territoryCount }, (_, territory) => territory);
  const isPlaced = !Number.isNaN(blocks.places[3 * block]!);
  const allowed = all.filter(
    (territory) => isAllowed(plan, block, territory) && !(isPlaced && Number.isNaN(centers[3 * territory]!)),
  );
  return allowed.length > 0 ? allowed : all;
}

/** The hard limit on what changes hands, locked blocks included. */
function changeRow({ problem, blocks }: Plan, columns: Columns): ExactRow | null {
  const { changeLimit, baselineRep, repOf } = problem;
  if (!changeLimit) return null;
  const changed = (block: number, territory: number): number => {
    let weight = 0;
    for (let i = blocks.start[block]!; i < blocks.start[block + 1]!; i++) {
      const item = blocks.members[i]!;
      const rep = baselineRep[item]!;
      if (rep !== NONE && repOf[territory] !== rep) weight += changeLimit.weights[item]!;
    }
    return weight;
  };
  let locked = 0;
  for (let block = 0; block < blocks.count; block++)
    if (blocks.fixedTo[block] !== NONE) locked += changed(block, blocks.fixedTo[block]!);
  const values = columns.blockOf.map((block, column) => changed(block, columns.placeOf[column]!));
  return {
    columns: values.map((_, column) => column),
    values,
    least: Number.NEGATIVE_INFINITY,
    most: changeLimit.most - locked,
  };
}

function centerModel(plan: Plan, excluded?: Uint8Array): ExactModel {
  const { blocks, problem } = plan;
  const { count, measureCount, amounts, places } = blocks;
  const [type] = territoryTypes(plan);
  const columns = emptyColumns();
  const rows: ExactRow[] = [];
  const columnOf = new Int32Array(count * count).fill(-1);
  for (let center = 0; center < count; center++) {
    if (excluded?.[center * count + center]) continue;
    plan.centers.set(places.subarray(3 * center, 3 * center + 3), 0);
    for (let block = 0; block < count; block++) {
      if (excluded?.[block * count + center]) continue;
      const cost = travelCost(plan, block, 0) + tieCost(plan, block, 0);
      columnOf[block * count + center] = addColumn(columns, block, center, cost);
    }
  }
  const open: number[] = [];
  for (let block = 0; block < count; block++) {
    const once = [];
    for (let center = 0; center < count; center++)
      if (columnOf[block * count + center]! >= 0) once.push(columnOf[block * count + center]!);
    rows.push({ columns: once, values: once.map(() => 1), least: 1, most: 1 });
  }
  for (let center = 0; center < count; center++) {
    const own = columnOf[center * count + center]!;
    if (own < 0) continue;
    open.push(own);
    const inside: number[] = [];
    for (let block = 0; block < count; block++) {
      const column = columnOf[block * count + center]!;
      if (column < 0 || block === center) continue;
      inside.push(column);
      rows.push({ columns: [column, own], values: [1, -1], least: Number.NEGATIVE_INFINITY, most: 0 });
    }
    for (let measure = 0; measure < measureCount; measure++) {
      const amount = (column: number): number => amounts[columns.blockOf[column]! * measureCount + measure]!;
      const values = inside.map(amount);
      const most = plan.most[measure]!;
      const least = plan.least[measure]!;
      const list = [...inside, own];
      if (Number.isFinite(most))
        rows.push({
          columns: list,
          values: [...values, amount(own) - most],
          least: Number.NEGATIVE_INFINITY,
          most: 0,
        });
      if (Number.isFinite(least))
        rows.push({
          columns: list,
          values: [...values, amount(own) - least],
          least: 0,
          most: Number.POSITIVE_INFINITY,
        });
    }
  }
  const fewest = type!.mayBeEmpty ? 0 : problem.territoryCount;
  rows.push({ columns: open, values: open.map(() => 1), least: fewest, most: problem.territoryCount });
  return { scope: "all-plans", plan, offset: 0, ...columns, rows, opensCenters: true };
}

interface Columns {
  readonly costs: number[];
  readonly blockOf: number[];
  readonly placeOf: number[];
}

function emptyColumns(): Columns {
  return { costs: [], blockOf: [], placeOf: [] };
}

function addColumn(columns: Columns, block: number, place: number, cost: number): number {
  columns.blockOf.push(block);
  columns.placeOf.push(place);
  return columns.costs.push(cost) - 1;
}

/** The plan that a solution (a value near 0 or 1 by column) stands for, with its cost counted anew. */
export function planOfSolution(
  model: ExactModel,
  values: ArrayLike<number>,
): Incumbent & { readonly violation: number } {
  const { plan, blockOf, placeOf, opensCenters } = model;
  const { blocks, problem } = plan;
  const numberOf = new Map<number, number>();
  for (let column = 0; column < blockOf.length; column++) {
    if (!opensCenters || blockOf[column] !== placeOf[column] || !(values[column]! > 0.5)) continue;
    plan.centers.set(
      blocks.places.subarray(3 * placeOf[column]!, 3 * placeOf[column]! + 3),
      3 * numberOf.size,
    );
    numberOf.set(placeOf[column]!, numberOf.size);
  }
  plan.of.set(blocks.fixedTo);
  for (let column = 0; column < blockOf.length; column++) {
    if (!(values[column]! > 0.5)) continue;
    plan.of[blockOf[column]!] = opensCenters ? (numberOf.get(placeOf[column]!) ?? NONE) : placeOf[column]!;
  }
  for (let territory = numberOf.size; opensCenters && territory < problem.territoryCount; territory++)
    plan.centers.fill(Number.NaN, 3 * territory, 3 * territory + 3);
  recount(plan);
  let cost = 0;
  let violation = 0;
  for (let territory = 0; territory < problem.territoryCount; territory++) {
    cost += plan.cost[territory]!;
    violation += plan.violation[territory]!;
  }
  return {
    assignment: Uint16Array.from(blocks.blockOf, (block) => plan.of[block]!),
    centers: plan.centers.slice(),
    cost,
    violation,
  };
}
