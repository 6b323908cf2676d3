import { type Indivisible, indivisible } from "./indivisible";
import { NONE, type Problem } from "./problem";

/**
 * One reason why no plan can meet all bounds. Values are in the measure's unit; `share` is the value relative to the target of the
 * territory it is held against (1.4 = "140 % of a territory").
 */
export type InfeasibleFact =
  | {
      readonly kind: "too-much-in-all";
      readonly measure: number;
      readonly total: number;
      readonly most: number;
    }
  | {
      readonly kind: "too-little-in-all";
      readonly measure: number;
      readonly total: number;
      readonly least: number;
    }
  | {
      readonly kind: "item-too-large";
      /** The items that move together, one where it stands alone. */
      readonly items: readonly number[];
      readonly measure: number;
      readonly value: number;
      readonly most: number;
      readonly share: number;
    }
  | {
      readonly kind: "locks-too-large";
      readonly territory: number;
      readonly measure: number;
      readonly value: number;
      readonly most: number;
      readonly share: number;
      /** The locked items, largest first. */
      readonly items: readonly number[];
    }
  | {
      readonly kind: "too-little-allowed";
      readonly territory: number;
      readonly measure: number;
      readonly value: number;
      readonly least: number;
      readonly share: number;
    }
  | {
      readonly kind: "too-many-large";
      /**
       * So many large items (or groups, by their first item) that some territory must take `together` of them; the smallest that
       * could be hold `value`.
       */
      readonly items: readonly number[];
      readonly together: number;
      readonly measure: number;
      readonly value: number;
      readonly most: number;
      readonly share: number;
    }
  | Indivisible
  | {
      readonly kind: "locks-change-too-much";
      /** What the locks alone give to another rep, in the limit's unit. */
      readonly value: number;
      readonly most: number;
      readonly items: readonly number[];
    }
  | { readonly kind: "nowhere-allowed"; readonly item: number }
  | { readonly kind: "lock-forbidden"; readonly item: number; readonly territory: number }
  | { readonly kind: "group-locked-apart"; readonly group: number; readonly items: readonly number[] };

/**
 * The plain reasons why a problem has no feasible plan, each true by itself. An empty list does not promise that a plan exists:
 * items may fail to add up, which only the search finds out. Bounds on negative amounts are not judged.
 */
export function explainInfeasible(problem: Problem): InfeasibleFact[] {
  const groups = movingTogether(problem);
  return [
    ...totals(problem),
    ...groupsLockedApart(problem),
    ...ruleConflicts(problem),
    ...tooLargeLocks(problem),
    ...tooLargeItems(problem, groups),
    ...tooManyLarge(problem, groups),
    ...tooLittleAllowed(problem),
    ...lockedChanges(problem),
  ];
}

function totals({ measures }: Problem): InfeasibleFact[] {
  return measures.flatMap(({ values, least, most }, measure): InfeasibleFact[] => {
    const total = sum(values);
    const ceiling = sum(most);
    const floor = sum(least);
    if (exceeds(total, ceiling)) return [{ kind: "too-much-in-all", measure, total, most: ceiling }];
    if (exceeds(floor, total)) return [{ kind: "too-little-in-all", measure, total, least: floor }];
    return [];
  });
}

function groupsLockedApart({ groupOf, lockedTo }: Problem): InfeasibleFact[] {
  if (!groupOf) return [];
  const locked = new Map<number, number[]>();
  for (let item = 0; item < groupOf.length; item++) {
    if (groupOf[item]! < 0 || lockedTo[item] === NONE) continue;
    const items = locked.get(groupOf[item]!) ?? [];
    items.push(item);
    locked.set(groupOf[item]!, items);
  }
  return [...locked]
    .filter(([, items]) => items.some((item) => lockedTo[item] !== lockedTo[items[0]!]))
    .map(([group, items]) => ({ kind: "group-locked-apart", group, items }));
}

