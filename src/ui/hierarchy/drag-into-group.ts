import { createSignal } from "solid-js";

/** A territory or a group on its way into a group, under the pointer. */
export interface TreeDrag {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Id of the group under the pointer, "" for the top of the tree, null over neither. */
  readonly over: string | null;
}

/** Elements that take territories and groups carry the group's id in this attribute, "" for the top. */
export const DROP_GROUP_ATTRIBUTE = "data-drop-group";

const START_DISTANCE_PX = 4;
const EDGE_PX = 32;

const [drag, setDrag] = createSignal<TreeDrag | null>(null);

/** The drag under way. */
export { drag as treeDrag };

/** Watches a press on a handle; once the pointer has moved and is released over a group, `drop` is called with its id. Esc cancels. */
export function pressOnHandle(press: PointerEvent, name: string, drop: (group: string | null) => void): void {
  if (press.button !== 0) return;
  press.preventDefault();
  let scroll = 0;
  const move = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    const { clientX: x, clientY: y } = event;
    if (!drag() && Math.hypot(x - press.clientX, y - press.clientY) < START_DISTANCE_PX) return;
    setDrag({ name, x, y, over: groupAt(x, y) });
    scrollAtEdge(x, y);
  };
  const scrollAtEdge = (x: number, y: number) => {
    cancelAnimationFrame(scroll);
    const list = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-drag-scroll]");
    if (!list) return;
    const box = list.getBoundingClientRect();
    const step = y < box.top + EDGE_PX ? -8 : y > box.bottom - EDGE_PX ? 8 : 0;
    if (step === 0) return;
    scroll = requestAnimationFrame(() => {
      list.scrollTop += step;
      const now = drag();
      if (now) setDrag({ ...now, over: groupAt(x, y) });
      scrollAtEdge(x, y);
    });
  };
  const release = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    const { over } = drag() ?? { over: null };
    end();
    if (over !== null) drop(over === "" ? null : over);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !drag()) return;
    event.preventDefault();
    event.stopPropagation();
    end();
  };
  const end = () => {
    cancelAnimationFrame(scroll);
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", release);
    removeEventListener("pointercancel", end);
    removeEventListener("keydown", key, true);
    document.body.classList.remove("dragging-accounts");
    setDrag(null);
  };
  document.body.classList.add("dragging-accounts");
  addEventListener("pointermove", move);
  addEventListener("pointerup", release);
  addEventListener("pointercancel", end);
  addEventListener("keydown", key, true);
}

function groupAt(x: number, y: number): string | null {
  return (
    document
      .elementFromPoint(x, y)
      ?.closest(`[${DROP_GROUP_ATTRIBUTE}]`)
      ?.getAttribute(DROP_GROUP_ATTRIBUTE) ?? null
  );
}
