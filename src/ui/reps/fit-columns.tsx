import type { Alignment } from "../../model/alignment";
import { type FitModel, fitModel, fitOf } from "../../model/fit/fit-model";
import { accountFits, repPositions, territoryFits } from "../../model/fit/territory-fit";
import { liveAccounts } from "../../model/metrics/figures";
import type { ViewColumn } from "../../model/views/view-column";
import type { GridColumn } from "../grid/grid-column";
import type { Planner } from "../planner";
import { FitChip } from "./fit-chip";
import { fitText } from "./fit-words";

/** How each account suits the rep of its territory. Only what is looked at is counted: rows in view one by one, all of them to sort or filter. */
export function accountFitColumn(planner: Planner): GridColumn {
  const all = counted(planner, (model, alignment) => viewOf(accountFits(model, alignment)));
  const reps = counted(planner, repPositions);
  const fitAt = (row: number) => {
    const { model, alignment } = looked(planner);
    const rep = reps()[alignment.territoryOf[row] ?? 0] ?? -1;
    return rep < 0 ? Number.NaN : fitOf(model, rep, row);
  };
  return {
    key: "@fit",
    header: "Fit",
    type: "number",
    width: 72,
    live: true,
    aggregate: "none",
    view: all,
    text: (row) => textOf(fitAt(row)),
    readOnlyReason: "Fit comes from rep and account: open Reps and fit to see why.",
    draw: (row) => <Chip fit={fitAt(row())} />,
  };
}

/** The mean of each territory's accounts, each the same. */
export function territoryFitColumn(planner: Planner): GridColumn {
  const fits = counted(planner, (model, alignment) =>
    territoryFits(accountFits(model, alignment), alignment, liveAccounts(model.plan.tables.accounts)),
  );
  const view = keptFor(fits, viewOf);
  const fitAt = (slot: number) => fits()[slot] ?? Number.NaN;
  return {
    key: "@fit",
    header: "Fit",
    type: "number",
    width: 72,
    live: true,
    view,
    text: (slot) => textOf(fitAt(slot)),
    draw: (slot) => <Chip fit={fitAt(slot())} />,
  };
}

function Chip(props: { fit: number }) {
  return <>{Number.isNaN(props.fit) ? "" : <FitChip fit={props.fit} />}</>;
}

function textOf(fit: number): string {
  return Number.isNaN(fit) ? "" : fitText(fit);
}

function viewOf(values: Float64Array): ViewColumn {
  return { kind: "number", values };
}

/** The alignment shown, or the proposal being looked at, and what fit is counted from. Read in a tracked scope. */
function looked(planner: Planner): { model: FitModel; alignment: Alignment } {
  const preview = planner.preview();
  const alignment = planner.alignment();
  return {
    model: fitModel(planner.plan(), planner.path()),
    alignment: preview ? { ...alignment, ...preview } : alignment,
  };
}

/** Something about the fit of all, counted when it is asked for and the plan is another than the last time. */
function counted<Value>(
  planner: Planner,
  count: (model: FitModel, alignment: Alignment) => Value,
): () => Value {
  let from: readonly unknown[] = [];
  let value: Value;
  return () => {
    const { model, alignment } = looked(planner);
    const now = [model, alignment.territoryOf, alignment.territories];
    if (!now.every((part, i) => part === from[i])) {
      from = now;
      value = count(model, alignment);
    }
    return value;
  };
}

function keptFor<From, To>(read: () => From, make: (from: From) => To): () => To {
  let last: { from: From; to: To } | null = null;
  return () => {
    const from = read();
    if (last?.from !== from) last = { from, to: make(from) };
    return last.to;
  };
}
