import { createEffect, createMemo, createSignal, For, on } from "solid-js";
import { takeAssignments } from "../../model/edits/take-assignments";
import { NOTHING_SELECTED, selectedRows, selectRows } from "../../session/row-selection";
import type { Action } from "../actions";
import { doEdit } from "../do-edit";
import { DataGrid } from "../grid/data-grid";
import { createSheetEdit } from "../grid/sheet-edit";
import { usePlanner } from "../planner";
import { spotlightOn } from "../territories/spotlights";
import { createMoveColumns } from "./move-columns";
import { createMoveLedger, type LedgerSource } from "./move-ledger";
import "./moves-sheet.css";

/** Every account that stands elsewhere than in the baseline, or in another scenario: who moved it, what that does, and the way back. */
export function MovesSheet(props: { active: boolean }) {
  const planner = usePlanner();
  const { session } = planner;
  const [source, setSource] = createSignal<LedgerSource>(null);
  const ledger = createMoveLedger(planner, source, () => props.active);
  const columns = createMoveColumns(planner, ledger);
  const [selection, setSelection] = createSignal(NOTHING_SELECTED);
  const moves = createMemo(() => ledger()?.moves);
  // The numbers of the moves change with every edit.
  createEffect(on(moves, () => setSelection(NOTHING_SELECTED), { defer: true }));
  const others = createMemo(() =>
    planner.plan().scenarios.filter(({ id, archived }) => !archived && id !== planner.path().scenario),
  );
  const chosen = () => selectedRows(selection()).map((row) => moves()!.accounts[row]!);
  const needsMoves = () => (selection().count === 0 ? "select moves first" : null);
  const fixed = () => {
    if (planner.readOnly()) return "this plan is being changed in another tab";
    return planner.preview() ? "accept or discard the proposal first" : null;
  };
  const takeBack = () => {
    const now = ledger();
    if (!now) return;
    const patch = takeAssignments(session.plan, session.path, now.before, chosen(), now.sourceName);
    if (!doEdit(planner, patch))
      planner.notify({ text: "They cannot go back: they are locked, or their territory is gone." });
  };
  const actions = (): readonly Action[] => [
    {
      id: "take-back",
      title: `Move back as in ${ledger()?.sourceName ?? "the baseline"}`,
      disabled: () => fixed() ?? needsMoves(),
      run: takeBack,
    },
    {
      id: "select-moved",
      title: "Select these accounts on the map",
      disabled: needsMoves,
      run: () => session.select(selectRows(planner.plan().tables.accounts.count, chosen())),
    },
    {
      id: "show-moved",
      title: "Show only these accounts",
      disabled: needsMoves,
      run: () => spotlightOn(planner, "moved", chosen()),
    },
  ];
  return (
    <DataGrid
      name="Moves"
      noun={["move", "moves"]}
      rowCount={moves()?.accounts.length ?? 0}
      hidden={null}
      columns={columns()}
      locale={planner.plan().settings.locale}
      readOnly={planner.readOnly()}
      selection={selection()}
      onSelect={setSelection}
      rowActions={actions()}
      edit={createSheetEdit(planner, null)}
      announce={planner.announce}
      tools={
        <div class="moves-tools">
          <label>
            Compared with{" "}
            <select
              class="input"
              value={source() ?? ""}
              onChange={(event) => setSource(event.currentTarget.value || null)}
            >
              <option value="">the baseline</option>
              <For each={others()}>{({ id, name }) => <option value={id}>{name}</option>}</For>
            </select>
          </label>
          <button
            type="button"
            class="button"
            disabled={fixed() !== null || selection().count === 0}
            onClick={takeBack}
          >
            Move back
          </button>
        </div>
      }
      empty={
        <p>
          {ledger()
            ? `Nothing differs from ${ledger()!.sourceName}. Moves made by hand, by rules or by the optimizer are listed here.`
            : "There is nothing to compare with: the plan came without territories. Duplicate the scenario to compare with the copy."}
        </p>
      }
    />
  );
}
