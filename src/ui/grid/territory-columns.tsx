import { type Accessor, createMemo, mapArray } from "solid-js";
import { type Territory, type TerritoryGroup, UNASSIGNED_TERRITORY } from "../../model/alignment";
import { joinEdits } from "../../model/edits/join-edits";
import { updateTerritory } from "../../model/edits/territory-edits";
import { groupPath, levelName } from "../../model/hierarchy";
import { deviationOf, indexOf } from "../../model/metrics/balance";
import type { WorkloadFigures } from "../../model/metrics/workload";
import type { Plan } from "../../model/plan";
import type { ColumnType } from "../../model/table";
import type { Aggregate } from "../../model/views/subtotals";
import { codedTexts, type ViewColumn } from "../../model/views/view-column";
import { measureType } from "../number-format";
import type { Planner } from "../planner";
import { territoryFitColumn } from "../reps/fit-columns";
import { numberFormat } from "./cell-format";
import type { GridColumn } from "./grid-column";
import { createRepNames } from "./rep-names";

/** Index at which a bar ends: twice the target. */
const FULL_BAR = 200;

/** Columns of the territories by slot: name, rep, accounts, and for each measure its total, index and deviation. */
export function createTerritoryColumns(planner: Planner): Accessor<readonly GridColumn[]> {
  const territories = createMemo(() => planner.alignment().territories);
  const at = (slot: number) => territories()[slot] ?? UNASSIGNED_TERRITORY;
  const fixed = [
    nameColumn(planner, territories, at),
    repColumn(planner, territories),
    numbers(planner, {
      key: "@accounts",
      header: "Accounts",
      type: "number",
      width: 100,
      values: () => planner.figures().accounts,
    }),
  ];
  // Columns are made once for what they show of a measure, and anew where that changes.
  const shown = createMemo(() =>
    planner
      .plan()
      .measures.map(({ id, name, source, capacity }) =>
        JSON.stringify([id, name, source.kind, capacity !== undefined]),
      ),
  );
  const measured = mapArray(shown, (key) => measureColumns(planner, (JSON.parse(key) as [string])[0]));
  const fit = territoryFitColumn(planner);
  const hasReps = createMemo(() => planner.plan().tables.reps.count > 0);
  const hasWorkload = createMemo(() => planner.figures().workload !== null);
  const worked = createMemo(() => (hasWorkload() ? workloadColumns(planner) : []));
  const rungs = createMemo(() => {
    const depth = deepest(planner.alignment().groups);
    return Array.from({ length: depth }, (_, rung) =>
      JSON.stringify([rung, levelName(planner.plan(), rung)]),
    );
  });
  const levels = mapArray(rungs, (key) => levelColumn(planner, ...(JSON.parse(key) as [number, string])));
  return createMemo(() => {
    const [name, ...others] = fixed;
    const fits = hasReps() ? [fit] : [];
    return [name!, ...levels(), ...others, ...measured().flat(), ...worked(), ...fits];
  });
}

function nameColumn(
  planner: Planner,
  territories: Accessor<readonly (Territory | null)[]>,
  at: (slot: number) => Territory,
): GridColumn {
  const names = createMemo(() => slotTexts(territories().map((territory) => territory?.name ?? "")));
  return {
    key: "@name",
    header: "Territory",
    type: "text",
    width: 200,
    pinned: true,
    live: true,
    view: names,
    text: (slot) => at(slot).name,
    draw: (slot) => (
      <span class="grid-chip-cell">
        <span class="swatch" style={{ "--swatch": at(slot()).color }} />
        <span>{at(slot()).name}</span>
      </span>
    ),
    edit: {
      kind: "text",
      read: (text) => {
        const name = text.trim();
        return name === "" ? { ok: false, message: "A territory needs a name." } : { ok: true, value: name };
      },
      patch: (plan, slots, values) =>
        joinEdits(
          plan,
          slots.flatMap((slot, i) => {
            const name = values[i];
            // A territory keeps its name where it is told to have none.
            if (typeof name !== "string" || name === at(slot).name) return [];
            return [(now: Plan) => updateTerritory(now, planner.path(), slot, { name })];
          }),
        ),
    },
  };
}

function repColumn(planner: Planner, territories: Accessor<readonly (Territory | null)[]>): GridColumn {
  const names = createRepNames(planner, territories);
  const view = createMemo(() => slotTexts(names()));
  return {
    key: "@rep",
    header: "Rep",
    type: "choice",
    width: 150,
    live: true,
    view,
    text: (slot) => names()[slot] ?? "",
  };
}

