import { type Meter, spend } from "./meter";
import { isAllowed, type Plan } from "./plan";
import { NONE } from "./problem";

/** For each block the few territories worth a look, nearest first: `near[block × width + rank]`, NONE where fewer. */
export interface Candidates {
  readonly width: number;
  readonly near: Uint16Array;
}

export function makeCandidates(plan: Plan, width: number): Candidates {
  const fit = Math.min(width, plan.problem.territoryCount);
  return { width: fit + 2, near: new Uint16Array(plan.blocks.count * (fit + 2)).fill(NONE) };
}

/** Brings the lists of all blocks up to date with the centers. */
export function* findAllCandidates(plan: Plan, candidates: Candidates, meter: Meter): Generator<void, void> {
  const chunk = 64;
  for (let from = 0; from < plan.blocks.count; from += chunk) {
    findCandidates(plan, candidates, from, Math.min(plan.blocks.count, from + chunk));
    if (spend(meter, (chunk * plan.problem.territoryCount) / 4)) yield;
  }
}

/**
 * Finds the nearest allowed centers of the blocks `from` up to `to`, then appends the block's current territory and the one
 * it was in: keeping a relationship may win over any distance. Costs (to − from) × territories.
 */
function findCandidates(plan: Plan, candidates: Candidates, from: number, to: number): void {
  const { blocks, problem } = plan;
  const { territoryCount } = problem;
  const { centers } = plan;
  const { near, width } = candidates;
  const most = width - 2;
  const distances = new Float64Array(most);
  const restricted = problem.classes?.forbidden !== undefined;
  for (let block = from; block < to; block++) {
    const at = block * width;
    near.fill(NONE, at, at + width);
    if (blocks.fixedTo[block] !== NONE) continue;
    const x = blocks.places[3 * block]!;
    const y = blocks.places[3 * block + 1]!;
    const z = blocks.places[3 * block + 2]!;
    if (Number.isNaN(x)) continue;
    let found = 0;
    for (let territory = 0; territory < territoryCount; territory++) {
      if (restricted && !isAllowed(plan, block, territory)) continue;
      const dx = x - centers[3 * territory]!;
      const dy = y - centers[3 * territory + 1]!;
      const dz = z - centers[3 * territory + 2]!;
      // Squared distances rank alike. A territory without a center is as far as can be.
      const squared = dx * dx + dy * dy + dz * dz;
      const distance = squared >= 0 ? squared : Number.MAX_VALUE;
      if (found === most && distance >= distances[found - 1]!) continue;
      let rank = found < most ? found++ : found - 1;
      for (; rank > 0 && distances[rank - 1]! > distance; rank--) {
        distances[rank] = distances[rank - 1]!;
        near[at + rank] = near[at + rank - 1]!;
      }
      distances[rank] = distance;
      near[at + rank] = territory;
    }
    appendTie(plan, near, at, width, block, blocks.current[block]!);
    appendTie(plan, near, at, width, block, plan.of[block]!);
  }
}

function appendTie(
  plan: Plan,
  near: Uint16Array,
  at: number,
  width: number,
  block: number,
  territory: number,
): void {
  if (territory === NONE || !isAllowed(plan, block, territory)) return;
  for (let i = at; i < at + width; i++) {
    if (near[i] === territory) return;
    if (near[i] === NONE) {
      near[i] = territory;
      return;
    }
  }
}
