import { areaMesh, buffersOf } from "../geo/area-mesh";
import type { AreasMessage, AreasStart } from "./areas-messages";

self.onmessage = ({ data: { xs, ys, farthest } }: MessageEvent<AreasStart>) => {
  try {
    const mesh = areaMesh(xs, ys, farthest);
    post({ kind: "mesh", mesh }, buffersOf(mesh));
  } catch (error) {
    post({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

function post(message: AreasMessage, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
