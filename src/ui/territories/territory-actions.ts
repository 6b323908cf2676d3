import { territoryAt } from "../../model/alignment";
import { lockAccounts } from "../../model/edits/lock-accounts";
import { deleteTerritory } from "../../model/edits/territory-edits";
import { selectedRows } from "../../session/row-selection";
import type { MenuItem } from "../controls/menu-button";
import type { Planner } from "../planner";
import type { Dialogs } from "../shell/dialogs";
import { dropAccounts } from "./drop-accounts";

/** What can be done with one territory, for its menu. */
export function territoryActions(planner: Planner, dialogs: Dialogs, slot: number): MenuItem[] {
  const { session } = planner;
  const readOnly = planner.readOnly() || planner.preview() !== null;
  const members = () => {
    const { territoryOf } = session.alignment;
    const rows = new Set<number>();
    for (let row = 0; row < territoryOf.length; row++) if (territoryOf[row] === slot) rows.add(row);
    return rows;
  };
  const remove = () => {
    const name = territoryAt(session.alignment, slot).name;
    session.edit(deleteTerritory(session.plan, session.path, slot));
    const text = `${name} deleted. Its accounts are unassigned.`;
    planner.announce(text);
    planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
  };
  const lockAll = (locked: boolean) => {
    const lock = locked ? { reason: "", until: null } : null;
    const patch = lockAccounts(session.plan, session.path, members(), lock);
    if (session.edit(patch)) planner.announce(patch.label);
  };
  return [
    {
      label: "Name, color, rep…",
      disabled: readOnly,
      run: () => dialogs.open({ kind: "territory", slot }),
    },
    {
      label: "Move the selected accounts here",
      disabled: readOnly || planner.selection().count === 0,
      run: () => dropAccounts(planner, selectedRows(planner.selection()), slot),
    },
    { label: "Lock its accounts", disabled: readOnly, run: () => lockAll(true) },
    { label: "Unlock its accounts", disabled: readOnly, run: () => lockAll(false) },
    { label: "Delete territory", disabled: readOnly, danger: true, run: remove },
  ];
}
