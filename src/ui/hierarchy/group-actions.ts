import { deleteGroup } from "../../model/edits/group-edits";
import { groupPath, levelName, slotsWithin } from "../../model/hierarchy";
import { isLive } from "../../model/table";
import type { Action } from "../actions";
import { doEdit } from "../do-edit";
import type { Planner } from "../planner";
import type { Dialogs } from "../shell/dialogs";
import { spotlightOn } from "../territories/spotlights";

/** What can be done with one group, for its menu. */
export function groupActions(planner: Planner, dialogs: Dialogs, id: string): Action[] {
  const { session } = planner;
  const { groups } = session.alignment;
  const path = groupPath(groups, id);
  const group = path.at(-1);
  if (!group) return [];
  const level = levelName(session.plan, path.length - 1);
  const below = levelName(session.plan, path.length);
  const disabled = () => {
    if (planner.readOnly()) return "this plan is being changed in another tab";
    return planner.preview() ? "accept or discard the proposal first" : null;
  };
  const show = () => {
    const slots = new Set(slotsWithin(session.alignment, id));
    const { accounts } = session.plan.tables;
    const { territoryOf } = session.alignment;
    const rows = [...territoryOf.keys()].filter(
      (row) => slots.has(territoryOf[row]!) && isLive(accounts, row),
    );
    spotlightOn(planner, `in ${group.name}`, rows);
  };
  return [
    {
      id: "edit-group",
      title: "Name and territories…",
      disabled,
      run: () => dialogs.open({ kind: "planning", show: { kind: "group", group: id, parent: null } }),
    },
    {
      id: "new-group-within",
      title: `New ${below.toLowerCase()} in it…`,
      disabled,
      run: () => dialogs.open({ kind: "planning", show: { kind: "group", group: null, parent: id } }),
    },
    {
      id: "move-group",
      title: "Move into…",
      disabled,
      run: () => dialogs.open({ kind: "planning", show: { kind: "move-into", slots: [], group: id } }),
    },
    {
      id: "levels",
      title: "Names of levels…",
      disabled,
      run: () => dialogs.open({ kind: "planning", show: { kind: "levels" } }),
    },
    { id: "show-group", title: "Show only its accounts", run: show },
    {
      id: "cut-out",
      title: "Save as a plan of its own…",
      run: () => dialogs.open({ kind: "planning", show: { kind: "cut-out", group: id } }),
    },
    {
      id: "delete-group",
      title: `Delete ${level.toLowerCase()}`,
      disabled,
      run: () => doEdit(planner, deleteGroup(session.plan, session.path, id)),
    },
  ];
}
