import { type Accessor, createMemo, mapArray, untrack } from "solid-js";
import { type DerivedColumn, isFormula } from "../../model/planning/derived-column";
import type { Planner } from "../planner";
import { useDialogs } from "../shell/dialogs";
import { formulaColumn, formulaShape } from "./formula-columns";
import type { GridColumn } from "./grid-column";

/** The calculated columns of a sheet, in the planner's order. A column's object stays the same until its name or type changes. */
export function createDerivedColumns(
  planner: Planner,
  table: DerivedColumn["table"],
): Accessor<readonly GridColumn[]> {
  const dialogs = useDialogs();
  const records = createMemo(() =>
    planner.plan().planning.columns.filter((record) => record.table === table),
  );
  const shown = createMemo(() => {
    const preview = planner.preview();
    return preview ? { ...planner.alignment(), ...preview } : planner.alignment();
  });
  // Keyed by what a column is, not by its values, so that an edit of a cell makes no new columns.
  const shapes = createMemo(
    () => records().map((record) => JSON.stringify([record.id, shapeOf(planner, record)])),
    [],
    { equals: (a, b) => a.length === b.length && a.every((shape, i) => shape === b[i]) },
  );
  return createMemo(
    mapArray(shapes, (shape) => {
      const [id] = JSON.parse(shape) as [string];
      const record = untrack(records).find((candidate) => candidate.id === id)!;
      const open = () => dialogs.open({ kind: "planning", show: { kind: "column", table, column: id } });
      return untrack(() => makeColumn(planner, record, shown, open));
    }),
  );
}

function shapeOf(planner: Planner, record: DerivedColumn): unknown {
  return isFormula(record) ? formulaShape(planner.plan(), record) : [record.header, record.source];
}

function makeColumn(
  planner: Planner,
  record: DerivedColumn,
  shown: Parameters<typeof formulaColumn>[3],
  open: () => void,
): GridColumn {
  if (isFormula(record))
    return formulaColumn(planner, record, formulaShape(planner.plan(), record), shown, open);
  throw new Error(`Expected a formula column, got ${record.source.kind}.`);
}
