import { onCleanup } from "solid-js";
import { UNASSIGNED } from "../../../model/alignment";
import type { Planner } from "../../planner";
import { whyFixed } from "../../territories/drop-accounts";
import type { MapScene } from "../map-scene";
import { boxRing, extendWay, swallowNextClick } from "../map-strokes";
import { borderAt, linesBetween, sidesNear, UNDRAWN_REACH_PX } from "./border-near";
import { commitPaint } from "./commit-paint";
import { accountGround, type PaintGround, unitGround } from "./paint-ground";
import { PaintStroke } from "./paint-stroke";
import type { PaintKind, PaintTool } from "./paint-tool";
import { type Grabbed, pullBoundary } from "./pull-boundary";

/** Where the pointer is over the map, in CSS pixels of the view, and the shape it draws. */
export interface PaintPointer {
  readonly x: number;
  readonly y: number;
  /** Corners of a box or lasso, x and y in turn. */
  readonly ring: readonly number[] | null;
  /** Where a border was grabbed. */
  readonly grabbed: { readonly x: number; readonly y: number } | null;
  /** The border that can be grabbed here, or is being pulled: lines in mercator units, x and y in turn. */
  readonly border: readonly Float64Array[];
}

/** A press takes what lies so near. */
const REACH_PX = 16;
/** A press grabs a border so near. */
const BORDER_REACH_PX = { mouse: 12, touch: 28 };
const NO_BORDER: readonly Float64Array[] = [];

/**
 * Lets the planner paint on the map while a paint tool is chosen. `isPanning` says that presses belong to the map for now; `point` hears where
 * the pointer is, null off the map. Esc or a second finger cancels a stroke.
 */
