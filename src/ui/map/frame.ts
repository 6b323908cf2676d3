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
