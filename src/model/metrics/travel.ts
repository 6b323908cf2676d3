import { chordToKm } from "../../geo/distance";
import { type Alignment, primaryRep, type TerritorySlot } from "../alignment";
import type { AssignmentChange } from "../patch";
import { rowById, type Table } from "../table";
import { placesOf } from "./places";

/** How far the accounts lie from the middle of their territory. Arrays by slot; slot 0 and deleted ones hold 0. */
export interface Travel {
  /** x, y, z at 3 × slot: the middle of the accounts. NaN without accounts. */
  readonly centers: Float64Array;
  /** Sum over the located accounts of the great-circle kilometers to the center, one way. */
  readonly km: Float64Array;
  /** Accounts that have a place. */
  readonly located: Float64Array;
}

/** Travel of every territory from scratch. `live` is 1 for accounts that count. */
export function travel(alignment: Alignment, accounts: Table, live: Float64Array): Travel {
  const slots = alignment.territories.length;
  const empty = {
    centers: new Float64Array(3 * slots).fill(Number.NaN),
    km: new Float64Array(slots),
    located: new Float64Array(slots),
  };
  const all = new Set(alignment.territories.keys());
  return recount(empty, all, alignment, accounts, live);
}

/** The same travel after accounts moved in `alignment`: only the territories they left and joined are counted again. */
export function updateTravel(
  before: Travel,
  alignment: Alignment,
  accounts: Table,
  live: Float64Array,
  change: AssignmentChange,
): Travel {
  const touched = new Set<TerritorySlot>();
  for (let i = 0; i < change.accounts.length; i++) {
    touched.add(change.from[i]!);
    touched.add(change.to[i]!);
  }
  return recount(before, touched, alignment, accounts, live);
}

/**
 * Mean kilometers, one way, from an account to the home of the rep who owns it; NaN where no account with a place has a rep
 * whose home is known.
 */
export function meanKmFromHomes(
  alignment: Alignment,
  accounts: Table,
  reps: Table,
  live: Float64Array,
): number {
  const places = placesOf(accounts);
  const homes = placesOf(reps);
  const rows = rowById(reps);
  const homeOf = alignment.territories.map((territory) => {
    const row = territory ? rows.get(primaryRep(territory) ?? Number.NaN) : undefined;
    return row === undefined || Number.isNaN(homes[3 * row]!) ? -1 : row;
  });
  let km = 0;
  let counted = 0;
  for (let account = 0; account < alignment.territoryOf.length; account++) {
    const home = homeOf[alignment.territoryOf[account]!]!;
    if (home < 0 || live[account] === 0 || Number.isNaN(places[3 * account]!)) continue;
    km += kmToCenter(places, account, homes, home);
    counted++;
  }
  return counted === 0 ? Number.NaN : km / counted;
}

/** Live accounts that lie farther than `km` from the middle of their territory. */
export function accountsFarther(
  alignment: Pick<Alignment, "territoryOf">,
  travel: Travel,
  accounts: Table,
  live: Float64Array,
  km: number,
): number {
  const places = placesOf(accounts);
  let farther = 0;
  for (let account = 0; account < alignment.territoryOf.length; account++) {
    const slot = alignment.territoryOf[account]!;
    if (slot === 0 || live[account] === 0) continue;
    // Without a place or a middle the distance is NaN, which is not farther than anything.
    if (kmToCenter(places, account, travel.centers, slot) > km) farther++;
  }
  return farther;
}

function kmToCenter(places: Float64Array, account: number, centers: Float64Array, slot: number): number {
  const dx = places[3 * account]! - centers[3 * slot]!;
  const dy = places[3 * account + 1]! - centers[3 * slot + 1]!;
  const dz = places[3 * account + 2]! - centers[3 * slot + 2]!;
  return chordToKm(Math.sqrt(dx * dx + dy * dy + dz * dz));
}

/** Mean kilometers from an account to its territory's middle; NaN where nothing is located. */
export function meanKm(travel: Travel): number {
  let km = 0;
  let located = 0;
  for (let slot = 1; slot < travel.km.length; slot++) {
    km += travel.km[slot]!;
    located += travel.located[slot]!;
  }
  return located === 0 ? Number.NaN : km / located;
}

function recount(
  before: Travel,
  touched: ReadonlySet<TerritorySlot>,
  alignment: Alignment,
  accounts: Table,
  live: Float64Array,
): Travel {
  const places = placesOf(accounts);
  const centers = before.centers.slice();
  const km = before.km.slice();
  const located = before.located.slice();
  const counts = new Uint8Array(alignment.territories.length);
  for (const slot of touched) {
    counts[slot] = slot === 0 ? 0 : 1;
    km[slot] = 0;
    located[slot] = 0;
    centers.fill(0, 3 * slot, 3 * slot + 3);
  }

  const members: number[] = [];
  const { territoryOf } = alignment;
  for (let account = 0; account < territoryOf.length; account++) {
    const slot = territoryOf[account]!;
    if (counts[slot] === 0 || live[account] === 0 || Number.isNaN(places[3 * account]!)) continue;
    members.push(account);
    located[slot]!++;
    centers[3 * slot]! += places[3 * account]!;
    centers[3 * slot + 1]! += places[3 * account + 1]!;
    centers[3 * slot + 2]! += places[3 * account + 2]!;
  }

  for (const slot of touched) {
    const [x, y, z] = [centers[3 * slot]!, centers[3 * slot + 1]!, centers[3 * slot + 2]!];
    const length = Math.sqrt(x * x + y * y + z * z);
    for (let axis = 0; axis < 3; axis++) {
      centers[3 * slot + axis] = length > 0 ? centers[3 * slot + axis]! / length : Number.NaN;
    }
  }

  for (const account of members) {
    const slot = territoryOf[account]!;
    km[slot]! += kmToCenter(places, account, centers, slot);
  }
  return { centers, km, located };
}
