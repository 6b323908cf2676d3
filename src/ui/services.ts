import { createContext, useContext } from "solid-js";
import type { UnitsClient } from "../files/areas/units-job";
import type { ExportClient } from "../files/export/export-job";
import type { ImportClient } from "../files/import/import-job";
import type { LocatedAgain, LocatedTable } from "../files/import/locate-again";
import type { PlanFileClient } from "../files/plan/plan-file";
import type { NeighborGraph } from "../geo/neighbor-graph";
import type { Plan } from "../model/plan";
import type { OptimizerPort } from "../session/optimizer-port";
import type { PlanStore } from "../session/ports";
import type { Workspace } from "../session/workspace";
import type { StreetMapStore } from "./map/street-map";
import type { StartAreaMesh } from "./map/territory-areas";
import type { Author } from "./shell/author";
import type { LoadUnitSet } from "./units/unit-shapes";

/** What the interface uses beside the open plan; `main.tsx` puts it together. */
export interface Services {
  readonly workspace: Workspace;
  readonly store: PlanStore;
  readonly optimizer: OptimizerPort;
  readonly imports: ImportClient;
  readonly exports: ExportClient;
  readonly planFiles: PlanFileClient;
  /** Makes the sample plan, from its seed. */
  readonly makeSample: () => Promise<Plan>;
  /** Places accounts, or leads, by the address in the sheet. */
  readonly locateAgain: (plan: Plan, rows: readonly number[], table?: LocatedTable) => Promise<LocatedAgain>;
  /** Triangulates the accounts of a map in a worker. */
  readonly startAreaMesh: StartAreaMesh;
  readonly streetMaps: StreetMapStore;
  /** Finds out in a worker which places lie beside each other; returns how to drop it. */
  readonly startNeighborGraph: (
    places: { readonly xs: Float64Array; readonly ys: Float64Array },
    listener: { graph(graph: NeighborGraph): void; failed(message: string): void },
  ) => () => void;
  readonly units: UnitsClient;
  /** The areas of a set of units, loaded once. */
  readonly unitSet: LoadUnitSet;
  readonly author: Author;
  readonly makeId: () => string;
}

const ServicesContext = createContext<Services>();

export const ServicesProvider = ServicesContext.Provider;

/** Throws outside of `ServicesProvider`. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error("Expected to be inside ServicesProvider, got no services.");
  return services;
}

/** The services, or undefined outside of `ServicesProvider`: for what works without them too. */
export function tryServices(): Services | undefined {
  return useContext(ServicesContext);
}
