import { describe, expect, it } from "vitest";
import type { Frame } from "../../../src/ui/map/frame";
import { HEAT_CELL_PX, heatRaster } from "../../../src/ui/map/heat-raster";

const frame: Frame = { width: 600, height: 300, ratio: 1, left: 0, top: 0, worldSize: 1000, zoom: 2 };
const at = (x: number, y: number) => ({ xs: Float64Array.of(x / 1000), ys: Float64Array.of(y / 1000) });
const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);

describe("the raster of a heat map", () => {
  it("spreads an account's weight around it, and loses none", () => {
    const raster = heatRaster(frame, at(300, 150), Float64Array.of(7));
    expect(sum(raster.values)).toBeCloseTo(7, 3);
    const peak = raster.values.indexOf(raster.largest);
    expect((peak % raster.columns) * HEAT_CELL_PX).toBe(300);
    expect(Math.floor(peak / raster.columns) * HEAT_CELL_PX).toBe(150);
  });

  it("takes in what shines in from beyond the edge", () => {
    const raster = heatRaster(frame, at(-10, 150), Float64Array.of(1));
    expect(sum(raster.values)).toBeGreaterThan(0.1);
    expect(sum(raster.values)).toBeLessThan(0.5);
    expect(sum(heatRaster(frame, at(-500, 150), Float64Array.of(1)).values)).toBe(0);
  });

  it("adds accounts up, and leaves out those without place or weight", () => {
    const points = {
      xs: Float64Array.of(0.2, 0.2, Number.NaN, 0.4),
      ys: Float64Array.of(0.1, 0.1, 0.1, 0.1),
    };
    const raster = heatRaster(frame, points, Float64Array.of(1, 2, 50, Number.NaN));
    expect(sum(raster.values)).toBeCloseTo(3, 3);
  });
});
