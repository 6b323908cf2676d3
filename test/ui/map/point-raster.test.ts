import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Frame } from "../../../src/ui/map/frame";
import { PointRaster } from "../../../src/ui/map/point-raster";
import { makeSprite, packColor, underlay } from "../../../src/ui/map/point-sprite";
import {
  CROWD_CLASSES,
  crowdClass,
  crowdGrowth,
  pictureOf,
  pointRadius,
  pointStyles,
} from "../../../src/ui/map/point-style";

const SIZE = 64;
const frame: Frame = { width: SIZE, height: SIZE, ratio: 1, left: 0, top: 0, worldSize: SIZE, zoom: 0 };
const BLUE = { red: 0, green: 0, blue: 255 };
const RED = { red: 255, green: 0, blue: 0 };
const theme = {
  land: { red: 250, green: 250, blue: 250 },
  ring: { red: 250, green: 250, blue: 250 },
  selection: BLUE,
  unassigned: { red: 128, green: 128, blue: 128 },
};
const colors = [theme.unassigned, RED, { red: 0, green: 160, blue: 0 }, { red: 200, green: 180, blue: 40 }];
const rasterOf = (xs: number[], ys: number[], sizes: number[] = xs.map(() => 0)) =>
  new PointRaster(
    frame,
    {
      xs: Float64Array.from(xs, (x) => x / SIZE),
      ys: Float64Array.from(ys, (y) => y / SIZE),
      sizes: Uint8Array.from(sizes),
    },
    (style, crowd) => pictureOf(style, colors, theme, 3 * crowdGrowth(crowd), 1),
  );
const styleOf = (slot: number, { locked = 0, selected = 0, shown = 1 } = {}) =>
  pointStyles(1, {
    territoryOf: Uint16Array.of(slot),
    locked: Uint8Array.of(locked),
    selected: Uint8Array.of(selected),
    shown: Uint8Array.of(shown),
    highlighted: null,
  })[0]!;

const style = fc
  .record({ slot: fc.nat(3), locked: fc.nat(1), selected: fc.nat(1), shown: fc.nat(1) })
  .map(({ slot, ...flags }) => styleOf(slot, flags));
const coordinate = fc.oneof(fc.integer({ min: -12, max: SIZE + 12 }), fc.constant(Number.NaN));
const point = fc.tuple(coordinate, coordinate, style, style, fc.nat(CROWD_CLASSES - 1));

describe("the raster of points", () => {
  it("repaints a part to exactly the pixels of painting all", () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), fc.nat(59), (points, changed) => {
        const xs = points.map(([x]) => x);
        const ys = points.map(([, y]) => y);
        const sizes = points.map(([, , , , crowd]) => crowd);
        const before = Uint32Array.from(points, ([, , style]) => style);
        const after = Uint32Array.from(points, ([, , from, to], i) => (i % 60 <= changed ? from : to));
        const incremental = rasterOf(xs, ys, sizes);
        incremental.paintAll(before);
        incremental.repaint(before, after);
        const scratch = rasterOf(xs, ys, sizes);
        scratch.paintAll(after);
        expect(incremental.pixels).toEqual(scratch.pixels);
      }),
    );
  });

  it("touches nothing outside of the rectangle it reports", () => {
    const raster = rasterOf([10, 50], [10, 50]);
    const before = Uint32Array.of(styleOf(1), styleOf(1));
    raster.paintAll(before);
    const painted = raster.pixels.slice();
    const rect = raster.repaint(before, Uint32Array.of(styleOf(2), styleOf(1)))!;
    expect(rect.right).toBeLessThan(50);
    for (let i = 0; i < painted.length; i++) {
      const x = i % SIZE;
      const y = Math.floor(i / SIZE);
      const inside = x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom;
      if (!inside) expect(raster.pixels[i]).toBe(painted[i]);
    }
  });

  it("repaints nothing where nothing changed or the change is out of sight", () => {
    const raster = rasterOf([10, 500], [10, 10]);
    const styles = Uint32Array.of(styleOf(1), styleOf(1));
    raster.paintAll(styles);
    expect(raster.repaint(styles, styles.slice())).toBeNull();
    expect(raster.repaint(styles, Uint32Array.of(styleOf(1), styleOf(2)))).toBeNull();
  });

  it("shows the territory's color in the middle of an account, and grey around a hollow one", () => {
    const raster = rasterOf([20, 40], [20, 20]);
    raster.paintAll(Uint32Array.of(styleOf(1), styleOf(0)));
    expect(raster.pixels[20 * SIZE + 20]).toBe(packColor(RED));
    expect(raster.pixels[20 * SIZE + 40]).toBe(packColor(theme.land));
    const edge = raster.pixels[20 * SIZE + 42]! & 255;
    expect(Math.abs(edge - theme.unassigned.red)).toBeLessThan(Math.abs(edge - theme.land.red));
  });

  it("keeps selected accounts above others, whatever their row", () => {
    const raster = rasterOf([20, 20], [20, 20]);
    raster.paintAll(Uint32Array.of(styleOf(2, { selected: 1 }), styleOf(1)));
    expect(raster.pixels[20 * SIZE + 20]).toBe(packColor(colors[2]!));
  });
});

