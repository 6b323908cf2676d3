/** What a canvas shows: the part of the mercator square (0…1 across, wrapping at any whole number) that lies under it. */
export interface Frame {
  /** Size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  /** The canvas's top left corner, in CSS pixels from the corner of a world `worldSize` pixels wide. */
  readonly left: number;
  readonly top: number;
  readonly worldSize: number;
  readonly zoom: number;
}

/** How much further than the view a canvas reaches on each side, as a fraction of the view. */
export const PADDING = 0.2;

/** The part of a canvas that is in view when it is painted, in CSS pixels from its corner. */
export function viewOf({ width, height }: Pick<Frame, "width" | "height">) {
  const left = (width * PADDING) / (1 + 2 * PADDING);
  const top = (height * PADDING) / (1 + 2 * PADDING);
  return { left, top, right: width - left, bottom: height - top };
}

/** Side of the whole world at a zoom, in CSS pixels. */
export function worldSizeAt(zoom: number): number {
  return 256 * 2 ** zoom;
}

/** Size of the canvas in device pixels. */
export function deviceSize(frame: Frame): { width: number; height: number } {
  return {
    width: Math.max(1, Math.round(frame.width * frame.ratio)),
    height: Math.max(1, Math.round(frame.height * frame.ratio)),
  };
}
