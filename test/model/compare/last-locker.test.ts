import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { lastLocker } from "../../../src/model/compare/last-locker";
import { lockAccounts } from "../../../src/model/edits/lock-accounts";
import type { Revision } from "../../../src/model/revision";
import { PATH, smallPlan } from "../../helpers/small-plan";

const LOCK = { reason: "", until: null };

/** A revision for each step: which accounts, and whether they are locked or let go, by whom. */
function revisionsOf(
  steps: readonly (readonly [author: string, accounts: number[], locks: boolean])[],
): Revision[] {
  let plan = smallPlan("AABB");
  return steps.map(([author, accounts, locks], i) => {
    const patch = lockAccounts(plan, PATH, new Set(accounts), locks ? LOCK : null);
    plan = applyPatch(plan, patch);
    return { id: `r${i}`, parent: null, time: i, author, origin: "edit", patch };
  });
}

describe("who locked an account", () => {
  it("is the author of the newest lock, not of what let it go", () => {
    const revisions = revisionsOf([
      ["Ann", [0, 1], true],
      ["Bob", [0], false],
      ["Cid", [0], true],
      ["Dan", [0], false],
    ]);
    expect(lastLocker(revisions, PATH, 0)?.author).toBe("Cid");
    expect(lastLocker(revisions, PATH, 1)?.author).toBe("Ann");
    expect(lastLocker(revisions, PATH, 2)).toBeNull();
  });
  it("is nobody's in another scenario", () => {
    const revisions = revisionsOf([["Ann", [0], true]]);
    expect(lastLocker(revisions, { ...PATH, scenario: "other" }, 0)).toBeNull();
  });
});