function ruleConflicts(problem: Problem): InfeasibleFact[] {
  const facts: InfeasibleFact[] = [];
  if (!problem.classes?.forbidden) return facts;
  for (let item = 0; item < problem.itemCount; item++) {
    const lock = problem.lockedTo[item]!;
    if (lock !== NONE) {
      if (isForbidden(problem, item, lock)) facts.push({ kind: "lock-forbidden", item, territory: lock });
      continue;
    }
    let allowed = false;
    for (let territory = 0; territory < problem.territoryCount && !allowed; territory++) {
      allowed = !isForbidden(problem, item, territory);
    }
    if (!allowed) facts.push({ kind: "nowhere-allowed", item });
  }
  return facts;
}

function tooLargeLocks({ itemCount, territoryCount, lockedTo, measures }: Problem): InfeasibleFact[] {
  const lockedItems: number[][] = Array.from({ length: territoryCount }, () => []);
  for (let item = 0; item < itemCount; item++)
    if (lockedTo[item] !== NONE) lockedItems[lockedTo[item]!]!.push(item);
  const facts: InfeasibleFact[] = [];
  measures.forEach(({ values, target, most }, measure) => {
    if (values.some((value) => value < 0)) return;
    lockedItems.forEach((items, territory) => {
      const value = items.reduce((total, item) => total + values[item]!, 0);
      if (!exceeds(value, most[territory]!)) return;
      const largest = [...items].sort((a, b) => values[b]! - values[a]! || a - b);
      const share = value / target[territory]!;
      facts.push({
        kind: "locks-too-large",
        territory,
        measure,
        value,
        most: most[territory]!,
        share,
        items: largest,
      });
    });
  });
  return facts;
}

/** Items that are free but fit nowhere; a lock that is too large is told with its territory. */
function tooLargeItems(problem: Problem, groups: readonly number[][]): InfeasibleFact[] {
  const facts: InfeasibleFact[] = [];
  problem.measures.forEach(({ values, target, most }, measure) => {
    if (values.some((value) => value < 0)) return;
    const roomiest = most.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    for (const items of groups) {
      const value = items.reduce((total, item) => total + values[item]!, 0);
      const suspicious = exceeds(value, roomiest) || problem.classes?.forbidden !== undefined;
      if (!suspicious || items.some((item) => problem.lockedTo[item] !== NONE)) continue;
      let best = -1;
      for (let territory = 0; territory < problem.territoryCount; territory++) {
        if (items.some((item) => isForbidden(problem, item, territory))) continue;
        if (best < 0 || most[territory]! > most[best]!) best = territory;
      }
      if (best < 0 || !exceeds(value, most[best]!)) continue;
      facts.push({
        kind: "item-too-large",
        items,
        measure,
        value,
        most: most[best]!,
        share: value / target[best]!,
      });
    }
  });
  return facts;
}

/**
 * More large items than k for each territory: one must take k + 1 of them (the pigeonhole). Told where even the smallest of them are
 * too much together for the roomiest territory, for the least such k, and the total is not too much already. Where all are equal, their
 * number alone says it.
 */
