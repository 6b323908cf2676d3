import type { GridState } from "./grid-state";

/** How far inside an edge the sheet begins to scroll. */
const ZONE_PX = 14;
const SLOWEST = 0.15;
const FASTEST = 30;
/** A pointer that only passes the edge on its way to another pane scrolls nothing. */
const PATIENCE_MS = 120;
/** Time in which the speed doubles while the pointer stays. */
const DOUBLING_MS = 700;

/** Speed in px/ms for a pointer this far into or beyond the zone at an edge for this long; 0 outside of it. */
export function edgeSpeed(distancePx: number, heldMs: number): number {
  if (distancePx <= 0) return 0;
  const speed = (SLOWEST + distancePx / 80) * 2 ** (heldMs / DOUBLING_MS);
  return Math.min(FASTEST, speed);
}

/** Scrolls a sheet while a pointer that drags is at its edges, ever faster, and says so after each step. */
export function createEdgeScroll(grid: GridState, onScroll: () => void) {
  let x = 0;
  let y = 0;
  let frame = 0;
  let since = 0;
  let last = 0;

  const step = (now: number) => {
    frame = 0;
    const { dx, dy } = outside(grid, x, y);
    if (dx === 0 && dy === 0) {
      since = 0;
      return;
    }
    if (since === 0) {
      since = now;
      last = now - 16;
    }
    // A frame that came late must not leap.
    const passed = Math.min(50, now - last);
    last = now;
    frame = requestAnimationFrame(step);
    const held = now - since - PATIENCE_MS;
    if (held < 0) return;
    const speed = (distance: number) => Math.sign(distance) * edgeSpeed(Math.abs(distance), held) * passed;
    if (grid.scroll.scrollBy(speed(dx), speed(dy))) onScroll();
  };

  return {
    /** The pointer is here now. */
    at: (clientX: number, clientY: number) => {
      x = clientX;
      y = clientY;
      frame ||= requestAnimationFrame(step);
    },
    stop: () => cancelAnimationFrame(frame),
  };
}

/** How far into the zones at the edges of the rows a point lies: left and up are negative. */
function outside(grid: GridState, x: number, y: number): { dx: number; dy: number } {
  const box = grid.scroll.box();
  if (!box) return { dx: 0, dy: 0 };
  const top = box.top + grid.scroll.headHeight() + ZONE_PX;
  const left = box.left + grid.layout().pinnedWidth + ZONE_PX;
  return {
    dx: Math.min(0, x - left) + Math.max(0, x - box.right + ZONE_PX),
    dy: Math.min(0, y - top) + Math.max(0, y - box.bottom + ZONE_PX),
  };
}
