import type { Territory, TerritoryGroup } from "../../src/model/alignment";
import { alignmentAt, type Plan, withAlignment } from "../../src/model/plan";
import { PATH, smallPlan } from "./small-plan";

/**
 * A plan of twelve accounts, three in each of the territories A, B, C and D of the reps Ann and Bob (two each), under
 * West > Coast > {A, B}, West > C, and D at the top. Revenue: A 10, 20, 30; B 40, 50, 60; C 5, 5, 5; D 25, 25, 25: 300 in all.
 */
export function treePlan(): Plan {
  const plan = smallPlan("............", [10, 20, 30, 40, 50, 60, 5, 5, 5, 25, 25, 25]);
  const alignment = alignmentAt(plan, PATH);
  const groups: TerritoryGroup[] = [
    { id: "west", name: "West", parent: null },
    { id: "coast", name: "Coast", parent: "west" },
    { id: "east", name: "East", parent: null },
  ];
  const territory = (name: string, rep: number, group: string | null): Territory => ({
    id: `territory-${name}`,
    name,
    color: "#4477aa",
    group,
    coverage: [{ rep, role: "primary" }],
    share: 1,
  });
  const grown = {
    ...alignment,
    groups,
    territories: [
      alignment.territories[0]!,
      territory("A", 1, "coast"),
      territory("B", 2, "coast"),
      territory("C", 1, "west"),
      territory("D", 2, null),
    ],
    territoryOf: Uint16Array.from([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]),
  };
  const [layer] = plan.layers;
  return withAlignment({ ...plan, layers: [{ ...layer!, baseline: grown }] }, PATH, grown);
}