function tooManyLarge(
  { measures, territoryCount, groupOf, lockedTo }: Problem,
  groups: readonly number[][],
): InfeasibleFact[] {
  return measures.flatMap((own, measure): InfeasibleFact[] => {
    const { values, target, least, most } = own;
    const total = sum(values);
    if (values.some((value) => value < 0) || exceeds(total, sum(most))) return [];
    const uneven = exceeds(sum(least), total) ? null : indivisible(own, measure);
    if (uneven) return [uneven];
    // Locks split a group that is locked apart; then its parts stand alone.
    const parts =
      groupOf && lockedTo.some((lock) => lock !== NONE)
        ? groups.flatMap((own) => splitByLocks(own, lockedTo))
        : groups;
    const sized = parts
      .map((items) => ({ items, value: items.reduce((total, item) => total + values[item]!, 0) }))
      .sort((a, b) => b.value - a.value || a.items[0]! - b.items[0]!);
    let roomiest = 0;
    for (let territory = 1; territory < territoryCount; territory++)
      if (most[territory]! > most[roomiest]!) roomiest = territory;
    for (let k = 1; k * territoryCount < sized.length; k++) {
      const smallest = sized.slice(k * territoryCount - k, k * territoryCount + 1);
      const value = smallest.reduce((total, part) => total + part.value, 0);
      if (!exceeds(value, most[roomiest]!)) continue;
      const items = sized.slice(0, k * territoryCount + 1).map((part) => part.items[0]!);
      const share = value / target[roomiest]!;
      return [
        { kind: "too-many-large", items, together: k + 1, measure, value, most: most[roomiest]!, share },
      ];
    }
    return [];
  });
}

function splitByLocks(items: readonly number[], lockedTo: Uint16Array): (readonly number[])[] {
  const locks = new Set(items.map((item) => lockedTo[item]!));
  locks.delete(NONE);
  return locks.size > 1 ? items.map((item) => [item]) : [items];
}

function lockedChanges({ changeLimit, baselineRep, repOf, lockedTo }: Problem): InfeasibleFact[] {
  if (!changeLimit) return [];
  const { weights, most } = changeLimit;
  const changed = (item: number): boolean =>
    lockedTo[item] !== NONE &&
    baselineRep[item] !== NONE &&
    repOf[lockedTo[item]!] !== baselineRep[item] &&
    weights[item]! > 0;
  const items = Array.from(lockedTo.keys()).filter(changed);
  const value = items.reduce((total, item) => total + weights[item]!, 0);
  if (!exceeds(value, most)) return [];
  return [
    {
      kind: "locks-change-too-much",
      value,
      most,
      items: items.sort((a, b) => weights[b]! - weights[a]! || a - b),
    },
  ];
}

function tooLittleAllowed(problem: Problem): InfeasibleFact[] {
  const facts: InfeasibleFact[] = [];
  const { itemCount, territoryCount, lockedTo, classes } = problem;
  problem.measures.forEach(({ values, target, least }, measure) => {
    if (values.some((value) => value < 0)) return;
    // Free items by class, so that the sum per territory costs classes, not items.
    const freeOfClass = new Float64Array(classes?.count ?? 1);
    const available = new Float64Array(territoryCount);
    for (let item = 0; item < itemCount; item++) {
      if (lockedTo[item] === NONE) freeOfClass[classes?.of[item] ?? 0]! += values[item]!;
      else available[lockedTo[item]!]! += values[item]!;
    }
    for (let territory = 0; territory < territoryCount; territory++) {
      for (let kind = 0; kind < freeOfClass.length; kind++) {
        if (!classes?.forbidden?.[kind * territoryCount + territory])
          available[territory]! += freeOfClass[kind]!;
      }
      const value = available[territory]!;
      if (!exceeds(least[territory]!, value)) continue;
      const share = value / target[territory]!;
      facts.push({ kind: "too-little-allowed", territory, measure, value, least: least[territory]!, share });
    }
  });
  return facts;
}

function movingTogether({ itemCount, groupOf }: Problem): number[][] {
  const groups = new Map<number, number[]>();
  for (let item = 0; item < itemCount; item++) {
    const key = groupOf && groupOf[item]! >= 0 ? groupOf[item]! : -1 - item;
    const items = groups.get(key);
    if (items) items.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

function isForbidden({ classes, territoryCount }: Problem, item: number, territory: number): boolean {
  return classes?.forbidden?.[classes.of[item]! * territoryCount + territory] === 1;
}

/** More than by rounding. */
function exceeds(value: number, limit: number): boolean {
  return value - limit > 1e-9 * Math.max(Math.abs(value), Math.abs(limit));
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
