import type { MapLine } from "./base-map";
import type { Frame } from "./frame";
import { trace, worldsIn } from "./paint-base-map";
import { cssColor, isDark, mixed, type Rgb } from "./rgb";
import type { UnitGround } from "./unit-ground";

/** How units look, by number in their set. */
export interface UnitLooks {
  /** null where a unit is not filled. */
  readonly fillOf: (unit: number) => Rgb | null;
  readonly opacity: number;
  /** Territory slot of a unit; the border between two of different ones is strong. */
  readonly slotOf: (unit: number) => number;
  readonly land: Rgb;
  readonly text: Rgb;
  /** Units that are selected, outlined in the color of selections. */
  readonly picked: readonly number[];
  readonly selection: Rgb;
}

/** Borders of units are drawn once these are so wide on the screen, in CSS pixels. */
const BORDERS_FROM_PX = 7;
const PICKED_PX = 2.5;

/** Draws units and the borders between their territories. */
export function paintUnits(
  context: CanvasRenderingContext2D,
  frame: Frame,
  ground: UnitGround,
  looks: UnitLooks,
): void {
  context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  const byColor = new Map<string, number[]>();
  for (let unit = 0; unit < ground.set.count; unit++) {
    const color = looks.fillOf(unit);
    if (!color) continue;
    const css = cssColor(color, looks.opacity);
    const list = byColor.get(css);
    if (list) list.push(unit);
    else byColor.set(css, [unit]);
  }
  for (const world of worldsIn(frame)) {
    for (const [color, units] of byColor) {
      context.beginPath();
      for (const unit of units) {
        for (const ring of ground.rings[unit]!) trace(context, frame, world, ring);
      }
      context.fillStyle = color;
      context.fill("evenodd");
    }
    strokeArcs(context, frame, world, ground, looks);
    strokePicked(context, frame, world, ground, looks);
  }
}

function strokePicked(
  context: CanvasRenderingContext2D,
  frame: Frame,
  world: number,
  { rings }: UnitGround,
  { picked, selection }: UnitLooks,
): void {
  if (picked.length === 0) return;
  context.beginPath();
  for (const unit of picked) for (const ring of rings[unit] ?? []) trace(context, frame, world, ring);
  context.lineJoin = "round";
  context.strokeStyle = cssColor(selection, 1);
  context.lineWidth = PICKED_PX;
  context.stroke();
}

function strokeArcs(
  context: CanvasRenderingContext2D,
  frame: Frame,
  world: number,
  { set, arcs, usualWidth }: UnitGround,
  looks: UnitLooks,
): void {
  const slotOf = (unit: number) => (unit < 0 ? 0 : looks.slotOf(unit));
  const strong: (readonly MapLine[])[] = [];
  const faint: (readonly MapLine[])[] = [];
  arcs.forEach((parts, arc) => {
    const [a, b] = [set.sides[2 * arc]!, set.sides[2 * arc + 1]!];
    (slotOf(a) === slotOf(b) ? faint : strong).push(parts);
  });
  const line = mixed(looks.land, looks.text, isDark(looks.land) ? 0.85 : 0.8);
  const draw = (list: readonly (readonly MapLine[])[], width: number, opacity: number) => {
    context.beginPath();
    for (const parts of list) for (const part of parts) trace(context, frame, world, part);
    context.lineJoin = "round";
    context.strokeStyle = cssColor(line, opacity);
    context.lineWidth = width;
    context.stroke();
  };
  if (usualWidth * frame.worldSize >= BORDERS_FROM_PX) draw(faint, 0.6, 0.22);
  draw(strong, 1.2, 0.65);
}
