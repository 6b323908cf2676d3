import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { readPlanFile } from "../../src/files/plan/read-plan-file";
import { alignmentAt, type Plan } from "../../src/model/plan";
import type { Revision } from "../../src/model/revision";
import { repeatOptimization } from "../../src/session/optimization-run";
import type { OptimizationSettings } from "../../src/session/optimization-settings";
import type { Proposal } from "../../src/session/proposal";
import { optimizerAtHand } from "../helpers/optimizer-at-hand";
import { openApp } from "./helpers/open-app";
import { isSaved, openSamplePlan } from "./helpers/plan-window";

it("finds in the browser what the recorded settings, seed and steps find elsewhere", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const before = await savedPlan(page);

  await page.getByRole("button", { name: "Optimize", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Optimize territories" });
  await dialog.getByRole("button", { name: "Find a better plan" }).click();
  await dialog.getByRole("button", { name: "Accept proposal" }).and(dialog.locator(":enabled")).click();
  await dialog.waitFor({ state: "detached" });
  await isSaved(page);
  const after = await savedPlan(page);

  const { patch } = after.revisions.at(-1)!;
  if (patch.cause.kind !== "run") throw new Error(`Expected a run, got ${patch.cause.kind}.`);
  const { seed, iterations } = patch.cause;
  const settings = patch.cause.settings as OptimizationSettings;
  const repeated = repeat(before.plan, settings, { seed, iterations });
  expect(repeated.progress.iterations).toBe(iterations);
  expect(territoriesById(before.plan, repeated.territoryOf)).toEqual(
    territoriesById(after.plan, alignmentAt(after.plan, pathOf(after.plan)).territoryOf),
  );
  const moved = patch.changes.reduce(
    (sum, change) => sum + (change.kind === "assignment" ? change.accounts.length : 0),
    0,
  );
  expect(moved).toBeGreaterThan(50);
});

function repeat(
  plan: Plan,
  settings: OptimizationSettings,
  { seed, iterations }: { seed: number; iterations: number },
): Proposal {
  const optimizer = optimizerAtHand();
  const runs = [{ seed, iterations, effort: settings.effort }];
  let proposal: Proposal | null = null;
  const run = repeatOptimization(
    optimizer,
    plan,
    pathOf(plan),
    settings,
    runs,
    () => "new",
    (state) => {
      if (state.kind === "done") proposal = state.proposal;
    },
  );
  if ("reason" in run) throw new Error(run.reason);
  optimizer.settle();
  if (!proposal) throw new Error("Expected a proposal, got none.");
  return proposal;
}

/** Slot of each account, by row id. */
function territoriesById(plan: Plan, territoryOf: Uint16Array): ReadonlyMap<number, number> {
  return new Map(Array.from(territoryOf, (slot, row) => [plan.tables.accounts.ids[row]!, slot]));
}

function pathOf(plan: Plan) {
  return { scenario: plan.scenarios[0]!.id, layer: plan.layers[0]!.id };
}

/** The plan as its plan file holds it. */
async function savedPlan(page: Page): Promise<{ plan: Plan; revisions: readonly Revision[] }> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByRole("radio", { name: "Plan file" }).check();
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save file" }).click();
  const bytes = await readFile(await (await download).path());
  await dialog.waitFor({ state: "detached" });
  const result = readPlanFile(bytes);
  if (result.status !== "ok") throw new Error(`Expected a plan, got ${result.status}.`);
  return result;
}
