import { AreaDrawing, buffersOfAreas } from "../geo/area-drawing";
import { areaMesh, buffersOf } from "../geo/area-mesh";
import type { AreasMessage, AreasRequest } from "./areas-messages";

let drawing: AreaDrawing | null = null;

self.onmessage = ({ data }: MessageEvent<AreasRequest>) => {
  try {
    if ("xs" in data) {
      const mesh = areaMesh(data.xs, data.ys, data.farthest);
      drawing = new AreaDrawing(mesh);
      // The page's own copy, made here: what is transferred costs the page nothing.
      const copy = structuredClone(mesh);
      post({ kind: "mesh", mesh: copy }, buffersOf(copy));
    } else if (drawing) {
      const areas = drawing.draw(data.territoryOf);
      post({ kind: "areas", areas }, buffersOfAreas(areas));
    }
  } catch (error) {
    post({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

function post(message: AreasMessage, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
