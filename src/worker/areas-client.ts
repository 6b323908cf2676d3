import type { AreaMesh } from "../geo/area-mesh";
import type { AreasMessage, AreasStart } from "./areas-messages";
import { startJob } from "./worker-job";

/** Triangulates the accounts of a map in a worker of its own; the returned function terminates it. */
export function startAreaMesh(
  start: AreasStart,
  listener: { mesh(mesh: AreaMesh): void; failed(message: string): void },
): () => void {
  const worker = new Worker(new URL("./areas-worker.ts", import.meta.url), { type: "module" });
  return startJob<AreasStart, AreasMessage>(
    worker,
    start,
    ({ mesh }) => {
      listener.mesh(mesh);
      return true;
    },
    listener.failed,
  ).end;
}
