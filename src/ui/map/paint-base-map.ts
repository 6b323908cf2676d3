import type { BaseMap, BaseWaters, MapLabel, MapLine } from "./base-map";
import { type Frame, viewOf } from "./frame";
import { keptInView, LabelSpace } from "./label-placement";
import type { MapTheme } from "./map-theme";
import { cssColor } from "./rgb";

/** The number of the country that has states in place of an outline of its own, by `BaseMap.countryOf`. */
export const STATES = 0;
/** Below this distance in CSS pixels the next corner of an outline adds nothing one could see. */
const STEP_PX = 0.6;

/** Rivers would be a tangle further out. */
const RIVERS_FROM_ZOOM = 3.5;

/** Counties are smaller than a finger further out. */
export const COUNTIES_FROM_ZOOM = 6;

/** Draws land, waters as soon as they are there, borders and names. The sea is the background of the page element behind. */
export function paintBaseMap(
  context: CanvasRenderingContext2D,
  frame: Frame,
  map: BaseMap,
  waters: BaseWaters | null,
  counties: readonly MapLine[],
  theme: MapTheme,
): void {
  context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  const land = cssColor(theme.land);
  const water = cssColor(theme.water);
  const border = cssColor(theme.border);
  for (const world of worldsIn(frame)) {
    fill(context, frame, world, map.countries, land);
    fill(context, frame, world, map.lakes, water);
    fill(context, frame, world, map.states, land);
    const fine = frame.zoom < 3 ? 0.5 : 1;
    if (waters) {
      fill(context, frame, world, waters.lakes, water);
      stroke(context, frame, world, waters.lakes, border, 0.5 * fine);
      const width = Math.min(2, 0.5 + 0.25 * (frame.zoom - RIVERS_FROM_ZOOM));
      if (frame.zoom >= RIVERS_FROM_ZOOM)
        stroke(context, frame, world, waters.rivers, cssColor(theme.river), width);
    }
    if (frame.zoom >= COUNTIES_FROM_ZOOM)
      stroke(context, frame, world, counties, cssColor(theme.border, 0.55), 0.5);
    if (frame.zoom >= 3) stroke(context, frame, world, map.stateBorders, cssColor(theme.border, 0.75), 0.75);
    stroke(context, frame, world, map.coasts, border, 0.75 * fine);
    stroke(context, frame, world, map.countryBorders, border, 1.4 * fine);
  }
  paintLabels(context, frame, map.labels, theme);
}

/**
 * Fills what is land, opaque, on a clear canvas: what areas are cut to. `countries` are those to fill, by `BaseMap.countryOf`; all where
 * there is none.
 */
export function paintLand(
  context: CanvasRenderingContext2D,
  frame: Frame,
  map: BaseMap,
  countries: ReadonlySet<number>,
): void {
  context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  const open = (country: number) => countries.size === 0 || countries.has(country);
  const rings = map.countries.filter((_, ring) => open(map.countryOf[ring]!));
  for (const world of worldsIn(frame)) {
    fill(context, frame, world, rings, "black");
    context.globalCompositeOperation = "destination-out";
    fill(context, frame, world, map.lakes, "black");
    context.globalCompositeOperation = "source-over";
    // Where the outlines of the neighbors reach a little over, the states are right.
    if (!open(STATES)) context.globalCompositeOperation = "destination-out";
    fill(context, frame, world, map.states, "black");
    context.globalCompositeOperation = "source-over";
  }
}

/** The copies of the world that the frame shows, by number; 0 is the one from 180° W to 180° E. */
export function worldsIn(frame: Frame): number[] {
  const first = Math.floor(frame.left / frame.worldSize);
  const last = Math.floor((frame.left + frame.width) / frame.worldSize);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function fill(
  context: CanvasRenderingContext2D,
  frame: Frame,
  world: number,
  rings: readonly MapLine[],
  color: string,
): void {
  context.beginPath();
  // Fills close by themselves: `closePath` takes Chromium longer the longer the path already is.
  for (const ring of rings) trace(context, frame, world, ring);
  context.fillStyle = color;
  context.fill("evenodd");
}

function stroke(
  context: CanvasRenderingContext2D,
  frame: Frame,
  world: number,
  lines: readonly MapLine[],
  color: string,
  width: number,
): void {
  context.beginPath();
  for (const line of lines) trace(context, frame, world, line);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineJoin = "round";
  context.stroke();
}

/** Adds a line to the path unless it lies outside of the frame or is too small to see. */
export function trace(
  context: CanvasRenderingContext2D,
  frame: Frame,
  world: number,
  { points, box }: MapLine,
): void {
  const { worldSize, width, height } = frame;
  const left = frame.left - world * worldSize;
  const { top } = frame;
  if (box.maxX * worldSize < left || box.minX * worldSize > left + width) return;
  if (box.maxY * worldSize < top || box.minY * worldSize > top + height) return;
  if ((box.maxX - box.minX + box.maxY - box.minY) * worldSize < 1) return;
  let lastX = points[0]! * worldSize - left;
  let lastY = points[1]! * worldSize - top;
  context.moveTo(lastX, lastY);
  const end = points.length - 2;
  for (let i = 2; i <= end; i += 2) {
    const x = points[i]! * worldSize - left;
    const y = points[i + 1]! * worldSize - top;
    if (i < end && Math.abs(x - lastX) < STEP_PX && Math.abs(y - lastY) < STEP_PX) continue;
    context.lineTo(x, y);
    lastX = x;
    lastY = y;
  }
}

function paintLabels(
  context: CanvasRenderingContext2D,
  frame: Frame,
  labels: readonly MapLabel[],
  theme: MapTheme,
): void {
  const space = new LabelSpace();
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = cssColor(theme.land, 0.85);
  for (const world of worldsIn(frame)) {
    for (const label of labels) {
      if (frame.zoom < label.fromZoom || frame.zoom >= label.untilZoom) continue;
      const x = (label.x + world) * frame.worldSize - frame.left;
      const y = label.y * frame.worldSize - frame.top;
      if (x < -60 || y < -20 || x > frame.width + 60 || y > frame.height + 20) continue;
      drawLabel(context, frame, label, x, y, space, theme);
    }
  }
}

function drawLabel(
  context: CanvasRenderingContext2D,
  frame: Frame,
  label: MapLabel,
  x: number,
  y: number,
  space: LabelSpace,
  theme: MapTheme,
): void {
  const isCity = label.kind === "city";
  const text = isCity ? label.text : label.text.toUpperCase();
  context.font = isCity ? `11px ${theme.font}` : `600 ${label.kind === "country" ? 11 : 10}px ${theme.font}`;
  context.letterSpacing = isCity ? "0px" : "1px";
  const width = context.measureText(text).width;
  const below = isCity ? 9 : 0;
  const wanted = { left: x - width / 2 - 6, top: y - 8, width: width + 12, height: 16 + below };
  const kept = keptInView(wanted, { x, y }, viewOf(frame));
  // A city's name belongs to its dot: moved aside it would be another's.
  if (!kept || (isCity && kept.left !== wanted.left) || !space.claim(kept)) return;
  const shiftX = kept.left - wanted.left;
  const shiftY = kept.top - wanted.top;
  context.fillStyle = cssColor(theme.label, isCity ? 0.95 : 0.6);
  if (isCity) {
    context.beginPath();
    context.arc(x, y, 1.75, 0, 2 * Math.PI);
    context.fill();
  }
  context.lineWidth = 3;
  context.strokeText(text, x + shiftX, y + below + shiftY);
  context.fillText(text, x + shiftX, y + below + shiftY);
  context.letterSpacing = "0px";
}
