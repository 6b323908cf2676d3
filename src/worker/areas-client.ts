import type { DrawnAreas } from "../geo/area-drawing";
import type { AreaMesh } from "../geo/area-mesh";
import type { AreasMessage, AreasRequest, AreasStart } from "./areas-messages";
import { startJob } from "./worker-job";

/**
 * Triangulates the accounts of a map in a worker of its own, then draws the areas of one assignment after the other as it is asked,
 * until it is ended.
 */
export function startAreaMesh(
  start: AreasStart,
  listener: { mesh(mesh: AreaMesh): void; drawn?(areas: DrawnAreas): void; failed(message: string): void },
): { draw(territoryOf: Uint16Array): void; end(): void } {
  const worker = new Worker(new URL("./areas-worker.ts", import.meta.url), { type: "module" });
  const job = startJob<AreasRequest, AreasMessage>(
    worker,
    start,
    (message) => {
      if (message.kind === "mesh") listener.mesh(message.mesh);
      else listener.drawn?.(message.areas);
      return false;
    },
    listener.failed,
  );
  return { draw: (territoryOf) => job.post({ territoryOf }), end: job.end };
}
