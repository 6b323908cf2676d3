import type { AreaRings } from "../../geo/areas";
import type { Borders } from "../../geo/borders";
import type { TerritorySlot } from "../../model/alignment";
import { type AreaPattern, patternFill } from "./area-patterns";
import { deviceSize, type Frame } from "./frame";
import { PixelLines } from "./pixel-lines";
import { cssColor, isDark, mixed, type Rgb } from "./rgb";

/** How territories look as areas, by slot. */
export interface AreaLooks {
  /** null where an area is not filled. */
  readonly colors: readonly (Rgb | null)[];
  /** Whether colors are read off a scale, and so must be strong, or only tell territories apart. */
  readonly strong: boolean;
  readonly patterns: readonly AreaPattern[];
  /** Group above each territory, so that borders between groups stand out; null at the top. */
  readonly groups: readonly (string | null)[];
  /** The only territory not faded; null = none is. */
  readonly highlighted: TerritorySlot | null;
  readonly land: Rgb;
  readonly text: Rgb;
}

const FILL_LIGHT = 0.26;
const FILL_DARK = 0.34;
const FILL_STRONG = 0.78;
const FILL_FADED = 0.06;

/** Draws the areas of territories and the borders between them. */
export function paintAreas(...given: Parameters<typeof areaSteps>): void {
  const steps = areaSteps(...given);
  while (!steps.next().done);
}

/** The same in steps, each of them short. */
export function* areaSteps(
  context: CanvasRenderingContext2D,
  frame: Frame,
  borders: Borders,
  rings: AreaRings,
  looks: AreaLooks,
): Generator<void, void> {
  context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  const seen = linesInFrame(frame, borders);
  const dark = isDark(looks.land);
  const opacity = looks.strong ? FILL_STRONG : dark ? FILL_DARK : FILL_LIGHT;
  const lines = new PixelLines(frame, borders);
  const ringsOf = new Map<number, number[]>();
  for (let ring = 0; ring < rings.ringCount; ring++) {
    if (!ringTouches(frame, borders, rings, ring)) continue;
    const label = rings.labels[ring]!;
    const list = ringsOf.get(label);
    if (list) list.push(ring);
    else ringsOf.set(label, [ring]);
  }
  for (const [slot, own] of ringsOf) {
    const color = looks.colors[slot];
    if (!color) continue;
    yield;
    context.beginPath();
    for (const ring of own) traceRing(context, lines, rings, ring);
    const faded = looks.highlighted !== null && looks.highlighted !== slot;
    context.fillStyle = cssColor(color, faded ? FILL_FADED : opacity);
    context.fill("evenodd");
    const pattern = faded ? null : patternFill(context, looks.patterns[slot] ?? 0, color, frame.ratio);
    if (!pattern) continue;
    context.fillStyle = pattern;
    // The tile is in device pixels, and stays where it is on the map while the map moves.
    pattern.setTransform(new DOMMatrix().scale(1 / frame.ratio).translate(-frame.left % 64, -frame.top % 64));
    context.fill("evenodd");
  }
  yield* borderSteps(context, lines, borders, seen, looks, dark);
}

function* borderSteps(
  context: CanvasRenderingContext2D,
  lines: PixelLines,
  borders: Borders,
  seen: Uint8Array,
  looks: AreaLooks,
  dark: boolean,
): Generator<void, void> {
  const { left, right } = borders;
  const kindOf = (line: number): "outer" | "inner" | "group" => {
    const [a, b] = [left[line]!, right[line]!];
    if (a === 0 || b === 0) return "outer";
    return looks.groups[a] === looks.groups[b] ? "inner" : "group";
  };
  const hasGroups = looks.groups.some((group) => group !== null);
  context.lineJoin = "round";
  for (const { kind, width, opacity } of [
    { kind: "outer", width: 1, opacity: 0.35 },
    { kind: "inner", width: 1.1, opacity: 0.6 },
    { kind: "group", width: hasGroups ? 2.4 : 1.1, opacity: 0.7 },
  ] as const) {
    yield;
    context.beginPath();
    for (let line = 0; line < borders.lineCount; line++) {
      if (!seen[line] || kindOf(line) !== kind) continue;
      traceLine(context, lines, line, false, true);
    }
    context.strokeStyle = cssColor(mixed(looks.land, looks.text, dark ? 0.85 : 0.8), opacity);
    context.lineWidth = width;
    context.stroke();
  }
}

