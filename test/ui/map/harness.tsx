import { render } from "solid-js/web";
import "../../../src/ui/styles/tokens.css";
import "../../../src/ui/styles/base.css";
import "../../../src/ui/styles/controls.css";
import { columnByRole } from "../../../src/model/table";
import { Session } from "../../../src/session/session";
import { openStreetMapFiles } from "../../../src/storage/street-map-file";
import { MapPane } from "../../../src/ui/map/map-pane";
import { type Planner, PlannerProvider, usePlanner } from "../../../src/ui/planner";
import { createDialogs, DialogsProvider } from "../../../src/ui/shell/dialogs";
import { startAreaMesh } from "../../../src/worker/areas-client";
import { mapPlan } from "./map-plan";

declare global {
  interface Window {
    planner: Planner;
    asked: string[];
  }
}

const query = new URLSearchParams(location.search);
const number = (name: string, otherwise: number) => Number(query.get(name) ?? otherwise);
const plan = mapPlan(number("accounts", 1200), number("territories", 12), number("unlocated", 16));
if (query.has("stack")) {
  for (const role of ["latitude", "longitude"] as const) {
    const column = columnByRole(plan.tables.accounts, role);
    if (column?.kind === "number") column.values.fill(column.values[0]!);
  }
}
if (query.has("overseas")) {
  for (const [role, shift] of [
    ["latitude", 9],
    ["longitude", 99],
  ] as const) {
    const column = columnByRole(plan.tables.accounts, role);
    if (column?.kind !== "number") continue;
    const { values } = column;
    for (let account = 0; account < values.length; account++)
      if (account % 3 === 0) values[account]! += shift;
  }
}
const session = new Session(plan, [], { now: () => 0, makeId: () => crypto.randomUUID(), author: () => "" });
const theme = query.get("theme");
if (theme) document.documentElement.dataset.theme = theme;
window.asked = [];

function Expose() {
  window.planner = usePlanner();
  return null;
}

const root = document.getElementById("app");
if (root) {
  render(
    () => (
      <PlannerProvider session={session}>
        <Expose />
        <DialogsProvider value={createDialogs()}>
          <MapPane
            startAreaMesh={startAreaMesh}
            streetMaps={openStreetMapFiles()}
            onAssign={() => window.asked.push("assign")}
            onShowUnlocated={() => window.asked.push("unlocated")}
          />
        </DialogsProvider>
      </PlannerProvider>
    ),
    root,
  );
}
