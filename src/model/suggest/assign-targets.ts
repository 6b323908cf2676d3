import { chordToKm } from "../../geo/distance";
import { type TerritorySlot, territorySlots } from "../alignment";
import type { FitModel } from "../fit/fit-model";
import { repFits, repPositions } from "../fit/territory-fit";
import type { Figures } from "../metrics/figures";
import { type MoveEffects, type MovePreview, previewMove } from "../metrics/move-effect";
import { placesOf } from "../metrics/places";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";

/** A territory that accounts could be assigned to. */
export interface AssignTarget {
  readonly slot: TerritorySlot;
  /** Great-circle kilometers from the middle of the accounts to that of the territory; NaN where either has no place. */
  readonly km: number;
  readonly move: MoveEffects;
}

export interface AssignTargets {
  readonly preview: MovePreview;
  /** By slot; Unassigned is none. */
  readonly targets: readonly AssignTarget[];
}

/** Every territory the accounts (each once) could go to, with distance and effects. One pass over the accounts and one over the territories. */
export function assignTargets(
  plan: Plan,
  path: AlignmentPath,
  figures: Figures,
  accounts: readonly number[],
): AssignTargets {
  const preview = previewMove(plan, path, figures, accounts);
  const middle = middleOf(placesOf(plan.tables.accounts), accounts);
  const { centers } = figures.travel;
  const targets = territorySlots(alignmentAt(plan, path)).map((slot) => ({
    slot,
    km: middle ? kmTo(middle, centers, slot) : Number.NaN,
    move: preview.to(slot),
  }));
  return { preview, targets };
}

/** `recommended`: the mean of a territory's places among the nearest and among the best for balance. */
export type TargetOrder = "recommended" | "nearest" | "balance" | "fit";

/**
 * The targets in an order, the best first. Those that take none of the accounts' segments, and those that hold all of the accounts
 * already, come last. `fits` is the mean fit by slot, NaN where unknown.
 */
export function rankTargets(
  targets: readonly AssignTarget[],
  order: TargetOrder,
  fits: Float64Array | null = null,
): AssignTarget[] {
  const nearest = (target: AssignTarget) => blankLast(target.km);
  const balance = (target: AssignTarget) => blankLast(-target.move.balance);
  const fit = (target: AssignTarget) => blankLast(-(fits?.[target.slot] ?? Number.NaN));
  const recommended = () => {
    const [byKm, byBalance] = [placesBy(targets, nearest), placesBy(targets, balance)];
    return (target: AssignTarget) => byKm.get(target)! + byBalance.get(target)!;
  };
  const value = order === "recommended" ? recommended() : { nearest, balance, fit }[order];
  return [...targets].sort(
    (a, b) => demerits(a) - demerits(b) || value(a) - value(b) || nearest(a) - nearest(b) || a.slot - b.slot,
  );
}

/**
 * Mean fit of the accounts with the rep of each territory, by slot; NaN where it has none or nothing is known. A rep at a time, for a page
 * that must not stand still.
 */
export function* targetFits(
  model: FitModel,
  plan: Plan,
  path: AlignmentPath,
  accounts: readonly number[],
): Generator<void, Float64Array> {
  const repOf = repPositions(model, alignmentAt(plan, path));
  const means = new Float64Array(model.reps.length).fill(Number.NaN);
  const fits = new Float64Array(plan.tables.accounts.count);
  for (const rep of new Set(repOf)) {
    if (rep < 0) continue;
    repFits(model, rep, accounts, fits);
    let sum = 0;
    let known = 0;
    for (const account of accounts) {
      if (Number.isNaN(fits[account]!)) continue;
      sum += fits[account]!;
      known++;
    }
    means[rep] = sum / known;
    yield;
  }
  return Float64Array.from(repOf, (rep) => (rep < 0 ? Number.NaN : means[rep]!));
}

/** 2 where nothing would move, 1 where the territory takes none of the accounts that would. */
function demerits({ move: { moved, refused } }: AssignTarget): number {
  return moved === 0 ? 2 : refused === moved ? 1 : 0;
}

/** Place of each target from 0; equals share one. */
function placesBy(
  targets: readonly AssignTarget[],
  value: (target: AssignTarget) => number,
): ReadonlyMap<AssignTarget, number> {
  const sorted = [...targets].sort((a, b) => value(a) - value(b));
  const places = new Map<AssignTarget, number>();
  for (const [i, target] of sorted.entries()) {
    const before = sorted[i - 1];
    places.set(target, before && value(before) === value(target) ? places.get(before)! : i);
  }
  return places;
}

function blankLast(value: number): number {
  return Number.isNaN(value) ? Number.MAX_VALUE : value;
}

function middleOf(places: Float64Array, accounts: readonly number[]): Float64Array | null {
  const middle = new Float64Array(3);
  for (const account of accounts) {
    if (Number.isNaN(places[3 * account]!)) continue;
    for (let axis = 0; axis < 3; axis++) middle[axis]! += places[3 * account + axis]!;
  }
  const length = Math.hypot(middle[0]!, middle[1]!, middle[2]!);
  return length > 0 ? middle.map((part) => part / length) : null;
}

function kmTo(middle: Float64Array, centers: Float64Array, slot: TerritorySlot): number {
  return chordToKm(
    Math.hypot(
      middle[0]! - centers[3 * slot]!,
      middle[1]! - centers[3 * slot + 1]!,
      middle[2]! - centers[3 * slot + 2]!,
    ),
  );
}
