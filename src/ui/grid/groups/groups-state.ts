import { type Accessor, createMemo, createSignal, untrack } from "solid-js";
import type { GroupOrder, SheetGroup } from "../../../model/planning/sheet-view";
import type { GroupLevel } from "../../../model/views/group-places";
import {
  groupedEntries,
  groupRows,
  groupSizes,
  orderGroups,
  type RowGroups,
} from "../../../model/views/group-rows";
import { groupOf, isGroupEntry } from "../../../model/views/row-entry";
import type { ViewSource } from "../../../model/views/row-view";
import { type Aggregate, aggregateAt, type Subtotals, subtotals } from "../../../model/views/subtotals";
import type { ViewColumn } from "../../../model/views/view-column";
import type { SortedColumn } from "../column-state";
import type { GridColumn } from "../grid-column";
import { groupLabel, usualAggregate } from "./group-words";
import { createOpenGroups } from "./open-groups";

export type Aggregates = ReadonlyMap<string, Aggregate>;

/** The groups of a sheet: by which columns, which are open, and what they come to. Groups by number in `grouped`. */
export interface GroupsState {
  /** From the outermost to the innermost; those whose column is gone are passed over. */
  readonly levels: Accessor<readonly SheetGroup[]>;
  readonly setLevels: (levels: readonly SheetGroup[]) => void;
  /** null = labels ascend, unless a sort key says otherwise. */
  readonly order: Accessor<GroupOrder | null>;
  readonly setOrder: (order: GroupOrder | null) => void;
  /** What the planner chose to show of columns; all others show `usualAggregate`. */
  readonly aggregates: Accessor<Aggregates>;
  readonly setAggregates: (aggregates: Aggregates) => void;
  readonly aggregateOf: (column: GridColumn) => Aggregate;
  /** null while the sheet is not grouped. */
  readonly grouped: Accessor<RowGroups | null>;
  /** Entries of the sheet (`model/views/row-entry.ts`); null while it is not grouped. */
  readonly entries: Accessor<Uint32Array | null>;
  /** The columns that filter, sorting and groups were made from, by key. */
  readonly used: Accessor<ReadonlyMap<string, ViewColumn>>;
  /** The group whose header stands at a position. */
  readonly at: (position: number) => number | undefined;
  readonly columnOf: (group: number) => GridColumn | undefined;
  readonly labelOf: (group: number) => string;
  readonly sizeOf: (group: number) => number;
  /** Row numbers of all that is in the group. Shared: do not write to it. */
  readonly rowsOf: (group: number) => Uint32Array;
  /** A column's figure for the group; NaN where there is none. */
  readonly figureOf: (group: number, column: GridColumn) => number;
  readonly isOpen: (group: number) => boolean;
  readonly setOpen: (group: number, open: boolean) => void;
  /** Opens or closes all groups of a level. */
  readonly setLevelOpen: (level: number, open: boolean) => void;
  readonly setAllOpen: (open: boolean) => void;
}

export interface GroupsInputs {
  readonly rowCount: Accessor<number>;
  readonly locale: Accessor<string>;
  readonly columns: Accessor<readonly GridColumn[]>;
  readonly byKey: Accessor<ReadonlyMap<string, GridColumn>>;
  readonly sorting: Accessor<readonly SortedColumn[]>;
  /** Columns as tracked scopes should read them; collects what it gave away. */
  readonly source: (used: Map<string, ViewColumn>) => ViewSource;
  readonly sorted: Accessor<{
    readonly rows: Uint32Array;
    readonly used: ReadonlyMap<string, ViewColumn>;
  }>;
}

