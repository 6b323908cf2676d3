import { CanvasLayer, type Paint } from "./canvas-layer";
import { deviceSize } from "./frame";
import { PointRaster, type RasterPoints } from "./point-raster";
import { crowdGrowth, type PointTheme, pictureOf, pointRadius } from "./point-style";
import { parseRgb, type Rgb } from "./rgb";

/** What the layer shows. */
export interface PointScene {
  readonly points: RasterPoints & { readonly located: number };
  /** By territory slot, `#rrggbb`. */
  readonly colors: readonly string[];
  readonly theme: PointTheme;
}

/** All accounts as pixels on one canvas of the map. */
export class PointLayer {
  readonly layer: CanvasLayer;
  #scene: PointScene | null = null;
  #colors: readonly Rgb[] = [];
  #styles: Uint32Array = new Uint32Array(0);
  #raster: PointRaster | null = null;
  #image: ImageData | null = null;

  constructor(pane: string) {
    this.layer = new CanvasLayer(pane, (context, frame) => this.#paint(context, frame));
  }

  /** Shows other points, colors or another theme. */
  show(scene: PointScene, styles: Uint32Array): void {
    this.#scene = scene;
    this.#colors = scene.colors.map(parseRgb);
    this.#styles = styles;
    this.layer.paint();
  }

  /** Gives points another style; only the part of the picture that changes is painted. */
  restyle(styles: Uint32Array): void {
    const before = this.#styles;
    if (before === styles) return;
    this.#styles = styles;
    const raster = this.#raster;
    const image = this.#image;
    if (!raster || !image || before.length !== styles.length) {
      this.layer.paint();
      return;
    }
    const rect = raster.repaint(before, styles);
    if (!rect) return;
    const { left, top, right, bottom } = rect;
    this.layer.amend((context) => context.putImageData(image, 0, 0, left, top, right - left, bottom - top));
  }

  /** Radius of an account's point as painted now, in CSS pixels. */
  radiusOf(account: number): number {
    const { located = 0, crowds } = this.#scene?.points ?? {};
    return pointRadius(this.layer.frame?.zoom ?? 0, located) * crowdGrowth(crowds?.[account] ?? 0);
  }

  readonly #paint: Paint = (context, frame) => {
    const scene = this.#scene;
    if (!scene || scene.points.located === 0) {
      this.#raster = null;
      return;
    }
    const { width, height } = deviceSize(frame);
    if (this.#image?.width !== width || this.#image.height !== height) {
      this.#image = new ImageData(width, height);
    }
    const pixels = new Uint32Array(this.#image.data.buffer);
    pixels.fill(0);
    const radius = pointRadius(frame.zoom, scene.points.located) * frame.ratio;
    const picture = (style: number, crowd: number) =>
      pictureOf(style, this.#colors, scene.theme, radius * crowdGrowth(crowd), frame.ratio);
    this.#raster = new PointRaster(frame, scene.points, picture, pixels);
    this.#raster.paintAll(this.#styles);
    context.putImageData(this.#image, 0, 0);
  };
}
