import { describe, expect, it } from "vitest";
import { chordToKm } from "../../../src/geo/distance";
import { territorySlots } from "../../../src/model/alignment";
import { figures } from "../../../src/model/metrics/figures";
import { placesOf } from "../../../src/model/metrics/places";
import { travelBases } from "../../../src/model/metrics/travel-count";
import { workload } from "../../../src/model/metrics/workload";
import { alignmentAt } from "../../../src/model/plan";
import { DEFAULT_WORKLOAD, driveMinutes } from "../../../src/model/planning/workload";
import { makeSamplePlan } from "../../../src/model/sample/sample-plan";
import { usPostalCodes } from "../sample/sample-places";

const { travel: settings } = DEFAULT_WORKLOAD;
const sample = makeSamplePlan(usPostalCodes, { seed: 3, now: Date.UTC(2026, 4, 1) });
const plan = {
  ...sample,
  planning: { ...sample.planning, workload: [{ ...DEFAULT_WORKLOAD, otherwise: 1 }] },
};
const path = { scenario: plan.scenarios[0]!.id, layer: plan.layers[0]!.id };
const alignment = alignmentAt(plan, path);
const places = placesOf(plan.tables.accounts);

/** Great-circle kilometers between the i-th of some places and the j-th of others. */
function km(from: Float64Array, i: number, to: Float64Array, j: number): number {
  const dx = from[3 * i]! - to[3 * j]!;
  const dy = from[3 * i + 1]! - to[3 * j + 1]!;
  const dz = from[3 * i + 2]! - to[3 * j + 2]!;
  return chordToKm(Math.hypot(dx, dy, dz));
}

/** A round through all stops that no two crossing drives and no stop moved elsewhere make shorter. */
function shortTour(stops: readonly number[]): number[] {
  const between = (a: number, b: number) => km(places, a, places, b);
  const left = new Set(stops);
  const tour: number[] = [];
  for (let next: number | undefined = stops[0]; next !== undefined; ) {
    tour.push(next);
    left.delete(next);
    const here = next;
    next = [...left].sort((a, b) => between(here, a) - between(here, b))[0];
  }
  const at = (i: number) => tour[i % tour.length]!;
  for (let better = true; better; ) {
    better = false;
    for (let i = 0; i < tour.length - 1; i++) {
      for (let j = i + 2; j < tour.length; j++) {
        const now = between(at(i), at(i + 1)) + between(at(j), at(j + 1));
        if (between(at(i), at(j)) + between(at(i + 1), at(j + 1)) > now - 1e-6) continue;
        tour.splice(i + 1, j - i, ...tour.slice(i + 1, j + 1).reverse());
        better = true;
      }
    }
  }
  return tour;
}

/** Minutes of really driving the tour in trips from the base, begun wherever that is shortest. */
function drivenMinutes(tour: readonly number[], bases: Float64Array, slot: number): number {
  const home = (stop: number) => driveMinutes(km(places, stop, bases, slot), settings);
  let least = Number.POSITIVE_INFINITY;
  for (let start = 0; start < settings.visitsPerTrip; start++) {
    const stops = [...tour.slice(start), ...tour.slice(0, start)];
    let minutes = 0;
    for (const [i, stop] of stops.entries()) {
      const first = i % settings.visitsPerTrip === 0;
      minutes += first ? home(stop) : driveMinutes(km(places, stops[i - 1]!, places, stop), settings);
      if (i === stops.length - 1 || (i + 1) % settings.visitsPerTrip === 0) minutes += home(stop);
    }
    least = Math.min(least, minutes);
  }
  return least;
}

describe("the travel of the sample's territories, beside trips that were really laid out", () => {
  const { centers } = figures(plan, path).travel;
  const bases = travelBases(alignment, plan.tables.reps, centers);
  const estimate = workload(plan, path, centers);
  const compared = territorySlots(alignment).map((slot) => {
    const stops = [...alignment.territoryOf.keys()].filter(
      (row) => alignment.territoryOf[row] === slot && !Number.isNaN(places[3 * row]!),
    );
    // One visit each, so that the hours are those of one round through all.
    const estimated = (60 * (estimate.hopHours[slot]! + estimate.haulHours[slot]!)) / estimate.visits[slot]!;
    return {
      stops: stops.length,
      estimated: estimated * stops.length,
      driven: drivenMinutes(shortTour(stops), bases, slot),
    };
  });

  it("is right in all within 5 %", () => {
    const sum = (of: (one: (typeof compared)[number]) => number) =>
      compared.reduce((total, one) => total + of(one), 0);
    const ratio = sum(({ estimated }) => estimated) / sum(({ driven }) => driven);
    expect(Math.abs(ratio - 1)).toBeLessThan(0.05);
  });

  it("is right for each territory of 20 stops and more within 20 %, for half of them within 6 %", () => {
    const errors = compared
      .filter(({ stops }) => stops >= 20)
      .map(({ estimated, driven }) => Math.abs(estimated / driven - 1))
      .sort((a, b) => a - b);
    expect(errors.length).toBeGreaterThan(15);
    expect(errors.at(-1)).toBeLessThan(0.2);
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(0.06);
  });
});
