import ArrowRightLeft from "lucide-solid/icons/arrow-right-left";
import GripVertical from "lucide-solid/icons/grip-vertical";
import Lock from "lucide-solid/icons/lock";
import LockOpen from "lucide-solid/icons/lock-open";
import X from "lucide-solid/icons/x";
import ZoomIn from "lucide-solid/icons/zoom-in";
import { createMemo, Show } from "solid-js";
import { lockAccounts } from "../model/edits/lock-accounts";
import { NOTHING_SELECTED, selectedRows } from "../session/row-selection";
import { doneText } from "./done-text";
import { pressOnAccounts } from "./drag-accounts";
import { usePlanner } from "./planner";
import { useDialogs } from "./shell/dialogs";
import { dropOn } from "./territories/drop-accounts";
import "./selection-bar.css";

/** What can be done with the selected accounts. Nothing is shown while none is selected. */
export function SelectionBar(props: { onAssign: () => void }) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const count = () => planner.selection().count;
  const allLocked = createMemo(() => {
    const { locked } = planner.alignment();
    return count() > 0 && selectedRows(planner.selection()).every((account) => locked[account] === 1);
  });
  const fixed = () => planner.readOnly() || planner.preview() !== null;
  const toggleLock = () => {
    const accounts = new Set(selectedRows(planner.selection()));
    const lock = allLocked() ? null : { reason: "", until: null };
    const patch = lockAccounts(planner.plan(), planner.path(), accounts, lock);
    if (planner.session.edit(patch)) planner.announce(doneText(patch.label));
  };
  return (
    <Show when={count() > 0}>
      <div class="selection-bar" role="toolbar" aria-label="Selected accounts">
        <span
          class="selection-handle"
          title="Drag to a territory"
          onPointerDown={(event) =>
            pressOnAccounts(
              event,
              () => selectedRows(planner.selection()),
              (target, accounts) => dropOn(planner, dialogs, target, accounts),
            )
          }
        >
          <GripVertical aria-hidden="true" />
        </span>
        <span class="selection-count">{count().toLocaleString(planner.plan().settings.locale)} selected</span>
        <button
          type="button"
          class="button button-primary"
          disabled={fixed()}
          onClick={() => props.onAssign()}
        >
          <ArrowRightLeft aria-hidden="true" />
          Assign to…
        </button>
        <button type="button" class="button button-quiet" disabled={fixed()} onClick={toggleLock}>
          <Show when={allLocked()} fallback={<Lock aria-hidden="true" />}>
            <LockOpen aria-hidden="true" />
          </Show>
          {allLocked() ? "Unlock" : "Lock"}
        </button>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Zoom to selected"
          title="Zoom to selected (Z on the map)"
          onClick={() => planner.showOnMap(selectedRows(planner.selection()))}
        >
          <ZoomIn aria-hidden="true" />
        </button>
        <button
          type="button"
          class="button button-quiet"
          onClick={() => planner.session.select(NOTHING_SELECTED)}
        >
          <X aria-hidden="true" />
          Clear
        </button>
      </div>
    </Show>
  );
}
