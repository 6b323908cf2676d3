import { createSignal } from "solid-js";

/** What lies under the pointer of a drag. */
export type DropTarget =
  /** A territory, or with slot 0 Unassigned. */
  | { readonly kind: "territory"; readonly slot: number }
  /** A group of territories: which of them takes the accounts is asked on the drop. */
  | { readonly kind: "group"; readonly group: string }
  /** A place that takes no accounts, and why in words. */
  | { readonly kind: "refused"; readonly why: string };

/** Accounts on their way to a territory, under the pointer. */
export interface AccountDrag {
  readonly accounts: readonly number[];
  readonly x: number;
  readonly y: number;
  /** null over nothing that takes accounts or refuses them. */
  readonly over: DropTarget | null;
}

/** Elements that take accounts carry the slot in this attribute. */
export const DROP_ATTRIBUTE = "data-drop-territory";
/** Elements that stand for a group of territories carry its id. */
export const DROP_AMONG_ATTRIBUTE = "data-drop-among";
/** Elements that cannot take accounts say why in this attribute. */
export const DROP_REFUSAL_ATTRIBUTE = "data-drop-refusal";

const START_DISTANCE_PX = 5;
const LONG_PRESS_MS = 350;
const EDGE_PX = 32;
const EDGE_STEP_PX = 8;

const [drag, setDrag] = createSignal<AccountDrag | null>(null);

/** The drag under way, for the ghost and the targets. */
export { drag as accountDrag };

/** The slot under the drag, or null. */
export function slotUnderDrag(): number | null {
  const over = drag()?.over;
  return over?.kind === "territory" ? over.slot : null;
}

const targetsWithin = new WeakMap<Element, (x: number, y: number) => DropTarget | null>();

/** Has `targetAt` say what of an element takes accounts at a point of the window, where its children do not. */
export function takeDrops(element: Element, targetAt: (x: number, y: number) => DropTarget | null): void {
  targetsWithin.set(element, targetAt);
}

/**
 * Watches a press on accounts and turns it into a drag once the pointer has moved (by touch: after a long press). On release over
 * something that takes accounts, or says why it does not, `drop` is called. Esc cancels. `accounts` is asked when the drag starts;
 * `atOnce` starts it with the event itself, where the pointer has moved already.
 */
export function pressOnAccounts(
  press: PointerEvent,
  accounts: () => readonly number[],
  drop: (target: DropTarget, accounts: readonly number[]) => void,
  atOnce = false,
): void {
  const touch = press.pointerType === "touch";
  let longPress = 0;
  let scroll = 0;

  const start = (x: number, y: number) => {
    const dragged = accounts();
    if (dragged.length === 0) return end();
    setDrag({ accounts: dragged, x, y, over: targetAt(x, y) });
    document.body.classList.add("dragging-accounts");
    if (touch) navigator.vibrate?.(10);
  };
  const move = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    const far = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) > START_DISTANCE_PX;
    const current = drag();
    if (current) {
      event.preventDefault();
      setDrag({
        ...current,
        x: event.clientX,
        y: event.clientY,
        over: targetAt(event.clientX, event.clientY),
      });
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
    if (current?.over) drop(current.over, current.accounts);
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
    const step = y < box.top + EDGE_PX ? -EDGE_STEP_PX : y > box.bottom - EDGE_PX ? EDGE_STEP_PX : 0;
    if (step === 0) return;
    scroll = requestAnimationFrame(() => {
      const before = list.scrollTop;
      list.scrollTop += step;
      const current = drag();
      if (!current) return;
      setDrag({ ...current, over: targetAt(x, y) });
      if (list.scrollTop !== before) scrollAtEdge(x, y);
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
    removeEventListener("contextmenu", keepMenuAway, true);
    document.body.classList.remove("dragging-accounts");
    setDrag(null);
  };

  addEventListener("pointermove", move, { passive: false });
  addEventListener("pointerup", release);
  addEventListener("pointercancel", end);
  addEventListener("keydown", key, true);
  if (touch) {
    addEventListener("touchmove", keepFromScrolling, { passive: false });
    addEventListener("contextmenu", keepMenuAway, true);
    longPress = window.setTimeout(() => start(press.clientX, press.clientY), LONG_PRESS_MS);
  }
  if (atOnce) start(press.clientX, press.clientY);
}

/** A long press is also how a phone opens menus; while it drags there is none. */
function keepMenuAway(event: Event): void {
  if (!drag()) return;
  event.preventDefault();
  event.stopPropagation();
}

const CARRIERS = `[${DROP_ATTRIBUTE}], [${DROP_AMONG_ATTRIBUTE}], [${DROP_REFUSAL_ATTRIBUTE}]`;

/** What the element at a point, or the nearest around it that has a say, takes. */
function targetAt(x: number, y: number): DropTarget | null {
  let element = document.elementFromPoint(x, y);
  for (; element; element = element.parentElement) {
    const within = targetsWithin.get(element)?.(x, y);
    if (within) return within;
    if (!element.matches(CARRIERS)) continue;
    const slot = element.getAttribute(DROP_ATTRIBUTE);
    if (slot !== null) return { kind: "territory", slot: Number(slot) };
    const group = element.getAttribute(DROP_AMONG_ATTRIBUTE);
    if (group !== null) return { kind: "group", group };
    const why = element.getAttribute(DROP_REFUSAL_ATTRIBUTE);
    if (why !== null) return { kind: "refused", why };
  }
  return null;
}
