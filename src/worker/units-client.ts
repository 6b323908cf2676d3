import { type OnUnits, UnitsCancelled, type UnitsClient } from "../files/areas/units-job";
import { UNIT_ROLES } from "../geodata/find-units";
import { packTable } from "../model/packed-plan";
import type { Table } from "../model/table";
import type { UnitsReply, UnitsRequest, UnitsResults } from "./units-messages";
import type { WorkerLike } from "./worker-job";

interface Job {
  readonly request: UnitsRequest;
  readonly onProgress: OnUnits | undefined;
  readonly resolve: (result: UnitsResults[keyof UnitsResults]) => void;
  readonly reject: (error: Error) => void;
}

/** A client with its own worker, started at the first job. */
export function makeUnitsClient(startWorker: () => WorkerLike = startUnitsWorker): UnitsClient {
  let worker: WorkerLike | null = null;
  const jobs: Job[] = [];

  function run<Kind extends keyof UnitsResults>(
    request: Extract<UnitsRequest, { readonly kind: Kind }>,
    onProgress?: OnUnits,
  ): Promise<UnitsResults[Kind]> {
    return new Promise((resolve, reject) => {
      jobs.push({ request, onProgress, resolve: (result) => resolve(result as UnitsResults[Kind]), reject });
      if (jobs.length === 1) send();
    });
  }

  function send(): void {
    const job = jobs[0];
    if (!job) return;
    worker ??= listen(startWorker());
    worker.postMessage(job.request);
  }

  function listen(started: WorkerLike): WorkerLike {
    started.onmessage = ({ data }: MessageEvent<UnitsReply>) => {
      if (data.kind === "progress") {
        jobs[0]?.onProgress?.(data.done);
        return;
      }
      const job = jobs.shift();
      if (data.kind === "failed") job?.reject(new Error(data.message));
      else job?.resolve(data.result);
      send();
    };
    started.onerror = (event) => stop(new Error(event.message || "The work on units stopped unexpectedly."));
    return started;
  }

  function stop(error: Error): void {
    worker?.terminate();
    worker = null;
    for (const job of jobs.splice(0)) job.reject(error);
  }

  return {
    find: (set, accounts, onProgress) =>
      run<"find">({ kind: "find", set, accounts: packTable(withPlacesOnly(accounts)) }, onProgress),
    inspectAreas: (file, places, onProgress) =>
      run<"inspect-areas">({ kind: "inspect-areas", file, places }, onProgress),
    readAreas: (choice, onProgress) => run<"read-areas">({ kind: "read-areas", choice }, onProgress),
    inspectPotential: (file, set) => run<"inspect-potential">({ kind: "inspect-potential", file, set }),
    readPotential: (choice) => run<"read-potential">({ kind: "read-potential", choice }),
    cancel: () => stop(new UnitsCancelled()),
  };
}

/** The columns that say where rows are: the others need not travel. */
function withPlacesOnly(table: Table): Table {
  const roles: ReadonlySet<unknown> = new Set(UNIT_ROLES);
  return { ...table, columns: table.columns.filter(({ role }) => roles.has(role)) };
}

function startUnitsWorker(): Worker {
  return new Worker(new URL("./units-worker.ts", import.meta.url), { type: "module" });
}
