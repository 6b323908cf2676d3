import type { Borders } from "../../geo/borders";
import type { Frame } from "./frame";

/** Below this distance in CSS pixels the next corner adds nothing one could see. */
const STEP_PX = 0.7;
/** Where corners lie further apart, in CSS pixels, the line between is drawn as a curve. */
const CURVED_FROM_PX = 5;

/** A border in CSS pixels of a frame: the corners that can be told apart. */
export interface PixelLine {
  /** x and y in turn. */
  readonly points: Float32Array;
  readonly closed: boolean;
  /** Whether corners lie so far apart that they would show. */
  readonly curved: boolean;
}

/**
 * Borders as a frame shows them. Each is part of the areas on both of its sides and is stroked besides: it is thinned out once, and looks the same
 * from both sides.
 */
export class PixelLines {
  readonly #frame: Frame;
  readonly #borders: Borders;
  readonly #made: (PixelLine | undefined)[] = [];

  constructor(frame: Frame, borders: Borders) {
    this.#frame = frame;
    this.#borders = borders;
    for (let line = 0; line < borders.lineCount; line++) this.#made.push(undefined);
  }

  at(line: number): PixelLine {
    const made = this.#made[line] ?? this.#make(line);
    this.#made[line] = made;
    return made;
  }

  #make(line: number): PixelLine {
    const { worldSize, left, top } = this.#frame;
    const { start, points, closed, boxes } = this.#borders;
    const first = start[line]!;
    const end = start[line + 1]!;
    const at = 4 * line;
    const reach = (boxes[at + 2]! - boxes[at]! + boxes[at + 3]! - boxes[at + 1]!) * worldSize;
    const curved = reach / (end - first) > CURVED_FROM_PX / 2 && end - first > 2;
    const kept = new Float32Array(2 * (end - first));
    let count = 0;
    let lastX = Number.NaN;
    let lastY = Number.NaN;
    for (let i = first; i < end; i++) {
      const x = points[2 * i]! * worldSize - left;
      const y = points[2 * i + 1]! * worldSize - top;
      const isNear = Math.abs(x - lastX) < STEP_PX && Math.abs(y - lastY) < STEP_PX;
      if (isNear && !curved && i < end - 1) continue;
      kept[count++] = x;
      kept[count++] = y;
      lastX = x;
      lastY = y;
    }
    return { points: kept.subarray(0, count), closed: closed[line] === 1, curved };
  }
}
