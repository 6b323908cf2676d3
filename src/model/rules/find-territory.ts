import { type Alignment, type TerritorySlot, territorySlots } from "../alignment";
import { cellText } from "../cells";
import { foldEntry } from "../fit/text-list";
import { placesOf } from "../metrics/places";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import type { RoutedTable, RuleField, RuleTarget } from "../planning/routing-rule";
import { type Column, columnByRole, isLive } from "../table";
import { fieldColumn } from "./rule-field";
import { kmBetween, nearestCenter, territoryCenters } from "./territory-centers";

/** A target that is a territory, named or found by the row. */
export type TerritoryTarget = Extract<
  RuleTarget,
  { kind: "territory" | "nearest-territory" | "unit" | "account" }
>;

/** The territory of a row and what led there, or what was missing. */
export type FoundTerritory =
  | { readonly slot: TerritorySlot; readonly by: TerritoryReason }
  | { readonly slot: null; readonly missing: TerritoryMissing };

export type TerritoryReason =
  | { readonly kind: "territory" }
  | { readonly kind: "nearest-territory"; readonly km: number }
  /** `accounts` of the `of` accounts with this text stand in the territory. */
  | { readonly kind: "unit"; readonly text: string; readonly accounts: number; readonly of: number }
  /** The unit of this key or name is assigned to the territory. */
  | { readonly kind: "assigned-unit"; readonly text: string }
  | { readonly kind: "account"; readonly account: number };

export type TerritoryMissing =
  | { readonly kind: "territory-gone" }
  | { readonly kind: "no-place" }
  /** The territory is limited to segments that the account is not in. */
  | { readonly kind: "not-taken" }
  /** The field is blank or gone, or no account with a territory has the text. */
  | { readonly kind: "no-unit"; readonly text: string }
  | { readonly kind: "no-account"; readonly text: string };

interface UnitCount {
  readonly bySlot: Map<TerritorySlot, number>;
  total: number;
}

/** Finds territories for the rows of one table. What several rows need is counted once. */
export class TerritoryFinder {
  readonly #plan: Plan;
  readonly #table: RoutedTable;
  readonly #alignment: Alignment;
  readonly #slotById: ReadonlyMap<string, TerritorySlot>;
  readonly #units = new Map<string, ReadonlyMap<string, UnitCount>>();
  readonly #among = new Map<string, readonly TerritorySlot[]>();
  #assignedUnits: ReadonlyMap<string, TerritorySlot> | null = null;
  #centers: Float64Array | null = null;
  #accounts: ReadonlyMap<string, number> | null = null;

  constructor(plan: Plan, path: AlignmentPath, table: RoutedTable) {
    this.#plan = plan;
    this.#table = table;
    this.#alignment = alignmentAt(plan, path);
    this.#slotById = new Map(
      territorySlots(this.#alignment).map((slot) => [this.#alignment.territories[slot]!.id, slot]),
    );
  }

  /** `refuses` tells the territories that do not take the row's segment: none of them is the nearest. */
  find(
    target: TerritoryTarget,
    row: number,
    refuses: ((slot: TerritorySlot) => boolean) | null = null,
  ): FoundTerritory {
    switch (target.kind) {
      case "territory": {
        const slot = this.#slotById.get(target.territory);
        if (slot === undefined) return { slot: null, missing: { kind: "territory-gone" } };
        return { slot, by: { kind: "territory" } };
      }
      case "nearest-territory":
        return this.#nearest(target.among, row, refuses);
      case "unit":
        return this.#ofUnit(target.field, target.length, row);
      case "account":
        return this.#ofAccount(target.field, row);
    }
  }

