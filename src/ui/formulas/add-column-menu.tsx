import Calculator from "lucide-solid/icons/calculator";
import type { DerivedColumn, DerivedSource } from "../../model/planning/derived-column";
import { Menu, type MenuItem } from "../controls/menu-button";
import { usePlanner } from "../planner";
import { useDialogs } from "../shell/dialogs";

/** What can be calculated beside the columns of a sheet. */
export function AddColumnMenu(props: { table: DerivedColumn["table"] }) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const item = (label: string, make: DerivedSource["kind"]): MenuItem => ({
    label,
    disabled: planner.readOnly(),
    run: () =>
      dialogs.open({ kind: "planning", show: { kind: "column", table: props.table, column: null, make } }),
  });
  const items = (): MenuItem[] => [
    ...(props.table === "territories" ? [] : [item("Formula column…", "formula")]),
    ...(props.table === "accounts" ? [item("Territory in a scenario…", "scenario-territory")] : []),
    ...(props.table === "accounts" || props.table === "territories"
      ? [item("Change between scenarios…", "measure-change")]
      : []),
  ];
  return (
    <Menu label="Add calculated column" class="button button-quiet grid-bar-button" items={items()}>
      <Calculator aria-hidden="true" />
      <span class="grid-bar-word">Calculate</span>
    </Menu>
  );
}
