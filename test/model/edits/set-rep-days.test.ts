import { expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { setRepDays } from "../../../src/model/edits/set-rep-days";
import { repProfiles } from "../../../src/model/fit/rep-profile";
import { invertPatch } from "../../../src/model/patch";
import { smallPlan } from "../../helpers/small-plan";

it("notes when a rep is away, adding the column where there is none, and takes it back", () => {
  const plan = smallPlan("AB");
  const patch = setRepDays(plan, 1, "awayFrom", 20_000);
  const after = applyPatch(plan, patch);
  expect(repProfiles(after.tables.reps).map(({ awayFrom }) => awayFrom)).toEqual([Number.NaN, 20_000]);
  expect(applyPatch(after, invertPatch(patch)).tables.reps).toEqual(plan.tables.reps);
  expect(setRepDays(plan, 1, "awayFrom", null).changes).toEqual([]);
  const cleared = applyPatch(after, setRepDays(after, 1, "awayFrom", null));
  expect(repProfiles(cleared.tables.reps)[1]!.awayFrom).toBeNaN();
});