export function watchPaint(
  container: HTMLElement,
  planner: Planner,
  scene: MapScene,
  tool: PaintTool,
  isPanning: () => boolean,
  point: (pointer: PaintPointer | null) => void,
): void {
  let cancel: (() => void) | null = null;
  const ground = (): PaintGround | null => {
    if (tool.what() === "accounts") return accountGround(scene.points());
    const units = scene.units.ground();
    return units && unitGround(units, planner.plan().tables.units);
  };
  const at = (event: PointerEvent) => {
    const box = container.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const press = (event: PointerEvent) => {
    const kind = tool.kind();
    if (!kind || isPanning() || (event.target as Element).closest("button, input, select")) return;
    if (cancel) {
      cancel();
      return;
    }
    if (!event.isPrimary || event.button !== 0) return;
    container.focus({ preventScroll: true });
    const fixed = whyFixed(planner);
    if (fixed) {
      say(`Nothing painted. ${fixed}`);
      return;
    }
    const found = ground();
    if (!found) {
      say("The units are still being loaded.");
      return;
    }
    if (event.altKey) {
      swallowNextClick(container);
      pickSlot(event, found);
      return;
    }
    cancel = followPaint(event, kind, found);
  };
  /** Paints on with the territory under the pointer. */
  const pickSlot = (event: PointerEvent, ground: PaintGround) => {
    const { left, top, worldSize } = scene.view.view;
    const { x, y } = at(event);
    const found = ground.at((x + left) / worldSize, (y + top) / worldSize, REACH_PX / worldSize);
    if (found < 0) return;
    const { territoryOf, territoryOfUnit } = planner.alignment();
    tool.setSlot((tool.what() === "units" ? territoryOfUnit[found] : territoryOf[found]) ?? UNASSIGNED);
  };
  const say = (text: string) => {
    planner.announce(text);
    planner.notify({ text });
  };
  const sidesAt = (x: number, y: number, byTouch: boolean) => {
    const { left, top, worldSize } = scene.view.view;
    const reach = BORDER_REACH_PX[byTouch ? "touch" : "mouse"];
    return sidesNear(scene, (x + left) / worldSize, (y + top) / worldSize, reach / worldSize);
  };
  const hover = (event: PointerEvent) => {
    if (cancel || !tool.kind() || event.pointerType === "touch") return;
    const { x, y } = at(event);
    const sides = tool.kind() === "boundary" ? sidesAt(x, y, false) : null;
    point({ x, y, ring: null, grabbed: null, border: sides ? linesBetween(scene, sides) : NO_BORDER });
  };
  const leave = () => {
    if (!cancel) point(null);
  };

  /** The border under a press: the one drawn there, else the one between what lies there. */
  const grab = (
    { x, y }: { readonly x: number; readonly y: number },
    byTouch: boolean,
    ground: PaintGround,
    slotOf: (found: number) => number,
  ): Grabbed | null => {
    const { left, top, worldSize } = scene.view.view;
    const reach = BORDER_REACH_PX[byTouch ? "touch" : "mouse"] / worldSize;
    return borderAt(scene, ground, slotOf, (x + left) / worldSize, (y + top) / worldSize, {
      drawn: reach,
      undrawn: UNDRAWN_REACH_PX / worldSize,
    });
  };

  const followPaint = (press: PointerEvent, kind: PaintKind, ground: PaintGround): (() => void) | null => {
    const { left, top, worldSize } = scene.view.view;
    const worldX = (x: number) => (x + left) / worldSize;
    const worldY = (y: number) => (y + top) / worldSize;
    const radius = tool.radiusPx() / worldSize;
    const byUnits = tool.what() === "units";
    const stroke = new PaintStroke(planner.plan(), planner.path(), tool.slot(), tool.rules(), byUnits);
    const alignment = planner.alignment();
    const slotOf = (found: number) =>
      (byUnits ? alignment.territoryOfUnit[found] : alignment.territoryOf[found]) ?? UNASSIGNED;
    const take = (found: ArrayLike<number>) =>
      byUnits ? stroke.takeUnits(Array.from(found)) : stroke.takeAccounts(Array.from(found));
    const first = at(press);
    let last = first;
    let way: readonly number[] = [first.x, first.y];
    let frame = 0;
    let waiting: { x: number; y: number }[] = [first];
    const grabbed = kind === "boundary" ? grab(first, press.pointerType === "touch", ground, slotOf) : null;
    if (kind === "boundary" && !grabbed) {
      say("No border of two territories lies here.");
      return null;
    }

    const step = () => {
      frame = 0;
      const now = waiting.at(-1);
      if (!now) return;
      let ring: readonly number[] | null = null;
      switch (kind) {
        case "brush":
          for (const next of waiting) {
            take(ground.under(worldX(last.x), worldY(last.y), worldX(next.x), worldY(next.y), radius));
            last = next;
          }
          break;
        case "click": {
          const found = ground.at(worldX(now.x), worldY(now.y), REACH_PX / worldSize);
          if (found >= 0) take([found]);
          break;
        }
        case "box":
        case "lasso": {
          for (const next of waiting) way = kind === "lasso" ? extendWay(way, next.x, next.y) : way;
          ring = kind === "box" ? boxRing(first.x, first.y, now.x, now.y) : way;
          const corners = Float64Array.from(ring, (px, i) => (i % 2 === 0 ? worldX(px) : worldY(px)));
          stroke.restart(tool.slot());
          if (corners.length >= 6) take(ground.within(corners));
          break;
        }
        case "boundary": {
          const pulled = pullBoundary(ground, slotOf, grabbed!, worldX(now.x), worldY(now.y), radius);
          stroke.restart(pulled.slot);
          take(pulled.taken);
          break;
        }
      }
      waiting = [];
      tool.setStroke(stroke.painted);
      const border = grabbed ? linesBetween(scene, grabbed.sides) : NO_BORDER;
      point({ ...now, ring, grabbed: grabbed && first, border });
    };
    const move = (event: PointerEvent) => {
      if (event.pointerId !== press.pointerId) return;
      event.preventDefault();
      const all = event.getCoalescedEvents?.() ?? [];
      waiting.push(...(all.length > 0 ? all : [event]).map(at));
      frame ||= requestAnimationFrame(step);
    };
    const release = (event: PointerEvent) => {
      if (event.pointerId !== press.pointerId) return;
      waiting.push(at(event));
      step();
      const { painted } = stroke;
      end();
      swallowNextClick(container);
      commitPaint(planner, painted, tool.rules(), byUnits);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      swallowNextClick(container);
      end();
      planner.announce("Stroke cancelled.");
    };
    const end = () => {
      cancelAnimationFrame(frame);
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", release);
      removeEventListener("pointercancel", end);
      removeEventListener("keydown", key, true);
      cancel = null;
      tool.setStroke(null);
      point(null);
    };
    addEventListener("pointermove", move, { passive: false });
    addEventListener("pointerup", release);
    addEventListener("pointercancel", end);
    addEventListener("keydown", key, true);
    step();
    return end;
  };

  container.addEventListener("pointerdown", press, true);
  container.addEventListener("pointermove", hover);
  container.addEventListener("pointerleave", leave);
  onCleanup(() => {
    cancel?.();
    container.removeEventListener("pointerdown", press, true);
    container.removeEventListener("pointermove", hover);
    container.removeEventListener("pointerleave", leave);
  });
}
