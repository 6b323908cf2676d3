import { createSignal } from "solid-js";
import type { UnitSource } from "../../files/areas/units-job";
import { applyPatch } from "../../model/apply-patch";
import { countOf } from "../../model/edits/assign-accounts";
import { alignByUnits } from "../../model/edits/assign-units";
import { chooseUnits } from "../../model/edits/choose-units";
import { alignmentAt } from "../../model/plan";
import { isAlignedByUnits } from "../../model/units";
import { doEdit } from "../do-edit";
import type { Planner } from "../planner";
import type { Services } from "../services";

/** Work on units that is under way. */
export interface UnitsWork {
  readonly label: string;
  /** 0 to 1; null while it is not known. */
  readonly done: number | null;
}

/** Runs the long jobs of the dialog one at a time, with progress, and says what goes wrong. */
export function createUnitsWork({ units }: Services) {
  const [work, setWork] = createSignal<UnitsWork | null>(null);
  const [problem, setProblem] = createSignal<string | null>(null);
  /** The job's result, or null where it failed or was cancelled. */
  async function run<Result>(
    label: string,
    job: (onProgress: (done: number) => void) => Promise<Result>,
  ): Promise<Result | null> {
    setProblem(null);
    setWork({ label, done: null });
    try {
      return await job((done) => setWork({ label, done }));
    } catch (error) {
      if (!(error instanceof Error && error.name === "UnitsCancelled"))
        setProblem(error instanceof Error ? error.message : String(error));
      return null;
    } finally {
      setWork(null);
    }
  }
  return { work, problem, setProblem, run, cancel: () => units.cancel() };
}

export type UnitsRunner = ReturnType<typeof createUnitsWork>;

/**
 * Has the plan use a set of units and aligns what is shown by it where no other alignment of it is: one undo step. Returns whether it did.
 */
export async function takeUnits(
  planner: Planner,
  services: Services,
  runner: UnitsRunner,
  source: UnitSource,
): Promise<boolean> {
  const { session } = planner;
  const { accounts } = session.plan.tables;
  const label = `Finding the units of ${countOf(accounts.count)}`;
  const found = await runner.run(label, (onProgress) => services.units.find(source, accounts, onProgress));
  if (!found) return false;
  const { plan, path } = session;
  // rows may have been added meanwhile
  if (plan.tables.accounts.count !== found.unitOf.length) return takeUnits(planner, services, runner, source);
  const chosen = chooseUnits(plan, source, found, found.unitOf, Math.random);
  const next = applyPatch(plan, chosen);
  if (isAlignedByUnits(next, alignmentAt(next, path))) return doEdit(planner, chosen);
  const aligned = alignByUnits(next, path);
  return doEdit(planner, { ...chosen, changes: [...chosen.changes, ...aligned.changes] });
}
