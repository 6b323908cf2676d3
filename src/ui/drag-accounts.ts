import { createSignal } from "solid-js";

/** Accounts on their way to a territory, under the pointer. */
export interface AccountDrag {
  readonly accounts: readonly number[];
  readonly x: number;
  readonly y: number;
  /** Slot under the pointer, or null over nothing that takes accounts. */
  readonly over: number | null;
}

/** Elements that take accounts carry the slot in this attribute. */
export const DROP_ATTRIBUTE = "data-drop-territory";

const START_DISTANCE_PX = 5;
const LONG_PRESS_MS = 350;
const EDGE_PX = 32;

const [drag, setDrag] = createSignal<AccountDrag | null>(null);

/** The drag under way, for the ghost and the targets. */
export { drag as accountDrag };

/**
 * Watches a press on accounts and turns it into a drag once the pointer has moved (by touch: after a long press). On
 * release over a territory `drop` is called with its slot. Esc cancels. `accounts` is asked when the drag starts.
 */
export function pressOnAccounts(
  press: PointerEvent,
  accounts: () => readonly number[],
  drop: (slot: number, accounts: readonly number[]) => void,
): void {
  const touch = press.pointerType === "touch";
  let longPress = 0;
  let scroll = 0;

  const start = (x: number, y: number) => {
    setDrag({ accounts: accounts(), x, y, over: slotAt(x, y) });
    document.body.classList.add("dragging-accounts");
    if (touch) navigator.vibrate?.(10);
  };
  const move = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    const far = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) > START_DISTANCE_PX;
    const current = drag();
    if (current) {
      event.preventDefault();
      setDrag({ ...current, x: event.clientX, y: event.clientY, over: slotAt(event.clientX, event.clientY) });
      scrollAtEdge(event.clientX, event.clientY);
    } else if (far) {
      if (touch) end();
      else start(event.clientX, event.clientY);
    }
  };
  const release = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    const current = drag();
    end();
    if (current && current.over !== null) drop(current.over, current.accounts);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !drag()) return;
    event.preventDefault();
    event.stopPropagation();
    end();
  };
  const keepFromScrolling = (event: TouchEvent) => {
    if (drag()) event.preventDefault();
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
      const current = drag();
      if (current) {
        setDrag({ ...current, over: slotAt(x, y) });
        scrollAtEdge(x, y);
      }
    });
  };
  const end = () => {
    clearTimeout(longPress);
    cancelAnimationFrame(scroll);
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", release);
    removeEventListener("pointercancel", end);
    removeEventListener("keydown", key, true);
    removeEventListener("touchmove", keepFromScrolling);
    document.body.classList.remove("dragging-accounts");
    setDrag(null);
  };

  addEventListener("pointermove", move, { passive: false });
  addEventListener("pointerup", release);
  addEventListener("pointercancel", end);
  addEventListener("keydown", key, true);
  if (touch) {
    addEventListener("touchmove", keepFromScrolling, { passive: false });
    longPress = window.setTimeout(() => start(press.clientX, press.clientY), LONG_PRESS_MS);
  }
}

function slotAt(x: number, y: number): number | null {
  const target = document.elementFromPoint(x, y)?.closest(`[${DROP_ATTRIBUTE}]`);
  const slot = target?.getAttribute(DROP_ATTRIBUTE);
  return slot === null || slot === undefined ? null : Number(slot);
}
