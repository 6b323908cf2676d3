import type { Territory } from "../../model/alignment";
import { type Frame, viewOf } from "./frame";
import { HOUSE } from "./house";
import { keptInView, type LabelBox, LabelSpace, leastHiding } from "./label-placement";
import type { MapTheme } from "./map-theme";
import type { RepHome } from "./rep-homes";
import { cssColor, mixed, parseRgb } from "./rgb";
import type { TerritoryLabel } from "./territory-labels";

/** Nearer than this a territory fills the view, and its name in the middle would say nothing. */
const NAMES_UP_TO_ZOOM = 9;
const HOME_NAMES_FROM_ZOOM = 5.5;
const SMALL_HOMES_BELOW_ZOOM = 5;
/** A name that finds its place taken tries above, below and then gives way. */
const NAME_SHIFTS_PX = [0, -20, 20];
/** Where accounts are so few that none may be hidden, a name stands beside them if it can: across in widths of the name, and down in px. */
const BESIDE_DOTS = [
  [0, 0],
  [0, -22],
  [0, 22],
  [0.5, -22],
  [-0.5, -22],
  [0.5, 22],
  [-0.5, 22],
  [0.5, 0],
  [-0.5, 0],
  [0, -36],
  [0, 36],
] as const;
/** Beside an account, not on it. */
const BESIDE_PX = 12;
/** What of a dot must be seen, in CSS pixels around its middle. */
const DOT_REACH_PX = 5;
/** A place on the screen, in CSS pixels of the frame. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

const PILL_PX = 19;
const PILL_PADDING_PX = 8;
const COUNT_GAP_PX = 5;

/** What is written over the points. Places are in mercator units. */
export interface LabelSigns {
  readonly labels: readonly TerritoryLabel[];
  readonly homes: readonly RepHome[];
  readonly territories: readonly (Territory | null)[];
  /** Writes the number of accounts beside each name; null leaves it out. */
  readonly countText: ((count: number) => string) | null;
  /** Accounts that names should not hide; null where they are too many to be seen one by one. */
  readonly dots: { readonly xs: Float64Array; readonly ys: Float64Array } | null;
}

/** Draws rep homes and the names of territories over the points, where `space` has room. */
export function paintLabels(
  context: CanvasRenderingContext2D,
  frame: Frame,
  { labels, homes, territories, countText, dots }: LabelSigns,
  theme: MapTheme,
  space = new LabelSpace(),
): void {
  context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const place = ({ x, y }: { readonly x: number; readonly y: number }) => {
    const at = { x: x * frame.worldSize - frame.left, y: y * frame.worldSize - frame.top };
    const visible = at.x > -80 && at.y > -20 && at.x < frame.width + 80 && at.y < frame.height + 20;
    return visible ? at : null;
  };
  for (const home of homes) {
    const at = place(home);
    if (!at) continue;
    const size = frame.zoom < SMALL_HOMES_BELOW_ZOOM ? 0.85 : 1;
    space.claim({ left: at.x - 7 * size, top: at.y - 7 * size, width: 14 * size, height: 14 * size });
    drawHome(context, at.x, at.y, size, home.color, theme);
  }
  if (frame.zoom < NAMES_UP_TO_ZOOM) {
    const seen = dots && dotsIn(frame, dots);
    for (const label of labels) {
      const at = place(label);
      if (!at) continue;
      const count = countText?.(label.accounts) ?? "";
      drawTerritoryName(
        context,
        frame,
        at,
        label.text,
        count,
        territories[label.slot]?.color,
        seen,
        space,
        theme,
      );
    }
  }
  if (frame.zoom < HOME_NAMES_FROM_ZOOM) return;
  for (const home of homes) {
    const at = place(home);
    if (at) drawHomeName(context, at.x, at.y, home.name, space, theme);
  }
}

