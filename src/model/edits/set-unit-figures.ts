import { withCells } from "../cells";
import type { Measure } from "../measure";
import type { Change, Patch } from "../patch";
import type { Plan } from "../plan";
import { columnByRole, type NumberColumn } from "../table";

/** Figures of units, such as the market potential of counties. */
export interface UnitFigures {
  readonly header: string;
  readonly type: "number" | "currency";
  /** By unit row, NaN where there is none; units behind the end have none. */
  readonly values: Float64Array;
}

/**
 * Puts figures of units into a column: the one with that header where there is one (figures of units that the file does not name stay), else a
 * new one. `measure` is added with it, by the id given, where the plan does not measure the column yet; null = only the column.
 */
export function setUnitFigures(
  plan: Plan,
  { header, type, values }: UnitFigures,
  measure: Pick<Measure, "id" | "name" | "weight" | "tolerance"> | null,
): Patch {
  const { units } = plan.tables;
  const rows: number[] = [];
  const to: number[] = [];
  values.forEach((value, row) => {
    if (!Number.isFinite(value) || row >= units.count) return;
    rows.push(row);
    to.push(value);
  });
  const from = units.columns.find((column) => column.kind === "number" && column.header === header) ?? null;
  const column = from ?? blankColumn(plan, header, type);
  const changes: Change[] = [
    {
      kind: "column",
      table: "units",
      at: from ? units.columns.indexOf(from) : units.columns.length,
      from,
      to: withCells(column, rows, to, null),
    },
  ];
  const measured = plan.measures.some(
    ({ source }) => source.kind === "unit-column" && source.column === column.key,
  );
  if (measure && !measured) {
    const added: Measure = { ...measure, source: { kind: "unit-column", column: column.key } };
    changes.push({
      kind: "record",
      collection: "measures",
      key: measure.id,
      at: plan.measures.length,
      from: null,
      to: added,
    });
  }
  return { label: `Import ${header} of units`, cause: { kind: "action", action: "unit-figures" }, changes };
}

function blankColumn({ tables: { units } }: Plan, header: string, type: UnitFigures["type"]): NumberColumn {
  const keys = new Set(units.columns.map(({ key }) => key));
  let number = 1;
  while (keys.has(`figures-${number}`)) number++;
  return {
    kind: "number",
    type,
    key: `figures-${number}`,
    header,
    role: columnByRole(units, "potential") ? null : "potential",
    origin: "planner",
    source: null,
    values: new Float64Array(units.count).fill(Number.NaN),
  };
}
