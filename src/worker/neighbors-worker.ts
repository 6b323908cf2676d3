import { neighborGraph } from "../geo/neighbor-graph";
import type { NeighborsMessage, NeighborsStart } from "./neighbors-messages";

self.onmessage = ({ data: { xs, ys } }: MessageEvent<NeighborsStart>) => {
  try {
    const graph = neighborGraph(xs, ys);
    const { placeOf, start, neighbors } = graph;
    post({ kind: "graph", graph }, [placeOf.buffer, start.buffer, neighbors.buffer]);
  } catch (error) {
    post({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

function post(message: NeighborsMessage, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
