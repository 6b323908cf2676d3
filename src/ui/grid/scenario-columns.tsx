import { type Accessor, createMemo } from "solid-js";
import { type Alignment, UNASSIGNED, UNASSIGNED_TERRITORY } from "../../model/alignment";
import type { Measure } from "../../model/measure";
import { type DerivedColumn, derivedKey } from "../../model/planning/derived-column";
import {
  changeByAccount,
  type MeasureChange,
  type MeasureChanges,
  measureChanges,
  scenarioAlignment,
} from "../../model/scenario-columns";
import { codedTexts, type ViewColumn } from "../../model/views/view-column";
import { measureType } from "../number-format";
import type { Planner } from "../planner";
import { fullNumberText, numberFormat } from "./cell-format";
import type { GridColumn } from "./grid-column";

const GONE = "The scenario is gone.";

/** The territory that another scenario gives each account, in the layer shown. */
export function scenarioTerritoryColumn(
  planner: Planner,
  record: DerivedColumn,
  scenario: string,
  open: () => void,
): GridColumn {
  const alignment = createMemo(() => scenarioAlignment(planner.plan(), scenario, planner.path().layer));
  const count = createMemo(() => planner.plan().tables.accounts.count);
  const codes = createMemo(() => alignment()?.territoryOf ?? new Uint16Array(count()));
  const territories = createMemo(() => alignment()?.territories);
  const texts = createMemo(() =>
    codedTexts(territories()?.map((territory) => territory?.name ?? "") ?? [""]),
  );
  const view = createMemo((): ViewColumn => ({ kind: "text", codes: codes(), texts: texts() }));
  const slotOf = (row: number) => codes()[row] ?? UNASSIGNED;
  const territory = (row: number) => territories()?.[slotOf(row)] ?? UNASSIGNED_TERRITORY;
  return {
    key: derivedKey(record),
    header: record.header,
    type: "choice",
    width: 150,
    live: true,
    view,
    text: (row) => (territories() ? territory(row).name : GONE),
    draw: (row) => (
      <span
        class="grid-chip-cell"
        classList={{ "grid-muted": slotOf(row()) === UNASSIGNED, "grid-cell-error": !territories() }}
      >
        <span class="swatch" style={{ "--swatch": territory(row()).color }} />
        <span>{territories() ? territory(row()).name : GONE}</span>
      </span>
    ),
    edit: { kind: "dialog", open },
    readOnlyReason: "This is where another scenario has the account.",
  };
}

/** By how much a measure of the territory differs between two scenarios: by slot for territories, for accounts that of theirs. */
export function measureChangeColumn(
  planner: Planner,
  record: DerivedColumn,
  source: MeasureChange,
  shown: Accessor<Alignment>,
  open: () => void,
): GridColumn {
  const territories = createMemo(() => shown().territories);
  const changes = createMemo(
    (): MeasureChanges =>
      measureChanges(planner.plan(), source, planner.path().layer, { territories: territories() }),
  );
  const bySlot = createMemo(
    () => {
      const now = changes();
      return now.ok ? now.bySlot : new Float64Array(territories().length).fill(Number.NaN);
    },
    undefined,
    { equals: sameNumbers },
  );
  const ofAccounts = record.table === "accounts";
  const values = createMemo(() => (ofAccounts ? changeByAccount(bySlot(), shown().territoryOf) : bySlot()));
  const view = createMemo((): ViewColumn => ({ kind: "number", values: values() }));
  const type = createMemo(() => {
    const measure = planner.plan().measures.find(({ id }) => id === source.measure);
    return measure ? measureType(planner.plan(), measure satisfies Measure) : "number";
  });
  const settings = createMemo(() => planner.plan().settings);
  const format = createMemo(() => numberFormat(type(), settings()));
  const problem = () => {
    const now = changes();
    return now.ok ? null : now.message;
  };
  const text = (row: number) => problem() ?? signed(values()[row] ?? Number.NaN, format());
  return {
    key: derivedKey(record),
    header: record.header,
    type: type(),
    width: Math.min(240, Math.max(36 + record.header.length * 7, 112)),
    live: true,
    // The same change stands at every account of a territory: a sum of them says nothing.
    aggregate: ofAccounts ? "none" : "sum",
    view,
    text,
    fullText: (row) => problem() ?? fullNumberText(values()[row] ?? Number.NaN, type(), settings().locale),
    draw: (row) => <span classList={{ "grid-cell-error": problem() !== null }}>{text(row())}</span>,
    edit: { kind: "dialog", open },
    readOnlyReason: "The change of the territory's total between two scenarios.",
  };
}

function signed(value: number, format: (value: number) => string): string {
  return value > 0 ? `+${format(value)}` : format(value);
}

function sameNumbers(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}
