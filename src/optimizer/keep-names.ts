import { matchTerritories } from "./match-territories";
import { NONE, type Problem } from "./problem";
import type { SearchProgress } from "./progress";

/**
 * The same areas under the names that keep most relationships: two territories that traded places are traded back. Territories
 * with a fixed center, locked items or bounds of their own keep their name, since it is not the same problem under another.
 */
export function keepNames(problem: Problem, progress: SearchProgress): SearchProgress {
  const { territoryCount } = problem;
  const isFixed = fixedNames(problem);
  const matched = matchTerritories({
    proposed: progress.assignment,
    proposedCount: territoryCount,
    existing: keeperTerritory(problem),
    existingCount: territoryCount,
    worth: worthOf(problem),
    blocked: (proposed, existing) =>
      proposed !== existing && (isFixed[proposed] === 1 || isFixed[existing] === 1),
  });
  const nameOf = completed(matched, isFixed);
  if (nameOf.every((name, territory) => name === territory)) return progress;
  if (keptWorth(problem, progress.assignment, nameOf) <= keptWorth(problem, progress.assignment, null)) {
    return progress;
  }
  const centers = new Float64Array(progress.centers.length);
  for (let territory = 0; territory < territoryCount; territory++) {
    centers.set(progress.centers.subarray(3 * territory, 3 * territory + 3), 3 * nameOf[territory]!);
  }
  const { violation } = progress;
  return {
    ...progress,
    assignment: progress.assignment.map((territory) => (territory === NONE ? NONE : nameOf[territory]!)),
    centers,
    violation: violation && { ...violation, territory: nameOf[violation.territory]! },
  };
}

/** 1 where a territory is more than a name: a fixed center, a locked item, or bounds unlike the first territory's. */
function fixedNames(problem: Problem): Uint8Array {
  const isFixed = new Uint8Array(problem.territoryCount);
  for (let territory = 0; territory < problem.territoryCount; territory++) {
    const ownBounds = problem.measures.some(
      ({ least, most, target }) =>
        least[territory] !== least[0] || most[territory] !== most[0] || target[territory] !== target[0],
    );
    if (ownBounds || !Number.isNaN(problem.centers[3 * territory]!)) isFixed[territory] = 1;
  }
  for (const territory of problem.lockedTo) if (territory !== NONE) isFixed[territory] = 1;
  if (problem.classes?.forbidden || problem.classes?.cost) isFixed.fill(1);
  return isFixed;
}

/** The territory of the rep each item has in the baseline; NONE where that rep has none or several. */
function keeperTerritory(problem: Problem): Uint16Array {
  const territoryOfRep = new Map<number, number>();
  for (let territory = 0; territory < problem.territoryCount; territory++) {
    const rep = problem.repOf[territory]!;
    if (rep !== NONE) territoryOfRep.set(rep, territoryOfRep.has(rep) ? NONE : territory);
  }
  return problem.baselineRep.map((rep) => (rep === NONE ? NONE : (territoryOfRep.get(rep) ?? NONE)));
}

function worthOf(problem: Problem): Float64Array {
  const isPriced = problem.disruptionPrice.some((price) => price > 0);
  return isPriced ? problem.disruptionPrice : new Float64Array(problem.itemCount).fill(1);
}

/** A permutation: matched names first, fixed names themselves, the rest in order. */
function completed(matched: Uint16Array, isFixed: Uint8Array): Uint16Array {
  const nameOf = matched.map((name, territory) => (isFixed[territory] ? territory : name));
  const taken = new Set(nameOf.filter((name) => name !== NONE));
  let free = 0;
  return nameOf.map((name) => {
    if (name !== NONE) return name;
    while (taken.has(free)) free++;
    taken.add(free);
    return free;
  });
}

function keptWorth(problem: Problem, assignment: Uint16Array, nameOf: Uint16Array | null): number {
  const worth = worthOf(problem);
  let kept = 0;
  for (let item = 0; item < assignment.length; item++) {
    const territory = assignment[item]!;
    const rep = problem.baselineRep[item]!;
    if (territory === NONE || rep === NONE) continue;
    if (problem.repOf[nameOf ? nameOf[territory]! : territory] === rep) kept += worth[item]!;
  }
  return kept;
}
