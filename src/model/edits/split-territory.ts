import { type Territory, type TerritorySlot, UNASSIGNED } from "../alignment";
import { planOfLayer } from "../eligibility";
import { accountShares } from "../metrics/account-shares";
import { placesOf } from "../metrics/places";
import { territoryColor } from "../palette";
import type { Change, Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Measure, type Plan } from "../plan";
import { isLive } from "../table";
import { moveAll } from "./assign-accounts";
import { MAX_SLOTS } from "./territory-edits";

/** Directions of the cut that are tried, evenly over half a turn. */
const DIRECTIONS = 36;

/**
 * Cuts a territory in two along a straight line, so that both halves have as nearly the same of the measure as whole accounts allow, in the
 * direction that leaves them most compact. Locked accounts stay with the old territory, whose half is the one with more of them; those without
 * a place stay too. The new one has no rep. `measure` is null to halve the number of accounts.
 */
export function splitTerritory(
  plan: Plan,
  path: AlignmentPath,
  slot: TerritorySlot,
  measure: Measure | null,
  id: string,
): Patch {
  const alignment = alignmentAt(plan, path);
  const from = alignment.territories[slot];
  if (slot === UNASSIGNED || !from) throw new Error(`Expected a territory in slot ${slot}, got none.`);
  const made = alignment.territories.length;
  if (made > MAX_SLOTS) throw new Error(`Expected at most ${MAX_SLOTS} territories.`);
  const leaving = smallerHalf(plan, path, slot, measure);
  const taken = new Set(alignment.territories.flatMap((territory) => territory?.name ?? []));
  const territory: Territory = {
    ...from,
    id,
    name: nextName(from.name, taken),
    color: territoryColor(made),
    coverage: [],
  };
  const changes: Change[] = [{ kind: "territory", path, slot: made, from: null, to: territory }];
  if (leaving.length > 0)
    changes.push(moveAll(plan, path, leaving, new Uint16Array(leaving.length).fill(made), "dragged"));
  return {
    label: `Split ${from.name} in two`,
    cause: { kind: "action", action: "split-territory" },
    changes: leaving.length > 0 ? changes : [],
  };
}

/** The accounts that go: the half with fewer locked ones. Empty where fewer than two accounts can be told apart. */
function smallerHalf(plan: Plan, path: AlignmentPath, slot: TerritorySlot, measure: Measure | null) {
  const { territoryOf, locked } = alignmentAt(plan, path);
  const { accounts } = planOfLayer(plan, path.layer).tables;
  const values = measure && accountShares(plan, path, measure);
  const vectors = placesOf(accounts);
  const members: number[] = [];
  for (let account = 0; account < accounts.count; account++) {
    const placed = !Number.isNaN(vectors[3 * account]!);
    if (territoryOf[account] === slot && isLive(accounts, account) && placed) members.push(account);
  }
  const { xs, ys } = planeAround(vectors, members);
  const weigh = weights(members, values);
  let best: { order: Uint32Array; cut: number; spread: number } | null = null;
  for (let direction = 0; direction < DIRECTIONS; direction++) {
    const angle = (Math.PI * direction) / DIRECTIONS;
    const along = Float64Array.from(members, (_, i) => xs[i]! * Math.cos(angle) + ys[i]! * Math.sin(angle));
    const order = Uint32Array.from(members, (_, i) => i).sort(
      (a, b) => along[a]! - along[b]! || members[a]! - members[b]!,
    );
    const cut = halfWay(order, weigh);
    if (cut <= 0 || cut >= order.length) continue;
    const spread = spreadOf(order.subarray(0, cut), xs, ys) + spreadOf(order.subarray(cut), xs, ys);
    if (!best || spread < best.spread - 1e-15) best = { order, cut, spread };
  }
  if (!best) return new Uint32Array(0);
  const halves = [best.order.subarray(0, best.cut), best.order.subarray(best.cut)].map((half) =>
    Array.from(half, (i) => members[i]!),
  );
  const lockedIn = halves.map((half) => half.reduce((sum, account) => sum + locked[account]!, 0));
  const going = halves[lockedIn[1]! <= lockedIn[0]! ? 1 : 0]!;
  return Uint32Array.from(going.filter((account) => !locked[account])).sort();
}

/** What each counts: its value, or 1 for all where the values come to nothing. */
function weights(members: readonly number[], values: Float64Array | null): Float64Array {
  const weigh = Float64Array.from(members, (account) => Math.max(0, values?.[account] ?? 1));
  return weigh.some((value) => value > 0) ? weigh : weigh.fill(1);
}

/** How many of the order make up the part nearest to one half. */
function halfWay(order: Uint32Array, weigh: Float64Array): number {
  const total = weigh.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  for (let i = 0; i < order.length; i++) {
    const next = sum + weigh[order[i]!]!;
    if (next >= total / 2) return next - total / 2 <= total / 2 - sum ? i + 1 : i;
    sum = next;
  }
  return order.length;
}

/** Sum of squared distances to the middle of the half. */
function spreadOf(half: Uint32Array, xs: Float64Array, ys: Float64Array): number {
  let x = 0;
  let y = 0;
  for (const i of half) {
    x += xs[i]! / half.length;
    y += ys[i]! / half.length;
  }
  let sum = 0;
  for (const i of half) sum += (xs[i]! - x) ** 2 + (ys[i]! - y) ** 2;
  return sum;
}

/** The members on the plane that touches the globe at their middle, which no date line cuts. */
function planeAround(vectors: Float64Array, members: readonly number[]) {
  const middle = [0, 1, 2].map((axis) =>
    members.reduce((sum, account) => sum + vectors[3 * account + axis]!, 0),
  );
  const length = Math.hypot(...middle) || 1;
  const [x, y, z] = middle.map((part) => part / length) as [number, number, number];
  const flat = Math.hypot(x, y);
  // East and north at the middle; at a pole any two directions will do.
  const east = flat > 1e-9 ? [-y / flat, x / flat, 0] : [1, 0, 0];
  const north = [-z * east[1]!, z * east[0]!, x * east[1]! - y * east[0]!];
  const on = (axis: readonly number[]) =>
    Float64Array.from(
      members,
      (account) =>
        vectors[3 * account]! * axis[0]! +
        vectors[3 * account + 1]! * axis[1]! +
        vectors[3 * account + 2]! * axis[2]!,
    );
  return { xs: on(east), ys: on(north) };
}

function nextName(name: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${name} ${number}`)) number++;
  return `${name} ${number}`;
}
