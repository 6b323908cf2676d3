import type { AccountPoints } from "./account-points";
import type { Frame } from "./frame";
import type { LabelBox, LabelSpace } from "./label-placement";
import type { MapTheme } from "./map-theme";
import { cssColor } from "./rgb";

/** How many accounts lie about a place, at the middle of them, in mercator units. */
export interface PlaceCount {
  readonly x: number;
  readonly y: number;
  readonly accounts: number;
}

/** Nearer than this every account can be seen by itself. */
const UP_TO_ZOOM = 8;
/** Accounts are counted in squares so wide at a whole zoom, in CSS pixels. */
const SQUARE_PX = 80;
/** Half the height of a count, and how far it stands from its text. */
const HALF_PX = 9;
const PADDING_PX = 7;

/** Accounts counted in squares of the world, the most first; `shown` leaves out those that are 0 in it, null leaves out none. */
export function placeCounts(
  { xs, ys }: Pick<AccountPoints, "xs" | "ys">,
  shown: ArrayLike<number> | null,
  squareSide: number,
): PlaceCount[] {
  const columns = Math.ceil(2 / squareSide);
  const squares = new Map<number, { x: number; y: number; accounts: number }>();
  for (let account = 0; account < xs.length; account++) {
    const x = xs[account]!;
    const y = ys[account]!;
    if (Number.isNaN(x) || (shown && !shown[account])) continue;
    const key = Math.floor(y / squareSide) * columns + Math.floor(x / squareSide);
    const square = squares.get(key);
    if (square) {
      square.x += x;
      square.y += y;
      square.accounts++;
    } else squares.set(key, { x, y, accounts: 1 });
  }
  return Array.from(squares.values(), ({ x, y, accounts }) => ({
    x: x / accounts,
    y: y / accounts,
    accounts,
  })).sort((a, b) => b.accounts - a.accounts || a.x - b.x || a.y - b.y);
}

/** Counts of one set of accounts, made for each zoom when first asked for. */
export function countsByZoom(
  points: Pick<AccountPoints, "xs" | "ys">,
  shown: ArrayLike<number> | null,
): (zoom: number) => readonly PlaceCount[] {
  const known = new Map<number, readonly PlaceCount[]>();
  return (zoom) => {
    if (zoom >= UP_TO_ZOOM) return [];
    const level = Math.floor(zoom);
    const found = known.get(level) ?? placeCounts(points, shown, SQUARE_PX / (256 * 2 ** level));
    known.set(level, found);
    return found;
  };
}

/** A count with its place on the screen. */
export interface PlacedCount {
  readonly text: string;
  readonly box: LabelBox;
}

/** Takes room for the counts of places with several accounts, the most first. */
export function placedCounts(
  context: CanvasRenderingContext2D,
  frame: Frame,
  counts: readonly PlaceCount[],
  theme: MapTheme,
  textOf: (count: number) => string,
  space: LabelSpace,
): PlacedCount[] {
  const placed: PlacedCount[] = [];
  context.font = fontOf(theme);
  for (const count of counts) {
    if (count.accounts < 2) continue;
    const x = count.x * frame.worldSize - frame.left;
    const y = count.y * frame.worldSize - frame.top;
    if (x < -40 || y < -20 || x > frame.width + 40 || y > frame.height + 20) continue;
    const text = textOf(count.accounts);
    const width = Math.max(2 * HALF_PX, context.measureText(text).width + 2 * PADDING_PX);
    const box = { left: x - width / 2, top: y - HALF_PX, width, height: 2 * HALF_PX };
    if (space.claim(box)) placed.push({ text, box });
  }
  return placed;
}

/** Writes counts dark on light land and light on dark, so that none is taken for a name. */
export function paintPlaceCounts(
  context: CanvasRenderingContext2D,
  frame: Frame,
  counts: readonly PlacedCount[],
  theme: MapTheme,
): void {
  context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  context.font = fontOf(theme);
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { text, box } of counts) {
    context.beginPath();
    context.roundRect(box.left, box.top, box.width, box.height, HALF_PX);
    context.fillStyle = cssColor(theme.text, 0.82);
    context.fill();
    context.strokeStyle = cssColor(theme.land, 0.9);
    context.lineWidth = 1.5;
    context.stroke();
    context.fillStyle = cssColor(theme.land);
    context.fillText(text, box.left + box.width / 2, box.top + HALF_PX + 0.5);
  }
}

function fontOf({ font }: MapTheme): string {
  return `600 11px ${font}`;
}
