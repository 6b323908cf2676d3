import { type TerritorySlot, UNASSIGNED } from "../alignment";
import { applyPatch } from "../apply-patch";
import { moveAll } from "../edits/assign-accounts";
import { accountShares } from "../metrics/account-shares";
import { deviationOf } from "../metrics/balance";
import { type Figures, updateFigures } from "../metrics/figures";
import { placesOf } from "../metrics/places";
import { kmBetween, meanKm } from "../metrics/travel";
import type { Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { isLive } from "../table";
import { borderAccounts } from "./border-accounts";

/** Accounts that go from one territory to another. */
export interface SuggestedMove {
  readonly accounts: readonly number[];
  readonly from: TerritorySlot;
  readonly to: TerritorySlot;
}

/** A small move worth making, with what it does exactly. */
export interface Suggestion {
  /** One move, or two for a swap. */
  readonly moves: readonly SuggestedMove[];
  readonly kind: "account" | "group" | "swap";
  /** The figures as they would be. */
  readonly after: Figures;
}

/** What one more percent of mean distance is worth in points of the balance score. */
const POINTS_PER_TRAVEL_PERCENT = 0.5;
/** What one more percent of the accounts that lose their rep is worth. */
const POINTS_PER_LOST_PERCENT = 0.5;
/** Times as many candidates are weighed exactly as are suggested. */
const WEIGHED = 3;
/** A suggestion must be worth at least this many points. */
const LEAST_GAIN = 0.01;
/** Accounts of each border around which groups are tried. */
const SEEDS = 3;
/** Accounts of each side that are tried in swaps. */
const SWAPPED = 6;
const BORDERS_PER_STEP = 40;

/** The best next moves at once: see {@link suggestInSteps}. */
export function suggestMoves(plan: Plan, path: AlignmentPath, figures: Figures, most = 5): Suggestion[] {
  const steps = suggestInSteps(plan, path, figures, most);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The best next moves: single accounts, groups at a border, swaps, no account and no pair of territories twice. They are found by
 * what they add to the balance score less what they add to travel, by way of the middles as they lie now, and ranked by exact figures.
 * Locked accounts stay. Yields after every few milliseconds of work.
 */
export function* suggestInSteps(
  plan: Plan,
  path: AlignmentPath,
  figures: Figures,
  most = 5,
): Generator<void, Suggestion[]> {
  const { accounts } = plan.tables;
  const alignment = alignmentAt(plan, path);
  const places = placesOf(accounts);
  const free = Uint8Array.from(alignment.locked, (locked, row) => (!locked && isLive(accounts, row) ? 1 : 0));
  const worth = makeWorth(plan, figures, places);
  const borders = yield* borderAccounts(alignment, figures.travel, free, places);
  const byPair = new Map(borders.map((border) => [`${border.from} ${border.to}`, border]));

  const tries: { moves: SuggestedMove[]; gain: number }[] = [];
  for (const [i, border] of borders.entries()) {
    if (i % BORDERS_PER_STEP === 0) yield;
    const { from, to } = border;
    const back = from < to ? byPair.get(`${to} ${from}`) : undefined;
    let best: { moves: SuggestedMove[]; gain: number } | null = null;
    const consider = (gain: number, moves: () => SuggestedMove[]) => {
      // Of equal gains the one that moves fewest: it comes first.
      if (gain > LEAST_GAIN && gain > (best?.gain ?? 0) + 1e-9) best = { moves: moves(), gain };
    };
    const between = worth(from, to);
    for (const account of border.accounts)
      consider(between([account], []), () => [{ accounts: [account], from, to }]);
    for (const seed of border.accounts.slice(0, SEEDS)) {
      const group = byDistance(border.accounts, places, seed);
      const gains = between.growing(group);
      for (const [last, gain] of gains.entries())
        if (last > 0) consider(gain, () => [{ accounts: group.slice(0, last + 1), from, to }]);
    }
    for (const account of back ? border.accounts.slice(0, SWAPPED) : []) {
      for (const other of back!.accounts.slice(0, SWAPPED))
        consider(between([account], [other]), () => [
          { accounts: [account], from, to },
          { accounts: [other], from: to, to: from },
        ]);
    }
    if (best) tries.push(best);
  }
  tries.sort((a, b) => b.gain - a.gain);

  const taken = new Set<number>();
  const pairs = new Set<string>();
  const found: { suggestion: Suggestion; gain: number }[] = [];
  for (const { moves } of tries) {
    if (found.length === most * WEIGHED) break;
    const { from, to } = moves[0]!;
    const pair = `${Math.min(from, to)} ${Math.max(from, to)}`;
    if (pairs.has(pair) || moves.some((move) => move.accounts.some((account) => taken.has(account))))
      continue;
    pairs.add(pair);
    for (const move of moves) for (const account of move.accounts) taken.add(account);
    const kind = moves.length > 1 ? "swap" : moves[0]!.accounts.length > 1 ? "group" : "account";
    const patch = suggestionPatch(plan, path, moves);
    yield;
    const after = updateFigures(figures, applyPatch(plan, patch), patch);
    const gain = gainOf(figures, after);
    if (gain > LEAST_GAIN) found.push({ suggestion: { moves, kind, after }, gain });
  }
  return found
    .sort((one, other) => other.gain - one.gain)
    .slice(0, most)
    .map(({ suggestion }) => suggestion);
}

/** Points of the balance score gained, less what more travel and more changed reps are worth in points: exactly. */
function gainOf(before: Figures, after: Figures): number {
  const travel = meanKm(before.travel) > 0 ? 100 * (meanKm(after.travel) / meanKm(before.travel) - 1) : 0;
  const lost = (of: Figures) =>
    of.disruption && of.disruption.accounts > 0
      ? (100 * of.disruption.changedAccounts) / of.disruption.accounts
      : 0;
  return (
    after.balanceScore -
    before.balanceScore -
    POINTS_PER_TRAVEL_PERCENT * travel -
    POINTS_PER_LOST_PERCENT * (lost(after) - lost(before))
  );
}

/** The moves as one patch. Accounts locked, deleted or moved since are left out. */
export function suggestionPatch(plan: Plan, path: AlignmentPath, moves: readonly SuggestedMove[]): Patch {
  const alignment = alignmentAt(plan, path);
  const rows: number[] = [];
  const to: number[] = [];
  for (const move of moves) {
    if (move.to !== UNASSIGNED && !alignment.territories[move.to]) continue;
    for (const account of move.accounts) {
      if (alignment.locked[account] || !isLive(plan.tables.accounts, account)) continue;
      if (alignment.territoryOf[account] !== move.from) continue;
      rows.push(account);
      to.push(move.to);
    }
  }
  const label = moves.length > 1 ? "Swap accounts as suggested" : "Move accounts as suggested";
  const cause = { kind: "action", action: "suggestion" } as const;
  if (rows.length === 0) return { label, cause, changes: [] };
  const change = moveAll(plan, path, Uint32Array.from(rows), Uint16Array.from(to), "dragged");
  return { label, cause, changes: [change] };
}

/** What moves between two territories are worth in points, by way of sums. */
interface Worth {
  /** `there` go from the first territory to the second, `back` the other way. */
  (there: readonly number[], back: readonly number[]): number;
  /** The worth of the first, the first two, the first three … going there. */
  growing(there: readonly number[]): number[];
}

/** Points of the balance score that moves would add, less their extra travel in points. */
function makeWorth(
  plan: Plan,
  figures: Figures,
  places: Float64Array,
): (from: TerritorySlot, to: TerritorySlot) => Worth {
  const weighted = figures.measures.filter(({ measure }) => measure.weight > 0);
  const weights = weighted.reduce((sum, { measure }) => sum + measure.weight, 0);
  const values = weighted.map(({ measure }) => accountShares(plan, figures.path, measure));
  const territories = weighted.map(({ targets }) =>
    targets.reduce((n, target) => n + (target > 0 ? 1 : 0), 0),
  );
  const allKm = figures.travel.located.reduce((sum, count) => sum + count, 0) * meanKm(figures.travel);
  const { centers } = figures.travel;
  /** What `sum` more of the m-th measure does to the score through one territory. */
  const pointsOf = (m: number, slot: TerritorySlot, sum: number): number => {
    const { measure, totals, targets } = weighted[m]!;
    if (slot === UNASSIGNED || !(targets[slot]! > 0)) return 0;
    const before = Math.abs(deviationOf(totals[slot]!, targets[slot]!));
    const after = Math.abs(deviationOf(totals[slot]! + sum, targets[slot]!));
    return (100 * measure.weight * (before - after)) / (weights * territories[m]!);
  };
  const worthOf = (from: TerritorySlot, to: TerritorySlot, sums: Float64Array, extra: number): number => {
    let points = 0;
    for (let m = 0; m < weighted.length; m++)
      points += pointsOf(m, from, -sums[m]!) + pointsOf(m, to, sums[m]!);
    return points - (allKm > 0 ? (POINTS_PER_TRAVEL_PERCENT * 100 * extra) / allKm : 0);
  };

  return (from, to) => {
    // An account that nobody visits yet must be visited by somebody.
    const extraOf = (account: number): number =>
      from === UNASSIGNED
        ? 0
        : kmBetween(places, account, centers, to) - kmBetween(places, account, centers, from);
    const add = (sums: Float64Array, account: number, sign: number) => {
      for (let m = 0; m < values.length; m++) sums[m]! += sign * values[m]![account]!;
      return sign * extraOf(account);
    };
    const worth = (there: readonly number[], back: readonly number[]): number => {
      const sums = new Float64Array(weighted.length);
      let extra = 0;
      for (const account of there) extra += add(sums, account, 1);
      for (const account of back) extra += add(sums, account, -1);
      return worthOf(from, to, sums, extra);
    };
    const growing = (there: readonly number[]): number[] => {
      const sums = new Float64Array(weighted.length);
      let extra = 0;
      return there.map((account) => {
        extra += add(sums, account, 1);
        return worthOf(from, to, sums, extra);
      });
    };
    return Object.assign(worth, { growing });
  };
}

/** The accounts by their distance from one of them; ties as given. */
function byDistance(accounts: readonly number[], places: Float64Array, seed: number): number[] {
  const far = new Map(accounts.map((account) => [account, squared(places, seed, account)]));
  return [...accounts].sort((a, b) => far.get(a)! - far.get(b)!);
}

function squared(places: Float64Array, a: number, b: number): number {
  let sum = 0;
  for (let axis = 0; axis < 3; axis++) sum += (places[3 * a + axis]! - places[3 * b + axis]!) ** 2;
  return sum;
}
