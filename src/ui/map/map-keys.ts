import type { MapHand } from "./map-hand";
import type { PaintKind, PaintTool } from "./paint/paint-tool";

/** What keys do on the map besides moving it, which Leaflet does. */
export interface MapKeyActions {
  readonly fitAll: () => void;
  readonly zoomToSelected: () => void;
  /** What Enter does in the middle of the map; `add` keeps what is selected. */
  readonly press: (add: boolean) => void;
}

/** Keys of the paint tools, while one is in the hand; they come before those of the map. */
const PAINT_KEYS: Readonly<Record<string, PaintKind>> = {
  b: "brush",
  r: "box",
  l: "lasso",
  c: "click",
  g: "boundary",
};

/** Handles a key pressed anywhere on the map, its bars included. `surface` is the map itself. */
export function mapKeys(
  surface: () => HTMLElement,
  hand: MapHand,
  paint: PaintTool,
  actions: MapKeyActions,
): (event: KeyboardEvent) => void {
  const letter = (key: string): boolean => {
    const kind = hand.tool() === "paint" ? PAINT_KEYS[key] : undefined;
    if (kind) paint.setKind(kind);
    else if (key === "e" && hand.tool() === "paint") paint.toggleErase();
    else if (key === "l") hand.toggle("lasso");
    else if (key === "p") hand.toggle("paint");
    else if (key === "m") hand.toggle("measure");
    else if (key === "s") hand.toggle("find");
    else if (key === "f") actions.fitAll();
    else if (key === "z") actions.zoomToSelected();
    else return false;
    return true;
  };
  const other = (event: KeyboardEvent): boolean => {
    const onSurface = event.target === surface();
    if (event.key === "Escape" && hand.tool()) hand.putAway();
    else if (event.key === "Enter" && onSurface) actions.press(event.shiftKey);
    else if (hand.tool() !== "paint") return false;
    else if (event.key === " " && onSurface) hand.setPanning(true);
    else if (event.key === "[" || event.key === "]") paint.resize(event.key === "]" ? 1 : -1);
    else return false;
    return true;
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const handled = (!takesLetters(event.target) && letter(event.key.toLowerCase())) || other(event);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Whether letters mean something to the field that has the keyboard: texts and lists of choices, not boxes to tick and sliders. */
function takesLetters(target: EventTarget | null): boolean {
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "range", "radio"].includes(target.type);
}
