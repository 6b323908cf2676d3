/** A mark that the planner draws on the map, in CSS pixels of the view, x and y in turn. */
export interface Stroke {
  readonly tool: "box" | "lasso";
  /** Box: the ring of its corners. Lasso: the way of the pointer. */
  readonly ring: readonly number[];
}

/** How a finished stroke or a click joins what is selected. */
export type SelectionMode = "replace" | "add" | "toggle";

/** Shift adds, Ctrl or Cmd toggles. */
export function selectionMode(event: {
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}): SelectionMode {
  if (event.ctrlKey || event.metaKey) return "toggle";
  return event.shiftKey ? "add" : "replace";
}

/** The ring of the box between two corners. */
export function boxRing(x0: number, y0: number, x1: number, y1: number): number[] {
  return [x0, y0, x1, y0, x1, y1, x0, y1];
}

const STEP_PX = 3;

/** The way with the next position added, unless it is too close to the last one to tell. */
export function extendWay(way: readonly number[], x: number, y: number): readonly number[] {
  const lastX = way.at(-2);
  const lastY = way.at(-1);
  if (lastX !== undefined && lastY !== undefined && Math.hypot(x - lastX, y - lastY) < STEP_PX) return way;
  return [...way, x, y];
}

const MOVE_PX = 4;

export interface StrokeHandlers {
  /** Which tool a press begins; null leaves the press to the map. */
  readonly toolFor: (press: PointerEvent) => Stroke["tool"] | null;
  /** The stroke so far, and null when it is over. */
  readonly draw: (stroke: Stroke | null) => void;
  readonly finish: (stroke: Stroke, mode: SelectionMode) => void;
}

/**
 * Watches the element for boxes and lassos. Esc or a second finger cancels a stroke; the click that a browser sends after one is
 * swallowed. Returns how to stop.
 */
export function watchStrokes(element: HTMLElement, handlers: StrokeHandlers): () => void {
  let stop: (() => void) | null = null;
  const press = (event: PointerEvent) => {
    if (stop) {
      stop();
      return;
    }
    if (!event.isPrimary || event.button !== 0) return;
    const tool = handlers.toolFor(event);
    if (!tool) return;
    stop = followStroke(element, event, tool, handlers, () => {
      stop = null;
    });
  };
  element.addEventListener("pointerdown", press, true);
  return () => {
    stop?.();
    element.removeEventListener("pointerdown", press, true);
  };
}

function followStroke(
  element: HTMLElement,
  press: PointerEvent,
  tool: Stroke["tool"],
  handlers: StrokeHandlers,
  ended: () => void,
): () => void {
  const box = element.getBoundingClientRect();
  const startX = press.clientX - box.left;
  const startY = press.clientY - box.top;
  let stroke: Stroke | null = null;
  const move = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    if (!stroke && Math.hypot(x - startX, y - startY) < MOVE_PX) return;
    event.preventDefault();
    const way = stroke?.ring ?? [startX, startY];
    stroke = { tool, ring: tool === "box" ? boxRing(startX, startY, x, y) : extendWay(way, x, y) };
    handlers.draw(stroke);
  };
  const release = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    const finished = stroke;
    end();
    if (!finished) return;
    swallowNextClick(element);
    handlers.finish(
      finished,
      selectionMode({ ...modifiers(event), shiftKey: tool === "box" ? false : event.shiftKey }),
    );
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (stroke) swallowNextClick(element);
    end();
  };
  const end = () => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", release);
    removeEventListener("pointercancel", end);
    removeEventListener("keydown", key, true);
    stroke = null;
    handlers.draw(null);
    ended();
  };
  addEventListener("pointermove", move, { passive: false });
  addEventListener("pointerup", release);
  addEventListener("pointercancel", end);
  addEventListener("keydown", key, true);
  return end;
}

function modifiers({ shiftKey, ctrlKey, metaKey }: PointerEvent) {
  return { shiftKey, ctrlKey, metaKey };
}

/** Keeps the click that a browser sends after a stroke from meaning anything. */
export function swallowNextClick(element: HTMLElement): void {
  const swallow = (event: Event) => {
    event.stopPropagation();
    stop();
  };
  const stop = () => {
    element.removeEventListener("click", swallow, true);
    removeEventListener("pointerdown", stop, true);
  };
  element.addEventListener("click", swallow, true);
  addEventListener("pointerdown", stop, true);
}
