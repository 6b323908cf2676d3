import { cssColor, type Rgb } from "./rgb";

/** How an area is filled besides its color: 0 = plain, then hatches and dots. */
export type AreaPattern = 0 | 1 | 2 | 3 | 4 | 5;

/** Kinds of patterns, plain ones included. */
export const AREA_PATTERNS = 6;

const TILE_PX = 8;

/** Draws one tile of a pattern onto a small canvas; it joins on all four sides. `ratio`: device pixels per CSS pixel. */
function drawTile(context: CanvasRenderingContext2D, pattern: AreaPattern, ratio: number): void {
  const side = context.canvas.width;
  context.lineWidth = 1.1 * ratio;
  context.beginPath();
  const diagonal = (down: boolean) => {
    for (const shift of [-side, 0, side]) {
      context.moveTo(shift - 1, down ? -1 : side + 1);
      context.lineTo(shift + side + 1, down ? side + 1 : -1);
    }
  };
  if (pattern === 1 || pattern === 4) diagonal(false);
  if (pattern === 2 || pattern === 4) diagonal(true);
  if (pattern === 5) {
    context.moveTo(0, side / 2);
    context.lineTo(side, side / 2);
  }
  context.stroke();
  if (pattern !== 3) return;
  for (const [x, y] of [
    [side / 4, side / 4],
    [(3 * side) / 4, (3 * side) / 4],
  ] as const) {
    context.beginPath();
    context.arc(x, y, 1.1 * ratio, 0, 2 * Math.PI);
    context.fill();
  }
}

/** Fills that were made, by pattern, color and ratio: a map draws the same few again and again. */
const made = new Map<string, CanvasPattern | null>();
const MOST_MADE = 500;

/** The fill of a pattern in a color, or null where it is plain. Shared: whoever fills with it sets its transform. */
export function patternFill(
  target: CanvasRenderingContext2D,
  pattern: AreaPattern,
  color: Rgb,
  ratio: number,
): CanvasPattern | null {
  if (pattern === 0) return null;
  const key = `${pattern} ${cssColor(color)} ${ratio}`;
  let fill = made.get(key);
  if (fill === undefined) {
    if (made.size >= MOST_MADE) made.clear();
    fill = makeFill(target, pattern, color, ratio);
    made.set(key, fill);
  }
  return fill;
}

function makeFill(
  target: CanvasRenderingContext2D,
  pattern: AreaPattern,
  color: Rgb,
  ratio: number,
): CanvasPattern | null {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.max(4, Math.round(TILE_PX * ratio));
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.strokeStyle = context.fillStyle = cssColor(color, 0.6);
  drawTile(context, pattern, ratio);
  return target.createPattern(canvas, "repeat");
}
