import type { AccountPoints } from "./account-points";
import type { BaseMap } from "./base-map";
import { type Frame, worldSizeAt } from "./frame";
import { STATES, trace, worldsIn } from "./paint-base-map";
import { cssColor } from "./rgb";

/** Pixels across the accounts, with which countries are told apart. */
const PIXELS = 1024;
/** Colors of countries lie so far apart that no mixture of two at their border is a third one's. */
const SHADES = 16;

/**
 * The countries in which an account lies, by `BaseMap.countryOf`. Outlines are only so exact: an account at a border does not open
 * the country behind it where another one beside it holds accounts. Empty where no account lies on land.
 */
export function settledCountries(
  map: BaseMap,
  { xs, ys, box }: Pick<AccountPoints, "xs" | "ys" | "box">,
): ReadonlySet<number> {
  const settled = new Set<number>();
  const canvas = document.createElement("canvas");
  canvas.width = PIXELS;
  canvas.height = PIXELS;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context || !box) return settled;
  const side = Math.max(box.maxX - box.minX, box.maxY - box.minY, 1e-4) * 1.02;
  const zoom = Math.log2(PIXELS / side / 256);
  const worldSize = worldSizeAt(zoom);
  const left = ((box.minX + box.maxX) / 2) * worldSize - PIXELS / 2;
  const top = ((box.minY + box.maxY) / 2) * worldSize - PIXELS / 2;
  const frame: Frame = { width: PIXELS, height: PIXELS, ratio: 1, left, top, worldSize, zoom };
  paintCountries(context, frame, map);
  const pixels = new Uint32Array(context.getImageData(0, 0, PIXELS, PIXELS).data.buffer);
  const countryOfPixel = new Map<number, number>(
    [STATES, ...new Set(map.countryOf)].map((country) => [wordOf(country), country]),
  );
  /** The countries within a pixel of an account. */
  const around = (account: number): number[] => {
    const column = Math.floor(xs[account]! * worldSize - left);
    const row = Math.floor(ys[account]! * worldSize - top);
    const found: number[] = [];
    for (let y = Math.max(0, row - 1); y <= Math.min(PIXELS - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(PIXELS - 1, column + 1); x++) {
        const country = countryOfPixel.get(pixels[y * PIXELS + x]!) ?? -1;
        if (!found.includes(country)) found.push(country);
      }
    }
    return found;
  };
  const atBorders: number[][] = [];
  for (let account = 0; account < xs.length; account++) {
    if (Number.isNaN(xs[account]!)) continue;
    const countries = around(account);
    if (countries.length > 1) atBorders.push(countries);
    else if (countries[0]! >= 0) settled.add(countries[0]!);
  }
  for (const countries of atBorders) {
    if (countries.some((country) => settled.has(country))) continue;
    for (const country of countries) if (country >= 0) settled.add(country);
  }
  return settled;
}

function paintCountries(context: CanvasRenderingContext2D, frame: Frame, map: BaseMap): void {
  for (const world of worldsIn(frame)) {
    const fill = (country: number, rings: BaseMap["countries"]) => {
      context.beginPath();
      for (const ring of rings) trace(context, frame, world, ring);
      context.fillStyle = cssColor(colorOf(country));
      context.fill("evenodd");
    };
    for (const country of new Set(map.countryOf)) {
      fill(
        country,
        map.countries.filter((_, ring) => map.countryOf[ring] === country),
      );
    }
    fill(STATES, map.states);
  }
}

function colorOf(country: number) {
  return {
    red: SHADES * (country % SHADES) + 7,
    green: SHADES * Math.floor(country / SHADES) + 7,
    blue: (country * 37) % 256,
  };
}

/** As ImageData has it. */
function wordOf(country: number): number {
  const { red, green, blue } = colorOf(country);
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
