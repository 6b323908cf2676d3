import { render } from "solid-js/web";
import "../../../src/ui/styles/base.css";
import "../../../src/ui/styles/controls.css";
import "../../../src/ui/styles/tokens.css";
import { withAlignment } from "../../../src/model/plan";
import { Session } from "../../../src/session/session";
import { Workspace } from "../../../src/session/workspace";
import { openPlanStore } from "../../../src/storage/plan-store";
import { PlannerProvider } from "../../../src/ui/planner";
import { type Services, ServicesProvider } from "../../../src/ui/services";
import { createDialogs, DialogsProvider } from "../../../src/ui/shell/dialogs";
import { PlanView } from "../../../src/ui/shell/plan-view";
import { optimizerWorkers } from "../../../src/worker/optimizer-workers";
import { mapPlan } from "../../ui/map/map-plan";

/** The open plan as the planner sees it, over made-up accounts; nothing of it is stored. */
const query = new URLSearchParams(location.search);
const drawn = mapPlan(Number(query.get("accounts") ?? 100_000), Number(query.get("territories") ?? 500));
const path = { scenario: drawn.scenarios[0]!.id, layer: drawn.layers[0]!.id };
const alignment = drawn.scenarios[0]!.alignments[path.layer]!;
// Locks of made-up accounts would make the problem one without a plan.
const free = { ...alignment, locks: new Map(), locked: new Uint8Array(alignment.locked.length) };
const plan = withAlignment(
  { ...drawn, layers: drawn.layers.map((layer) => ({ ...layer, baseline: free })) },
  path,
  free,
);
let ids = 0;
const makeId = () => `id-${++ids}`;
const surroundings = { now: () => 0, makeId, author: () => "" };
const store = openPlanStore();
const session = new Session(plan, [], surroundings);
const services = {
  workspace: new Workspace(store, surroundings),
  store,
  optimizer: optimizerWorkers,
  makeId,
} as unknown as Services;
render(
  () => (
    <ServicesProvider value={services}>
      <DialogsProvider value={createDialogs()}>
        <div class="app">
          <PlannerProvider session={session}>
            <PlanView />
          </PlannerProvider>
        </div>
      </DialogsProvider>
    </ServicesProvider>
  ),
  document.getElementById("app")!,
);
