import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountPoints, samePlaces, unrolled } from "../../../src/ui/map/account-points";
import { numberColumn, table } from "./map-plan";

const accountsAt = (...places: (readonly [latitude: number, longitude: number])[]) =>
  table(places.length, 1, [
    numberColumn(
      "lat",
      "latitude",
      Float64Array.from(places, ([latitude]) => latitude),
    ),
    numberColumn(
      "lon",
      "longitude",
      Float64Array.from(places, ([, longitude]) => longitude),
    ),
  ]);

const SUVA = [-18.1, 178.4] as const;
const APIA = [-13.8, -171.8] as const;
const SEATTLE = [47.6, -122.3] as const;
const BOSTON = [42.4, -71.1] as const;

describe("the points of the accounts", () => {
  it("begins the map where nearly all are, not with the few in Alaska", () => {
    const many = Array.from({ length: 300 }, (_, i) => (i % 2 === 0 ? SEATTLE : BOSTON));
    const { box, mainBox } = accountPoints(accountsAt(...many, [64.8, -147.7], [-14.3, -170.7]));
    const width = (of: typeof box) => of!.maxX - of!.minX;
    expect(width(mainBox)).toBeCloseTo((122.3 - 71.1) / 360, 6);
    expect(width(box)).toBeGreaterThan(width(mainBox));
  });

  it("knows which share their spot with others", () => {
    const { crowds } = accountPoints(accountsAt(BOSTON, SEATTLE, BOSTON, BOSTON, BOSTON, [Number.NaN, 0]));
    expect([...crowds]).toEqual([2, 0, 2, 2, 2, 0]);
  });

  it("begins with all of them where none is far", () => {
    const { box, mainBox } = accountPoints(accountsAt(SEATTLE, BOSTON));
    expect(mainBox).toEqual(box);
  });

  it("counts every live account once, on the map or without a place", () => {
    const degrees = fc.oneof(fc.double({ min: -200, max: 200 }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(fc.tuple(degrees, degrees, fc.boolean())), (rows) => {
        const all = accountsAt(...rows.map(([latitude, longitude]) => [latitude, longitude] as const));
        const accounts = { ...all, deleted: Uint8Array.from(rows, ([, , deleted]) => Number(deleted)) };
        const points = accountPoints(accounts);
        const drawn = points.xs.filter((x, i) => Number.isFinite(x) && Number.isFinite(points.ys[i]!)).length;
        expect(points.located).toBe(drawn);
        expect(points.located + points.unlocated).toBe(rows.filter(([, , deleted]) => !deleted).length);
      }),
    );
  });

  it("leaves out what is not on earth, and deleted accounts altogether", () => {
    const accounts = {
      ...accountsAt(SEATTLE, [91, 0], [0, 181], [Number.NaN, 0], BOSTON),
      deleted: Uint8Array.of(0, 0, 0, 0, 1),
    };
    expect(accountPoints(accounts)).toMatchObject({ located: 1, unlocated: 3 });
  });

  it("has no place for anyone without columns of coordinates", () => {
    const points = accountPoints(table(3, 1, []));
    expect(points).toMatchObject({ located: 0, unlocated: 3, box: null });
  });

  it("shows both sides of the antimeridian beside each other", () => {
    const { xs, seam, box } = accountPoints(accountsAt(SUVA, APIA));
    expect(xs[1]! - xs[0]!).toBeCloseTo((360 - 178.4 - 171.8) / 360);
    expect(box!.maxX - box!.minX).toBeLessThan(0.1);
    expect(unrolled(xs[1]! - 1, seam)).toBe(xs[1]);
  });

  it("leaves the map as people know it where nothing lies across the antimeridian", () => {
    expect(accountPoints(accountsAt(SEATTLE, BOSTON)).seam).toBe(0);
    expect(accountPoints(accountsAt(BOSTON, [51.5, 0], [35.7, 139.7], [-33.9, 151.2])).seam).toBe(0);
  });

  it("clamps what lies near the poles to the edge of the map", () => {
    const { ys, located } = accountPoints(accountsAt([89.9, 0], [-89.9, 0]));
    expect(located).toBe(2);
    expect(ys[0]).toBeCloseTo(0);
    expect(ys[1]).toBeCloseTo(1);
  });

  it("stays the same through edits of other columns", () => {
    const accounts = accountsAt(SEATTLE);
    const edited = {
      ...accounts,
      columns: [...accounts.columns, numberColumn("x", null, Float64Array.of(1))],
    };
    expect(samePlaces(accounts, edited)).toBe(true);
    expect(samePlaces(accounts, { ...edited, deleted: Uint8Array.of(1) })).toBe(false);
    expect(samePlaces(accounts, accountsAt(SEATTLE))).toBe(false);
  });
});
