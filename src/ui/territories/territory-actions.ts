import { type Alignment, territoryAt } from "../../model/alignment";
import { lockAccounts } from "../../model/edits/lock-accounts";
import { accountsOfEither, takeAssignments } from "../../model/edits/take-assignments";
import { deleteTerritory } from "../../model/edits/territory-edits";
import { BASELINE, comparables } from "../../session/compared-alignments";
import { selectedRows } from "../../session/row-selection";
import type { Action } from "../actions";
import { doEdit } from "../do-edit";
import { doneText } from "../done-text";
import type { Planner } from "../planner";
import type { Dialogs } from "../shell/dialogs";
import { dropAccounts } from "./drop-accounts";
import { reshapeActions } from "./reshape-actions";
import { accountsIn, spotlightOn } from "./spotlights";

/** What can be done with the territories selected in their sheet. */
export function territoriesActions(planner: Planner, dialogs: Dialogs, slots: readonly number[]): Action[] {
  const [only] = slots;
  if (only !== undefined && slots.length === 1) return territoryActions(planner, dialogs, only);
  const disabled = () => (planner.readOnly() ? "this plan is being changed in another tab" : null);
  return [
    {
      id: "move-territories",
      title: "Move into…",
      disabled: () => disabled() ?? (slots.length === 0 ? "select territories first" : null),
      run: () => dialogs.open({ kind: "planning", show: { kind: "move-into", slots, group: null } }),
    },
  ];
}

/** What can be done with one territory, for its menu. */
export function territoryActions(planner: Planner, dialogs: Dialogs, slot: number): Action[] {
  const { session } = planner;
  const name = () => territoryAt(session.alignment, slot).name;
  const readOnly = () => {
    if (planner.readOnly()) return "this plan is being changed in another tab";
    return planner.preview() ? "accept or discard the proposal first" : null;
  };
  const remove = () => {
    const text = `${name()} deleted. Its accounts are unassigned.`;
    session.edit(deleteTerritory(session.plan, session.path, slot));
    planner.announce(text);
    planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
  };
  const lockAll = (locked: boolean) => {
    const lock = locked ? { reason: "", until: null } : null;
    const members = new Set(accountsIn(planner, slot));
    const patch = lockAccounts(session.plan, session.path, members, lock);
    if (session.edit(patch)) planner.announce(doneText(patch.label));
  };
  return [
    {
      id: "edit-territory",
      title: "Name, color, rep…",
      disabled: readOnly,
      run: () => dialogs.open({ kind: "territory", slot }),
    },
    {
      id: "take-selected",
      title: "Move the selected accounts here",
      disabled: () => readOnly() ?? (planner.selection().count === 0 ? "select accounts first" : null),
      run: () => dropAccounts(planner, selectedRows(planner.selection()), slot),
    },
    {
      id: "move-territory",
      title: "Move into…",
      disabled: readOnly,
      run: () => dialogs.open({ kind: "planning", show: { kind: "move-into", slots: [slot], group: null } }),
    },
    {
      id: "show-territory",
      title: "Show only its accounts",
      run: () => spotlightOn(planner, `in ${name()}`, accountsIn(planner, slot)),
    },
    ...reshapeActions(planner, dialogs, slot, readOnly),
    { id: "lock-territory", title: "Lock its accounts", disabled: readOnly, run: () => lockAll(true) },
    { id: "unlock-territory", title: "Unlock its accounts", disabled: readOnly, run: () => lockAll(false) },
    ...copyActions(planner, slot, readOnly),
    { id: "delete-territory", title: "Delete territory", disabled: readOnly, run: remove },
  ];
}

/** Alignments offered in one menu. */
const MOST_SOURCES = 6;

/** One action for each other alignment that divides this territory otherwise: take its accounts from there, and give away the rest. */
function copyActions(planner: Planner, slot: number, readOnly: () => string | null): Action[] {
  const { session } = planner;
  const territory = territoryAt(session.alignment, slot).id;
  return comparables(session.plan, session.path.layer)
    .filter(
      ({ id, alignment }) => id !== session.path.scenario && differs(territory, session.alignment, alignment),
    )
    .slice(0, MOST_SOURCES)
    .map(({ id, name, alignment }) => ({
      id: `copy-from-${id}`,
      title: `Draw it as in ${id === BASELINE ? "the baseline" : name}`,
      disabled: readOnly,
      run: () => {
        const accounts = accountsOfEither(territory, session.alignment, alignment);
        const source = id === BASELINE ? "the baseline" : name;
        if (!doEdit(planner, takeAssignments(session.plan, session.path, alignment, accounts, source)))
          planner.notify({
            text: "Nothing could move: the accounts are locked, or their territories are gone.",
          });
      },
    }));
}

function differs(territory: string, here: Alignment, there: Alignment): boolean {
  if (!there.territories.some((entry) => entry?.id === territory)) return false;
  const slotIn = ({ territories }: Alignment) => territories.findIndex((entry) => entry?.id === territory);
  const [hereSlot, thereSlot] = [slotIn(here), slotIn(there)];
  return accountsOfEither(territory, here, there).some(
    (account) => (here.territoryOf[account] === hereSlot) !== (there.territoryOf[account] === thereSlot),
  );
}
