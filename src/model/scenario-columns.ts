import type { Alignment } from "./alignment";
import { planOfLayer } from "./eligibility";
import type { Measure } from "./measure";
import { liveAccounts } from "./metrics/figures";
import { measureTotals } from "./metrics/measure-totals";
import { measureValues, unitValues } from "./metrics/measure-values";
import { type Remembered, remembered } from "./metrics/remembered";
import { travel } from "./metrics/travel";
import { visitColumns } from "./metrics/visit-plan";
import { workload } from "./metrics/workload";
import { type AlignmentPath, alignmentAt, type Plan } from "./plan";
import type { DerivedSource } from "./planning/derived-column";
import { columnByKey, columnByRole } from "./table";

/** The alignment that a scenario has in a layer; null where the scenario is gone. */
export function scenarioAlignment({ scenarios }: Plan, scenario: string, layer: string): Alignment | null {
  return scenarios.find(({ id }) => id === scenario)?.alignments[layer] ?? null;
}

export type MeasureChange = Extract<DerivedSource, { kind: "measure-change" }>;

/** By how much the territories differ, or in words why nobody can say. */
export type MeasureChanges =
  | { readonly ok: true; readonly measure: Measure; readonly bySlot: Float64Array }
  | { readonly ok: false; readonly message: string };

/**
 * By slot of an alignment how much more of a measure the territory holds in one scenario than in another, both in the same layer.
 * Territories are matched by id; one that a scenario lacks holds nothing there. NaN for slot 0, deleted territories, and those that
 * neither scenario has.
 */
export function measureChanges(
  plan: Plan,
  { measure: id, from, to }: MeasureChange,
  layer: string,
  { territories }: Pick<Alignment, "territories">,
): MeasureChanges {
  const measure = plan.measures.find((candidate) => candidate.id === id);
  if (!measure) return { ok: false, message: "The measure is gone." };
  const [before, after] = [from, to].map((scenario) =>
    scenarioAlignment(plan, scenario, layer) ? totalsById(plan, { scenario, layer }, measure) : null,
  );
  if (!before || !after) return { ok: false, message: "The scenario is gone." };
  const bySlot = Float64Array.from(territories, (territory, slot) => {
    if (!territory || slot === 0) return Number.NaN;
    const [earlier, later] = [before.get(territory.id), after.get(territory.id)];
    return earlier === undefined && later === undefined ? Number.NaN : (later ?? 0) - (earlier ?? 0);
  });
  return { ok: true, measure, bySlot };
}

/** The values of a change by account, as its territory has them. */
export function changeByAccount(bySlot: Float64Array, territoryOf: Uint16Array): Float64Array {
  return Float64Array.from(territoryOf, (slot) => bySlot[slot] ?? Number.NaN);
}

type Totals = ReadonlyMap<string, number>;
const totals: Remembered<Alignment, Map<string, Totals>> = new WeakMap();

/** What each territory holds of a measure, by id; counted once for as long as nothing that it depends on changes. */
function totalsById(plan: Plan, path: AlignmentPath, measure: Measure): Totals {
  const seen = planOfLayer(plan, path.layer);
  const alignment = alignmentAt(seen, path);
  const byMeasure = remembered(totals, alignment, dependencies(seen), () => new Map<string, Totals>());
  const key = JSON.stringify(measure.source);
  const known = byMeasure.get(key);
  if (known) return known;
  const counted = measureTotals(seen, alignment, measure, workloadOf(seen, path, measure));
  const byId = new Map<string, number>();
  for (const [slot, territory] of alignment.territories.entries()) {
    if (territory && slot > 0) byId.set(territory.id, counted[slot]!);
  }
  byMeasure.set(key, byId);
  return byId;
}

function workloadOf(plan: Plan, path: AlignmentPath, { source }: Measure) {
  if (source.kind !== "workload") return null;
  const { accounts } = plan.tables;
  return workload(plan, path, travel(alignmentAt(plan, path), accounts, liveAccounts(accounts)).centers);
}

/** What the totals of any measure are made of. Columns that none reads are left out, so that most edits leave the totals. */
function dependencies(plan: Plan): readonly unknown[] {
  const { accounts, units, reps } = plan.tables;
  const values = plan.measures.map((measure) =>
    measure.source.kind === "unit-column"
      ? unitValues(units, measure.source.column)
      : measureValues(accounts, measure),
  );
  if (!plan.measures.some(({ source }) => source.kind === "workload")) return values;
  const { workload: settings, segmentations } = plan.planning;
  const places = [columnByRole(accounts, "latitude"), columnByRole(accounts, "longitude")];
  const visits = visitColumns(plan).map((key) => columnByKey(accounts, key));
  return [...values, accounts.deleted, reps, settings, segmentations, ...places, ...visits];
}
