import { isBlankAt, numberAt, numberResult, type Scope } from "./kernels";
import { descendingRanks, groupRanks } from "./ranks";
import { type FunctionSpec, taking } from "./signature";
import { DIVISION_BY_ZERO, type NumberVector, numberConstant, numbersOf, type Vector } from "./vectors";

/** Functions over all rows of the sheet, or over those of a row's territory. Deleted rows, blanks and errors are left out. */
export const WHOLE_FUNCTIONS: readonly FunctionSpec[] = [
  ofColumn("COLUMN_SUM", "The sum over all rows.", "number", ({ sum }) => sum),
  ofColumn(
    "COLUMN_AVERAGE",
    "The mean over all rows that are not blank.",
    "number",
    ({ sum, count }) => sum / count,
  ),
  ofColumn("COLUMN_MIN", "The smallest value of all rows.", "A", ({ min }) => min),
  ofColumn("COLUMN_MAX", "The largest value of all rows.", "A", ({ max }) => max),
  {
    ...whole(
      "COLUMN_COUNT",
      "COLUMN_COUNT([value])",
      "Number of rows, or of those where the value is not blank.",
    ),
    least: 0,
    check: taking(["any"], "number"),
    calculate: (args, scope) => {
      const counts = counted(args[0], scope, () => 0, 1);
      return numberConstant(counts[0]!);
    },
  },
  {
    ...whole(
      "RANK",
      "RANK(number)",
      "Place among all rows, the largest first; the same numbers share a place.",
    ),
    check: taking(["number"], "number"),
    calculate: (args, scope) => {
      const values = spread(args[0]!, scope);
      return resultOf(args, descendingRanks(values, scope.deleted));
    },
  },
  ofTerritory("TERRITORY_SUM", "The sum over the accounts of the row's territory.", ({ sum }) => sum),
  ofTerritory(
    "TERRITORY_AVERAGE",
    "The mean over the accounts of the row's territory that are not blank.",
    ({ sum, count }) => sum / count,
  ),
  ofTerritory("TERRITORY_MIN", "The smallest value in the row's territory.", ({ min }) => min),
  ofTerritory("TERRITORY_MAX", "The largest value in the row's territory.", ({ max }) => max),
  {
    ...whole(
      "TERRITORY_COUNT",
      "TERRITORY_COUNT([value])",
      "Number of accounts in the row's territory, or of those where the value is not blank.",
    ),
    reads: "alignment",
    least: 0,
    check: taking(["any"], "number"),
    calculate: (args, scope) => {
      const { territoryOf, slots } = territoriesOf(scope);
      const counts = counted(args[0], scope, (i) => territoryOf[i]!, slots);
      return bySlot([], scope, territoryOf, (slot) => counts[slot]!);
    },
  },
  {
    ...whole(
      "PERCENT_OF_TERRITORY",
      "PERCENT_OF_TERRITORY(number)",
      "The number as a part of its territory's sum: 0.25 is a quarter.",
    ),
    reads: "alignment",
    check: taking(["number"], "number"),
    calculate: (args, scope) => {
      const { territoryOf, slots } = territoriesOf(scope);
      const value = numberAt(args[0]!);
      const totals = totalsBy(args[0]!, scope, (i) => territoryOf[i]!, slots);
      return numberResult([...args, EVERY_ROW], scope, "number", (i, failing) => {
        const slot = territoryOf[i]!;
        const part = value(i);
        if (slot === 0 || Number.isNaN(part)) return Number.NaN;
        const { sum } = totals[slot]!;
        return sum === 0 ? failing.with(DIVISION_BY_ZERO) : part / sum;
      });
    },
  },
  {
    ...whole(
      "RANK_IN_TERRITORY",
      "RANK_IN_TERRITORY(number)",
      "Place in the row's territory, the largest first; the same numbers share a place.",
    ),
    reads: "alignment",
    check: taking(["number"], "number"),
    calculate: (args, scope) => {
      const { territoryOf, slots } = territoriesOf(scope);
      const ranks = groupRanks(spread(args[0]!, scope), scope.deleted, territoryOf, slots);
      return resultOf(args, ranks);
    },
  },
];

