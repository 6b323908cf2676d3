import { isAllowed, type Plan, tieCost } from "./plan";
import { NONE } from "./problem";
import { looseBounds } from "./relaxed-problem";

/** Territories under the same rules, which a bound need not tell apart. Amounts are normalized. */
export interface TerritoryType {
  readonly territories: number;
  /** Bounds by measure for what comes on top of the locked blocks. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly locked: readonly number[];
  /** What the locked blocks cost besides travel. */
  readonly lockedTies: number;
  /** Cost of each block besides travel; Infinity where it may not come. Null where nothing costs and nothing is forbidden. */
  readonly ties: Float64Array | null;
  /** x, y, z of the fixed center, or null. */
  readonly center: Float64Array | null;
  /** Whether it may stay empty, at no cost. */
  readonly mayBeEmpty: boolean;
}

/** Sorts the territories of a plan into types. Blocks that no territory allows may go anywhere, as in the search. */
export function territoryTypes(plan: Plan): TerritoryType[] {
  const { blocks, problem } = plan;
  const { territoryCount } = problem;
  const locked: number[][] = Array.from({ length: territoryCount }, () => []);
  for (let block = 0; block < blocks.count; block++)
    if (blocks.fixedTo[block] !== NONE) locked[blocks.fixedTo[block]!]!.push(block);
  const homeless = homelessBlocks(plan);
  const byRules = new Map<string, number[]>();
  for (let territory = 0; territory < territoryCount; territory++) {
    const key = rulesKey(plan, territory, locked[territory]!);
    const same = byRules.get(key);
    if (same) same.push(territory);
    else byRules.set(key, [territory]);
  }
  const bounds = looseBounds(plan);
  return [...byRules.values()].map((territories): TerritoryType => {
    const territory = territories[0]!;
    const own = locked[territory]!;
    const inside = (of: Float64Array, measure: number): number => {
      let amount = of[territory * blocks.measureCount + measure]!;
      for (const block of own) amount -= blocks.amounts[block * blocks.measureCount + measure]!;
      return amount;
    };
    const least = Float64Array.from({ length: blocks.measureCount }, (_, measure) =>
      inside(bounds.least, measure),
    );
    const most = Float64Array.from({ length: blocks.measureCount }, (_, measure) =>
      inside(bounds.most, measure),
    );
    const place = plan.problem.centers.slice(3 * territory, 3 * territory + 3);
    return {
      territories: territories.length,
      least,
      most,
      locked: own,
      lockedTies: own.reduce((sum, block) => sum + tieCost(plan, block, territory), 0),
      ties: tiesOf(plan, territory, homeless),
      center: Number.isNaN(place[0]!) ? null : place,
      mayBeEmpty: own.length === 0 && least.every((value) => value <= 0) && most.every((value) => value >= 0),
    };
  });
}

/** What distinguishes a territory in costs and bounds. One with locked blocks is like no other. */
function rulesKey(plan: Plan, territory: number, locked: readonly number[]): string {
  if (locked.length > 0) return `own ${territory}`;
  const { blocks, problem, least, most } = plan;
  const { classes, territoryCount } = problem;
  const bounds = [];
  for (let at = territory * blocks.measureCount; at < (territory + 1) * blocks.measureCount; at++)
    bounds.push(least[at], most[at]);
  const rules = [];
  for (let kind = 0; classes && kind < classes.count; kind++) {
    const at = kind * territoryCount + territory;
    rules.push(classes.forbidden?.[at] ?? 0, classes.cost?.[at] ?? 0);
  }
  const center = Array.from(problem.centers.subarray(3 * territory, 3 * territory + 3));
  const rep = plan.costsMoreThanTravel ? problem.repOf[territory]! : NONE;
  return [...bounds, ...rules, ...center, rep].join(" ");
}

function tiesOf(plan: Plan, territory: number, homeless: Uint8Array): Float64Array | null {
  const { blocks, problem } = plan;
  if (!plan.costsMoreThanTravel && !problem.classes?.forbidden) return null;
  return Float64Array.from({ length: blocks.count }, (_, block) =>
    homeless[block] || isAllowed(plan, block, territory)
      ? tieCost(plan, block, territory)
      : Number.POSITIVE_INFINITY,
  );
}

function homelessBlocks(plan: Plan): Uint8Array {
  const { blocks, problem } = plan;
  const homeless = new Uint8Array(blocks.count);
  if (!problem.classes?.forbidden) return homeless;
  for (let block = 0; block < blocks.count; block++) {
    if (blocks.fixedTo[block] !== NONE) continue;
    homeless[block] = 1;
    for (let territory = 0; territory < problem.territoryCount && homeless[block]; territory++)
      if (isAllowed(plan, block, territory)) homeless[block] = 0;
  }
  return homeless;
}
