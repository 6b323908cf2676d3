import Calculator from "lucide-solid/icons/calculator";
import type { DerivedColumn } from "../../model/planning/derived-column";
import { Menu, type MenuItem } from "../controls/menu-button";
import { usePlanner } from "../planner";
import { useDialogs } from "../shell/dialogs";

/** What can be calculated beside the columns of a sheet. */
export function AddColumnMenu(props: { table: DerivedColumn["table"] }) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const items = (): MenuItem[] => [
    {
      label: "Formula column…",
      disabled: planner.readOnly(),
      run: () =>
        dialogs.open({ kind: "planning", show: { kind: "column", table: props.table, column: null } }),
    },
  ];
  return (
    <Menu label="Add calculated column" class="button button-quiet grid-bar-button" items={items()}>
      <Calculator aria-hidden="true" />
    </Menu>
  );
}
