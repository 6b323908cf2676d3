import type { Blocks } from "./blocks";
import { NONE, type Problem } from "./problem";

/**
 * The blocks as the search should see them: a block that no territory can hold, and locked blocks that are too much for their territory
 * together, weigh just as much as fits. What they have too much is the same in every plan, but left in it would keep the search busy
 * with violations that nothing can relieve. Returns the same blocks where nothing is too much.
 */
export function withoutUnavoidable(problem: Problem, blocks: Blocks): Blocks {
  const { count, measureCount, fixedTo, unitOf } = blocks;
  const { territoryCount } = problem;
  const amounts = blocks.amounts.slice();
  let changed = false;
  for (let measure = 0; measure < measureCount; measure++) {
    const most = problem.measures[measure]!.most.map((bound) => bound / unitOf[measure]!);
    const roomiest = most.reduce((a, b) => Math.max(a, b), 0);
    const locked = new Float64Array(territoryCount);
    for (let block = 0; block < count; block++) {
      const at = block * measureCount + measure;
      if (fixedTo[block] !== NONE) locked[fixedTo[block]!]! += amounts[at]!;
      else if (amounts[at]! > roomiest) {
        amounts[at] = roomiest;
        changed = true;
      }
    }
    for (let block = 0; block < count; block++) {
      const territory = fixedTo[block]!;
      if (territory === NONE || !(locked[territory]! > most[territory]!) || !(most[territory]! > 0)) continue;
      amounts[block * measureCount + measure]! *= most[territory]! / locked[territory]!;
      changed = true;
    }
  }
  if (!changed) return blocks;
  const bulk = new Float64Array(count);
  for (let at = 0; at < amounts.length; at++)
    bulk[(at - (at % measureCount)) / measureCount]! += amounts[at]!;
  return { ...blocks, amounts, bulk };
}
