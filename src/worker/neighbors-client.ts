import type { NeighborGraph } from "../geo/neighbor-graph";
import type { NeighborsMessage, NeighborsStart } from "./neighbors-messages";
import { startJob } from "./worker-job";

/** Finds out in a worker of its own which places lie beside each other; the returned function terminates it. */
export function startNeighborGraph(
  start: NeighborsStart,
  listener: { graph(graph: NeighborGraph): void; failed(message: string): void },
): () => void {
  const worker = new Worker(new URL("./neighbors-worker.ts", import.meta.url), { type: "module" });
  return startJob<NeighborsStart, NeighborsMessage>(
    worker,
    start,
    ({ graph }) => {
      listener.graph(graph);
      return true;
    },
    listener.failed,
  ).end;
}
