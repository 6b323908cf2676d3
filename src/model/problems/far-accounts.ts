import { chordToKm } from "../../geo/distance";
import { primaryRep, type TerritorySlot, territoryAt, UNASSIGNED } from "../alignment";
import { planOfLayer } from "../eligibility";
import { placesOf } from "../metrics/places";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { isLive, rowById } from "../table";
import { lastOf } from "./last-of";

/** An account far from the one who serves it. */
export interface FarAccount {
  readonly account: number;
  readonly slot: TerritorySlot;
  /** Great-circle kilometers, one way. */
  readonly km: number;
  /** From the rep's home, or where none is known from the middle of the territory. */
  readonly from: "home" | "center";
}

/** Nearer than this no account is far, however small its territory. */
const NEAR_KM = 50;
/** Times the territory's median. */
const FAR_TIMES = 3;

/** Accounts looked at in one step: a few milliseconds. */
const STEP = 10_000;

/**
 * Accounts more than three times as far from their rep's home as the middle one of their territory, and more than 50 km; the farthest first.
 * `centers` are x, y, z at 3 × slot, as `Travel` has them.
 */
export function farAccounts(plan: Plan, path: AlignmentPath, centers: Float64Array): FarAccount[] {
  return lastOf(farAccountSteps(plan, path, centers));
}

/** The same in short steps, for a page that goes on meanwhile. */
export function* farAccountSteps(
  plan: Plan,
  path: AlignmentPath,
  centers: Float64Array,
): Generator<void, FarAccount[]> {
  const alignment = alignmentAt(plan, path);
  const { accounts } = planOfLayer(plan, path.layer).tables;
  const places = placesOf(accounts);
  const homes = placesOf(plan.tables.reps);
  const repRows = rowById(plan.tables.reps);
  const starts = alignment.territories.map((_, slot) => {
    const rep = primaryRep(territoryAt(alignment, slot));
    const row = rep === null ? undefined : repRows.get(rep);
    const hasHome = row !== undefined && !Number.isNaN(homes[3 * row]!);
    return hasHome
      ? { from: "home" as const, of: homes, at: row }
      : { from: "center" as const, of: centers, at: slot };
  });
  const km = new Float64Array(accounts.count).fill(Number.NaN);
  const bySlot = alignment.territories.map((): number[] => []);
  for (let account = 0; account < accounts.count; account++) {
    if (account % STEP === STEP - 1) yield;
    const slot = alignment.territoryOf[account]!;
    if (slot === UNASSIGNED || !isLive(accounts, account)) continue;
    const { of, at } = starts[slot]!;
    const dx = places[3 * account]! - of[3 * at]!;
    const dy = places[3 * account + 1]! - of[3 * at + 1]!;
    const dz = places[3 * account + 2]! - of[3 * at + 2]!;
    km[account] = chordToKm(Math.sqrt(dx * dx + dy * dy + dz * dz));
    if (!Number.isNaN(km[account]!)) bySlot[slot]!.push(account);
  }
  const far: FarAccount[] = [];
  let looked = 0;
  for (const [slot, members] of bySlot.entries()) {
    looked += members.length;
    if (looked > STEP) {
      looked = 0;
      yield;
    }
    const ordered = Float64Array.from(members, (account) => km[account]!).sort();
    const limit = Math.max(NEAR_KM, FAR_TIMES * (ordered[ordered.length >> 1] ?? 0));
    for (const account of members)
      if (km[account]! > limit) far.push({ account, slot, km: km[account]!, from: starts[slot]!.from });
  }
  yield;
  return far.sort((a, b) => b.km - a.km || a.account - b.account);
}