interface Totals {
  sum: number;
  count: number;
  min: number;
  max: number;
}

/** Makes a result differ from row to row even where its argument does not: the territory does. */
const EVERY_ROW: Vector = { kind: "yesno", flags: new Uint8Array(0), constant: false, errors: null };

function whole(name: string, signature: string, help: string) {
  return { name, signature, help, least: 1, most: 1, whole: true } as const;
}

function ofColumn(
  name: string,
  help: string,
  takes: "number" | "A",
  read: (totals: Totals) => number,
): FunctionSpec {
  return {
    ...whole(name, `${name}(${takes === "A" ? "value" : "number"})`, help),
    check: (kinds) =>
      kinds[0] === "text" || kinds[0] === "yesno"
        ? `${name} takes numbers${takes === "A" ? " or dates" : ""}.`
        : taking([takes], takes)(kinds),
    calculate: (args, scope, kind) => {
      const [totals] = totalsBy(args[0]!, scope, () => 0, 1);
      const value = numberConstant(read(totals!));
      return numberResult([value], scope, kind === "date" ? "date" : "number", numberAt(value));
    },
  };
}

function ofTerritory(name: string, help: string, read: (totals: Totals) => number): FunctionSpec {
  return {
    ...whole(name, `${name}(number)`, help),
    reads: "alignment",
    check: taking(["number"], "number"),
    calculate: (args, scope) => {
      const { territoryOf, slots } = territoriesOf(scope);
      const totals = totalsBy(args[0]!, scope, (i) => territoryOf[i]!, slots);
      return bySlot([], scope, territoryOf, (slot) => read(totals[slot]!));
    },
  };
}

/** The value of its territory in each cell; blank for the unassigned, who are no territory. */
function bySlot(
  args: readonly Vector[],
  scope: Scope,
  territoryOf: Uint16Array,
  read: (slot: number) => number,
): NumberVector {
  return numberResult([...args, EVERY_ROW], scope, "number", (i) => {
    const slot = territoryOf[i]!;
    return slot === 0 ? Number.NaN : read(slot);
  });
}

function totalsBy(vector: Vector, scope: Scope, groupOf: (i: number) => number, groups: number): Totals[] {
  const totals = Array.from(
    { length: groups },
    (): Totals => ({ sum: 0, count: 0, min: Number.NaN, max: Number.NaN }),
  );
  const value = numberAt(numbersOf(vector));
  const { deleted, count } = scope;
  for (let i = 0; i < count; i++) {
    const number = value(i);
    if (deleted?.[i] || Number.isNaN(number)) continue;
    const group = totals[groupOf(i)]!;
    group.sum += number;
    group.count++;
    if (!(group.min <= number)) group.min = number;
    if (!(group.max >= number)) group.max = number;
  }
  return totals;
}

function counted(
  vector: Vector | undefined,
  scope: Scope,
  groupOf: (i: number) => number,
  groups: number,
): Float64Array {
  const counts = new Float64Array(groups);
  const blank = vector ? isBlankAt(vector) : () => false;
  for (let i = 0; i < scope.count; i++) if (!scope.deleted?.[i] && !blank(i)) counts[groupOf(i)]!++;
  return counts;
}

function territoriesOf({ territoryOf }: Scope): {
  readonly territoryOf: Uint16Array;
  readonly slots: number;
} {
  if (!territoryOf) throw new Error("Expected an alignment for a function of territories, got none.");
  let last = 0;
  for (const slot of territoryOf) if (slot > last) last = slot;
  return { territoryOf, slots: last + 1 };
}

/** The numbers by cell, also where one stands for all. */
function spread(vector: Vector, { count }: Scope): Float64Array {
  const { values, constant } = numbersOf(vector);
  return constant ? new Float64Array(count).fill(values[0]!) : values;
}

function resultOf([arg]: readonly Vector[], values: Float64Array): NumberVector {
  return { kind: "number", values, constant: false, errors: arg!.constant ? null : arg!.errors };
}