/** The name on a pill tinted with the territory's color: nothing that could be taken for an account. */
function drawTerritoryName(
  context: CanvasRenderingContext2D,
  frame: Frame,
  at: { readonly x: number; readonly y: number },
  text: string,
  count: string,
  color: string | undefined,
  dots: readonly Spot[] | null,
  space: LabelSpace,
  theme: MapTheme,
): void {
  const nameWidth = widthOf(context, `600 12px ${theme.font}`, text);
  const countWidth = count === "" ? 0 : widthOf(context, `12px ${theme.font}`, count) + COUNT_GAP_PX;
  const width = nameWidth + countWidth + 2 * PILL_PADDING_PX;
  const wanted = { left: at.x - width / 2, top: at.y - PILL_PX / 2, width, height: PILL_PX };
  const kept = keptInView(wanted, at, viewOf(frame));
  const free = kept && placesFor(kept, dots).find((candidate) => space.claim(candidate));
  if (!free) return;
  const { left, top } = free;
  const own = color === undefined ? theme.unassigned : parseRgb(color);
  context.beginPath();
  context.roundRect(left, top, width, PILL_PX, PILL_PX / 2);
  context.fillStyle = cssColor(mixed(theme.land, own, 0.2), 0.92);
  context.fill();
  context.strokeStyle = cssColor(mixed(own, theme.text, 0.2));
  context.lineWidth = 1.5;
  context.stroke();
  context.textAlign = "left";
  context.fillStyle = cssColor(theme.text);
  const middle = top + PILL_PX / 2 + 0.5;
  context.font = `12px ${theme.font}`;
  if (count !== "") context.fillText(count, left + PILL_PADDING_PX + nameWidth + COUNT_GAP_PX, middle);
  context.font = `600 12px ${theme.font}`;
  context.fillText(text, left + PILL_PADDING_PX, middle);
}

/** Where a name may stand, the best place first. */
function placesFor(box: LabelBox, dots: readonly Spot[] | null): LabelBox[] {
  if (!dots) return NAME_SHIFTS_PX.map((shift) => ({ ...box, top: box.top + shift }));
  const around = BESIDE_DOTS.map(([across, down]) => ({
    ...box,
    left: box.left + across * (box.width + 2 * BESIDE_PX),
    top: box.top + down,
  }));
  return leastHiding(around, dots, DOT_REACH_PX);
}

function dotsIn(frame: Frame, { xs, ys }: { readonly xs: Float64Array; readonly ys: Float64Array }): Spot[] {
  const spots: Spot[] = [];
  for (let account = 0; account < xs.length; account++) {
    const x = xs[account]! * frame.worldSize - frame.left;
    const y = ys[account]! * frame.worldSize - frame.top;
    if (x > -80 && y > -20 && x < frame.width + 80 && y < frame.height + 20) spots.push({ x, y });
  }
  return spots;
}

/** Widths by font and text: to measure is what takes longest where hundreds of names look for room. */
const widths = new Map<string, number>();
const MOST_WIDTHS = 5_000;

function widthOf(context: CanvasRenderingContext2D, font: string, text: string): number {
  const key = `${font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context.font = font;
  const { width } = context.measureText(text);
  if (widths.size >= MOST_WIDTHS) widths.clear();
  widths.set(key, width);
  return width;
}

function drawHome(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  color: string,
  theme: MapTheme,
): void {
  context.beginPath();
  for (let i = 0; i < HOUSE.length; i += 2) context.lineTo(x + HOUSE[i]! * size, y + HOUSE[i + 1]! * size);
  context.closePath();
  context.strokeStyle = cssColor(theme.text);
  context.lineWidth = 2.5;
  context.stroke();
  context.fillStyle = color;
  context.fill();
  context.strokeStyle = cssColor(theme.land);
  context.lineWidth = 1;
  context.stroke();
}

function drawHomeName(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  name: string,
  space: LabelSpace,
  theme: MapTheme,
): void {
  context.font = `11px ${theme.font}`;
  const width = context.measureText(name).width;
  if (!space.claim({ left: x + 9, top: y - 7, width: width + 4, height: 14 })) return;
  context.textAlign = "left";
  context.strokeStyle = cssColor(theme.land, 0.9);
  context.lineWidth = 3;
  context.strokeText(name, x + 10, y);
  context.fillStyle = cssColor(theme.text, 0.85);
  context.fillText(name, x + 10, y);
}
