import { batch } from "solid-js";
import { columnFilterOf, type SheetView, storedFilter } from "../../../model/planning/sheet-view";
import type { GridState } from "../grid-state";

/** How a sheet looks: what a view keeps, without its name. */
export type SheetLook = Omit<SheetView, "id" | "name" | "table">;

/** Every row in natural order; columns as they come. */
export const PLAIN_LOOK: SheetLook = {
  quick: "",
  filters: [],
  sorting: [],
  groups: [],
  groupOrder: null,
  aggregates: [],
  columns: [],
};

/** The sheet as it looks now. Read in a tracked scope. */
export function lookOf({ view, columns }: Pick<GridState, "view" | "columns">): SheetLook {
  return {
    quick: view.quick(),
    filters: [...view.filters()].map(([column, filter]) => ({ column, filter: storedFilter(filter) })),
    sorting: columns.sorting().map(({ column, descending }) => ({ column, descending })),
    groups: view.groups.levels().map(({ column, by }) => ({ column, by })),
    groupOrder: view.groups.order(),
    aggregates: [...view.groups.aggregates()].map(([column, aggregate]) => ({ column, aggregate })),
    columns: columns.viewed(),
  };
}

/** Makes the sheet look so; `keepColumns` leaves order, widths, pins and visibility as they are. */
export function applyLook(
  { view, columns }: Pick<GridState, "view" | "columns">,
  look: SheetLook,
  keepColumns = false,
): void {
  batch(() => {
    view.setQuick(look.quick);
    view.setFilters(new Map(look.filters.map(({ column, filter }) => [column, columnFilterOf(filter)])));
    columns.setSorting(look.sorting);
    view.groups.setAggregates(new Map(look.aggregates.map(({ column, aggregate }) => [column, aggregate])));
    view.groups.setOrder(look.groupOrder);
    view.groups.setLevels(look.groups);
    if (!keepColumns) columns.restore(look.columns);
  });
}

/** True where two looks show the same; with `exceptColumns` the columns may stand otherwise. Filters may come in any order. */
export function sameLook(a: SheetLook, b: SheetLook, exceptColumns = false): boolean {
  return lookText(a, exceptColumns) === lookText(b, exceptColumns);
}

function lookText(look: SheetLook, exceptColumns: boolean): string {
  const filters = look.filters
    .map(({ column, filter }) =>
      canonicalText([
        column,
        filter.kind === "values" ? { ...filter, values: [...filter.values].sort() } : filter,
      ]),
    )
    .sort();
  const aggregates = look.aggregates.map(canonicalText).sort();
  const { quick, sorting, groups, groupOrder, columns } = look;
  return canonicalText([
    quick.trim(),
    filters,
    sorting,
    groups,
    groupOrder,
    aggregates,
    exceptColumns ? [] : columns,
  ]);
}

/** JSON with keys in alphabetical order: records that went through storage may have another. */
function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** What was kept on this device as a look; undefined where it is none, or one of another version. */
export function lookFrom(kept: unknown): SheetLook | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  const look = kept as Partial<Record<keyof SheetLook, unknown>>;
  const lists = [look.filters, look.sorting, look.groups, look.aggregates, look.columns];
  const isWhole =
    typeof look.quick === "string" && lists.every(Array.isArray) && typeof look.groupOrder === "object";
  return isWhole ? (kept as SheetLook) : undefined;
}
