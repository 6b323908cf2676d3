import { type Accessor, createMemo, mapArray } from "solid-js";
import { territoryAt, UNASSIGNED } from "../../model/alignment";
import { assignUnitsByName } from "../../model/edits/assign-units";
import { type UnitFigures, unitFigures } from "../../model/metrics/unit-figures";
import type { ColumnType } from "../../model/table";
import { isUnitColumn, UNIT_COLUMNS } from "../../model/units";
import { codedTexts, type ViewColumn } from "../../model/views/view-column";
import { numberFormat } from "../grid/cell-format";
import { territoryWriter } from "../grid/clipboard/assignment-writers";
import type { GridColumn } from "../grid/grid-column";
import { createTableColumns } from "../grid/table-columns";
import { valuesOfUnits } from "../map/unit-values";
import { measureType } from "../number-format";
import type { Planner } from "../planner";
import { inTheWay } from "./unit-words";

/**
 * Columns of the units by row: name, territory, what lies in them, imported figures, what would not go with them, and code. What is counted stays
 * as it was while not `active`.
 */
export function createUnitColumns(
  planner: Planner,
  active: Accessor<boolean>,
): Accessor<readonly GridColumn[]> {
  const own = createTableColumns(planner, "units");
  const count = () => planner.plan().tables.units.count;
  const found = whileActive(active, () => unitFigures(planner.plan(), planner.path()));
  const counts = (key: string, header: string, of: (figures: UnitFigures) => Uint32Array) =>
    numbers(planner, { key, header, type: "number", width: 92, values: () => padded(of(found()), count()) });
  const counted = counts("@accounts", "Accounts", ({ accounts }) => accounts);
  const exceptions = exceptionColumn(
    counts("@exceptions", "Exceptions", (figures) => figures.exceptions),
    found,
  );
  const territory = territoryColumn(planner);
  const way = wayColumn(planner, found);
  // Columns are made once for what they show of a measure, and anew where that changes.
  const measures = createMemo(
    () =>
      planner
        .plan()
        .measures.filter(({ source }) => !["accounts", "unit-column", "workload"].includes(source.kind))
        .map((measure) => JSON.stringify([measure.id, measure.name, measureType(planner.plan(), measure)])),
    [],
    { equals: (a, b) => a.length === b.length && a.every((shape, i) => shape === b[i]) },
  );
  const measured = mapArray(measures, (shape) => {
    const [id, header, type] = JSON.parse(shape) as [string, string, ColumnType];
    const values = whileActive(active, () => {
      const plan = planner.plan();
      const measure = plan.measures.find((candidate) => candidate.id === id);
      return measure ? valuesOfUnits(plan, planner.path(), measure) : new Float64Array(0);
    });
    return numbers(planner, { key: `${id}@total`, header, type, width: 124, values });
  });
  const byKey = createMemo(() => new Map(own().map((column) => [column.key, column])));
  const fixed = createMemo(() => ({
    name: readOnly(byKey().get(UNIT_COLUMNS.name), { pinned: true, width: 190 }),
    code: readOnly(byKey().get(UNIT_COLUMNS.code), {}),
  }));
  const figures = createMemo(() => own().filter(({ key }) => !isUnitColumn(key)));
  return createMemo(() => [
    ...fixed().name,
    territory,
    counted,
    exceptions,
    ...measured(),
    ...figures(),
    way,
    ...fixed().code,
  ]);
}

/** Names and codes are those of the areas: accounts and borders are found by them. */
function readOnly(column: GridColumn | undefined, more: Partial<GridColumn>): GridColumn[] {
  if (!column) return [];
  const { edit: _, ...rest } = column;
  return [
    {
      ...rest,
      ...more,
      readOnlyReason: "Names and codes come with the areas. Import the areas again to change them.",
    },
  ];
}

function territoryColumn(planner: Planner): GridColumn {
  const territories = createMemo(() => planner.alignment().territories);
  const count = createMemo(() => planner.plan().tables.units.count);
  const given = createMemo(() => planner.alignment().territoryOfUnit);
  const codes = createMemo(() => {
    const slots = new Uint16Array(count());
    slots.set(given().subarray(0, slots.length));
    return slots;
  });
  const at = (slot: number) => territoryAt(planner.alignment(), slot);
  const slotOf = (row: number) => codes()[row] ?? UNASSIGNED;
  const texts = createMemo(() => codedTexts(territories().map((territory) => territory?.name ?? "")));
  const view = createMemo((): ViewColumn => ({ kind: "text", codes: codes(), texts: texts() }));
  const { refusal: _, ...writer } = territoryWriter(planner, () => "");
  const choices = () => writer.names?.all() ?? [];
  return {
    key: "@territory",
    header: "Territory",
    type: "choice",
    width: 150,
    live: true,
    view,
    text: (row) => at(slotOf(row)).name,
    groups: { idOf: (slot) => at(slot).id, colorOf: (slot) => at(slot).color },
    draw: (row) => (
      <span class="grid-chip-cell" classList={{ "grid-muted": slotOf(row()) === UNASSIGNED }}>
        <span class="swatch" style={{ "--swatch": at(slotOf(row())).color }} />
        <span>{at(slotOf(row())).name}</span>
      </span>
    ),
    edit: {
      ...writer,
      kind: "text",
      choices,
      patch: (plan, rows, names) => assignUnitsByName(plan, planner.path(), rows, names),
      refusal: () => (planner.preview() ? "Accept or discard the proposal first." : null),
    },
  };
}

function exceptionColumn(column: GridColumn, figures: Accessor<UnitFigures>): GridColumn {
  const has = (row: number) => (figures().exceptions[row] ?? 0) > 0;
  const text = (row: number) => (has(row) ? column.text(row) : "");
  return {
    ...column,
    width: 104,
    text,
    draw: (row) => <span classList={{ "grid-warning": has(row()) }}>{text(row())}</span>,
    readOnlyReason: "Accounts of the unit that are in another territory than the unit.",
  };
}

function wayColumn(planner: Planner, figures: Accessor<UnitFigures>): GridColumn {
  const text = (row: number) => inTheWay(figures(), row, planner.plan().settings.locale);
  const view = createMemo((): ViewColumn => {
    const codes = figures().accounts.map((_, row) => row);
    return { kind: "text", codes, texts: { size: codes.length, text } };
  });
  return {
    key: "@in-the-way",
    header: "In the way",
    type: "text",
    width: 220,
    live: true,
    view,
    text,
    readOnlyReason:
      "Locked and named accounts stay where they are when the unit is given away; unassigned ones have not come to its territory.",
  };
}

interface NumbersSpec {
  readonly key: string;
  readonly header: string;
  readonly type: ColumnType;
  readonly width: number;
  readonly values: () => Float64Array;
}

function numbers(planner: Planner, { key, header, type, width, values }: NumbersSpec): GridColumn {
  const current = createMemo(values);
  const view = createMemo((): ViewColumn => ({ kind: "number", values: current() }));
  const format = createMemo(() => numberFormat(type, planner.plan().settings));
  return {
    key,
    header,
    type,
    width,
    live: true,
    view,
    text: (row) => format()(current()[row] ?? 0),
    format: (value) => format()(value),
  };
}

/** A value that is not counted anew while nobody sees the sheet. */
function whileActive<Value>(active: Accessor<boolean>, count: () => Value): Accessor<Value> {
  return createMemo<Value | null>(
    (last) => (active() || last === null ? count() : last),
    null,
  ) as Accessor<Value>;
}

function padded(counts: Uint32Array, length: number): Float64Array {
  const values = new Float64Array(Math.max(length, counts.length));
  values.set(counts);
  return values;
}