export function createGroups(inputs: GroupsInputs): GroupsState {
  const { byKey, sorting, source, sorted, locale, rowCount } = inputs;
  const [chosen, setLevels] = createSignal<readonly SheetGroup[]>([]);
  const [order, setOrder] = createSignal<GroupOrder | null>(null);
  const [aggregates, setAggregates] = createSignal<Aggregates>(new Map());
  const levels = createMemo(() => chosen().filter(({ column }) => byKey().has(column)), [], {
    equals: (a, b) => a.length === b.length && a.every((level, i) => level === b[i]),
  });
  const aggregateOf = (column: GridColumn) => aggregates().get(column.key) ?? usualAggregate(column);

  const made = createMemo(() => {
    const used = new Map(sorted().used);
    if (levels().length === 0) return { groups: null, used };
    const from = source(used);
    const rules = levels().map(({ column }) => orderRule(column, order(), sorting(), byKey(), aggregateOf));
    const specs = levels().flatMap(({ column: key, by }, i): GroupLevel[] => {
      const column = from.column(key);
      const rule = rules[i]!;
      const descending = rule.by === "label" && rule.descending;
      return column ? [{ column, by, descending, byCode: byKey().get(key)?.groups !== undefined }] : [];
    });
    let groups = groupRows(sorted().rows, rowCount(), specs, locale());
    // One order after the other: levels that a rule does not speak of stay as they are.
    for (const rule of distinctRules(rules)) {
      const values = valuesOf(rule, groups, from, byKey(), aggregateOf);
      if (!values) continue;
      groups = orderGroups(groups, (level) => (rules[level] === rule ? values : null), rule.descending);
    }
    return { groups, used };
  });
  const grouped = createMemo(() => made().groups);
  const columnAt = (level: number) => byKey().get(levels()[level]?.column ?? "");
  const idOf = (group: number): string => {
    const groups = grouped()!;
    const column = columnAt(groups.level[group]!);
    const key = groups.key[group]!;
    if (Number.isNaN(key)) return "blank";
    if (column?.groups) return `#${column.groups.idOf(key)}`;
    const view = column?.view();
    return view?.kind === "text" ? `=${view.texts.text(key)}` : String(key);
  };
  const open = createOpenGroups(grouped, idOf);
  const entries = createMemo(() => {
    const groups = grouped();
    return groups && groupedEntries(groups, open.isOpen);
  });

  const counted = new Map<
    string,
    { readonly groups: RowGroups; readonly view: ViewColumn; readonly totals: Subtotals | null }
  >();
  /** Subtotals as they are now: unlike places, figures follow every edit. */
  const totalsOf = (column: GridColumn) => {
    const groups = grouped();
    if (!groups) return null;
    const view = column.view();
    let found = counted.get(column.key);
    if (found?.groups !== groups || found.view !== view) {
      found = { groups, view, totals: subtotals(groups, view) };
      counted.set(column.key, found);
    }
    return found.totals;
  };

  return {
    levels,
    setLevels: (next) => {
      if (next[0]?.column !== untrack(chosen)[0]?.column) open.setAll(false);
      setLevels(next);
    },
    order,
    setOrder,
    aggregates,
    setAggregates,
    aggregateOf,
    grouped,
    entries,
    used: () => made().used,
    at: (position) => {
      const entry = entries()?.[position];
      return entry !== undefined && isGroupEntry(entry) ? groupOf(entry) : undefined;
    },
    columnOf: (group) => columnAt(grouped()?.level[group] ?? -1),
    labelOf: (group) => {
      const groups = grouped();
      const column = columnAt(groups?.level[group] ?? -1);
      const level = levels()[groups?.level[group] ?? -1];
      return groups && column && level ? groupLabel(column, level.by, groups.key[group]!, locale()) : "";
    },
    sizeOf: (group) => {
      const groups = grouped();
      return groups ? (groups.end[group] ?? 0) - (groups.first[group] ?? 0) : 0;
    },
    rowsOf: (group) => {
      const groups = grouped();
      return groups ? groups.rows.subarray(groups.first[group], groups.end[group]) : new Uint32Array(0);
    },
    figureOf: (group, column) => {
      const aggregate = aggregateOf(column);
      const totals = aggregate === "none" ? null : totalsOf(column);
      return totals && group < totals.sum.length ? aggregateAt(totals, group, aggregate) : Number.NaN;
    },
    isOpen: open.isOpen,
    setOpen: open.set,
    setLevelOpen: open.setLevel,
    setAllOpen: open.setAll,
  };
}

/** What orders the groups of a level: what the planner chose, else the first sort key that can, else their labels. */
function orderRule(
  level: string,
  chosen: GroupOrder | null,
  sorting: readonly SortedColumn[],
  byKey: ReadonlyMap<string, GridColumn>,
  aggregateOf: (column: GridColumn) => Aggregate,
): GroupOrder {
  if (chosen) return chosen;
  for (const { column: key, descending } of sorting) {
    if (key === level) return { by: "label", descending };
    const column = byKey.get(key);
    if (column && aggregateOf(column) !== "none") return { by: "subtotal", column: key, descending };
  }
  return { by: "label", descending: false };
}

function distinctRules(rules: GroupOrder[]): GroupOrder[] {
  // Equal rules become one object, so that one pass orders all their levels.
  const byText = new Map<string, GroupOrder>();
  for (const [level, rule] of rules.entries()) {
    const text = JSON.stringify(rule);
    const first = byText.get(text) ?? rule;
    byText.set(text, first);
    rules[level] = first;
  }
  return [...byText.values()];
}

function valuesOf(
  rule: GroupOrder,
  groups: RowGroups,
  from: ViewSource,
  byKey: ReadonlyMap<string, GridColumn>,
  aggregateOf: (column: GridColumn) => Aggregate,
): Float64Array | null {
  if (rule.by === "label") return null;
  if (rule.by === "count") return groupSizes(groups);
  const column = byKey.get(rule.column);
  const view = from.column(rule.column);
  const totals = view && subtotals(groups, view);
  if (!column || !totals) return null;
  const aggregate = aggregateOf(column);
  return Float64Array.from({ length: groups.count }, (_, group) => aggregateAt(totals, group, aggregate));
}
