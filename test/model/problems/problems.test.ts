import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figures } from "../../../src/model/metrics/figures";
import { alignmentAt, type Plan } from "../../../src/model/plan";
import { accountNeighbors } from "../../../src/model/problems/account-neighbors";
import { farAccounts } from "../../../src/model/problems/far-accounts";
import { gapsIn } from "../../../src/model/problems/gaps";
import { interleavedAccounts } from "../../../src/model/problems/interleaved-accounts";
import { strayPieces, territoryPieces } from "../../../src/model/problems/territory-pieces";
import { latticePlan } from "../../helpers/lattice-plan";
import { A, B, PATH, smallPlan } from "../../helpers/small-plan";
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

describe("interleaved accounts", () => {
  test("are those whose neighbors mostly belong to others", () => {
    const plan = latticePlan(["AAAA", "AABA", "AAAA", "AAAA", "BBBB", "BBBB"]);
    const found = interleavedAccounts(neighborsOf(plan), territoryOf(plan));
    expect(found.map(({ account, slot, among, others }) => [account, slot, among, others])).toEqual([
      [6, B, A, 1],
    ]);
  });

  test("ten thousand accounts on one spot are counted, not compared one by one", () => {
    const count = 10_000;
    const plan = smallPlan(`${"A".repeat(count - 1)}B`);
    const { accounts } = plan.tables;
    const same = latticePlan(["A"]).tables.accounts.columns.filter(
      ({ role }) => role === "latitude" || role === "longitude",
    );
    const columns = same.map((column) =>
      column.kind === "number" ? { ...column, values: new Float64Array(count).fill(3) } : column,
    );
    const piled = { ...plan, tables: { ...plan.tables, accounts: { ...accounts, columns } } };
    expect(interleavedAccounts(neighborsOf(piled), territoryOf(piled)).map(({ account }) => account)).toEqual(
      [count - 1],
    );
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
