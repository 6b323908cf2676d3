import {
  DomUtil,
  Layer,
  type LeafletEventHandlerFn,
  type Map as LeafletMap,
  Point,
  type ZoomAnimEvent,
} from "leaflet";
import { inSlices } from "../slices";
import { deviceSize, type Frame, PADDING, worldSizeAt } from "./frame";

/** Beyond this, more pixels cost time that nobody sees. */
const MAX_RATIO = 2;

/** What is painted again and again has this part of the time at most, so that there is some left for whatever makes it change. */
const SHARE = 0.25;

/** Draws onto the context; the canvas is clear and its coordinates are device pixels. */
export type Paint = (context: CanvasRenderingContext2D, frame: Frame) => void;
/** Draws the same in steps, each of them short. */
export type PaintSteps = (context: CanvasRenderingContext2D, frame: Frame) => Generator<void, void>;

/**
 * A canvas as a layer of the map. It reaches beyond the view, moves and scales with the map by CSS alone, and is painted
 * anew when the map comes to rest or the view leaves what was painted. Where painting takes long, it is done in steps after the map has come to
 * rest, on a second canvas that then takes the place of the first: no frame is late.
 */
export class CanvasLayer extends Layer {
  readonly #paint: Paint;
  readonly #steps: PaintSteps | undefined;
  readonly #pane: string;
  #sheet = newSheet();
  /** Painted in steps while the other is shown. */
  #spare: Sheet | null = null;
  /** Drops what is being painted in steps; null while nothing is. */
  #endSteps: (() => void) | null = null;
  /** Asked for while it is being painted. */
  #again = false;
  #map: LeafletMap | null = null;
  #frame: Frame | null = null;
  #pending = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** When it may be painted again, by the clock of `performance.now`. */
  #nextAt = 0;

  /** `pane` is the name of a Leaflet pane, which decides what lies over what. */
  constructor(pane: string, paint: Paint, steps?: PaintSteps) {
    super();
    this.#pane = pane;
    this.#paint = paint;
    this.#steps = steps;
  }

  /** What it is painted on: not to be changed. */
  get canvas(): HTMLCanvasElement {
    return this.#sheet.canvas;
  }

  /** What is painted now, or null before the map has a view. */
  get frame(): Frame | null {
    return this.#frame;
  }

  override onAdd(map: LeafletMap): this {
    this.#map = map;
    map.getPane(this.#pane)?.append(this.#sheet.canvas);
    this.paint();
    return this;
  }

  override onRemove(): this {
    this.#forget();
    this.#sheet.canvas.remove();
    this.#map = null;
    return this;
  }

  override getEvents(): Record<string, LeafletEventHandlerFn> {
    return {
      viewreset: () => this.paint(),
      moveend: () => this.#paintOrStep(),
      move: () => this.#paintIfUncovered(),
      zoom: () => this.#follow(),
      zoomanim: (event) => this.#animate(event as ZoomAnimEvent),
    };
  }

  /** Paints in the next frame, however often it is called until then; later where painting takes long and has been done only now. */
  schedule(): void {
    if (this.#endSteps) this.#again = true;
    if (this.#endSteps || this.#pending || this.#waiting !== undefined || !this.#map) return;
    const wait = this.#nextAt - performance.now();
    if (wait <= 0) this.#pending = requestAnimationFrame(() => this.#paintOrStep());
    else {
      this.#waiting = setTimeout(() => {
        this.#waiting = undefined;
        this.schedule();
      }, wait);
    }
  }

  /** Paints now. */
  paint(): void {
    this.#forget();
    const started = performance.now();
    const map = this.#map;
    const frame = this.#frameNow();
    if (!map || !frame) return;
    this.#frame = frame;
    clearFor(this.#sheet, frame);
    this.#place(map.getZoom(), map.getPixelOrigin());
    this.#paint(this.#sheet.context, frame);
    const ended = performance.now();
    this.#nextAt = ended + (ended - started) * (1 / SHARE - 1);
  }

  /** Paints in steps, as long as what is painted covers the view. */
  #paintOrStep(): void {
    const frame = this.#frameNow();
    if (!this.#steps || !this.#frame || !frame || !this.#isCovered()) {
      this.paint();
      return;
    }
    this.#forget();
    const started = performance.now();
    const spare = this.#spare ?? newSheet();
    this.#spare = spare;
    clearFor(spare, frame);
    this.#endSteps = inSlices(this.#steps(spare.context, frame), () => {
      this.#endSteps = null;
      this.#showSpare(spare, frame);
      // Half of this time was others' already.
      this.#nextAt = 2 * performance.now() - started;
      if (this.#again) this.schedule();
    });
  }

