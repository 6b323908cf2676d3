import { latitudeOfMercator } from "../../geo/mercator";

const EQUATOR_KM = 40_075.017;
const KM_PER_MILE = 1.609344;
const FEET_PER_MILE = 5280;

/** A round distance and how long it is on the screen. */
export interface ScaleBar {
  readonly label: string;
  readonly widthPx: number;
}

/** The longest round distance (1, 2, 3 or 5 times a power of ten) that fits, measured along the parallel at mercator `y`. */
export function scaleBar(y: number, worldSize: number, unit: "km" | "mi", maxWidthPx: number): ScaleBar {
  const kmPerPixel = (EQUATOR_KM / worldSize) * Math.cos((latitudeOfMercator(y) * Math.PI) / 180);
  const units = unit === "km" ? kmPerPixel : kmPerPixel / KM_PER_MILE;
  if (units * maxWidthPx >= 1) return bar(units, maxWidthPx, unit);
  return unit === "km" ? bar(units * 1000, maxWidthPx, "m") : bar(units * FEET_PER_MILE, maxWidthPx, "ft");
}

function bar(perPixel: number, maxWidthPx: number, unit: string): ScaleBar {
  const longest = perPixel * maxWidthPx;
  const power = 10 ** Math.floor(Math.log10(longest));
  const step = [5, 3, 2, 1].find((candidate) => candidate * power <= longest) ?? 1;
  const distance = step * power;
  return { label: `${distance.toLocaleString("en-US")} ${unit}`, widthPx: Math.round(distance / perPixel) };
}
