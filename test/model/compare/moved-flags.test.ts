import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type Alignment,
  emptyAlignment,
  type Territory,
  UNASSIGNED_TERRITORY,
} from "../../../src/model/alignment";
import { movedFlags } from "../../../src/model/compare/moved-flags";
import { movesBetween } from "../../../src/model/compare/moves-between";

const territory = (id: string): Territory => ({ ...UNASSIGNED_TERRITORY, id, name: id });
const alignment = (ids: readonly (string | null)[], territoryOf: readonly number[]): Alignment => ({
  ...emptyAlignment(territoryOf.length),
  territories: [UNASSIGNED_TERRITORY, ...ids.map((id) => (id === null ? null : territory(id)))],
  territoryOf: Uint16Array.from(territoryOf),
});

it("matches territories by id, not by slot", () => {
  const before = alignment(["a", "b"], [1, 2, 0, 1]);
  const after = alignment(["b", "a"], [2, 2, 0, 0]);
  expect([...movedFlags(before, after)]).toEqual([0, 1, 0, 1]);
});
it("counts younger accounts as unassigned before, and those of territories that are gone as moved", () => {
  const before = alignment(["a"], [1]);
  const after = alignment([null, "b"], [2, 0, 2]);
  expect([...movedFlags(before, after)]).toEqual([1, 0, 1]);
});
it("finds what the ledger of moves lists", () => {
  const slots = fc.array(fc.nat(2), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(slots, slots, fc.boolean(), (from, to, swapped) => {
      const before = alignment(["a", "b"], from);
      const after = alignment(swapped ? ["b", "a"] : ["a", "b"], to);
      const live = new Float64Array(to.length).fill(1);
      const flags = movedFlags(before, after);
      const rows = [...flags.keys()].filter((row) => flags[row] === 1);
      expect(rows).toEqual([...movesBetween(before, after, live).accounts]);
    }),
  );
});
