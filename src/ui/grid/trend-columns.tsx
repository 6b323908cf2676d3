import { type Accessor, createMemo, mapArray, Show } from "solid-js";
import { columnByKey, type TableName } from "../../model/table";
import { courseOf, relativeChange, type Series, seriesAmong } from "../../model/views/series";
import type { ViewColumn } from "../../model/views/view-column";
import type { Planner } from "../planner";
import type { GridColumn } from "./grid-column";
import { sparkPath } from "./spark-path";
import "./spark.css";

const WIDTH_PX = 64;
const HEIGHT_PX = 18;

/**
 * A table's own columns with a small line behind each series among them: months, quarters or years of one thing, side by side.
 */
export function createColumnsWithTrends(
  planner: Planner,
  table: TableName,
  own: Accessor<readonly GridColumn[]>,
): Accessor<readonly GridColumn[]> {
  const columns = createMemo(() => planner.plan().tables[table].columns);
  const found = createMemo(() => seriesAmong(columns()).map((series) => JSON.stringify(series)), [], {
    equals: (a, b) => a.length === b.length && a.every((text, i) => text === b[i]),
  });
  const trends = createMemo(
    mapArray(found, (text) => {
      const series = JSON.parse(text) as Series;
      return {
        members: new Set(series.columns.map(({ key }) => key)),
        column: trendColumn(planner, table, series),
      };
    }),
  );
  return createMemo(() => {
    if (trends().length === 0) return own();
    const all = [...own()];
    for (const { members, column } of trends()) {
      const last = all.findLastIndex(({ key }) => members.has(key));
      all.splice(last < 0 ? all.length : last + 1, 0, column);
    }
    return all;
  });
}

function trendColumn(planner: Planner, table: TableName, series: Series): GridColumn {
  const values = createMemo(
    () => {
      const now = planner.plan().tables[table];
      return series.columns.flatMap(({ key }) => {
        const column = columnByKey(now, key);
        return column?.kind === "number" ? [column.values] : [];
      });
    },
    [],
    { equals: (a, b) => a.length === b.length && a.every((array, i) => array === b[i]) },
  );
  // Counted for all rows only when somebody sorts or filters by it.
  let counted: { readonly from: readonly Float64Array[]; readonly view: ViewColumn } | null = null;
  const view = (): ViewColumn => {
    const from = values();
    if (counted?.from !== from) {
      const changes = Float64Array.from(from[0] ?? [], (_, row) => relativeChange(from, row));
      counted = { from, view: { kind: "number", values: changes } };
    }
    return counted.view;
  };
  const text = (row: number) => trendWords(series, values(), row);
  return {
    key: `@trend:${series.id}`,
    header: series.title ? `${series.title} trend` : "Trend",
    type: "percent",
    width: 136,
    view,
    text,
    readOnlyReason: `The line follows ${series.columns[0]!.header} to ${series.columns.at(-1)!.header}.`,
    draw: (row) => {
      const path = createMemo(() => sparkPath(values(), row(), WIDTH_PX, HEIGHT_PX));
      return (
        <Show when={path()}>
          <span class="spark" role="img" aria-label={text(row())}>
            <svg class="spark-line" width={WIDTH_PX} height={HEIGHT_PX} aria-hidden="true">
              <path d={path()} />
            </svg>
            <span class="spark-change">{changeText(relativeChange(values(), row()))}</span>
          </span>
        </Show>
      );
    },
  };
}

/** "up 12 % from Jan 2025 to Jun 2025"; "" where there is no course. */
function trendWords(series: Series, values: readonly Float64Array[], row: number): string {
  const course = courseOf(values, row);
  if (!course) return "";
  const [from, to] = [values[course.first]![row]!, values[course.last]![row]!];
  const span = `from ${series.columns[course.first]!.header} to ${series.columns[course.last]!.header}`;
  if (from === to) return `unchanged ${span}`;
  const change = relativeChange(values, row);
  const way = to > from ? "up" : "down";
  return Number.isNaN(change) ? `${way} ${span}` : `${way} ${percent(change)} ${span}`;
}

function changeText(change: number): string {
  if (Number.isNaN(change)) return "";
  return `${change > 0 ? "+" : change < 0 ? "−" : "±"}${percent(change)}`;
}

function percent(change: number): string {
  return `${Math.abs(Math.round(change * 100)).toLocaleString("en-US")} %`;
}
