import { cssColor, type Rgb } from "../rgb";
import type { ScaleBar } from "../scale-bar";
import type { ColorScale } from "../topic-scale";

/** What stands around the map on a picture of it. */
export interface SheetFacts {
  readonly title: string;
  readonly subtitle: string;
  readonly legendTitle: string;
  readonly legend: readonly LegendRow[];
  /** How the colors of the ground or of the accounts are read; null where they only tell territories apart. */
  readonly colors: ColorScale | null;
  readonly scale: ScaleBar | null;
  readonly credit: string;
  readonly background: Rgb;
  readonly text: Rgb;
  readonly font: string;
}

export interface LegendRow {
  readonly color: string;
  readonly name: string;
  readonly detail: string;
}

/** Where everything lies, in CSS pixels. */
export interface SheetLayout {
  readonly width: number;
  readonly height: number;
  readonly map: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly legend: {
    readonly x: number;
    readonly y: number;
    readonly rows: number;
    readonly columnWidth: number;
  };
}

const MARGIN = 16;
const HEAD = 48;
const FOOT = 28;
const ROW = 18;
const COLUMN = 210;
const LEGEND_HEAD = 24;
/** Height of a scale of colors with its words, and how many steps it is drawn in. */
const COLORS = 40;
const COLOR_BAR = 10;
const COLOR_STEPS = 48;

/** The map keeps its size; the legend stands at its right, below a scale of colors if there is one, in as many columns as it takes. */
export function layoutSheet(
  mapWidth: number,
  mapHeight: number,
  legendRows: number,
  hasColors: boolean,
): SheetLayout {
  const rows = Math.max(1, Math.floor((mapHeight - LEGEND_HEAD - (hasColors ? COLORS : 0)) / ROW));
  const columns = Math.max(hasColors ? 1 : 0, Math.ceil(legendRows / rows));
  return {
    width: 2 * MARGIN + mapWidth + columns * COLUMN + (columns > 0 ? MARGIN : 0),
    height: HEAD + mapHeight + FOOT,
    map: { x: MARGIN, y: HEAD, width: mapWidth, height: mapHeight },
    legend: { x: 2 * MARGIN + mapWidth, y: HEAD, rows, columnWidth: COLUMN },
  };
}

/** Draws title, legend, scale and credit around the place of the map. `context` has one unit for each CSS pixel. */
export function paintSheet(context: CanvasRenderingContext2D, layout: SheetLayout, facts: SheetFacts): void {
  const { font } = facts;
  const text = cssColor(facts.text);
  const muted = cssColor(facts.text, 0.7);
  const { map, legend } = layout;
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.fillStyle = text;
  context.font = `600 16px ${font}`;
  context.fillText(facts.title, MARGIN, 17);
  context.font = `12px ${font}`;
  context.fillStyle = muted;
  context.fillText(facts.subtitle, MARGIN, 36);
  if (facts.legend.length > 0 || facts.colors) {
    context.font = `600 12px ${font}`;
    context.fillStyle = text;
    context.fillText(facts.legendTitle, legend.x, legend.y + 9);
  }
  if (facts.colors) paintColors(context, layout, facts.colors, facts);
  const firstRow = legend.y + LEGEND_HEAD + (facts.colors ? COLORS : 0);
  facts.legend.forEach((row, i) => {
    const x = legend.x + Math.floor(i / legend.rows) * legend.columnWidth;
    const y = firstRow + (i % legend.rows) * ROW;
    context.fillStyle = row.color;
    context.fillRect(x, y - 5, 10, 10);
    context.font = `12px ${font}`;
    context.fillStyle = text;
    const room =
      legend.columnWidth - 24 - (row.detail === "" ? 0 : context.measureText(row.detail).width + 8);
    context.fillText(shortened(context, row.name, room), x + 16, y);
    if (row.detail === "") return;
    context.textAlign = "right";
    context.fillStyle = muted;
    context.fillText(row.detail, x + legend.columnWidth - 8, y);
    context.textAlign = "left";
  });
  const foot = map.y + map.height + FOOT / 2;
  context.font = `11px ${font}`;
  context.fillStyle = muted;
  if (facts.scale) {
    const { widthPx, label } = facts.scale;
    context.strokeStyle = text;
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(MARGIN, foot - 4);
    context.lineTo(MARGIN, foot + 4);
    context.lineTo(MARGIN + widthPx, foot + 4);
    context.lineTo(MARGIN + widthPx, foot - 4);
    context.stroke();
    context.fillText(label, MARGIN + widthPx + 8, foot);
  }
  context.textAlign = "right";
  context.fillText(facts.credit, map.x + map.width, foot);
  context.textAlign = "left";
}

/** A bar in steps, since not every context can draw a gradient, with its words below. */
function paintColors(
  context: CanvasRenderingContext2D,
  { legend: { x, y, columnWidth } }: SheetLayout,
  { color, labels }: ColorScale,
  { text, font }: Pick<SheetFacts, "text" | "font">,
): void {
  const width = columnWidth - 8;
  const step = width / COLOR_STEPS;
  for (let i = 0; i < COLOR_STEPS; i++) {
    context.fillStyle = cssColor(color(i / (COLOR_STEPS - 1)));
    // Each reaches below the next, so that no seam shows.
    context.fillRect(x + i * step, y + LEGEND_HEAD - 4, i === COLOR_STEPS - 1 ? step : step + 1, COLOR_BAR);
  }
  context.font = `11px ${font}`;
  context.fillStyle = cssColor(text, 0.7);
  for (const [i, label] of labels.entries()) {
    const part = i / Math.max(1, labels.length - 1);
    context.textAlign = part === 0 ? "left" : part === 1 ? "right" : "center";
    context.fillText(label, x + part * width, y + LEGEND_HEAD + COLOR_BAR + 6);
  }
  context.textAlign = "left";
}

/** The text, cut with an ellipsis where it is wider than the room. */
function shortened(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  let kept = [...text];
  while (kept.length > 1 && context.measureText(`${kept.join("")}…`).width > room) kept = kept.slice(0, -1);
  return `${kept.join("")}…`;
}
