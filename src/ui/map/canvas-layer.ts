import {
  DomUtil,
  Layer,
  type LeafletEventHandlerFn,
  type Map as LeafletMap,
  Point,
  type ZoomAnimEvent,
} from "leaflet";
import { deviceSize, type Frame, PADDING, worldSizeAt } from "./frame";

/** Beyond this, more pixels cost time that nobody sees. */
const MAX_RATIO = 2;

/** What is painted again and again has this part of the time at most, so that there is some left for whatever makes it change. */
const SHARE = 0.25;

/** Draws onto the context; the canvas is clear and its coordinates are device pixels. */
export type Paint = (context: CanvasRenderingContext2D, frame: Frame) => void;

/**
 * A canvas as a layer of the map. It reaches beyond the view, moves and scales with the map by CSS alone, and is painted
 * anew when the map comes to rest or the view leaves what was painted.
 */
export class CanvasLayer extends Layer {
  readonly #paint: Paint;
  readonly #pane: string;
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  #map: LeafletMap | null = null;
  #frame: Frame | null = null;
  #pending = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** When it may be painted again, by the clock of `performance.now`. */
  #nextAt = 0;

  /** `pane` is the name of a Leaflet pane, which decides what lies over what. */
  constructor(pane: string, paint: Paint) {
    super();
    this.#pane = pane;
    this.#paint = paint;
    this.#canvas = document.createElement("canvas");
    this.#canvas.className = "leaflet-zoom-animated map-canvas";
    this.#canvas.setAttribute("aria-hidden", "true");
    const context = this.#canvas.getContext("2d");
    if (!context) throw new Error("Expected a 2D canvas, got none.");
    this.#context = context;
  }

  /** What it is painted on: not to be changed. */
  get canvas(): HTMLCanvasElement {
    return this.#canvas;
  }

  /** What is painted now, or null before the map has a view. */
  get frame(): Frame | null {
    return this.#frame;
  }

  override onAdd(map: LeafletMap): this {
    this.#map = map;
    map.getPane(this.#pane)?.append(this.#canvas);
    this.paint();
    return this;
  }

  override onRemove(): this {
    this.#forget();
    this.#canvas.remove();
    this.#map = null;
    return this;
  }

  override getEvents(): Record<string, LeafletEventHandlerFn> {
    return {
      viewreset: () => this.paint(),
      moveend: () => this.paint(),
      move: () => this.#paintIfUncovered(),
      zoom: () => this.#follow(),
      zoomanim: (event) => this.#animate(event as ZoomAnimEvent),
    };
  }

  /** Paints in the next frame, however often it is called until then; later where painting takes long and has been done only now. */
  schedule(): void {
    if (this.#pending || this.#waiting !== undefined || !this.#map) return;
    const wait = this.#nextAt - performance.now();
    if (wait <= 0) this.#pending = requestAnimationFrame(() => this.paint());
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
    if (!map) return;
    const size = map.getSize();
    if (size.x === 0 || size.y === 0) return;
    const corner = map.containerPointToLayerPoint([-size.x * PADDING, -size.y * PADDING]).round();
    const origin = map.getPixelOrigin();
    const zoom = map.getZoom();
    const frame: Frame = {
      width: Math.ceil(size.x * (1 + 2 * PADDING)),
      height: Math.ceil(size.y * (1 + 2 * PADDING)),
      ratio: Math.min(MAX_RATIO, devicePixelRatio || 1),
      left: origin.x + corner.x,
      top: origin.y + corner.y,
      worldSize: worldSizeAt(zoom),
      zoom,
    };
    this.#frame = frame;
    this.#resize(frame);
    DomUtil.setTransform(this.#canvas, corner, 1);
    this.#paint(this.#context, frame);
    const ended = performance.now();
    this.#nextAt = ended + (ended - started) * (1 / SHARE - 1);
  }

  #forget(): void {
    cancelAnimationFrame(this.#pending);
    this.#pending = 0;
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
  }

  /** Draws on what is painted, without clearing it. */
  amend(draw: (context: CanvasRenderingContext2D) => void): void {
    if (this.#frame) draw(this.#context);
  }

  #resize(frame: Frame): void {
    const { width, height } = deviceSize(frame);
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
      this.#canvas.style.width = `${frame.width}px`;
      this.#canvas.style.height = `${frame.height}px`;
      return;
    }
    this.#context.setTransform(1, 0, 0, 1, 0, 0);
    this.#context.clearRect(0, 0, width, height);
  }

  #paintIfUncovered(): void {
    const map = this.#map;
    const frame = this.#frame;
    if (!map || !frame || map.getZoom() !== frame.zoom) return;
    const view = map.getPixelBounds();
    if (!view.min || !view.max) return;
    const covered =
      view.min.x >= frame.left &&
      view.min.y >= frame.top &&
      view.max.x <= frame.left + frame.width &&
      view.max.y <= frame.top + frame.height;
    if (!covered) this.paint();
  }

  #follow(): void {
    const map = this.#map;
    if (map) this.#place(map.getZoom(), map.getPixelOrigin());
  }

  #animate({ center, zoom }: ZoomAnimEvent): void {
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
    DomUtil.setTransform(this.#canvas, corner, scale);
  }
}
