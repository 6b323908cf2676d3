import { type Accessor, createMemo, mapArray, untrack } from "solid-js";
import type { Alignment } from "../../model/alignment";
import { type DerivedColumn, isFormula } from "../../model/planning/derived-column";
import { measureType } from "../number-format";
import type { Planner } from "../planner";
import { useDialogs } from "../shell/dialogs";
import { formulaColumn, formulaShape } from "./formula-columns";
import type { GridColumn } from "./grid-column";
import { measureChangeColumn, scenarioTerritoryColumn } from "./scenario-columns";

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
  if (isFormula(record)) return formulaShape(planner.plan(), record);
  const { header, source } = record;
  if (source.kind !== "measure-change") return [header, source];
  const measure = planner.plan().measures.find(({ id }) => id === source.measure);
  return [header, source, measure && measureType(planner.plan(), measure)];
}

function makeColumn(
  planner: Planner,
  record: DerivedColumn,
  shown: Accessor<Alignment>,
  open: () => void,
): GridColumn {
  if (isFormula(record))
    return formulaColumn(planner, record, formulaShape(planner.plan(), record), shown, open);
  const { source } = record;
  switch (source.kind) {
    case "scenario-territory":
      return scenarioTerritoryColumn(planner, record, source.scenario, open);
    case "measure-change":
      return measureChangeColumn(planner, record, source, shown, open);
    case "formula":
      throw new Error("Expected a formula to be one.");
  }
}