/** 1 for each line whose box meets the frame. */
function linesInFrame(frame: Frame, { lineCount, boxes }: Borders): Uint8Array {
  const minX = frame.left / frame.worldSize;
  const minY = frame.top / frame.worldSize;
  const maxX = (frame.left + frame.width) / frame.worldSize;
  const maxY = (frame.top + frame.height) / frame.worldSize;
  const seen = new Uint8Array(lineCount);
  for (let line = 0; line < lineCount; line++) {
    const at = 4 * line;
    seen[line] =
      boxes[at]! <= maxX && boxes[at + 1]! <= maxY && boxes[at + 2]! >= minX && boxes[at + 3]! >= minY
        ? 1
        : 0;
  }
  return seen;
}

/** Whether the box around a ring meets the frame; no line of it need do so where one stands in the middle of an area. */
function ringTouches(frame: Frame, { boxes }: Borders, rings: AreaRings, ring: number): boolean {
  const { left, top, width, height, worldSize } = frame;
  let minX = Number.POSITIVE_INFINITY;
  let minY = Number.POSITIVE_INFINITY;
  let maxX = Number.NEGATIVE_INFINITY;
  let maxY = Number.NEGATIVE_INFINITY;
  for (let i = rings.start[ring]!; i < rings.start[ring + 1]!; i++) {
    const at = 4 * (rings.lines[i]! >> 1);
    if (boxes[at]! < minX) minX = boxes[at]!;
    if (boxes[at + 1]! < minY) minY = boxes[at + 1]!;
    if (boxes[at + 2]! > maxX) maxX = boxes[at + 2]!;
    if (boxes[at + 3]! > maxY) maxY = boxes[at + 3]!;
  }
  return (
    minX * worldSize <= left + width &&
    minY * worldSize <= top + height &&
    maxX * worldSize >= left &&
    maxY * worldSize >= top
  );
}

function traceRing(
  context: CanvasRenderingContext2D,
  lines: PixelLines,
  rings: AreaRings,
  ring: number,
): void {
  const first = rings.start[ring]!;
  for (let i = first; i < rings.start[ring + 1]!; i++) {
    const directed = rings.lines[i]!;
    traceLine(context, lines, directed >> 1, directed % 2 === 1, i === first);
  }
}

/** Adds a line to the path: its corners, or a curve along them that is the same in both directions. */
function traceLine(
  context: CanvasRenderingContext2D,
  lines: PixelLines,
  line: number,
  backwards: boolean,
  moves: boolean,
): void {
  const { points, closed, curved } = lines.at(line);
  const count = points.length / 2;
  const step = backwards ? -2 : 2;
  const first = backwards ? 2 * count - 2 : 0;
  if (!curved) {
    if (moves) context.moveTo(points[first]!, points[first + 1]!);
    for (let i = 1, at = first + step; i < count; i++, at += step)
      context.lineTo(points[at]!, points[at + 1]!);
    // `closePath` takes Chromium longer the longer the path already is.
    if (closed) context.lineTo(points[first]!, points[first + 1]!);
    return;
  }
  const xOf = (i: number) => points[first + step * i]!;
  const yOf = (i: number) => points[first + step * i + 1]!;
  if (closed) {
    context.moveTo((xOf(count - 1) + xOf(0)) / 2, (yOf(count - 1) + yOf(0)) / 2);
    for (let i = 0; i < count; i++) {
      const after = i + 1 === count ? 0 : i + 1;
      context.quadraticCurveTo(xOf(i), yOf(i), (xOf(i) + xOf(after)) / 2, (yOf(i) + yOf(after)) / 2);
    }
    return;
  }
  if (moves) context.moveTo(xOf(0), yOf(0));
  for (let i = 1; i < count - 2; i++) {
    context.quadraticCurveTo(xOf(i), yOf(i), (xOf(i) + xOf(i + 1)) / 2, (yOf(i) + yOf(i + 1)) / 2);
  }
  context.quadraticCurveTo(xOf(count - 2), yOf(count - 2), xOf(count - 1), yOf(count - 1));
}

/** Cuts what is painted to a mask of the same size in device pixels. */
export function cutTo(context: CanvasRenderingContext2D, frame: Frame, mask: HTMLCanvasElement): void {
  const { width, height } = deviceSize(frame);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = "destination-in";
  context.drawImage(mask, 0, 0, width, height);
  context.globalCompositeOperation = "source-over";
}
