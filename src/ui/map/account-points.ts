import { mercatorX, mercatorY } from "../../geo/mercator";
import { indexPoints, type PointIndex } from "../../geo/point-index";
import type { Box } from "../../geo/polygon";
import { isPlace } from "../../model/metrics/places";
import { columnByRole, type Table } from "../../model/table";
import { crowdClass } from "./point-style";

/** The accounts as points of the map, in mercator units (0…1; past 1 where the map is unrolled over the antimeridian). */
export interface AccountPoints {
  /** By account row; NaN for deleted accounts and those without a place. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** By account row: class of the crowd on the very same spot, see `point-style.ts`. */
  readonly crowds: Uint8Array;
  readonly located: number;
  /** Accounts that exist but cannot be shown. */
  readonly unlocated: number;
  /** Around all points; null where there are none. */
  readonly box: Box | null;
  /** Around nearly all points, where a few far ones would make all others tiny; else the same as `box`. */
  readonly mainBox: Box | null;
  /** Points whose x is less than this stand one world further east; 0 where nothing is unrolled. */
  readonly seam: number;
  /** Built when first asked for. */
  readonly index: () => PointIndex;
}

/** Projects the live accounts that have a place on earth. The map is cut where the accounts leave the widest gap. */
export function accountPoints(accounts: Table): AccountPoints {
  const latitude = columnByRole(accounts, "latitude");
  const longitude = columnByRole(accounts, "longitude");
  const xs = new Float64Array(accounts.count).fill(Number.NaN);
  const ys = new Float64Array(accounts.count).fill(Number.NaN);
  const known = latitude?.kind === "number" && longitude?.kind === "number";
  let live = 0;
  let located = 0;
  for (let account = 0; account < accounts.count; account++) {
    if (accounts.deleted?.[account]) continue;
    live++;
    if (!known) continue;
    const north = latitude.values[account]!;
    const east = longitude.values[account]!;
    if (!isPlace(north, east)) continue;
    xs[account] = mercatorX(east);
    ys[account] = mercatorY(north);
    located++;
  }
  const seam = widestGapEnd(xs, located);
  if (seam > 0)
    for (let account = 0; account < xs.length; account++) if (xs[account]! < seam) xs[account]! += 1;
  let index: PointIndex | null = null;
  const box = boxOfPoints(xs, ys);
  return {
    xs,
    ys,
    crowds: crowdsOf(xs, ys),
    located,
    unlocated: live - located,
    box,
    mainBox: box && mainBoxOf(xs, ys, box),
    seam,
    index: () => {
      index ??= indexPoints(xs, ys);
      return index;
    },
  };
}

/** True where two versions of the accounts give the same points. */
export function samePlaces(a: Table, b: Table): boolean {
  const values = (table: Table, role: "latitude" | "longitude") => {
    const column = columnByRole(table, role);
    return column?.kind === "number" ? column.values : null;
  };
  return (
    a.count === b.count &&
    a.deleted === b.deleted &&
    values(a, "latitude") === values(b, "latitude") &&
    values(a, "longitude") === values(b, "longitude")
  );
}

/** Where a mercator x stands on a map with this seam. */
export function unrolled(x: number, seam: number): number {
  return x < seam ? x + 1 : x;
}

/** Spots per side of the world: about a meter each, and two of them make one exact number. */
const SPOTS = 2 ** 25;

function crowdsOf(xs: Float64Array, ys: Float64Array): Uint8Array {
  const spotOf = (account: number) =>
    Math.round(xs[account]! * SPOTS) * SPOTS + Math.round(ys[account]! * SPOTS);
  const counts = new Map<number, number>();
  for (let account = 0; account < xs.length; account++) {
    if (Number.isNaN(xs[account]!)) continue;
    const spot = spotOf(account);
    counts.set(spot, (counts.get(spot) ?? 0) + 1);
  }
  const crowds = new Uint8Array(xs.length);
  if (counts.size === xs.length) return crowds;
  for (let account = 0; account < xs.length; account++) {
    if (!Number.isNaN(xs[account]!)) crowds[account] = crowdClass(counts.get(spotOf(account))!);
  }
  return crowds;
}

const BINS = 360;

/**
 * The western edge of the points east of the antimeridian's far side: 0 unless cutting the world there instead of at 180°
 * makes the map at least a quarter narrower (Fiji and Samoa side by side, but the United States stays as people know it).
 */
function widestGapEnd(xs: Float64Array, located: number): number {
  if (located < 2) return 0;
  const taken = new Uint8Array(BINS);
  for (const x of xs) if (!Number.isNaN(x)) taken[Math.min(BINS - 1, Math.floor(x * BINS))] = 1;
  const first = taken.indexOf(1);
  const last = taken.lastIndexOf(1);
  let widest = 0;
  let end = 0;
  for (let bin = first, before = first; bin <= last; bin++) {
    if (!taken[bin]) continue;
    if (bin - before > widest) {
      widest = bin - before;
      end = bin;
    }
    before = bin;
  }
  const span = last - first;
  const unrolledSpan = BINS - widest;
  return unrolledSpan < 0.75 * span ? end / BINS : 0;
}

function boxOfPoints(xs: Float64Array, ys: Float64Array): Box | null {
  let minX = Number.POSITIVE_INFINITY;
  let minY = Number.POSITIVE_INFINITY;
  let maxX = Number.NEGATIVE_INFINITY;
  let maxY = Number.NEGATIVE_INFINITY;
  for (let account = 0; account < xs.length; account++) {
    const x = xs[account]!;
    const y = ys[account]!;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return minX <= maxX ? { minX, minY, maxX, maxY } : null;
}

/** Around some accounts; null where none of them is on the map. */
export function boxOf({ xs, ys }: AccountPoints, accounts: readonly number[]): Box | null {
  const at = (of: Float64Array) => Float64Array.from(accounts, (account) => of[account] ?? Number.NaN);
  return boxOfPoints(at(xs), at(ys));
}

/** Share of the points that may lie outside of the main box on each of its four sides. */
const FAR_SHARE = 0.01;
/** Of more points than this, a sample of so many tells where most lie. */
const MOST_SORTED = 10_000;
/** The main box counts where its longer side is at most this part of the whole box's. */
const MAIN_SIDE = 0.7;

function mainBoxOf(xs: Float64Array, ys: Float64Array, box: Box): Box {
  const inner = (values: Float64Array): [number, number] => {
    const located = values.filter((value) => !Number.isNaN(value));
    const step = Math.ceil(located.length / MOST_SORTED);
    const sorted = (step > 1 ? located.filter((_, i) => i % step === 0) : located).sort();
    const far = Math.floor(sorted.length * FAR_SHARE);
    return [sorted[far]!, sorted[sorted.length - 1 - far]!];
  };
  const [minX, maxX] = inner(xs);
  const [minY, maxY] = inner(ys);
  const side = (of: Box) => Math.max(of.maxX - of.minX, of.maxY - of.minY);
  const main = { minX, maxX, minY, maxY };
  return side(main) <= MAIN_SIDE * side(box) ? main : box;
}
