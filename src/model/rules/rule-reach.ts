import { primaryRep, type TerritorySlot, territorySlots } from "../alignment";
import { repProfiles } from "../fit/rep-profile";
import { segmentClasses } from "../hybrid";
import { formatRowId } from "../ids";
import { placesOf } from "../metrics/places";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import type { RoutedTable, RuleTarget } from "../planning/routing-rule";
import { type RowBits, rowsOf } from "../row-bits";
import { TerritoryFinder, type TerritoryTarget } from "./find-territory";

/** Tells which rows of one table a target has a territory or a rep for, nobody being away or full: what routing finds then. */
export class RuleReach {
  readonly #plan: Plan;
  readonly #path: AlignmentPath;
  readonly #table: RoutedTable;
  readonly #finder: TerritoryFinder;
  readonly #refuses: ((slot: TerritorySlot, row: number) => boolean) | null;

  /** `plan` is the plan as its layer sees it. */
  constructor(plan: Plan, path: AlignmentPath, table: RoutedTable) {
    this.#plan = plan;
    this.#path = path;
    this.#table = table;
    this.#finder = new TerritoryFinder(plan, path, table);
    const classes = table === "accounts" ? segmentClasses(plan, path) : null;
    this.#refuses =
      classes && ((slot, row) => classes.refused[classes.of[row]! * classes.slots + slot] === 1);
  }

  /** Those of the rows that the target cannot place. A target that leaves rows unassigned on purpose misses none. */
  missedBy(target: RuleTarget, rows: RowBits): RowBits {
    const missed = new Uint32Array(rows.length);
    const places = this.#placing(target);
    if (places === true) return missed;
    if (places === false) return rows.slice();
    for (const row of rowsOf(rows)) if (!places(row)) missed[row >> 5]! |= 1 << (row & 31);
    return missed;
  }

  /** Whether it places a row, or the same for every row. */
  #placing(target: RuleTarget): boolean | ((row: number) => boolean) {
    switch (target.kind) {
      case "unassigned":
        return true;
      case "rep":
        return this.#placingReps([target.rep]);
      case "pool":
        return this.#placingReps(target.reps.map(({ rep }) => rep));
      case "nearest-territory":
        return this.#refuses ? (row) => this.#finds(target, row) : this.#placingNearest(target);
      case "territory":
        // The same for every row where no territory refuses any.
        return this.#refuses ? (row) => this.#finds(target, row) : this.#finds(target, 0);
      default:
        return (row) => this.#finds(target, row);
    }
  }

  /** Where no territory refuses, one row with a place tells for all of them: there is a nearest territory or none at all. */
  #placingNearest(target: TerritoryTarget): (row: number) => boolean {
    const places = placesOf(this.#plan.tables[this.#table]);
    let first: boolean | null = null;
    return (row) => {
      if (Number.isNaN(places[3 * row]!)) return false;
      first ??= this.#finds(target, row);
      return first;
    };
  }

  #finds(target: TerritoryTarget, row: number): boolean {
    const refuses = this.#refuses;
    const { slot } = this.#finder.find(target, row, refuses && ((one) => refuses(one, row)));
    return slot !== null && !refuses?.(slot, row);
  }

  /** A lead goes to any rep that there is, an account to one with a territory that takes it. */
  #placingReps(ids: readonly string[]): boolean | ((row: number) => boolean) {
    const known = repProfiles(this.#plan.tables.reps).filter(({ id }) => ids.includes(formatRowId(id)));
    if (this.#table === "leads") return known.length > 0;
    const alignment = alignmentAt(this.#plan, this.#path);
    const reps = new Set(known.map(({ id }) => id));
    const own = territorySlots(alignment).filter((slot) =>
      reps.has(primaryRep(alignment.territories[slot]!) ?? Number.NaN),
    );
    const refuses = this.#refuses;
    if (!refuses || own.length === 0) return own.length > 0;
    return (row) => own.some((slot) => !refuses(slot, row));
  }
}