describe("a sprite", () => {
  it("is the same seen from all four sides", () => {
    const sprite = makeSprite([{ shape: "disc", radius: 4.3, color: RED, opacity: 1 }]);
    const pixels = new Map(
      Array.from(sprite.colors, (color, i) => [`${sprite.dx[i]},${sprite.dy[i]}`, color]),
    );
    for (let i = 0; i < sprite.colors.length; i++) {
      expect(pixels.get(`${-sprite.dx[i]!},${sprite.dy[i]}`)).toBe(sprite.colors[i]);
      expect(pixels.get(`${sprite.dy[i]},${sprite.dx[i]}`)).toBe(sprite.colors[i]);
    }
  });
});

describe("putting a pixel under another", () => {
  it("changes nothing under an opaque one, and fills an empty one", () => {
    expect(underlay(packColor(RED), packColor(BLUE))).toBe(packColor(RED));
    expect(underlay(0, packColor(BLUE, 0.4))).toBe(packColor(BLUE, 0.4));
  });

  it("mixes by opacity and stays within a shade of the exact result", () => {
    fc.assert(
      fc.property(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255), (red, other, alpha, below) => {
        const top = packColor({ red, green: 0, blue: 0 }, alpha / 255);
        const bottom = packColor({ red: other, green: 0, blue: 0 }, below / 255);
        const mixed = underlay(top, bottom);
        const added = (below * (255 - alpha)) / 255;
        expect(Math.abs((mixed >>> 24) - (alpha + added))).toBeLessThanOrEqual(1);
        if (alpha + added < 16) return;
        const exact = (red * alpha + other * added) / (alpha + added);
        expect(Math.abs((mixed & 255) - exact)).toBeLessThan(256 / (alpha + added) + 2);
      }),
    );
  });
});

it("draws points smaller where there are more, larger where one is nearer, and never too small to see", () => {
  expect(pointRadius(4, 100_000)).toBeLessThan(pointRadius(4, 1_000));
  expect(pointRadius(10, 1_000)).toBeGreaterThan(pointRadius(4, 1_000));
  expect(pointRadius(1, 250_000)).toBeGreaterThan(1.5);
});

describe("a crowd on one spot", () => {
  it("has a larger point the more accounts stand there, up to a limit", () => {
    const growths = [1, 3, 6, 12, 24].map((accounts) => crowdGrowth(crowdClass(accounts)));
    expect(growths[0]).toBe(1);
    expect(growths).toEqual([...new Set(growths)].sort((a, b) => a - b));
    expect(crowdGrowth(crowdClass(5_000))).toBeLessThan(3);
  });

  it("covers ground that a single account leaves free", () => {
    const single = rasterOf([20], [20]);
    const crowd = rasterOf([20], [20], [crowdClass(16)]);
    single.paintAll(Uint32Array.of(styleOf(1)));
    crowd.paintAll(Uint32Array.of(styleOf(1)));
    expect(single.pixels[20 * SIZE + 25]).toBe(0);
    expect(crowd.pixels[20 * SIZE + 25]).toBe(packColor(RED));
  });
});

describe("points on dark land", () => {
  const dark = {
    ...theme,
    land: { red: 28, green: 32, blue: 38 },
    ring: { red: 195, green: 201, blue: 209 },
  };
  const MAROON = { red: 90, green: 20, blue: 50 };
  const channels = (color: number) => [color & 255, (color >>> 8) & 255, (color >>> 16) & 255];

  it("have a light ring around them", () => {
    const { body } = pictureOf(styleOf(1), [theme.unassigned, MAROON], dark, 5, 1);
    const edge = [...body.dx].findIndex((dx, i) => dx === 5 && body.dy[i] === 0);
    expect(channels(body.colors[edge]!)[1]).toBeGreaterThan(100);
  });

  it("are lightened where they are too small for a ring", () => {
    const { body } = pictureOf(styleOf(1), [theme.unassigned, MAROON], dark, 2, 1);
    const middle = [...body.dx].findIndex((dx, i) => dx === 0 && body.dy[i] === 0);
    expect(channels(body.colors[middle]!)[0]).toBeGreaterThan(MAROON.red);
    expect(channels(body.colors[middle]!)[1]).toBeGreaterThan(80);
  });
});
