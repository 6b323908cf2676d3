import type { MenuItem } from "../controls/menu-button";
import type { Planner } from "../planner";
import type { MapScene } from "./map-scene";

type SavePicture = typeof import("./picture/save-picture");

/** What can be made of the map: files and paper. What makes them is loaded when it is asked for. */
export function mapPictures(planner: Planner, scene: MapScene, credit: () => string): MenuItem[] {
  const make = (work: (module: SavePicture) => Promise<void> | void) => () =>
    void import("./picture/save-picture").then(work).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      planner.notify({ text: `The map could not be saved: ${why}`, tone: "bad" });
    });
  return [
    { label: "Save as PNG", run: make(({ savePng }) => savePng(planner, scene, credit())) },
    { label: "Save as SVG", run: make(({ saveSvg }) => saveSvg(planner, scene, credit())) },
    { label: "Print", run: make(({ printMap }) => printMap(planner, scene, credit())) },
  ];
}
