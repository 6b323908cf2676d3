import type { CanvasLayer } from "../canvas-layer";
import { deviceSize, type Frame, PADDING } from "../frame";
import type { MapScene } from "../map-scene";
import { isFaded } from "../point-style";
import { cssColor, parseRgb, type Rgb } from "../rgb";
import { SvgContext } from "./svg-context";

const LOCKED = 1;
const SLOT_SHIFT = 3;
const FADED_OPACITY = 0.16;

/** Discs of one look, x and y in turn, in CSS pixels of the frame. */
interface Dots {
  readonly places: number[];
  readonly radius: number;
  readonly color: Rgb;
  readonly opacity: number;
  readonly hollow: boolean;
}

/** The view of the map with the margin that painters expect around it; `ratio` device pixels for each CSS pixel. */
export function pictureFrame({ view }: MapScene, ratio: number): Frame {
  const { left, top, width, height, worldSize } = view.view;
  return {
    width: width * (1 + 2 * PADDING),
    height: height * (1 + 2 * PADDING),
    ratio,
    left: left - width * PADDING,
    top: top - height * PADDING,
    worldSize,
    zoom: view.map.getZoom(),
  };
}

/** Draws the map as it is shown now, without the selection; `heat` is the heat map's layer, null where there is none. */
export function paintPicture(scene: MapScene, frame: Frame, heat: CanvasLayer | null): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement("canvas"), deviceSize(frame));
  const context = canvas.getContext("2d")!;
  const { painters, theme } = scene;
  context.fillStyle = cssColor(theme().water);
  context.fillRect(0, 0, canvas.width, canvas.height);
  painters.base(context, frame);
  painters.units(context, frame);
  // Areas are cut to the land on a canvas of their own, so that nothing below is cut too.
  const areas = Object.assign(document.createElement("canvas"), deviceSize(frame));
  const cut = areas.getContext("2d")!;
  painters.areas(cut, frame);
  const land = Object.assign(document.createElement("canvas"), deviceSize(frame));
  painters.land(land.getContext("2d")!, frame);
  cut.setTransform(1, 0, 0, 1, 0, 0);
  cut.globalCompositeOperation = "destination-in";
  cut.drawImage(land, 0, 0);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(areas, 0, 0);
  const shape = heat?.frame;
  if (heat && shape) {
    context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    context.drawImage(heat.canvas, shape.left - frame.left, shape.top - frame.top, shape.width, shape.height);
  }
  context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  for (const dots of dotsOf(scene, frame)) {
    disc(context, dots, dots.radius + 0.8, cssColor(theme().ring, 0.9 * dots.opacity));
    disc(context, dots, dots.radius, cssColor(dots.color, dots.opacity));
    if (dots.hollow) disc(context, dots, Math.max(0.4, dots.radius - 1.25), cssColor(theme().land));
  }
  painters.labels(context, frame);
  return canvas;
}

/** The same as SVG elements, for a view box that begins at the margin. */
export function pictureMarkup(scene: MapScene, frame: Frame, heat: CanvasLayer | null): string {
  const svg = new SvgContext(document.createElement("canvas").getContext("2d"));
  // The painters use nothing of a context that this one lacks but patterns and compositing, which it does its own way.
  const context = svg as unknown as CanvasRenderingContext2D;
  const { painters, theme } = scene;
  svg.fillStyle = cssColor(theme().water);
  svg.fillRect(0, 0, frame.width, frame.height);
  painters.base(context, frame);
  painters.units(context, frame);
  const land = new SvgContext(null);
  land.masks = true;
  painters.land(land as unknown as CanvasRenderingContext2D, frame);
  svg.open('mask="url(#land)"');
  painters.areas(context, frame);
  svg.close();
  const shape = heat?.frame;
  if (heat && shape)
    svg.image(
      heat.canvas.toDataURL(),
      shape.left - frame.left,
      shape.top - frame.top,
      shape.width,
      shape.height,
    );
  for (const dots of dotsOf(scene, frame)) {
    svg.dots(dots.places, dots.radius + 0.8, cssColor(theme().ring, 0.9 * dots.opacity));
    svg.dots(dots.places, dots.radius, cssColor(dots.color, dots.opacity));
    if (dots.hollow) svg.dots(dots.places, Math.max(0.4, dots.radius - 1.25), cssColor(theme().land));
  }
  painters.labels(context, frame);
  const whole = `x="0" y="0" width="${frame.width}" height="${frame.height}"`;
  return `<defs><mask id="land" maskUnits="userSpaceOnUse" ${whole}>${land.markup}</mask></defs>\n${svg.markup}`;
}

/** The accounts in the frame by look, faded ones first. */
function dotsOf(scene: MapScene, frame: Frame): Dots[] {
  if (!scene.pointsShown()) return [];
  const { xs, ys } = scene.points();
  const styles = scene.styles();
  const colors = scene.pointColors();
  const groups = new Map<string, Dots>();
  for (let account = 0; account < xs.length; account++) {
    const x = xs[account]! * frame.worldSize - frame.left;
    const y = ys[account]! * frame.worldSize - frame.top;
    if (!(x > 0 && y > 0 && x < frame.width && y < frame.height)) continue;
    const style = styles[account] ?? 0;
    const slot = style >>> SLOT_SHIFT;
    const faded = isFaded(style);
    const radius = scene.view.points.radiusOf(account) * (style & LOCKED ? 0.95 : 1);
    const key = `${faded ? 0 : 1} ${slot} ${radius.toFixed(2)}`;
    let dots = groups.get(key);
    if (!dots) {
      const own = colors[slot];
      const color = slot === 0 || !own ? scene.theme().unassigned : parseRgb(own);
      dots = { places: [], radius, color, opacity: faded ? FADED_OPACITY : 1, hollow: slot === 0 && !faded };
      groups.set(key, dots);
    }
    dots.places.push(x, y);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, dots]) => dots);
}

function disc(context: CanvasRenderingContext2D, { places }: Dots, radius: number, color: string): void {
  context.beginPath();
  for (let i = 0; i < places.length; i += 2) {
    context.moveTo(places[i]! + radius, places[i + 1]!);
    context.arc(places[i]!, places[i + 1]!, radius, 0, 2 * Math.PI);
  }
  context.fillStyle = color;
  context.fill();
}
