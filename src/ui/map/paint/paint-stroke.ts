import { type Alignment, type TerritorySlot, UNASSIGNED } from "../../../model/alignment";
import { type PaintRules, paintableAccounts } from "../../../model/edits/paint-accounts";
import type { AlignmentPath, Plan } from "../../../model/plan";
import { alignmentAt } from "../../../model/plan";
import { unitOfAccount } from "../../../model/units";

/** What a stroke has taken so far. A value: the map and the figures follow it. */
export interface Painted {
  readonly slot: TerritorySlot;
  /** The units taken; empty where accounts are painted. */
  readonly units: readonly number[];
  /** The accounts that would change sides, those of the units too. */
  readonly accounts: readonly number[];
  /** The assignment as the stroke leaves it, by account and by unit row. */
  readonly territoryOf: Uint16Array;
  readonly territoryOfUnit: Uint16Array;
}

/** Gathers what a stroke takes. Everything is judged by the plan as it was when the stroke began. */
export class PaintStroke {
  readonly #alignment: Alignment;
  readonly #rules: PaintRules;
  readonly #free: Uint8Array;
  /** Accounts of each unit; null until units are painted. */
  #members: ReadonlyMap<number, readonly number[]> | null = null;
  readonly #plan: Plan;
  #taken = new Set<number>();
  #units = new Set<number>();
  #painted: Painted;

  /** Of units, the accounts follow whoever has them, but for those that are held. */
  constructor(plan: Plan, path: AlignmentPath, slot: TerritorySlot, rules: PaintRules, byUnits: boolean) {
    this.#plan = plan;
    this.#alignment = alignmentAt(plan, path);
    this.#rules = rules;
    this.#free = paintableAccounts(
      plan,
      path,
      byUnits ? { onlyUnassigned: false, respectLocks: true } : rules,
    );
    this.#painted = this.#nothing(slot);
  }

  get painted(): Painted {
    return this.#painted;
  }

  /** Whether a stroke may take the account at all. */
  isFree(account: number): boolean {
    return this.#free[account] === 1;
  }

  /** Adds accounts to what the stroke has; true where any is new. */
  takeAccounts(accounts: Iterable<number>): boolean {
    const { slot } = this.#painted;
    const added: number[] = [];
    for (const account of accounts) {
      if (!this.#free[account] || this.#taken.has(account)) continue;
      if (this.#alignment.territoryOf[account] === slot) continue;
      this.#taken.add(account);
      added.push(account);
    }
    if (added.length === 0) return false;
    const territoryOf = this.#painted.territoryOf.slice();
    for (const account of added) territoryOf[account] = slot;
    this.#painted = { ...this.#painted, accounts: [...this.#painted.accounts, ...added], territoryOf };
    return true;
  }

  /** Adds units with those of their accounts that may move; true where any is new. */
  takeUnits(units: Iterable<number>): boolean {
    const { slot } = this.#painted;
    const { territoryOfUnit } = this.#alignment;
    const added: number[] = [];
    for (const unit of units) {
      if (this.#units.has(unit)) continue;
      const has = territoryOfUnit[unit] ?? UNASSIGNED;
      if (this.#rules.onlyUnassigned && has !== UNASSIGNED) continue;
      this.#units.add(unit);
      added.push(unit);
    }
    if (added.length === 0) return false;
    const next = this.#painted.territoryOfUnit.slice();
    for (const unit of added) next[unit] = slot;
    this.#painted = { ...this.#painted, units: [...this.#painted.units, ...added], territoryOfUnit: next };
    this.takeAccounts(added.flatMap((unit) => this.#membersOf(unit)));
    return true;
  }

  /** Forgets everything taken, to begin anew with a territory: a shape that is drawn holds other things at every step. */
  restart(slot: TerritorySlot): void {
    this.#taken = new Set();
    this.#units = new Set();
    this.#painted = this.#nothing(slot);
  }

  #nothing(slot: TerritorySlot): Painted {
    const { territoryOf } = this.#alignment;
    const territoryOfUnit = new Uint16Array(this.#plan.tables.units.count);
    territoryOfUnit.set(this.#alignment.territoryOfUnit.subarray(0, territoryOfUnit.length));
    return { slot, units: [], accounts: [], territoryOf, territoryOfUnit };
  }

  #membersOf(unit: number): readonly number[] {
    if (!this.#members) {
      const members = new Map<number, number[]>();
      for (const [account, of] of unitOfAccount(this.#plan).entries()) {
        if (of < 0) continue;
        const list = members.get(of);
        if (list) list.push(account);
        else members.set(of, [account]);
      }
      this.#members = members;
    }
    return this.#members.get(unit) ?? [];
  }
}
