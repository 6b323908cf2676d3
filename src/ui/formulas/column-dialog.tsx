import { Match, Switch } from "solid-js";
import type { DerivedColumn, DerivedSource } from "../../model/planning/derived-column";
import { isFormula } from "../../model/planning/derived-column";
import { usePlanner } from "../planner";
import { FormulaDialog } from "./formula-dialog";
import { ScenarioColumnDialog } from "./scenario-column-dialog";

/** The dialog of a calculated column: a new one (column null), or the one it is. */
export function ColumnDialog(props: {
  table: DerivedColumn["table"];
  column: string | null;
  /** What a new one is. */
  make: DerivedSource["kind"];
  onClose: () => void;
}) {
  const planner = usePlanner();
  const record = planner.session.plan.planning.columns.find(({ id }) => id === props.column) ?? null;
  const formulaTable = () => (props.table === "territories" ? null : props.table);
  const formula = record && isFormula(record) ? record : null;
  const kind = record?.source.kind ?? props.make;
  return (
    <Switch>
      <Match when={kind === "formula" && formulaTable()} keyed>
        {(table) => <FormulaDialog table={table} record={formula} onClose={props.onClose} />}
      </Match>
      <Match when={kind !== "formula" && kind} keyed>
        {(other) => (
          <ScenarioColumnDialog table={props.table} kind={other} record={record} onClose={props.onClose} />
        )}
      </Match>
    </Switch>
  );
}
