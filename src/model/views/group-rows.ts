import { type GroupLevel, groupPlaces } from "./group-places";
import { radixOrder } from "./radix-order";
import { groupEntry } from "./row-entry";

/**
 * Rows in groups within groups. Groups are numbered in the order shown, each before those within it; arrays are by group. Blank
 * values make a group too, the last.
 */
export interface RowGroups {
  /** Levels of groups; the groups of the last one hold the rows. */
  readonly depth: number;
  readonly count: number;
  /** Row numbers, those of a group side by side. */
  readonly rows: Uint32Array;
  /** 0 = outermost. */
  readonly level: Uint8Array;
  /** The group around it; −1 = none. */
  readonly parent: Int32Array;
  /** What its rows have in common, as `GroupPlaces.keyAt` says. */
  readonly key: Float64Array;
  /** Where its rows begin and end (exclusive) in `rows`. */
  readonly first: Uint32Array;
  readonly end: Uint32Array;
  /** The first group behind it and all within it. */
  readonly next: Uint32Array;
}

/**
 * Puts rows into groups, from the outermost level to the innermost. Within a group rows keep the order given. Time is linear: a few
 * radix passes for each level and one over all rows.
 */
export function groupRows(
  rows: Uint32Array,
  rowCount: number,
  levels: readonly GroupLevel[],
  locale: string,
): RowGroups {
  const placed = levels.map((level) => groupPlaces(rows, rowCount, level, locale));
  let ordered = rows;
  for (const { places } of placed.toReversed()) ordered = radixOrder(ordered, gathered(places, ordered));

  const depth = levels.length;
  const level: number[] = [];
  const parent: number[] = [];
  const key: number[] = [];
  const first: number[] = [];
  const end: number[] = [];
  const next: number[] = [];
  /** The group of each level that is still open. */
  const open: number[] = [];
  const close = (from: number, at: number) => {
    while (open.length > from) {
      const group = open.pop()!;
      end[group] = at;
      next[group] = level.length;
    }
  };
  for (let i = 0; i < ordered.length; i++) {
    const row = ordered[i]!;
    let same = 0;
    if (i > 0) {
      const before = ordered[i - 1]!;
      while (same < depth && placed[same]!.places[row] === placed[same]!.places[before]) same++;
      if (same === depth) continue;
    }
    close(same, i);
    for (let at = same; at < depth; at++) {
      parent.push(open[at - 1] ?? -1);
      key.push(placed[at]!.keyAt(placed[at]!.places[row]!));
      first.push(i);
      end.push(0);
      next.push(0);
      open.push(level.push(at) - 1);
    }
  }
  close(0, ordered.length);
  return {
    depth,
    count: level.length,
    rows: ordered,
    level: Uint8Array.from(level),
    parent: Int32Array.from(parent),
    key: Float64Array.from(key),
    first: Uint32Array.from(first),
    end: Uint32Array.from(end),
    next: Uint32Array.from(next),
  };
}

function gathered(places: Uint32Array, rows: Uint32Array): Uint32Array {
  const keys = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) keys[i] = places[rows[i]!]!;
  return keys;
}

/** Number of rows in each group. */
export function groupSizes({ count, first, end }: RowGroups): Float64Array {
  const sizes = new Float64Array(count);
  for (let group = 0; group < count; group++) sizes[group] = end[group]! - first[group]!;
  return sizes;
}

/** True where the group holds rows, not groups. */
export function isInnermost(groups: RowGroups, group: number): boolean {
  return groups.level[group] === groups.depth - 1;
}

/**
 * The groups of each level in the order of a number they have, NaN last, equal ones as they stood. Levels for which `values` is null
 * stay as they are.
 */
export function orderGroups(
  groups: RowGroups,
  values: (level: number) => Float64Array | null,
  descending: boolean,
): RowGroups {
  const { count, depth } = groups;
  const byLevel = Array.from({ length: depth }, (_, level) => values(level));
  if (byLevel.every((each) => each === null)) return groups;
  const result: RowGroups = {
    depth,
    count,
    rows: new Uint32Array(groups.rows.length),
    level: new Uint8Array(count),
    parent: new Int32Array(count),
    key: new Float64Array(count),
    first: new Uint32Array(count),
    end: new Uint32Array(count),
    next: new Uint32Array(count),
  };
  let group = 0;
  let row = 0;
  const place = (from: number, to: number, level: number, parent: number): void => {
    const siblings: number[] = [];
    for (let old = from; old < to; old = groups.next[old]!) siblings.push(old);
    const by = byLevel[level];
    if (by) siblings.sort((a, b) => compared(by[a]!, by[b]!, descending));
    for (const old of siblings) {
      const placed = group++;
      result.level[placed] = level;
      result.parent[placed] = parent;
      result.key[placed] = groups.key[old]!;
      result.first[placed] = row;
      if (isInnermost(groups, old)) {
        result.rows.set(groups.rows.subarray(groups.first[old], groups.end[old]), row);
        row += groups.end[old]! - groups.first[old]!;
      } else {
        place(old + 1, groups.next[old]!, level + 1, placed);
      }
      result.end[placed] = row;
      result.next[placed] = group;
    }
  };
  place(0, count, 0, -1);
  return result;
}

function compared(a: number, b: number, descending: boolean): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return descending ? b - a : a - b;
}

/** What stands at each position of the sheet: the header of every group whose groups around it are open, and the rows of open ones. */
export function groupedEntries(groups: RowGroups, isOpen: (group: number) => boolean): Uint32Array {
  const entries = new Uint32Array(groups.count + groups.rows.length);
  let length = 0;
  let group = 0;
  while (group < groups.count) {
    entries[length++] = groupEntry(group);
    if (!isOpen(group)) {
      group = groups.next[group]!;
      continue;
    }
    if (isInnermost(groups, group)) {
      const rows = groups.rows.subarray(groups.first[group], groups.end[group]);
      entries.set(rows, length);
      length += rows.length;
    }
    group++;
  }
  return entries.slice(0, length);
}
