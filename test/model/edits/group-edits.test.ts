import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import {
  createGroup,
  deleteGroup,
  moveGroup,
  moveTerritories,
  renameGroup,
} from "../../../src/model/edits/group-edits";
import { deleteTerritory } from "../../../src/model/edits/territory-edits";
import { groupPath, groupsWithin, hierarchy, levelName, slotsWithin } from "../../../src/model/hierarchy";
import { invertPatch, type Patch } from "../../../src/model/patch";
import { alignmentAt, type Plan, withAlignment } from "../../../src/model/plan";
import { PATH } from "../../helpers/small-plan";
import { treePlan } from "../../helpers/tree-plan";

const alignmentOf = (plan: Plan) => alignmentAt(plan, PATH);
const done = (plan: Plan, patch: Patch) => alignmentOf(applyPatch(plan, patch));

/** "West(Coast(A B) C) D" */
function drawn(plan: Plan): string {
  const alignment = alignmentOf(plan);
  const names = (slots: readonly number[]) => slots.map((slot) => alignment.territories[slot]!.name);
  const tree = hierarchy(alignment);
  const draw = (node: (typeof tree.roots)[number]): string =>
    `${node.group.name}(${[...node.children.map(draw), ...names(node.slots)].join(" ")})`;
  return [...tree.roots.map(draw), ...names(tree.slots)].join(" ");
}

describe("the tree", () => {
  const plan = treePlan();
  it("is drawn as it stands", () => expect(drawn(plan)).toBe("West(Coast(A B) C) East() D"));
  it("knows what lies within a group", () => {
    expect([...groupsWithin(alignmentOf(plan).groups, "west")]).toEqual(["west", "coast"]);
    expect(slotsWithin(alignmentOf(plan), "west")).toEqual([1, 2, 3]);
    expect(groupPath(alignmentOf(plan).groups, "coast").map(({ name }) => name)).toEqual(["West", "Coast"]);
  });
  it("names its rungs from the top", () => {
    expect([0, 1, 2].map((depth) => levelName(plan, depth))).toEqual(["Region", "Area", "Area 3"]);
    const renamed = {
      planning: { ...plan.planning, levels: [{ id: "" as const, names: ["Zone", "Patch"] }] },
    };
    expect([0, 1].map((depth) => levelName(renamed, depth))).toEqual(["Zone", "Zone 2"]);
  });
  it("shows groups that a merge has put within each other, once", () => {
    const { groups } = alignmentOf(plan);
    const circle = groups.map((group) => (group.id === "west" ? { ...group, parent: "coast" } : group));
    const broken = withAlignment(plan, PATH, { ...alignmentOf(plan), groups: circle });
    expect(drawn(broken)).toBe("West(C) Coast(A B) East() D");
  });
});

describe("groups", () => {
  const plan = treePlan();
  const edited = (patch: Patch) => drawn(applyPatch(plan, patch));
  it("are made at the top or in another", () => {
    expect(edited(createGroup(plan, PATH, "n", "North"))).toBe("West(Coast(A B) C) East() North() D");
    expect(edited(createGroup(plan, PATH, "n", "North", "coast"))).toBe(
      "West(Coast(North() A B) C) East() D",
    );
  });
  it("are renamed", () =>
    expect(edited(renameGroup(plan, PATH, "coast", " Shore "))).toBe("West(Shore(A B) C) East() D"));
  it("move with all that is in them", () => {
    expect(edited(moveGroup(plan, PATH, "coast", "east"))).toBe("West(C) East(Coast(A B)) D");
    expect(edited(moveGroup(plan, PATH, "coast", null))).toBe("West(C) Coast(A B) East() D");
  });
  it("do not move into themselves", () => {
    expect(moveGroup(plan, PATH, "west", "coast").changes).toEqual([]);
    expect(moveGroup(plan, PATH, "west", "west").changes).toEqual([]);
  });
  it("leave what they held to the group above", () => {
    const patch = deleteGroup(plan, PATH, "coast");
    expect(drawn(applyPatch(plan, patch))).toBe("West(C A B) East() D".replace("C A B", "A B C"));
    expect(edited(deleteGroup(plan, PATH, "west"))).toBe("Coast(A B) East() C D");
  });
  it("take territories and give them back to the top", () => {
    expect(edited(moveTerritories(plan, PATH, [2, 4], "east"))).toBe("West(Coast(A) C) East(B D)");
    expect(edited(moveTerritories(plan, PATH, [1, 2], null))).toBe("West(Coast() C) East() A B D");
    expect(moveTerritories(plan, PATH, [1], "coast").changes).toEqual([]);
  });
  it("come back where they were", () => {
    for (const patch of [
      deleteGroup(plan, PATH, "west"),
      moveGroup(plan, PATH, "coast", "east"),
      createGroup(plan, PATH, "n", "North"),
    ]) {
      expect(done(applyPatch(plan, patch), invertPatch(patch))).toEqual(alignmentOf(plan));
    }
  });
  it("go fifteen deep", () => {
    let deep = plan;
    for (let depth = 0; depth < 15; depth++) {
      const parent = depth === 0 ? null : `g${depth - 1}`;
      deep = applyPatch(deep, createGroup(deep, PATH, `g${depth}`, `Level ${depth}`, parent));
    }
    deep = applyPatch(deep, moveTerritories(deep, PATH, [1], "g14"));
    expect(groupPath(alignmentOf(deep).groups, "g14")).toHaveLength(15);
    expect(slotsWithin(alignmentOf(deep), "g0")).toEqual([1]);
    expect(moveGroup(deep, PATH, "g0", "g14").changes).toEqual([]);
    expect(moveGroup(deep, PATH, "g14", "g0").changes).toHaveLength(1);
  });

  it("never end up within themselves, whatever is done", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const step = fc.tuple(
      fc.constantFrom("move", "delete", "create"),
      fc.constantFrom(...ids),
      fc.constantFrom(null, ...ids),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let now = plan;
        const undo: Patch[] = [];
        for (const [verb, id, parent] of steps) {
          const has = (group: string | null) =>
            group === null || alignmentOf(now).groups.some((candidate) => candidate.id === group);
          if ((verb === "create") === has(id) || !has(parent)) continue;
          const patch =
            verb === "create"
              ? createGroup(now, PATH, id, id, parent)
              : verb === "delete"
                ? deleteGroup(now, PATH, id)
                : moveGroup(now, PATH, id, parent);
          undo.push(invertPatch(patch));
          now = applyPatch(now, patch);
          const { groups } = alignmentOf(now);
          for (const group of groups) {
            const path = groupPath(groups, group.id);
            expect(path[0]!.parent).toBeNull();
            expect(path.at(-1)).toBe(group);
          }
        }
        for (const patch of undo.reverse()) now = applyPatch(now, patch);
        expect(alignmentOf(now)).toEqual(alignmentOf(plan));
      }),
    );
  });
});

describe("a deleted territory", () => {
  const bare = treePlan();
  const plan = withAlignment(bare, PATH, {
    ...alignmentOf(bare),
    territoryOfUnit: Uint16Array.from([1, 2, 1, 0]),
  });
  const patch = deleteTerritory(plan, PATH, 1);
  it("leaves its units to nobody", () =>
    expect([...done(plan, patch).territoryOfUnit]).toEqual([0, 2, 0, 0]));
  it("gets them back", () =>
    expect(done(applyPatch(plan, patch), invertPatch(patch))).toEqual(alignmentOf(plan)));
});
