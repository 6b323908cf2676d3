import { overrun } from "./change-limit";
import { canJoin, keepsWhole } from "./connected-moves";
import { changeBy, isAllowed, moveBlock, type Plan, pairCost, violationWith } from "./plan";
import { NONE } from "./problem";

const LONGEST = 5;

/**
 * Relieves a territory through others that are full themselves: a block goes to a neighbor, one of that neighbor's goes
 * on, and so forth (only through territories marked `inside`), until the whole chain lowers cost + `violationPrice` × violation. With `push` false the chain pulls blocks in.
 * Tries each neighbor as the first link; leaves the plan as it was and returns false if no chain pays.
 */
export function ejectionChain(
  plan: Plan,
  adjacent: readonly Uint16Array[],
  inside: Uint8Array,
  start: number,
  violationPrice: number,
  push: boolean,
): boolean {
  for (const firstLink of adjacent[start]!) {
    if (!inside[firstLink]) continue;
    const moved: number[] = [];
    const origin: number[] = [];
    const open = inside.slice();
    open[start] = 0;
    let at = start;
    let score = 0;
    for (let link = 0; link < LONGEST; link++) {
      const step = cheapestStep(
        plan,
        link === 0 ? [firstLink] : adjacent[at]!,
        at,
        open,
        violationPrice,
        push,
      );
      if (!step) break;
      moved.push(step.block);
      origin.push(plan.of[step.block]!);
      moveBlock(plan, step.block, push ? step.territory : at);
      score += step.score;
      if (score < -1e-9 * violationPrice) return true;
      at = step.territory;
      open[at] = 0;
    }
    for (let i = moved.length - 1; i >= 0; i--) moveBlock(plan, moved[i]!, origin[i]!);
  }
  return false;
}

interface Step {
  readonly block: number;
  readonly territory: number;
  readonly score: number;
}

function cheapestStep(
  plan: Plan,
  choices: Iterable<number>,
  at: number,
  open: Uint8Array,
  violationPrice: number,
  push: boolean,
): Step | undefined {
  const { budget } = plan;
  const { amounts, measureCount } = plan.blocks;
  let best: Step | undefined;
  for (const territory of choices) {
    if (!open[territory]) continue;
    const from = push ? at : territory;
    const to = push ? territory : at;
    const before = plan.violation[from]! + plan.violation[to]!;
    for (let block = plan.first[from]!; block >= 0; block = plan.next[block]!) {
      if (plan.blocks.fixedTo[block] !== NONE || !isAllowed(plan, block, to)) continue;
      if (!canJoin(plan, block, to)) continue;
      const change = amounts.subarray(block * measureCount, (block + 1) * measureCount);
      let after = violationWith(plan, from, change, -1) + violationWith(plan, to, change, 1);
      if (budget) after += overrun(budget, changeBy(plan, block, from, to)) - overrun(budget);
      const score =
        pairCost(plan, block, to) - pairCost(plan, block, from) + violationPrice * (after - before);
      const beats = !best || score < best.score || (score === best.score && block < best.block);
      if (beats && keepsWhole(plan, from, to, block)) best = { block, territory, score };
    }
  }
  return best;
}
