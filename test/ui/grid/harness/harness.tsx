import "../../../../src/ui/styles/tokens.css";
import "../../../../src/ui/styles/base.css";
import "../../../../src/ui/styles/controls.css";

import { render } from "solid-js/web";
import { assignAccounts } from "../../../../src/model/edits/assign-accounts";
import { editCells } from "../../../../src/model/edits/edit-cells";
import { selectedRows } from "../../../../src/session/row-selection";
import { Session } from "../../../../src/session/session";
import type { DropTarget } from "../../../../src/ui/drag-accounts";
import { AccountsSheet } from "../../../../src/ui/grid/accounts-sheet";
import { TableSheet } from "../../../../src/ui/grid/table-sheet";
import { TerritoriesSheet } from "../../../../src/ui/grid/territories-sheet";
import { PlannerProvider, usePlanner } from "../../../../src/ui/planner";
import { createDialogs, DialogsProvider } from "../../../../src/ui/shell/dialogs";
import { afterPaint } from "./after-paint";
import { syntheticPlan } from "./synthetic-plan";

// A page of nothing but a sheet, for the bench and for looking at: ?rows=100000&columns=30&territories=500&sheet=accounts
const query = new URLSearchParams(location.search);
const numberIn = (name: string, fallback: number) => Number(query.get(name) ?? fallback);
const plan = syntheticPlan(numberIn("rows", 1200), numberIn("territories", 24), numberIn("columns", 30));
let id = 0;
const session = new Session(plan, [], { now: () => 0, makeId: () => `r${id++}`, author: () => "Test" });

function Announcements() {
  const planner = usePlanner();
  return (
    <div role="status" aria-live="polite" class="visually-hidden">
      {planner.announcement()}
    </div>
  );
}

function Sheet() {
  const sheet = query.get("sheet") ?? "accounts";
  if (sheet === "territories") return <TerritoriesSheet />;
  if (sheet === "reps") return <TableSheet table="reps" name="Reps" noun={["rep", "reps"]} />;
  if (sheet === "leads") return <TableSheet table="leads" name="Leads" noun={["lead", "leads"]} />;
  const assigned: unknown[] = [];
  Object.assign(window, { assigned });
  const assign = (target: DropTarget, rows: readonly number[]) => {
    if (target.kind !== "territory") return;
    session.edit(assignAccounts(session.plan, session.path, new Set(rows), target.slot));
  };
  return (
    <AccountsSheet
      onAssign={(rows) => assigned.push(rows)}
      onDropAccounts={assign}
      rowActions={[
        { id: "assign", title: "Assign to…", shortcut: "Mod+Shift+A", run: () => assigned.push("menu") },
        { id: "lock", title: "Lock", run: () => {} },
      ]}
    />
  );
}

const root = document.getElementById("app")!;
const started = performance.now();
afterPaint(() => Object.assign(window, { mountMs: performance.now() - started }));
render(
  () => (
    <PlannerProvider session={session}>
      <DialogsProvider value={createDialogs()}>
        <Sheet />
        <Announcements />
      </DialogsProvider>
    </PlannerProvider>
  ),
  root,
);
Object.assign(window, {
  session,
  reassign: (count: number, slot: number) => {
    const rows = new Set(Array.from({ length: count }, (_, row) => row));
    return session.edit(assignAccounts(session.plan, session.path, rows, slot));
  },
  writeCell: (row: number, column: string, text: string) =>
    session.edit(editCells(session.plan, "accounts", column, [row], [text])),
  selectedRows: () => selectedRows(session.selection),
});
