import "./ui/styles/tokens.css";
import "./ui/styles/base.css";
import "./ui/styles/controls.css";
import { render } from "solid-js/web";
import type { LocatedAgain, LocatedTable } from "./files/import/locate-again";
import type { PlanFileClient } from "./files/plan/plan-file";
import type { Geodata } from "./geodata/load";
import type { UnitSet } from "./geodata/unit-set";
import { makeRecordId } from "./model/ids";
import type { Plan } from "./model/plan";
import type { OptimizerPort } from "./session/optimizer-port";
import { Workspace } from "./session/workspace";
import { openPlanStore } from "./storage/plan-store";
import { makeSnapshots, type SnapshotCodec } from "./storage/snapshots";
import { openStreetMapFiles } from "./storage/street-map-file";
import { App } from "./ui/app";
import type { Services } from "./ui/services";
import { createAuthor } from "./ui/shell/author";
import { restoreTheme } from "./ui/shell/theme";
import { startAreaMesh } from "./worker/areas-client";
import { makeExportClient } from "./worker/export-client";
import { makeImportClient } from "./worker/import-client";
import { startNeighborGraph } from "./worker/neighbors-client";
import { optimizerWorkers } from "./worker/optimizer-workers";
import { makePlanFileClient } from "./worker/plan-file-client";
import { makeUnitsClient } from "./worker/units-client";

const makeId = () => makeRecordId(Math.random);
const optimizer: OptimizerPort = optimizerWorkers;

/** The seed of the sample plan. Every opening is a plan of its own, so that work on an earlier one is never replaced. */
const SAMPLE_SEED = 7;

async function makeSample(): Promise<Plan> {
  const [{ makeSamplePlan }, { Geodata }, { US_STATES }] = await Promise.all([
    import("./model/sample/sample-plan"),
    import("./geodata/load"),
    import("./geodata/us-states"),
  ]);
  const table = await new Geodata().usPostalTable();
  const postalCodes = { ...table, states: US_STATES.map(({ code }) => code) };
  return { ...makeSamplePlan(postalCodes, { seed: SAMPLE_SEED, now: Date.now() }), id: makeId() };
}

async function locateAgain(plan: Plan, rows: readonly number[], table?: LocatedTable): Promise<LocatedAgain> {
  const [again, { Geodata }] = await Promise.all([
    import("./files/import/locate-again"),
    import("./geodata/load"),
  ]);
  const geodata = new Geodata();
  return again.locateAgain(plan, rows, (columns) => geodata.locateColumns(columns), table);
}

/** Sets of units, the planner's own by their areas: kept as long as the page, since what is drawn from them is too. */
function makeUnitSets(): Services["unitSet"] {
  let geodata: Promise<Geodata> | undefined;
  const own = new Map<string, Promise<UnitSet>>();
  return async (source) => {
    if (source.areas === null) {
      geodata ??= import("./geodata/load").then(({ Geodata }) => new Geodata());
      return (await geodata).unitSet(source.id);
    }
    const { areas } = source;
    const set =
      own.get(areas) ?? import("./geodata/own-areas").then(({ ownUnitSet }) => ownUnitSet(source, areas));
    own.set(areas, set);
    return set;
  };
}

/** Snapshots are plan files without history: the second copy from which a damaged database is rebuilt. */
function snapshotCodec(planFiles: PlanFileClient): SnapshotCodec {
  return {
    encode: (plan) => planFiles.write({ plan, revisions: [] }),
    decode: async (bytes) => {
      const result = await planFiles.read(new Blob([bytes]));
      return result.status === "ok" ? result.plan : null;
    },
  };
}

async function main(): Promise<void> {
  // A client of its own: the planner's "Cancel" must not end a snapshot.
  const store = openPlanStore({ snapshots: makeSnapshots(snapshotCodec(makePlanFileClient())) });
  void restoreTheme(store);
  const author = createAuthor(store);
  const workspace = new Workspace(store, { now: Date.now, makeId, author: author.name });
  const services: Services = {
    workspace,
    store,
    optimizer,
    imports: makeImportClient(),
    exports: makeExportClient(),
    planFiles: makePlanFileClient(),
    makeSample,
    locateAgain,
    startAreaMesh,
    streetMaps: openStreetMapFiles(),
    startNeighborGraph,
    units: makeUnitsClient(),
    unitSet: makeUnitSets(),
    author,
    makeId,
  };
  const root = document.getElementById("app");
  if (!root) throw new Error("Expected an element #app, got none.");
  root.textContent = "";
  render(() => <App services={services} />, root);
  addEventListener("pagehide", () => void workspace.flush());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void workspace.flush();
  });
  await workspace.start();
}

void main();
