import { expect, it } from "vitest";
import { readPlanFile } from "../../../src/files/plan/read-plan-file";
import { writePlanFile } from "../../../src/files/plan/write-plan-file";
import { applyPatch } from "../../../src/model/apply-patch";
import { cutOut } from "../../../src/model/cut-out";
import { createGroup, deleteGroup, moveGroup } from "../../../src/model/edits/group-edits";
import { createLayer } from "../../../src/model/edits/layer-edits";
import { nameAccounts } from "../../../src/model/edits/name-accounts";
import { deleteTerritory, updateTerritory } from "../../../src/model/edits/territory-edits";
import { mergePart } from "../../../src/model/merge-part";
import { packRevision, unpackRevision } from "../../../src/model/packed-revision";
import { invertPatch, type Patch } from "../../../src/model/patch";
import { alignmentAt, type Plan, withAlignment } from "../../../src/model/plan";
import type { Revision } from "../../../src/model/revision";
import { planContent, revisionContent } from "../../helpers/plan-content";
import { PATH } from "../../helpers/small-plan";
import { makeTable } from "../../helpers/small-table";
import { treePlan } from "../../helpers/tree-plan";

function reopened(bytes: Uint8Array) {
  const result = readPlanFile(bytes);
  if (result.status !== "ok") throw new Error(result.message);
  return result;
}

const bare = treePlan();
const start: Plan = withAlignment(
  { ...bare, tables: { ...bare.tables, units: makeTable([], 3, 900) } },
  PATH,
  {
    ...alignmentAt(bare, PATH),
    territoryOfUnit: Uint16Array.from([1, 2, 1]),
  },
);
const edits: ((plan: Plan) => Patch)[] = [
  (plan) => createGroup(plan, PATH, "north", "North", "coast"),
  (plan) => moveGroup(plan, PATH, "coast", "east"),
  (plan) => updateTerritory(plan, PATH, 2, { segments: ["large", "other:size"] }),
  (plan) => createLayer(plan, "experts", { name: "Experts", eligible: { match: "any", tests: [] } }, "main"),
  (plan) => deleteTerritory(plan, PATH, 1),
  (plan) => deleteGroup(plan, PATH, "coast"),
  (plan) => nameAccounts(plan, PATH, [0, 4], { rep: 1, territory: "territory-C" }, () => "named"),
];

it("keeps groups, segments of territories, layers, units and named accounts, with every step on the way", () => {
  let plan = start;
  const revisions: Revision[] = [];
  for (const edit of edits) {
    const patch = edit(plan);
    plan = applyPatch(plan, patch);
    revisions.push({
      id: `r${revisions.length}`,
      parent: revisions.at(-1)?.id ?? null,
      time: revisions.length,
      author: "Kim",
      origin: "edit",
      patch,
    });
  }
  expect(alignmentAt(plan, PATH).locked[4]).toBe(1);
  const read = reopened(writePlanFile({ plan, revisions }));
  expect(planContent(read.plan)).toEqual(planContent(plan));
  expect(read.revisions.map(revisionContent)).toEqual(revisions.map(revisionContent));
  expect(revisions.map((revision) => unpackRevision(structuredClone(packRevision(revision))))).toEqual(
    revisions,
  );
  let back = read.plan;
  for (const { patch } of read.revisions.toReversed()) back = applyPatch(back, invertPatch(patch));
  expect(alignmentAt(back, PATH)).toEqual(alignmentAt(start, PATH));
});

it("carries a part and how it was cut out", () => {
  const part = cutOut(start, PATH, "west", "part");
  const read = reopened(writePlanFile({ plan: part, revisions: [] }));
  expect(planContent(read.plan)).toEqual(planContent(part));
  expect(mergePart(start, read.plan)).toMatchObject({ patch: { changes: [] }, conflicts: [] });
});
