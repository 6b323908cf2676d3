import { createEffect, createMemo, createSignal, on, onCleanup, Show } from "solid-js";
import { isLive } from "../../model/table";
import { accountsPerUnit, chosenUnitSet, exceptionsOf, unitOfAccount } from "../../model/units";
import { NOTHING_SELECTED, selectedRows, selectRows } from "../../session/row-selection";
import type { Action } from "../actions";
import { createCellComments } from "../comments/cell-comments";
import { AddColumnMenu } from "../formulas/add-column-menu";
import { DataGrid } from "../grid/data-grid";
import { createDerivedColumns } from "../grid/derived-columns";
import { createSheetEdit } from "../grid/sheet-edit";
import { createSheetViews } from "../grid/views/sheet-views";
import { usePlanner } from "../planner";
import { spotlightOn } from "../territories/spotlights";
import { AssignUnitsDialog } from "./assign-units-dialog";
import { exceptionWords } from "./exception-words";
import { createUnitColumns } from "./unit-columns";
import "./units.css";

/** The geographic units of the plan: a row each, which can be given to a territory with the accounts in it. */
export function UnitsSheet(props: { active: boolean }) {
  const planner = usePlanner();
  const { session } = planner;
  const views = createSheetViews(planner, "units");
  // Units are made by choosing others, not one by one.
  const edit = { ...createSheetEdit(planner, "units"), rows: undefined };
  const own = createUnitColumns(planner, () => props.active);
  const calculated = createDerivedColumns(planner, "units");
  const columns = createMemo(() => [...own(), ...calculated()]);
  const units = createMemo(() => planner.plan().tables.units);
  const unitOf = createMemo(() => unitOfAccount(planner.plan()));
  const deleted = createMemo(() => planner.plan().tables.accounts.deleted);
  // Of three thousand counties few have accounts: these come first.
  const order = createMemo(
    on([unitOf, deleted], () => {
      const counts = accountsPerUnit(session.plan);
      return Uint32Array.from(counts.keys()).sort((a, b) => counts[b]! - counts[a]! || a - b);
    }),
  );
  const comments = createCellComments(planner, "units");
  const [selection, setSelection] = createSignal(NOTHING_SELECTED);
  const [assigned, setAssigned] = createSignal<readonly number[] | null>(null);
  const set = createMemo(() => chosenUnitSet(planner.plan()));
  // The rows of other units are others.
  let mine = planner.selection();
  const forget = () => {
    setSelection(NOTHING_SELECTED);
    planner.pickUnits([]);
  };
  createEffect(on(() => set()?.id, forget, { defer: true }));
  // Accounts that are selected elsewhere are not those of these units.
  createEffect(on(planner.selection, (selected) => selected !== mine && forget(), { defer: true }));
  onCleanup(() => planner.pickUnits([]));
  const exceptions = createMemo<ReturnType<typeof exceptionsOf> | null>(
    (last) => (props.active || !last ? exceptionsOf(planner.plan(), planner.path()) : last),
    null,
  );
  const accountsWhere = (holds: (account: number) => boolean) => {
    const { accounts } = session.plan.tables;
    return [...accounts.ids.keys()].filter((row) => isLive(accounts, row) && holds(row));
  };
  const accountsIn = (rows: readonly number[]) => {
    const wanted = new Set(rows);
    const unitOf = unitOfAccount(session.plan);
    return accountsWhere((account) => wanted.has(unitOf[account]!));
  };
  const select = (next: ReturnType<typeof selection>) => {
    setSelection(next);
    const rows = selectedRows(next);
    mine = selectRows(session.plan.tables.accounts.count, accountsIn(rows));
    session.select(mine);
    planner.pickUnits(rows);
    if (rows.length === 1) planner.showUnitOnMap(rows[0]!);
  };
  const chosen = () => selectedRows(selection());
  const needsUnits = () => (selection().count === 0 ? "select units first" : null);
  const fixed = () => {
    if (planner.readOnly()) return "this plan is being changed in another tab";
    return planner.preview() ? "accept or discard the proposal first" : null;
  };
  const rowActions = createMemo((): readonly Action[] => [
    {
      id: "assign-units",
      title: "Assign to…",
      disabled: () => fixed() ?? needsUnits(),
      run: () => setAssigned(chosen()),
    },
    {
      id: "show-unit",
      title: "Show on the map",
      disabled: () => needsUnits() ?? (selection().count > 1 ? "select one unit" : null),
      run: () => planner.showUnitOnMap(chosen()[0]!),
    },
    {
      id: "show-accounts-of-units",
      title: "Show only their accounts",
      disabled: needsUnits,
      run: () => spotlightOn(planner, "in these units", accountsIn(chosen())),
    },
    {
      id: "show-exceptions-of-units",
      title: "Show only their exceptions",
      disabled: needsUnits,
      run: () => {
        const flags = exceptions()?.flags;
        spotlightOn(
          planner,
          "not in the territory of their unit",
          accountsIn(chosen()).filter((account) => flags?.[account] === 1),
        );
      },
    },
  ]);
  const showExceptions = () => {
    const flags = exceptions()?.flags;
    spotlightOn(
      planner,
      "not in the territory of their unit",
      accountsWhere((account) => flags?.[account] === 1),
    );
  };
  return (
    <>
      <DataGrid
        name="Units"
        noun={["unit", "units"]}
        rowCount={units().count}
        hidden={units().deleted}
        order={order()}
        columns={columns()}
        locale={planner.plan().settings.locale}
        readOnly={planner.readOnly()}
        selection={selection()}
        onSelect={select}
        rowActions={rowActions()}
        edit={edit}
        views={views}
        comments={comments}
        announce={planner.announce}
        tools={
          <>
            <Show when={(exceptions()?.count ?? 0) > 0 && exceptions()}>
              {(found) => (
                <button
                  type="button"
                  class="button button-quiet"
                  classList={{ "units-warning": found().many }}
                  title={
                    found().many
                      ? "So many accounts are in another territory than their unit that the units mislead. Show them"
                      : "Show the accounts that are in another territory than their unit"
                  }
                  onClick={showExceptions}
                >
                  {exceptionWords(found(), planner.plan().settings.locale)}
                </button>
              )}
            </Show>
            <button
              type="button"
              class="button"
              disabled={fixed() !== null || selection().count === 0}
              onClick={() => setAssigned(chosen())}
            >
              Assign to…
            </button>
            <AddColumnMenu table="units" />
          </>
        }
      />
      <Show when={assigned()}>
        {(rows) => <AssignUnitsDialog units={rows()} onClose={() => setAssigned(null)} />}
      </Show>
    </>
  );
}
