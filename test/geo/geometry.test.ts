import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EARTH_RADIUS_KM, greatCircleKm } from "../../src/geo/distance";
import {
  latitudeOfMercator,
  longitudeOfMercator,
  mercatorX,
  mercatorY,
  projectPlaces,
} from "../../src/geo/mercator";
import { isInRing, ringTest } from "../../src/geo/polygon";
import { dayTripLength, tourLength } from "../../src/geo/tour-length";
import { placeOfVector, unitVectors } from "../../src/geo/unit-vectors";

const longitude = fc.double({ min: -180, max: 180, noNaN: true });
const latitude = fc.double({ min: -85, max: 85, noNaN: true });

describe("distance", () => {
  it("knows the way from Paris to New York", () =>
    expect(greatCircleKm(2.3522, 48.8566, -74.006, 40.7128)).toBeCloseTo(5837, -1));
  it("is half the equator to the other side", () =>
    expect(greatCircleKm(0, 0, 180, 0)).toBeCloseTo(Math.PI * EARTH_RADIUS_KM, 6));
  it("passes a missing place through", () => expect(greatCircleKm(Number.NaN, 0, 0, 0)).toBeNaN());
});

describe("unit vectors", () => {
  it("have chords that agree with the great circle", () =>
    fc.assert(
      fc.property(longitude, latitude, longitude, latitude, (a, b, c, d) => {
        const v = unitVectors(Float64Array.of(a, c), Float64Array.of(b, d));
        const chord = Math.hypot(v[0]! - v[3]!, v[1]! - v[4]!, v[2]! - v[5]!);
        const arc = 2 * Math.asin(Math.min(1, chord / 2)) * EARTH_RADIUS_KM;
        // Near the antipode the arc is ill-conditioned in the chord.
        expect(Math.abs(arc - greatCircleKm(a, b, c, d))).toBeLessThan(chord > 1.999 ? 3 : 0.01);
      }),
    ));
  it("are NaN where the place is unknown", () =>
    expect([...unitVectors(Float64Array.of(Number.NaN, 1), Float64Array.of(1, Number.NaN))]).toEqual(
      Array(6).fill(Number.NaN),
    ));
  it("lead back to the place", () =>
    fc.assert(
      fc.property(fc.double({ min: -179, max: 179, noNaN: true }), latitude, (a, b) => {
        const v = unitVectors(Float64Array.of(a), Float64Array.of(b));
        const place = placeOfVector(v[0]!, v[1]!, v[2]!);
        expect(place.longitude).toBeCloseTo(a, 5);
        expect(place.latitude).toBeCloseTo(b, 5);
      }),
    ));
});

describe("Mercator", () => {
  it("puts null island in the middle", () => expect([mercatorX(0), mercatorY(0)]).toEqual([0.5, 0.5]));
  it("has its poles cut to the square", () => {
    expect(mercatorY(90)).toBeCloseTo(0, 9);
    expect(mercatorY(-90)).toBeCloseTo(1, 9);
  });
  it("leads back", () =>
    fc.assert(
      fc.property(longitude, latitude, (a, b) => {
        expect(longitudeOfMercator(mercatorX(a))).toBeCloseTo(a, 8);
        expect(latitudeOfMercator(mercatorY(b))).toBeCloseTo(b, 8);
      }),
    ));
  it("leaves no half-known place", () => {
    const { xs, ys } = projectPlaces(Float64Array.of(1, Number.NaN, 0), Float64Array.of(Number.NaN, 1, 0));
    expect([...xs]).toEqual([Number.NaN, Number.NaN, 0.5]);
    expect([...ys]).toEqual([Number.NaN, Number.NaN, 0.5]);
  });
});

describe("ring", () => {
  const arrow = [0, 0, 4, 0, 4, 4, 2, 1, 0, 4];
  it.each([
    [1, 1, true],
    [3, 1, true],
    [2, 3, false],
    [5, 1, false],
    [Number.NaN, 1, false],
  ])("holds (%d, %d): %s", (x, y, inside) => expect(isInRing(x, y, arrow)).toBe(inside));
  it("counts a point on a shared edge in exactly one of two neighbors", () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (x, y) => {
        const left = [0, 0, 5, 0, 5, 10, 0, 10];
        const right = [5, 0, 10, 0, 10, 10, 5, 10];
        expect(Number(isInRing(x, y, left)) + Number(isInRing(x, y, right))).toBe(1);
      }),
    ));

  it("is found for many points as for each by itself", () => {
    const corner = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 40 }), fc.array(corner), (corners, points) => {
        const ring = Float64Array.from(corners.flat());
        const test = ringTest(ring);
        for (const [x, y] of points) {
          expect(test(x, y)).toBe(isInRing(x, y, ring));
          expect(test(x + 0.5, y + 0.25)).toBe(isInRing(x + 0.5, y + 0.25, ring));
        }
      }),
    );
  });
});

describe("tour length", () => {
  it("is nothing for a single stop without a way there", () => expect(tourLength(1, 100)).toBe(0));
  it("scales with the map", () => expect(tourLength(20, 400)).toBeCloseTo(2 * tourLength(20, 100), 9));
  it("adds the way there and back", () =>
    expect(dayTripLength(30, 8, 50)).toBeCloseTo(60 + tourLength(8, 50), 9));
  it("stays at home without stops", () => expect(dayTripLength(30, 0, 50)).toBe(0));
});
