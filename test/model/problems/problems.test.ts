import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figures } from "../../../src/model/metrics/figures";
import { placesOf } from "../../../src/model/metrics/places";
import { alignmentAt, type Plan } from "../../../src/model/plan";
import { accountNeighbors } from "../../../src/model/problems/account-neighbors";
import { farAccounts } from "../../../src/model/problems/far-accounts";
import { gapsIn } from "../../../src/model/problems/gaps";
import { interleavedAccounts } from "../../../src/model/problems/interleaved-accounts";
import { sharedSpots } from "../../../src/model/problems/shared-spots";
import { strayPieces, territoryPieces } from "../../../src/model/problems/territory-pieces";
import { latticePlan } from "../../helpers/lattice-plan";
import { A, B, PATH } from "../../helpers/small-plan";
import { twelveAccounts } from "../../helpers/twelve-accounts";

const neighborsOf = (plan: Plan) => accountNeighbors(plan.tables.accounts)!;
const territoryOf = (plan: Plan) => alignmentAt(plan, PATH).territoryOf;
const piecesOf = (plan: Plan) => territoryPieces(neighborsOf(plan), territoryOf(plan));

describe("pieces of territories", () => {
  test("an enclave is a piece of its own, surrounded by the territory around it", () => {
    const plan = latticePlan(["BAAA", "AAAA", "AABA", "AAAA", "BBBB"]);
    const strays = strayPieces(piecesOf(plan));
    expect(
      strays.map(({ slot, accounts, beside, surrounded }) => [slot, accounts, beside, surrounded]),
    ).toEqual([
      [B, [0], A, 1],
      [B, [10], A, 1],
    ]);
  });

  test("a territory in one piece has no stray piece", () => {
    expect(strayPieces(piecesOf(latticePlan(["AABB", "AABB", "AABB"])))).toEqual([]);
  });

  test("accounts on one spot belong to the piece of their own territory", () => {
    const plan = latticePlan(["AABB", "AABB"]);
    const { accounts } = plan.tables;
    const columns = accounts.columns.map((column) =>
      column.kind === "number" && (column.role === "latitude" || column.role === "longitude")
        ? { ...column, values: new Float64Array(accounts.count).fill(5) }
        : column,
    );
    const piled = { ...plan, tables: { ...plan.tables, accounts: { ...accounts, columns } } };
    expect([...piecesOf(piled)].map(([slot, pieces]) => [slot, pieces.length])).toEqual([
      [A, 1],
      [B, 1],
    ]);
  });

  test("hold each account with a territory and a place exactly once", () => {
    const line = fc.string({ unit: fc.constantFrom("A", "B", "."), minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 6 }), (lines) => {
        const plan = latticePlan(lines);
        const held = [...piecesOf(plan)].flatMap(([, pieces]) => pieces.flatMap(({ accounts }) => accounts));
        const expected = [...territoryOf(plan).keys()].filter((account) => territoryOf(plan)[account] !== 0);
        expect(held.sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});

/** A plan with the accounts of the letters at these degrees. */
function planAt(letters: string, degrees: readonly (readonly [latitude: number, longitude: number])[]): Plan {
  const plan = latticePlan([letters]);
  const { accounts } = plan.tables;
  const columns = accounts.columns.map((column) => {
    const at = column.role === "latitude" ? 0 : column.role === "longitude" ? 1 : null;
    if (column.kind !== "number" || at === null) return column;
    return { ...column, values: Float64Array.from(degrees, (place) => place[at]) };
  });
  return { ...plan, tables: { ...plan.tables, accounts: { ...accounts, columns } } };
}

const interleavedIn = (plan: Plan) =>
  interleavedAccounts(neighborsOf(plan), territoryOf(plan), placesOf(plan.tables.accounts));

describe("interleaved accounts", () => {
  test("are those whose neighbors mostly belong to others", () => {
    const found = interleavedIn(latticePlan(["AAAA", "AABA", "AAAA", "AAAA", "BBBB", "BBBB"]));
    expect(found.map(({ account, slot, among, others }) => [account, slot, among, others])).toEqual([
      [6, B, A, 1],
    ]);
  });

  test("do not lie at the rim, beside a gap that others lie beyond", () => {
    // Three of A along the shore; the towns of B lie across the water, each many times as far as A's next.
    const coast = [0, 1, 2].map((i) => [10 + i / 100, 10] as const);
    const towns = Array.from(
      { length: 20 },
      (_, i) => [9.98 + (i % 5) / 80, 10.3 + Math.floor(i / 5) / 80] as const,
    );
    expect(interleavedIn(planAt(`AAA${"B".repeat(20)}`, [...coast, ...towns]))).toEqual([]);
  });

  test("are judged by the nearest: a town farther off does not outweigh them", () => {
    const street = [0, 1, 2, 3, 4].map((i) => [10 + i / 100, 10 + (i % 2) / 200] as const);
    const town = Array.from({ length: 200 }, () => [10.02, 10.025] as const);
    expect(interleavedIn(planAt(`AAAAA${"B".repeat(200)}`, [...street, ...town]))).not.toContainEqual(
      expect.objectContaining({ account: 0 }),
    );
  });

  test("are found whoever else stands on their spot", () => {
    const lattice = Array.from(
      { length: 25 },
      (_, i) => [10 + Math.floor(i / 5) / 10, 10 + (i % 5) / 10] as const,
    );
    const plan = planAt(`${"A".repeat(25)}B`, [...lattice, lattice[12]!]);
    expect(interleavedIn(plan).map(({ account, others }) => [account, others])).toEqual([[25, 1]]);
  });
});

describe("spots that territories share", () => {
  test("are told once each, those of most territories first", () => {
    const places = [
      [10, 10],
      [10, 10],
      [11, 11],
      [11, 11],
      [11, 11],
      [12, 12],
      [12, 12],
    ] as const;
    const plan = planAt("ABAAB.A", places);
    expect(sharedSpots(neighborsOf(plan), territoryOf(plan))).toEqual([
      { accounts: [2, 3, 4], territories: 2 },
      { accounts: [0, 1], territories: 2 },
    ]);
  });

  test("are no interleaving: ten thousand accounts in a tower are one spot", () => {
    const count = 10_000;
    const plan = planAt(`${"A".repeat(count - 1)}B`, new Array(count).fill([3, 3]));
    expect(interleavedIn(plan)).toEqual([]);
    expect(sharedSpots(neighborsOf(plan), territoryOf(plan)).map(({ accounts }) => accounts.length)).toEqual([
      count,
    ]);
  });
});

describe("far accounts", () => {
  test("lie more than three times as far from home as the middle one, and more than 50 km", () => {
    // Ann lives at km 0 with accounts at 0, 0, 10, 10 and 20 km; one at 60 km joins them.
    const plan = twelveAccounts("AAAAAABBBBB.");
    const { travel } = figures(plan, PATH);
    const far = farAccounts(plan, PATH, travel.centers).filter(({ slot }) => slot === A);
    expect(far.map(({ account, km, from }) => [account, Math.round(km), from])).toEqual([[5, 60, "home"]]);
  });
});

describe("gaps", () => {
  test("are the accounts nobody has, the most valuable first", () => {
    const gaps = gapsIn(latticePlan(["A..", "B.A"], [1, 20, 30, 4, 25, 6]), PATH);
    expect(gaps.accounts).toEqual([2, 4, 1]);
    expect(gaps.value).toBe(75);
    expect(gaps.by?.name).toBe("Revenue");
  });
});