  /** Of several territories of a rep the one whose center is nearest to the row, else the first; 0 where there is none. */
  nearestOf(slots: readonly TerritorySlot[], row: number): TerritorySlot {
    if (slots.length < 2) return slots[0] ?? 0;
    return (
      nearestCenter(this.#allCenters(), slots, placesOf(this.#plan.tables[this.#table]), row) || slots[0]!
    );
  }

  #nearest(
    among: readonly string[],
    row: number,
    refuses: ((slot: TerritorySlot) => boolean) | null,
  ): FoundTerritory {
    const centers = this.#allCenters();
    const key = among.join(" ");
    let slots = this.#among.get(key);
    if (!slots) {
      const named = among.flatMap((id) => this.#slotById.get(id) ?? []);
      slots = (among.length > 0 ? named.sort((a, b) => a - b) : territorySlots(this.#alignment)).filter(
        (slot) => !Number.isNaN(centers[3 * slot]!),
      );
      this.#among.set(key, slots);
    }
    const places = placesOf(this.#plan.tables[this.#table]);
    const open = refuses ? slots.filter((slot) => !refuses(slot)) : slots;
    const slot = nearestCenter(centers, open, places, row);
    if (slots.length > 0 && open.length === 0) return { slot: null, missing: { kind: "not-taken" } };
    if (slot === 0)
      return { slot: null, missing: { kind: slots.length === 0 ? "territory-gone" : "no-place" } };
    return { slot, by: { kind: "nearest-territory", km: kmBetween(places, row, centers, slot) } };
  }

  #ofUnit(field: RuleField, length: number | null, row: number): FoundTerritory {
    const text = unitText(fieldColumn(this.#plan, this.#table, field), row, length);
    this.#assignedUnits ??= this.#slotsOfUnits();
    const assigned = this.#assignedUnits.get(foldEntry(text));
    if (text !== "" && assigned !== undefined) return { slot: assigned, by: { kind: "assigned-unit", text } };
    const key = JSON.stringify([field, length]);
    let units = this.#units.get(key);
    if (!units) {
      units = this.#countUnits(field, length);
      this.#units.set(key, units);
    }
    const unit = units.get(foldEntry(text));
    if (text === "" || !unit) return { slot: null, missing: { kind: "no-unit", text } };
    const [slot, accounts] = [...unit.bySlot].reduce((best, other) =>
      other[1] > best[1] || (other[1] === best[1] && other[0] < best[0]) ? other : best,
    );
    return { slot, by: { kind: "unit", text, accounts, of: unit.total } };
  }

  /** Territories of the units that have one, by key and by name. */
  #slotsOfUnits(): ReadonlyMap<string, TerritorySlot> {
    const { units } = this.#plan.tables;
    const found = new Map<string, TerritorySlot>();
    for (const role of ["key", "name"] as const) {
      const column = columnByRole(units, role);
      for (let unit = 0; unit < units.count; unit++) {
        const slot = this.#alignment.territoryOfUnit[unit] ?? 0;
        const text = foldEntry(unitText(column, unit, null));
        if (slot !== 0 && text !== "" && !found.has(text) && isLive(units, unit)) found.set(text, slot);
      }
    }
    return found;
  }

  #countUnits(field: RuleField, length: number | null): ReadonlyMap<string, UnitCount> {
    const { accounts } = this.#plan.tables;
    const column = fieldColumn(this.#plan, "accounts", field);
    const units = new Map<string, UnitCount>();
    for (let account = 0; account < accounts.count; account++) {
      const slot = this.#alignment.territoryOf[account]!;
      if (slot === 0 || !isLive(accounts, account)) continue;
      const text = foldEntry(unitText(column, account, length));
      if (text === "") continue;
      let unit = units.get(text);
      if (!unit) {
        unit = { bySlot: new Map(), total: 0 };
        units.set(text, unit);
      }
      unit.total++;
      unit.bySlot.set(slot, (unit.bySlot.get(slot) ?? 0) + 1);
    }
    return units;
  }

  #ofAccount(field: RuleField, row: number): FoundTerritory {
    const text = unitText(fieldColumn(this.#plan, this.#table, field), row, null);
    this.#accounts ??= this.#accountsByText();
    const account = text === "" ? undefined : this.#accounts.get(foldEntry(text));
    const isItself = this.#table === "accounts" && account === row;
    const slot = account === undefined || isItself ? 0 : this.#alignment.territoryOf[account]!;
    if (slot === 0 || account === undefined) return { slot: null, missing: { kind: "no-account", text } };
    return { slot, by: { kind: "account", account } };
  }

  /** Account by key and by name; of several of one name the first that has a territory. */
  #accountsByText(): ReadonlyMap<string, number> {
    const { accounts } = this.#plan.tables;
    const found = new Map<string, number>();
    for (const role of ["key", "name"] as const) {
      const column = columnByRole(accounts, role);
      for (let account = 0; account < accounts.count; account++) {
        if (this.#alignment.territoryOf[account] === 0) continue;
        const text = foldEntry(unitText(column, account, null));
        if (text !== "" && !found.has(text) && isLive(accounts, account)) found.set(text, account);
      }
    }
    return found;
  }

  #allCenters(): Float64Array {
    this.#centers ??= territoryCenters(this.#plan.tables.accounts, this.#alignment);
    return this.#centers;
  }
}

/** The first `length` characters of a cell's text; numbers as they are counted. */
function unitText(column: Column | undefined, row: number, length: number | null): string {
  const number = column?.kind === "number" ? column.values[row]! : Number.NaN;
  const text = Number.isNaN(number) ? cellText(column, row).trim() : String(number);
  return length === null ? text : text.slice(0, length);
}
