import { type Accessor, createMemo, mapArray } from "solid-js";
import { accountShares } from "../../model/metrics/account-shares";
import type { Measure } from "../../model/plan";
import type { ViewColumn } from "../../model/views/view-column";
import { measureType } from "../number-format";
import type { Planner } from "../planner";
import { numberFormat } from "./cell-format";
import type { GridColumn } from "./grid-column";

/** Measures that are no column of the accounts, yet have a part for each of them. */
const SHARED: ReadonlySet<Measure["source"]["kind"]> = new Set(["blend", "lifetime", "workload"]);

/**
 * What each account brings to the measures that are no column of their own, so that groups have a subtotal of every measure. Counted
 * only while somebody looks.
 */
export function createMeasureShareColumns(planner: Planner): Accessor<readonly GridColumn[]> {
  const shown = createMemo(() =>
    planner
      .plan()
      .measures.filter(({ source }) => SHARED.has(source.kind))
      .map((measure) => JSON.stringify([measure.id, measure.name, measureType(planner.plan(), measure)])),
  );
  return createMemo(
    mapArray(shown, (key) => {
      const [id, name, type] = JSON.parse(key) as [string, string, GridColumn["type"]];
      return shareColumn(planner, id, name, type);
    }),
  );
}

const NOTHING = new Float64Array(0);

function shareColumn(planner: Planner, id: string, header: string, type: GridColumn["type"]): GridColumn {
  const views = new WeakMap<Float64Array, ViewColumn>();
  const values = () => {
    const measure = planner.plan().measures.find((candidate) => candidate.id === id);
    return measure ? accountShares(planner.plan(), planner.path(), measure) : NOTHING;
  };
  const format = (value: number) =>
    Number.isNaN(value) ? "" : numberFormat(type, planner.plan().settings)(Math.round(value * 100) / 100);
  return {
    key: `@measure:${id}`,
    header,
    type,
    width: 120,
    live: true,
    hiddenAtFirst: true,
    // The same object for the same values, without a memo, which would count while nobody looks.
    view: () => {
      const now = values();
      let view = views.get(now);
      if (!view) {
        view = { kind: "number", values: now };
        views.set(now, view);
      }
      return view;
    },
    text: (row) => format(values()[row] ?? Number.NaN),
    format,
    readOnlyReason: `What the account brings to ${header}: it follows from its cells and its territory.`,
  };
}
