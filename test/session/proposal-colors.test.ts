import { describe, expect, it } from "vitest";
import { alignmentAt } from "../../src/model/plan";
import { makesTerritories, withNewColors } from "../../src/session/proposal-colors";
import { PATH, smallPlan } from "../helpers/small-plan";
import { proposalByDigits } from "./proposed";

describe("the colors of a proposal", () => {
  const plan = smallPlan("AABB..");
  const { territories } = alignmentAt(plan, PATH);
  const proposal = proposalByDigits(plan, "001122", { territories: { kind: "count", count: 4 } });

  it("are looked for where it makes territories", () => {
    expect(makesTerritories(proposal, territories.length)).toBe(true);
    expect(makesTerritories(proposalByDigits(plan, "001100"), territories.length)).toBe(false);
  });

  it("differ between new territories and all beside them, and stay where territories are known", () => {
    const [first, second] = proposal.territories.flatMap((territory, slot) =>
      territory && slot >= territories.length ? [slot] : [],
    );
    const alike = {
      ...proposal,
      territories: proposal.territories.map((territory, slot) =>
        territory && slot >= territories.length ? { ...territory, color: territories[1]!.color } : territory,
      ),
    };
    const colored = withNewColors(alike, territories.length, [
      { a: 1, b: first! },
      { a: 2, b: first! },
      { a: first!, b: second! },
    ]);
    const colorOf = (slot: number) => colored.territories[slot]!.color;
    for (const slot of [1, 2]) expect(colorOf(slot)).toBe(territories[slot]!.color);
    expect(new Set([colorOf(1), colorOf(first!), colorOf(second!)]).size).toBe(3);
    expect(colored.territories.map((territory) => territory?.name)).toEqual(
      proposal.territories.map((territory) => territory?.name),
    );
  });
});