function measureColumns(planner: Planner, id: string): readonly GridColumn[] {
  const figure = createMemo(() => planner.figures().measures.find(({ measure }) => measure.id === id));
  const first = planner.plan().measures.find((measure) => measure.id === id)!;
  const ratio = (of: (value: number, target: number) => number) => () => {
    const { totals, targets } = figure() ?? { totals: new Float64Array(0), targets: new Float64Array(0) };
    return totals.map((total, slot) => of(total, targets[slot] ?? 0));
  };
  const isAccounts = first.source.kind === "accounts";
  const total = numbers(planner, {
    key: `${id}@total`,
    header: first.name,
    type: measureType(planner.plan(), first),
    width: 120,
    values: () => {
      const totals = figure()?.totals ?? new Float64Array(0);
      return first.source.kind === "workload" ? totals.map((hours) => Math.round(10 * hours) / 10) : totals;
    },
  });
  const index = numbers(planner, {
    key: `${id}@index`,
    header: `${first.name} index`,
    type: "number",
    width: 190,
    aggregate: "average",
    values: ratio(indexOf),
  });
  const deviation = numbers(planner, {
    key: `${id}@deviation`,
    header: `${first.name} ±%`,
    type: "percent",
    width: 110,
    values: ratio(deviationOf),
  });
  const value = (slot: number) => {
    const view = index.view();
    return view.kind === "number" ? (view.values[slot] ?? Number.NaN) : Number.NaN;
  };
  const tolerance = () => figure()?.measure.tolerance ?? first.tolerance;
  const isOut = (slot: number) => Math.abs(value(slot) / 100 - 1) > tolerance() + 1e-9;
  const meterWords = (slot: number) => {
    if (Number.isNaN(value(slot))) return "no target";
    const side = isOut(slot) ? "outside" : "within";
    return `${indexText(slot)}, ${side} ±${Math.round(tolerance() * 100)} %`;
  };
  const indexText = (slot: number) => (Number.isNaN(value(slot)) ? "" : String(Math.round(value(slot))));
  const bars: GridColumn = {
    ...index,
    text: indexText,
    draw: (slot) => (
      <span class="grid-index">
        <span
          class="grid-index-bar"
          classList={{ "grid-index-out": isOut(slot()) }}
          style={{
            "--index": `${Math.max(0, Math.min(100, ((value(slot()) || 0) * 100) / FULL_BAR))}%`,
            "--tolerance": Math.min(1, tolerance()),
          }}
          role="meter"
          aria-label={`${first.name} index`}
          aria-valuemin={0}
          aria-valuemax={Math.max(FULL_BAR, Math.ceil(value(slot()) || 0))}
          aria-valuenow={Math.round(value(slot()) || 0)}
          aria-valuetext={meterWords(slot())}
        />
        <span class="grid-index-text">{indexText(slot())}</span>
      </span>
    ),
  };
  const limit = first.capacity
    ? [capacityColumn(planner, id, first.name, measureType(planner.plan(), first))]
    : [];
  return isAccounts ? [bars, deviation, ...limit] : [total, bars, deviation, ...limit];
}

/** What a measure of workload is made of. */
function workloadColumns(planner: Planner): readonly GridColumn[] {
  const nothing = new Float64Array(0);
  const hours = (key: string, header: string, of: (workload: WorkloadFigures) => Float64Array) =>
    numbers(planner, {
      key,
      header,
      type: "number",
      width: 120,
      values: () => {
        const { workload } = planner.figures();
        return workload ? of(workload).map(Math.round) : nothing;
      },
    });
  return [
    hours("@visits", "Visits a year", ({ visits }) => visits),
    hours("@visit-hours", "Visit hours", ({ visitHours }) => visitHours),
    hours("@travel-hours", "Travel hours", ({ hopHours, haulHours }) =>
      hopHours.map((hop, slot) => hop + haulHours[slot]!),
    ),
  ];
}

/** The most that each territory's rep can carry, and what is left of it. */
function capacityColumn(planner: Planner, id: string, name: string, type: ColumnType): GridColumn {
  const figure = () => planner.figures().measures.find(({ measure }) => measure.id === id);
  return numbers(planner, {
    key: `${id}@capacity`,
    header: `${name} limit`,
    type,
    width: 110,
    values: () => figure()?.capacities ?? new Float64Array(0),
  });
}

/** The groups of one rung of the hierarchy. */
function levelColumn(planner: Planner, depth: number, header: string): GridColumn {
  const names = createMemo(() => {
    const { groups, territories } = planner.alignment();
    return territories.map((territory) => groupPath(groups, territory?.group ?? null)[depth]?.name ?? "");
  });
  const view = createMemo(() => slotTexts(names()));
  return {
    key: `@level:${depth}`,
    header,
    type: "choice",
    width: 130,
    live: true,
    view,
    text: (slot) => names()[slot] ?? "",
    readOnlyReason: "Move the territory into another group from the menu of the row.",
  };
}

/** How many rungs the deepest group has above and with itself. */
function deepest(groups: readonly TerritoryGroup[]): number {
  return groups.reduce((most, { id }) => Math.max(most, groupPath(groups, id).length), 0);
}

interface NumbersSpec {
  readonly key: string;
  readonly header: string;
  readonly type: ColumnType;
  readonly width: number;
  readonly aggregate?: Aggregate;
  readonly values: () => Float64Array;
}

function numbers(planner: Planner, { key, header, type, width, aggregate, values }: NumbersSpec): GridColumn {
  const view = createMemo((): ViewColumn => ({ kind: "number", values: values() }));
  const current = createMemo(values);
  const format = createMemo(() => numberFormat(type, planner.plan().settings));
  const text = (slot: number) => format()(current()[slot] ?? Number.NaN);
  return {
    key,
    header,
    type,
    width,
    live: true,
    view,
    text,
    format: (value) => format()(value),
    ...(aggregate && { aggregate }),
  };
}

function slotTexts(names: readonly string[]): ViewColumn {
  return { kind: "text", codes: Uint32Array.from(names.keys()), texts: codedTexts(names) };
}
