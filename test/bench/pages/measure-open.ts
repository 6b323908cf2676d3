import { Session } from "../../../src/session/session";
import { openPlanStore } from "../../../src/storage/plan-store";
import { widePlan } from "./wide-plan";

/** Saves a plan of `size` accounts × 30 columns; returns its id and how long that took. */
export async function savePlan(size: number): Promise<{ id: string; saveMs: number }> {
  const plan = await widePlan(size);
  const store = openPlanStore();
  const start = performance.now();
  await store.create(plan);
  const saveMs = performance.now() - start;
  await store.close();
  return { id: plan.id, saveMs };
}

/** Opens a saved plan, every record verified, until its figures stand. */
export async function openPlan(id: string): Promise<{ openMs: number; figuresMs: number }> {
  const store = openPlanStore();
  const start = performance.now();
  const result = await store.open(id);
  const opened = performance.now();
  if (result.status !== "ok") throw new Error(`Expected the plan to open, got "${result.status}".`);
  new Session(result.plan, result.revisions, {
    now: Date.now,
    makeId: () => crypto.randomUUID(),
    author: () => "",
  });
  return { openMs: opened - start, figuresMs: performance.now() - opened };
}
