import { inSlices } from "../slices";
import { CanvasLayer } from "./canvas-layer";
import { deviceSize, type Frame } from "./frame";
import { type PixelRect, PointRaster, type RasterPoints } from "./point-raster";
import { sizeGrowth } from "./point-size";
import { type PointPicture, type PointTheme, pointRadius } from "./point-style";
import { parseRgb, type Rgb } from "./rgb";

/** What the layer shows. */
export interface PointScene {
  readonly points: RasterPoints & { readonly located: number };
  /** By territory slot, `#rrggbb`. */
  readonly colors: readonly string[];
  readonly theme: PointTheme;
}

/** The picture of a style, given the colors by slot, a radius in device pixels and their number per CSS pixel; null for none. */
export type PointPictures = (
  style: number,
  colors: readonly Rgb[],
  theme: PointTheme,
  radius: number,
  ratio: number,
) => PointPicture | null;

/** Points whose change is painted in the same frame: that of their color alone, and any other. */
const MOST_RECOLORED = 25_000;
const MOST_RESHAPED = 6_000;
/** Points whose first picture is painted in one go. */
const MOST_AT_ONCE = 50_000;
/** Rows of device pixels that are painted in one step of a slice. */
const BAND = 48;

/** All accounts as pixels on one canvas of the map. */
export class PointLayer {
  readonly layer: CanvasLayer;
  #scene: PointScene | null = null;
  #colors: readonly Rgb[] = [];
  #styles: Uint32Array = new Uint32Array(0);
  #raster: PointRaster | null = null;
  #image: ImageData | null = null;
  /** For the next picture, while the last one can still change. */
  #spareImage: ImageData | null = null;
  readonly #pictures: PointPictures;
  readonly #gradually: boolean;
  /** What is still to be painted in slices, and how to end it. */
  #dirty: PixelRect | null = null;
  #endSlices = () => {};

  /** `gradually`: even the first picture is painted band by band, because there is another one below to look at meanwhile. */
  constructor(pane: string, pictures: PointPictures, gradually = false) {
    this.#pictures = pictures;
    this.#gradually = gradually;
    this.layer = new CanvasLayer(
      pane,
      (context, frame) => this.#paint(context, frame),
      (context, frame) => this.#paintSteps(context, frame),
    );
  }

  /** Shows other points, colors or another theme. */
  show(scene: PointScene, styles: Uint32Array): void {
    this.#scene = scene;
    this.#colors = scene.colors.map(parseRgb);
    this.#styles = styles;
    this.layer.paint();
  }

  /**
   * Gives points another style; only the pixels that change are painted: at once, or where very many do, all around them band by band
   * in slices of a few milliseconds.
   */
  restyle(styles: Uint32Array): void {
    const before = this.#styles;
    if (before === styles) return;
    this.#styles = styles;
    const raster = this.#raster;
    if (!raster || before.length !== styles.length) {
      this.layer.paint();
      return;
    }
    const changes = raster.changes(before, styles);
    if (!this.#dirty && changes && changes.points <= MOST_RECOLORED && changes.reshaped <= MOST_RESHAPED) {
      this.#put(raster.repaint(before, styles, changes));
      return;
    }
    const rect = joined(this.#dirty, changes?.rect ?? null);
    this.#stopSlices();
    if (rect) this.#endSlices = inSlices(this.#paintBands(raster, rect));
  }

  #repaint(raster: PointRaster, rect: PixelRect): void {
    raster.repaintRect(this.#styles, rect);
    this.#put(rect);
  }

  #put(rect: PixelRect | null): void {
    const image = this.#image;
    if (!image || !rect) return;
    const { left, top, right, bottom } = rect;
    this.layer.amend((context) => context.putImageData(image, 0, 0, left, top, right - left, bottom - top));
  }

  *#paintBands(raster: PointRaster, rect: PixelRect): Generator<void, void> {
    for (let { top } = rect; top < rect.bottom; top += BAND) {
      this.#dirty = { ...rect, top };
      this.#repaint(raster, { ...rect, top, bottom: Math.min(rect.bottom, top + BAND) });
      yield;
    }
    this.#dirty = null;
  }

  #stopSlices(): void {
    this.#endSlices();
    this.#dirty = null;
  }

  /** Radius of an account's point as painted now, in CSS pixels. */
  radiusOf(account: number): number {
    const { located = 0, sizes } = this.#scene?.points ?? {};
    return sizedRadius(pointRadius(this.layer.frame?.zoom ?? 0, located), sizes?.[account] ?? 0);
  }

  #paint(context: CanvasRenderingContext2D, frame: Frame): void {
    this.#stopSlices();
    const scene = this.#scene;
    if (!scene || scene.points.located === 0) {
      this.#raster = null;
      return;
    }
    this.#image = blankImage(this.#image, frame);
    const raster = this.#rasterOf(scene, frame, this.#image);
    const isFirst = this.#raster === null;
    this.#raster = raster;
    // Nothing is lost from view by a first picture that comes band by band.
    if (this.#gradually || (isFirst && scene.points.located > MOST_AT_ONCE)) {
      const rect = { left: 0, top: 0, right: raster.width, bottom: raster.height };
      this.#endSlices = inSlices(this.#paintBands(raster, rect));
      return;
    }
    raster.paintAll(this.#styles);
    context.putImageData(this.#image, 0, 0);
  }

  *#paintSteps(context: CanvasRenderingContext2D, frame: Frame): Generator<void, void> {
    const scene = this.#scene;
    if (!scene || scene.points.located === 0) return;
    const image = blankImage(this.#spareImage, frame);
    const raster = this.#rasterOf(scene, frame, image);
    yield;
    const styles = this.#styles;
    for (let top = 0; top < raster.height; top += BAND) {
      const bottom = Math.min(raster.height, top + BAND);
      raster.repaintRect(styles, { left: 0, top, right: raster.width, bottom });
      yield;
    }
    raster.repaint(styles, this.#styles);
    this.#stopSlices();
    this.#spareImage = this.#image;
    this.#image = image;
    this.#raster = raster;
    context.putImageData(image, 0, 0);
  }

  #rasterOf(scene: PointScene, frame: Frame, image: ImageData): PointRaster {
    const plain = pointRadius(frame.zoom, scene.points.located);
    const picture = (style: number, size: number) =>
      this.#pictures(style, this.#colors, scene.theme, sizedRadius(plain, size) * frame.ratio, frame.ratio);
    return new PointRaster(frame, scene.points, picture, new Uint32Array(image.data.buffer));
  }
}

/** An image of the frame's size without a pixel in it: the one given, if it fits. */
function blankImage(image: ImageData | null, frame: Frame): ImageData {
  const { width, height } = deviceSize(frame);
  if (image?.width !== width || image.height !== height) return new ImageData(width, height);
  new Uint32Array(image.data.buffer).fill(0);
  return image;
}

/** No point is wider than the raster looks around, in CSS pixels. */
const MAX_RADIUS = 26;

function sizedRadius(plain: number, sizeClass: number): number {
  return Math.min(MAX_RADIUS, plain * sizeGrowth(sizeClass));
}

function joined(a: PixelRect | null, b: PixelRect | null): PixelRect | null {
  if (!a || !b) return a ?? b;
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
