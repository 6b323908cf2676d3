import { Match, Switch } from "solid-js";
import type { DerivedColumn } from "../../model/planning/derived-column";
import { isFormula } from "../../model/planning/derived-column";
import { usePlanner } from "../planner";
import { FormulaDialog } from "./formula-dialog";

/** The dialog of a calculated column: a new formula (column null), or the one it is. */
export function ColumnDialog(props: {
  table: DerivedColumn["table"];
  column: string | null;
  onClose: () => void;
}) {
  const planner = usePlanner();
  const record = planner.session.plan.planning.columns.find(({ id }) => id === props.column) ?? null;
  const formulaTable = () => (props.table === "territories" ? null : props.table);
  const formula = record && isFormula(record) ? record : null;
  return (
    <Switch>
      <Match when={(formula || props.column === null) && formulaTable()} keyed>
        {(table) => <FormulaDialog table={table} record={formula} onClose={props.onClose} />}
      </Match>
    </Switch>
  );
}
