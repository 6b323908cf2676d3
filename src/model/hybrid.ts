import type { Territory, TerritorySlot } from "./alignment";
import { planOfLayer } from "./eligibility";
import { type AlignmentPath, alignmentAt, type Plan } from "./plan";
import type { Segmentation } from "./planning/segmentation";
import { type SegmentMembership, segmentIds, segmentMembership } from "./segments";

/** Accounts that are alike to territories limited to segments. */
export interface SegmentClasses {
  /** Class of each account, by account row. */
  readonly of: Uint16Array;
  readonly count: number;
  /** 1 where a territory takes no account of the class, at `class × slots + slot`; Unassigned takes all. */
  readonly refused: Uint8Array;
  readonly slots: number;
}

interface Known {
  readonly memberships: readonly SegmentMembership[];
  readonly classes: SegmentClasses;
}

const known = new WeakMap<readonly (Territory | null)[], Known>();

/** Which territories take which accounts, or null where none is limited. Shared: do not write to it. */
export function segmentClasses(plan: Plan, path: AlignmentPath): SegmentClasses | null {
  const { territories } = alignmentAt(plan, path);
  const listed = new Set(territories.flatMap((territory) => territory?.segments ?? []));
  if (listed.size === 0) return null;
  const used = plan.planning.segmentations.filter((record) =>
    segmentIds(record).some((id) => listed.has(id)),
  );
  if (used.length === 0) return null;
  const memberships = used.map((record) => segmentMembership(plan.tables.accounts, record));
  const before = known.get(territories);
  const same =
    before?.memberships.length === memberships.length &&
    memberships.every((membership, i) => membership === before.memberships[i]);
  if (same) return before.classes;
  const classes = classesOf(territories, used, memberships);
  known.set(territories, { memberships, classes });
  return classes;
}

function classesOf(
  territories: readonly (Territory | null)[],
  used: readonly Segmentation[],
  memberships: readonly SegmentMembership[],
): SegmentClasses {
  const { of, numbersOf } = combine(memberships);
  const slots = territories.length;
  const refused = new Uint8Array(numbersOf.length * slots);
  const ids = used.map(segmentIds);
  for (const [slot, territory] of territories.entries()) {
    if (slot === 0 || !territory?.segments) continue;
    const taken = new Set(territory.segments);
    for (const [i, listed] of ids.entries()) {
      if (!listed.some((id) => taken.has(id))) continue;
      for (const [number, classNumbers] of numbersOf.entries()) {
        if (!taken.has(listed[classNumbers[i]!]!)) refused[number * slots + slot] = 1;
      }
    }
  }
  return { of, count: numbersOf.length, refused, slots };
}

/** Accounts in the same segments throughout share a class; `numbersOf` is what these are, by class and membership. */
function combine(memberships: readonly SegmentMembership[]): { of: Uint16Array; numbersOf: number[][] } {
  const count = memberships[0]!.of.length;
  let of: Uint16Array = new Uint16Array(count);
  let numbersOf: number[][] = [[]];
  for (const membership of memberships) {
    const numbers = membership.counts.length;
    // Few pairs of a class so far and a segment occur: each is looked up by its place and numbered when it is met first.
    const classAt = new Int32Array(numbersOf.length * numbers).fill(-1);
    const refined: number[][] = [];
    const next = new Uint16Array(count);
    for (let row = 0; row < count; row++) {
      const at = of[row]! * numbers + membership.of[row]!;
      if (classAt[at]! < 0) {
        classAt[at] = refined.length;
        refined.push([...numbersOf[of[row]!]!, membership.of[row]!]);
      }
      next[row] = classAt[at]!;
    }
    of = next;
    numbersOf = refined;
  }
  return { of, numbersOf };
}

/** 1 for each account that stands in a territory which does not take its segment, by account row; null where no territory is limited. */
export function misplacedAccounts(plan: Plan, path: AlignmentPath): Uint8Array | null {
  const classes = segmentClasses(plan, path);
  if (!classes) return null;
  const { territoryOf } = alignmentAt(plan, path);
  const { deleted } = planOfLayer(plan, path.layer).tables.accounts;
  const { of, refused, slots } = classes;
  const misplaced = new Uint8Array(territoryOf.length);
  for (let account = 0; account < territoryOf.length; account++) {
    if (refused[of[account]! * slots + territoryOf[account]!] && !deleted?.[account]) misplaced[account] = 1;
  }
  return misplaced;
}

/** How many of the accounts a territory does not take. */
export function refusedCount(
  plan: Plan,
  path: AlignmentPath,
  accounts: readonly number[],
): (slot: TerritorySlot) => number {
  const classes = segmentClasses(plan, path);
  if (!classes) return () => 0;
  const countOf = new Float64Array(classes.count);
  for (const account of accounts) countOf[classes.of[account]!]!++;
  return (slot) => {
    let count = 0;
    for (let number = 0; number < classes.count; number++) {
      if (classes.refused[number * classes.slots + slot]) count += countOf[number]!;
    }
    return count;
  };
}

/**
 * The same for a search over some territories: the class of each account by row, and 1 where a class may not go to a territory, at
 * `class × slots.length + position in slots`. A territory that is still to be drawn (null) takes all. null where every pair may be.
 */
export function forbiddenClasses(
  plan: Plan,
  path: AlignmentPath,
  slots: readonly (TerritorySlot | null)[],
): { readonly of: Uint16Array; readonly count: number; readonly forbidden: Uint8Array } | null {
  const classes = segmentClasses(plan, path);
  if (!classes) return null;
  const forbidden = new Uint8Array(classes.count * slots.length);
  for (let number = 0; number < classes.count; number++) {
    for (const [position, slot] of slots.entries()) {
      if (slot !== null && slot < classes.slots)
        forbidden[number * slots.length + position] = classes.refused[number * classes.slots + slot]!;
    }
  }
  return { of: classes.of, count: classes.count, forbidden };
}
