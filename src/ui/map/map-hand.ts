import { type Accessor, createSignal } from "solid-js";
import type { Planner } from "../planner";
import { whyFixed } from "../territories/drop-accounts";
import type { PaintTool } from "./paint/paint-tool";

/** What one can hold on the map besides the pointer. */
export type MapTool = "lasso" | "paint" | "measure" | "find";

/** The tool in the hand: one at most. */
export interface MapHand {
  readonly tool: Accessor<MapTool | null>;
  /** Takes the tool, or puts it away if it is in the hand; a tool that would change a plan that is fixed is refused in words. */
  readonly toggle: (tool: MapTool) => void;
  /** Puts the tool away; the keyboard goes back to the map. */
  readonly putAway: () => void;
  /** Whether the map is moved for as long as a key is held, whatever is in the hand. */
  readonly panning: Accessor<boolean>;
  readonly setPanning: (panning: boolean) => void;
}

/** Painting is in the hand for as long as `paint` has a kind. */
export function createMapHand(planner: Planner, paint: PaintTool, focusMap: () => void): MapHand {
  const [other, setOther] = createSignal<Exclude<MapTool, "paint"> | null>(null);
  const [panning, setPanning] = createSignal(false);
  const tool = () => (paint.kind() === null ? other() : "paint");
  const drop = () => {
    paint.setKind(null);
    setOther(null);
  };
  const take = (wanted: MapTool) => {
    if (wanted === "paint") {
      const fixed = whyFixed(planner) ?? whyNoTerritory(planner);
      if (fixed) {
        planner.announce(fixed);
        planner.notify({ text: fixed });
        return;
      }
    }
    drop();
    if (wanted === "paint") paint.setKind("brush");
    else setOther(wanted);
    if (wanted === "paint" || wanted === "measure") focusMap();
  };
  return {
    tool,
    toggle: (wanted) => {
      if (tool() === wanted) drop();
      else take(wanted);
    },
    putAway: () => {
      drop();
      focusMap();
    },
    panning,
    setPanning,
  };
}

function whyNoTerritory(planner: Planner): string | null {
  return planner.figures().territoryCount > 0 ? null : "There is no territory to paint into yet.";
}
