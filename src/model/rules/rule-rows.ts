import { type Alignment, territorySlots } from "../alignment";
import { bitsMeeting, bitsPassing, type ColumnTest } from "../condition";
import { placesOf } from "../metrics/places";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import type { RoutedTable, RoutingRule, RuleTest } from "../planning/routing-rule";
import { addRows, allRows, dropRows, keepRows, noRows, type RowBits } from "../row-bits";
import { otherSegment } from "../segments";
import { columnByKey } from "../table";
import { fieldColumn, fieldOfColumn } from "./rule-field";
import { nearestCenter, territoryCenters } from "./territory-centers";

/** Finds the rows of one table that rules mean; deleted rows are never among them. What several rules ask for is found once. */
export class RuleMatcher {
  readonly #plan: Plan;
  readonly #table: RoutedTable;
  readonly #alignment: Alignment;
  readonly #live: RowBits;
  readonly #segments = new Map<string, ReadonlyMap<string, RowBits>>();
  #nearest: Uint16Array | null = null;

  constructor(plan: Plan, path: AlignmentPath, table: RoutedTable) {
    this.#plan = plan;
    this.#table = table;
    this.#alignment = alignmentAt(plan, path);
    this.#live = allRows(plan.tables[table].count, plan.tables[table].deleted);
  }

  /** The rows that are not deleted. */
  get live(): RowBits {
    return this.#live;
  }

  /** The rows that the rule means, whether or not it is switched on; none where it is for the other table. */
  rowsOf({ rows, match, tests }: RoutingRule): RowBits {
    const { count } = this.#plan.tables[this.#table];
    if (rows !== "both" && rows !== this.#table) return noRows(count);
    if (match === "all") {
      return tests.reduce<RowBits>(
        (bits, test) => keepRows(bits, this.rowsPassing(test)),
        this.#live.slice(),
      );
    }
    return keepRows(
      tests.reduce<RowBits>((bits, test) => addRows(bits, this.rowsPassing(test)), noRows(count)),
      this.#live,
    );
  }

  /** The rows that pass one test, deleted ones perhaps among them. Do not write to it. */
  rowsPassing(test: RuleTest): RowBits {
    const { count } = this.#plan.tables[this.#table];
    switch (test.kind) {
      case "cell":
        return bitsPassing(fieldColumn(this.#plan, this.#table, test.field), count, test.test);
      case "segment": {
        const bySegment = this.#rowsBySegment(test.segmentation);
        return test.segments.reduce<RowBits>(
          (bits, id) => addRows(bits, bySegment.get(id) ?? noRows(count)),
          noRows(count),
        );
      }
      case "nearest-territory":
        return this.#rowsNear(test.territories);
    }
  }

  /** A row is in the first segment whose condition it meets. */
  #rowsBySegment(id: string): ReadonlyMap<string, RowBits> {
    let known = this.#segments.get(id);
    if (!known) {
      const table = this.#plan.tables[this.#table];
      const left = allRows(table.count);
      const found = new Map<string, RowBits>();
      const segmentation = this.#plan.planning.segmentations.find((candidate) => candidate.id === id);
      for (const segment of segmentation?.segments ?? []) {
        const { match, tests } = segment.condition;
        const own = tests.map((test) => this.#translated(test));
        const rows = keepRows(bitsMeeting(table, { match, tests: own }), left);
        dropRows(left, rows);
        found.set(segment.id, rows);
      }
      if (segmentation) found.set(otherSegment(id), left);
      known = found;
      this.#segments.set(id, known);
    }
    return known;
  }

  /** Segments are over the accounts; in another table the same fields have other keys. */
  #translated(test: ColumnTest): ColumnTest {
    if (this.#table === "accounts") return test;
    const column = columnByKey(this.#plan.tables.accounts, test.column);
    const own = column && fieldColumn(this.#plan, this.#table, fieldOfColumn("accounts", column));
    return { ...test, column: own?.key ?? "" };
  }

  #rowsNear(territories: readonly string[]): RowBits {
    const { count } = this.#plan.tables[this.#table];
    this.#nearest ??= this.#nearestSlots();
    const wanted = this.#alignment.territories.map((territory) => territories.includes(territory?.id ?? ""));
    const bits = noRows(count);
    for (let row = 0; row < count; row++) {
      if (this.#nearest[row] && wanted[this.#nearest[row]!]) bits[row >> 5]! |= 1 << (row & 31);
    }
    return bits;
  }

  #nearestSlots(): Uint16Array {
    const table = this.#plan.tables[this.#table];
    const centers = territoryCenters(this.#plan.tables.accounts, this.#alignment);
    const slots = territorySlots(this.#alignment).filter((slot) => !Number.isNaN(centers[3 * slot]!));
    const places = placesOf(table);
    return Uint16Array.from({ length: table.count }, (_, row) => nearestCenter(centers, slots, places, row));
  }
}
