import type { Alignment } from "../alignment";
import type { Patch } from "../patch";
import { type AlignmentPath, type Plan, type Scenario, scenarioById } from "../plan";
import { setScenario } from "./plan-records";

/** Makes a copy of a scenario beside it, under another id and a name of its own; `alignment` replaces the one at its layer. */
export function duplicateScenario(
  plan: Plan,
  from: string,
  copy: { readonly id: string; readonly name?: string; readonly description?: string },
  replaced?: { readonly layer: AlignmentPath["layer"]; readonly alignment: Alignment },
): Patch {
  const source = scenarioById(plan, from);
  const alignments = replaced
    ? { ...source.alignments, [replaced.layer]: replaced.alignment }
    : source.alignments;
  const scenario: Scenario = {
    id: copy.id,
    name: copy.name ?? freeScenarioName(plan),
    description: copy.description ?? `From ${source.name}`,
    archived: false,
    alignments,
  };
  return setScenario(plan, copy.id, scenario);
}

/** "Scenario 1", "Scenario 2" …: the first that no scenario has. */
export function freeScenarioName(plan: Plan, stem = "Scenario"): string {
  const names = new Set(plan.scenarios.map(({ name }) => name));
  let number = 1;
  while (names.has(`${stem} ${number}`)) number++;
  return `${stem} ${number}`;
}

/** Gives a scenario another name or description; an empty name keeps the one it has. Empty where nothing changes. */
export function describeScenario(
  plan: Plan,
  id: string,
  to: { readonly name: string; readonly description: string },
): Patch {
  const now = scenarioById(plan, id);
  const name = to.name.trim() || now.name;
  const description = to.description.trim();
  const patch = setScenario(plan, id, { ...now, name, description });
  if (name === now.name && description === now.description) return { ...patch, changes: [] };
  return name === now.name ? patch : { ...patch, label: `Rename scenario ${now.name} to ${name}` };
}

/** Puts a scenario out of the tabs, or back into them. The last one that is shown cannot be archived. */
export function archiveScenario(plan: Plan, id: string, archived: boolean): Patch {
  const now = scenarioById(plan, id);
  if (archived && !canLeaveTabs(plan, id))
    throw new Error(`Expected another scenario to show, got none beside "${now.name}".`);
  const patch = setScenario(plan, id, { ...now, archived });
  const label = `${archived ? "Archive" : "Restore"} scenario ${now.name}`;
  return { ...patch, label, changes: now.archived === archived ? [] : patch.changes };
}

/** Whether another scenario than this one would still be shown. */
export function canLeaveTabs(plan: Plan, id: string): boolean {
  return plan.scenarios.some((scenario) => scenario.id !== id && !scenario.archived);
}
