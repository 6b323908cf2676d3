import { NO_PLACE } from "../../geo/neighbor-graph";
import { type TerritorySlot, territoryAt, UNASSIGNED } from "../alignment";
import { planOfLayer } from "../eligibility";
import { accountShares } from "../metrics/account-shares";
import { figures } from "../metrics/figures";
import { placesOf } from "../metrics/places";
import { kmBetween } from "../metrics/travel";
import type { Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Measure, type Plan } from "../plan";
import { accountNeighbors } from "../problems/account-neighbors";
import { isLive } from "../table";
import { countOf, moveAll } from "./assign-accounts";

/**
 * Lets a territory that is below its target take accounts at its border, each beside one it has, until it is as near to the target as whole
 * accounts allow: first those that nobody has, then those that lie nearest compared with their own territory's middle. Locked accounts stay,
 * and no other territory falls below its own target by more than its tolerance. The patch is empty where nothing can be taken.
 */
export function growToTarget(plan: Plan, path: AlignmentPath, slot: TerritorySlot, measure: Measure): Patch {
  const alignment = alignmentAt(plan, path);
  const now = figures(plan, path);
  const figure = now.measures.find((candidate) => candidate.measure.id === measure.id);
  if (!figure) throw new Error(`Expected a measure of the plan, got "${measure.id}".`);
  const { accounts } = planOfLayer(plan, path.layer).tables;
  const neighbors = accountNeighbors(accounts);
  const name = territoryAt(alignment, slot).name;
  const cause = { kind: "action", action: "grow-to-target" } as const;
  const taken: number[] = [];
  if (neighbors) {
    const { graph, start } = neighbors;
    const values = accountShares(plan, path, measure);
    const places = placesOf(accounts);
    const { centers } = now.travel;
    const totals = figure.totals.slice();
    const least = figure.targets.map((target) => target * (1 - measure.tolerance));
    const target = figure.targets[slot]!;
    const queue = new Offers();
    const seen = new Uint8Array(accounts.count);
    const isFree = (account: number) => {
      const from = alignment.territoryOf[account]!;
      return from !== slot && !alignment.locked[account] && isLive(accounts, account) && values[account]! > 0;
    };
    const offerAround = (place: number) => {
      const offerAt = (at: number) => {
        for (let i = start[at]!; i < start[at + 1]!; i++) {
          const account = neighbors.accounts[i]!;
          if (seen[account] || !isFree(account)) continue;
          seen[account] = 1;
          const from = alignment.territoryOf[account]!;
          const own =
            from === UNASSIGNED ? Number.POSITIVE_INFINITY : kmBetween(places, account, centers, from);
          queue.add(
            account,
            from === UNASSIGNED
              ? -1e9 + kmBetween(places, account, centers, slot)
              : kmBetween(places, account, centers, slot) - own,
          );
        }
      };
      offerAt(place);
      for (let edge = graph.start[place]!; edge < graph.start[place + 1]!; edge++)
        offerAt(graph.neighbors[edge]!);
    };
    for (let account = 0; account < accounts.count; account++) {
      const place = graph.placeOf[account]!;
      if (alignment.territoryOf[account] === slot && place !== NO_PLACE) offerAround(place);
    }
    for (let account = queue.take(); account !== undefined; account = queue.take()) {
      const missing = target - totals[slot]!;
      if (missing <= 0) break;
      const value = values[account]!;
      const from = alignment.territoryOf[account]!;
      const overshoots = value - missing > missing;
      const starves = from !== UNASSIGNED && totals[from]! - value < least[from]!;
      if (overshoots || starves) continue;
      totals[slot]! += value;
      totals[from]! -= value;
      taken.push(account);
      offerAround(graph.placeOf[account]!);
    }
  }
  const to = new Uint16Array(taken.length).fill(slot);
  return {
    label: `Grow ${name} by ${countOf(taken.length)}`,
    cause,
    changes: taken.length > 0 ? [moveAll(plan, path, Uint32Array.from(taken), to, "dragged")] : [],
  };
}

/** Accounts by what they cost, the cheapest first; ties by row. A binary heap. */
class Offers {
  readonly #accounts: number[] = [];
  readonly #costs: number[] = [];

  add(account: number, cost: number): void {
    let at = this.#accounts.push(account) - 1;
    this.#costs.push(cost);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  take(): number | undefined {
    const first = this.#accounts[0];
    const account = this.#accounts.pop();
    const cost = this.#costs.pop();
    if (first === undefined || this.#accounts.length === 0) return first;
    this.#accounts[0] = account!;
    this.#costs[0] = cost!;
    let at = 0;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.#accounts.length && this.#before(child, least)) least = child;
      if (least === at) return first;
      this.#swap(at, least);
      at = least;
    }
  }

  #before(a: number, b: number): boolean {
    const costA = this.#costs[a]!;
    const costB = this.#costs[b]!;
    return costA < costB || (costA === costB && this.#accounts[a]! < this.#accounts[b]!);
  }

  #swap(a: number, b: number): void {
    [this.#accounts[a], this.#accounts[b]] = [this.#accounts[b]!, this.#accounts[a]!];
    [this.#costs[a], this.#costs[b]] = [this.#costs[b]!, this.#costs[a]!];
  }
}
