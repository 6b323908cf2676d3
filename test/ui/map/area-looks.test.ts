import { describe, expect, it } from "vitest";
import { areaMesh } from "../../../src/geo/area-mesh";
import { neighborsOf } from "../../../src/geo/areas";
import { bordersOf } from "../../../src/geo/borders";
import { placeLabels } from "../../../src/geo/place-labels";
import { type Territory, UNASSIGNED_TERRITORY } from "../../../src/model/alignment";
import { areaLooksOf } from "../../../src/ui/map/area-looks";
import { sharedSpots } from "../../../src/ui/map/shared-spots";

const theme = { land: { red: 250, green: 250, blue: 250 }, text: { red: 0, green: 0, blue: 0 } };
const territory = (color: string): Territory => ({ ...UNASSIGNED_TERRITORY, id: color, color });

/** Territories A (1), B (2), C (3) side by side from west to east. */
const xs = Float64Array.from([0, 0, 1, 1, 2, 2]);
const ys = Float64Array.from([0, 1, 0, 1, 0, 1]);
const mesh = areaMesh(xs, ys, 1);
const slots = Uint16Array.from([1, 1, 2, 2, 3, 3]);
const neighbors = neighborsOf(bordersOf(mesh, placeLabels(mesh, slots)));
const patternsOf = (colors: readonly string[], everyPattern = false) =>
  areaLooksOf({ neighbors }, [UNASSIGNED_TERRITORY, ...colors.map(territory)], theme, {
    highlighted: null,
    everyPattern,
    figureColors: null,
  }).patterns.slice(1);

describe("patterns of areas", () => {
  it("are left out where colors tell neighbors apart", () => {
    expect(patternsOf(["#4477aa", "#ddaa33", "#4477aa"])).toEqual([0, 0, 0]);
  });

  it("tell neighbors of one color apart", () => {
    expect(patternsOf(["#4477aa", "#4477aa", "#4477aa"])).toEqual([0, 1, 0]);
  });

  it("tell neighbors apart whose colors look alike to red-green blind people", () => {
    expect(patternsOf(["#94874a", "#7f9050", "#4477aa"])).toEqual([0, 1, 0]);
  });

  it("tell all neighbors apart if asked for", () => {
    expect(patternsOf(["#4477aa", "#ddaa33", "#882255"], true)).toEqual([0, 1, 0]);
  });
});

describe("spots that territories share", () => {
  it("are those with accounts of several, Unassigned included, with their parts", () => {
    const shared = areaMesh(Float64Array.from([5, 5, 5, 6, 6, 7]), Float64Array.from([1, 1, 1, 2, 2, 3]), 1);
    const spots = sharedSpots(shared, Uint16Array.from([2, 0, 2, 1, 1, 3]));
    expect(spots).toEqual([
      {
        x: 5,
        y: 1,
        accounts: 3,
        parts: [
          { slot: 0, accounts: 1 },
          { slot: 2, accounts: 2 },
        ],
      },
    ]);
  });
});
