import { latitudeOfMercator } from "../../geo/mercator";
import { sequentialColor } from "./color-scale";
import type { Frame } from "./frame";
import { HEAT_CELL_PX, heatRaster } from "./heat-raster";

const EQUATOR_KM = 40_075.017;
/** Less than this part of the greatest density is not drawn. */
const LEAST_PART = 0.02;
const OPACITY = 0.82;
const SHADES = 256;

/**
 * Paints a heat map and returns the greatest density in view: weight per square kilometer at the middle of the frame. Loaded when first
 * asked for.
 */
export function paintHeat(
  context: CanvasRenderingContext2D,
  frame: Frame,
  points: { readonly xs: Float64Array; readonly ys: Float64Array },
  weights: Float64Array,
  dark: boolean,
): number {
  const { columns, rows, values, largest } = heatRaster(frame, points, weights);
  if (largest === 0) return 0;
  const small = document.createElement("canvas");
  small.width = columns;
  small.height = rows;
  const brush = small.getContext("2d");
  if (!brush) return 0;
  const image = brush.createImageData(columns, rows);
  const shades = Array.from({ length: SHADES }, (_, shade) => sequentialColor(shade / (SHADES - 1), dark));
  for (let cell = 0; cell < values.length; cell++) {
    // The root lifts what is between the peaks.
    const part = Math.sqrt(values[cell]! / largest);
    if (part * part < LEAST_PART) continue;
    const { red, green, blue } = shades[Math.round(part * (SHADES - 1))]!;
    image.data[4 * cell] = red;
    image.data[4 * cell + 1] = green;
    image.data[4 * cell + 2] = blue;
    image.data[4 * cell + 3] = 255 * OPACITY * Math.min(1, 2.2 * (part - Math.sqrt(LEAST_PART)) + 0.05);
  }
  brush.putImageData(image, 0, 0);
  context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "high";
  context.drawImage(small, 0, 0, columns * HEAT_CELL_PX, rows * HEAT_CELL_PX);
  const latitude = latitudeOfMercator((frame.top + frame.height / 2) / frame.worldSize);
  const cellKm = (HEAT_CELL_PX * EQUATOR_KM * Math.cos((latitude * Math.PI) / 180)) / frame.worldSize;
  return largest / (cellKm * cellKm);
}
