import { createEffect, createMemo, For, type JSX, lazy, on, Show, Suspense } from "solid-js";
import { liveCount } from "../../model/table";
import type { Action } from "../actions";
import type { DropTarget } from "../drag-accounts";
import { AccountsSheet } from "../grid/accounts-sheet";
import { type RowSpotlight, TableSheet } from "../grid/table-sheet";
import { TerritoriesSheet } from "../grid/territories-sheet";
import { SHEETS, type SheetName as Sheet, useOpenSheets } from "../open-sheets";
import { usePlanner } from "../planner";
import { territoriesActions } from "../territories/territory-actions";
import { useDialogs } from "./dialogs";

const MovesSheet = lazy(() =>
  import("../ledger/moves-sheet").then((module) => ({ default: module.MovesSheet })),
);
const UnitsSheet = lazy(() =>
  import("../units/units-sheet").then((module) => ({ default: module.UnitsSheet })),
);
const RulesSheet = lazy(() =>
  import("../rules/rules-sheet").then((module) => ({ default: module.RulesSheet })),
);

/** The plan's tables, one at a time. A sheet that was opened keeps its filters, sorting and place while others are shown. */
export function SheetsPane(props: {
  onAssign: (accounts: readonly number[]) => void;
  onDrop: (target: DropTarget, accounts: readonly number[]) => void;
  actions: readonly Action[];
  /** Shows what can be done with selected accounts, where no map beside the sheets does. */
  selectionBar: boolean;
}) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const { front: sheet, bringToFront: setSheet } = useOpenSheets()!;
  const opened = createMemo<ReadonlySet<Sheet>>((before) => new Set(before).add(sheet()), new Set());
  const counts = createMemo(() => {
    const { accounts, leads, deals, reps, units } = planner.plan().tables;
    return {
      Accounts: liveCount(accounts),
      Leads: liveCount(leads),
      Deals: liveCount(deals),
      Reps: liveCount(reps),
      Territories: planner.figures().territoryCount,
      Units: liveCount(units),
      Rules: planner.plan().planning.rules.length,
      Moves: null,
    };
  });
  const hasUnits = createMemo(() => counts().Units > 0);
  const tabs = createMemo(() => SHEETS.filter((name) => name !== "Units" || hasUnits()));
  createEffect(() => {
    if (!tabs().includes(sheet())) setSheet("Accounts");
  });
  // Accounts are picked out to be looked at.
  createEffect(
    on(planner.spotlight, (spotlight) => {
      if (spotlight) setSheet("Accounts");
    }),
  );
  createEffect(
    on(planner.leadSpotlight, (spotlight) => {
      if (spotlight) setSheet("Leads");
    }),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = tabs().indexOf(sheet());
    setSheet(tabs()[(at + step + tabs().length) % tabs().length]!);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  };
  const leadsShown = (): RowSpotlight | null => {
    const spotlight = planner.leadSpotlight();
    const end = () => planner.setLeadSpotlight(null);
    return spotlight && { label: spotlight.label, rows: spotlight.leads, end };
  };
  const sheetOf: Readonly<Record<Sheet, () => JSX.Element>> = {
    Accounts: () => (
      <AccountsSheet
        onAssign={props.onAssign}
        onDropAccounts={props.onDrop}
        rowActions={props.actions}
        selectionBar={props.selectionBar}
      />
    ),
    Leads: () => <TableSheet table="leads" name="Leads" noun={["lead", "leads"]} spotlight={leadsShown()} />,
    Deals: () => <TableSheet table="deals" name="Deals" noun={["deal", "deals"]} />,
    Reps: () => <TableSheet table="reps" name="Reps" noun={["rep", "reps"]} />,
    Territories: () => (
      <TerritoriesSheet rowActions={(slots) => territoriesActions(planner, dialogs, slots)} />
    ),
    Units: () => (
      <Suspense>
        <UnitsSheet active={sheet() === "Units"} />
      </Suspense>
    ),
    Rules: () => (
      <Suspense>
        <RulesSheet active={sheet() === "Rules"} />
      </Suspense>
    ),
    Moves: () => (
      <Suspense>
        <MovesSheet active={sheet() === "Moves"} />
      </Suspense>
    ),
  };
  return (
    <section class="pane sheets" aria-label="Sheets">
      <div class="sheet-tabs" role="tablist" aria-label="Sheets" onKeyDown={onKeyDown}>
        <For each={tabs()}>
          {(name) => (
            <button
              type="button"
              role="tab"
              aria-selected={sheet() === name}
              tabIndex={sheet() === name ? 0 : -1}
              onClick={() => setSheet(name)}
            >
              {name}
              <Show when={counts()[name] !== null}>
                <span class="sheet-count">
                  {counts()[name]!.toLocaleString(planner.plan().settings.locale)}
                </span>
              </Show>
            </button>
          )}
        </For>
      </div>
      <For each={tabs()}>
        {(name) => (
          <Show when={opened().has(name)}>
            <div
              class="sheet"
              classList={{ "sheet-hidden": sheet() !== name }}
              role="tabpanel"
              aria-label={name}
            >
              {sheetOf[name]()}
            </div>
          </Show>
        )}
      </For>
    </section>
  );
}