  #showSpare(spare: Sheet, frame: Frame): void {
    const map = this.#map;
    if (!map) return;
    const before = this.#sheet;
    this.#sheet = spare;
    this.#spare = before;
    this.#frame = frame;
    before.canvas.replaceWith(spare.canvas);
    this.#place(map.getZoom(), map.getPixelOrigin());
  }

  /** The frame around the view as it is now; null while the map has no size. */
  #frameNow(): Frame | null {
    const map = this.#map;
    if (!map) return null;
    const size = map.getSize();
    if (size.x === 0 || size.y === 0) return null;
    const corner = map.containerPointToLayerPoint([-size.x * PADDING, -size.y * PADDING]).round();
    const origin = map.getPixelOrigin();
    const zoom = map.getZoom();
    return {
      width: Math.ceil(size.x * (1 + 2 * PADDING)),
      height: Math.ceil(size.y * (1 + 2 * PADDING)),
      ratio: Math.min(MAX_RATIO, devicePixelRatio || 1),
      left: origin.x + corner.x,
      top: origin.y + corner.y,
      worldSize: worldSizeAt(zoom),
      zoom,
    };
  }

  #forget(): void {
    cancelAnimationFrame(this.#pending);
    this.#pending = 0;
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#dropSteps();
  }

  #dropSteps(): void {
    this.#endSteps?.();
    this.#endSteps = null;
    this.#again = false;
  }

  /** Draws on what is painted, without clearing it. */
  amend(draw: (context: CanvasRenderingContext2D) => void): void {
    if (this.#frame) draw(this.#sheet.context);
  }

  #paintIfUncovered(): void {
    if (this.#frame && this.#map?.getZoom() === this.#frame.zoom && !this.#isCovered()) this.paint();
  }

  /** Whether what is painted, as it is scaled now, reaches beyond the view on all sides. */
  #isCovered(): boolean {
    const map = this.#map;
    const frame = this.#frame;
    const view = map?.getPixelBounds();
    if (!map || !frame || !view?.min || !view.max) return true;
    const scale = worldSizeAt(map.getZoom()) / frame.worldSize;
    return (
      view.min.x >= frame.left * scale &&
      view.min.y >= frame.top * scale &&
      view.max.x <= (frame.left + frame.width) * scale &&
      view.max.y <= (frame.top + frame.height) * scale
    );
  }

  #follow(): void {
    // What is being painted is of another zoom.
    this.#dropSteps();
    const map = this.#map;
    if (map) this.#place(map.getZoom(), map.getPixelOrigin());
  }

  #animate({ center, zoom }: ZoomAnimEvent): void {
    this.#dropSteps();
    const map = this.#map;
    const pane = map?.getPane("mapPane");
    if (!map || !pane) return;
    const half = map.getSize().divideBy(2);
    this.#place(zoom, map.project(center, zoom).subtract(half).add(DomUtil.getPosition(pane)).round());
  }

  /** Moves and scales what is painted to where it belongs at another zoom. */
  #place(zoom: number, origin: Point): void {
    if (!this.#frame) return;
    const scale = 2 ** (zoom - this.#frame.zoom);
    const corner = new Point(this.#frame.left * scale - origin.x, this.#frame.top * scale - origin.y);
    DomUtil.setTransform(this.#sheet.canvas, corner, scale);
  }
}

interface Sheet {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
}

function newSheet(): Sheet {
  const canvas = document.createElement("canvas");
  canvas.className = "leaflet-zoom-animated map-canvas";
  canvas.setAttribute("aria-hidden", "true");
  const context = canvas.getContext("2d");
  if (!context) throw new Error("Expected a 2D canvas, got none.");
  return { canvas, context };
}

/** Makes a sheet as large as a frame, and empty. */
function clearFor({ canvas, context }: Sheet, frame: Frame): void {
  const { width, height } = deviceSize(frame);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${frame.width}px`;
    canvas.style.height = `${frame.height}px`;
    return;
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
}
