import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { swapPlaces } from "../../src/model/edits/swap-places";
import { placeOf, placesOf } from "../../src/model/metrics/places";
import { invertPatch } from "../../src/model/patch";
import { degreesOf, placeDoubts } from "../../src/model/place-doubts";
import type { Plan } from "../../src/model/plan";
import { accountNeighbors } from "../../src/model/problems/account-neighbors";
import { territoryNeighbors } from "../../src/model/territory-neighbors";
import { latticePlan } from "../helpers/lattice-plan";

/** Nine accounts of A and B around 10° east, with the first at another place. */
function firstAt(latitude: number, longitude: number): Plan {
  const plan = latticePlan(["AAA", "ABB", "BBB"]);
  const { accounts } = plan.tables;
  const columns = accounts.columns.map((column) => {
    const degrees = { latitude, longitude }[column.role as string];
    return column.kind === "number" && degrees !== undefined
      ? { ...column, values: column.values.with(0, degrees) }
      : column;
  });
  return { ...plan, tables: { ...plan.tables, accounts: { ...accounts, columns } } };
}

const doubtsOf = ({ tables: { accounts } }: Plan) => {
  const doubtOf = placeDoubts(degreesOf(accounts));
  return Array.from({ length: accounts.count }, (_, account) => doubtOf(account)).flatMap((why) => why ?? []);
};

describe("a place", () => {
  it.each([
    [0, 0, "zero-place"],
    [90, 10, "latitude-range"],
    [-90, 10, "latitude-range"],
    [91, 10, "latitude-range"],
    [1, 181, "longitude-range"],
  ])("at %f, %f is in doubt, and counts in no distance, area or neighborhood", (latitude, longitude, why) => {
    const plan = firstAt(latitude, longitude);
    const { accounts } = plan.tables;
    expect(doubtsOf(plan)).toEqual([why]);
    expect(placesOf(accounts).slice(0, 3)).toEqual(new Float64Array(3).fill(Number.NaN));
    expect(placeOf(accounts, 0)).toBeNull();
    expect(accountNeighbors(accounts)!.graph.placeCount).toBe(8);
    const others = Uint16Array.from([3, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(territoryNeighbors(accounts, others).flatMap(({ a, b }) => [a, b])).not.toContain(3);
  });

  it("near the pole or on the equator is none", () => {
    expect(doubtsOf(firstAt(89.9, 10))).toEqual([]);
    expect(doubtsOf(firstAt(0, 10))).toEqual([]);
    expect(doubtsOf(latticePlan(["AAA", "ABB"]))).toEqual([]);
  });

  it("is put right by swapping its degrees, and back", () => {
    const plan = firstAt(10.05, 0.95);
    expect(doubtsOf(plan)).toEqual(["swapped-place"]);
    const patch = swapPlaces(plan, [0]);
    const swapped = applyPatch(plan, patch);
    expect(placeOf(swapped.tables.accounts, 0)).toEqual({ latitude: 0.95, longitude: 10.05 });
    expect(doubtsOf(swapped)).toEqual([]);
    const back = applyPatch(swapped, invertPatch(patch));
    expect(placeOf(back.tables.accounts, 0)).toEqual({ latitude: 10.05, longitude: 0.95 });
  });
});
