import { type Accessor, createMemo, createSignal, onCleanup } from "solid-js";
import { NOTHING_SELECTED, type RowSelection } from "../../session/row-selection";
import { type CellRange, rangeBetween, rangeHolds, rangeWithout } from "./cell-ranges";
import type { ColumnLayout } from "./column-layout";
import type { GridColumn } from "./grid-column";
import { type CellPlace, HEADER_ROW } from "./move-focus";
import { selectInRanges } from "./row-range";

/** How a range is selected. */
export interface SelectHow {
  /** Keeps the ranges there are. */
  readonly add?: boolean;
  /** The active cell; by default where the range starts. */
  readonly focus?: CellPlace;
  /** Map and panel hear of the rows with the next frame only, as while a range is dragged. */
  readonly soon?: boolean;
  /** Leaves the sheet scrolled as it is. */
  readonly still?: boolean;
}

/** What is selected in a sheet, and what can be recalled of it. */
export interface SelectionMark {
  readonly focus: CellPlace;
  readonly held: HeldRanges | null;
  readonly rows: RowSelection;
}

/** The active cell and the ranges of cells around it. */
export interface CellSelection {
  /** The cell that the keys act on; −1 is the row of headers. Always within the sheet. */
  readonly focus: Accessor<CellPlace>;
  /** Moves the active cell and brings it into view; the ranges go unless it lies in one of them. Rows picked elsewhere stay. */
  readonly focusAt: (place: CellPlace) => void;
  /** The same, and the ranges go in any case, as for an arrow key. */
  readonly moveTo: (place: CellPlace) => void;
  /** The cells selected; the last range is the one the keys extend. Empty only while the focus is in the headers. */
  readonly ranges: Accessor<readonly CellRange[]>;
  /** Selects ranges of cells, the rows they touch with them; an empty list leaves the focused cell alone. */
  readonly setRanges: (ranges: readonly CellRange[]) => void;
  /** The corner of the active range that moves when it is extended. */
  readonly head: Accessor<CellPlace>;
  /** Selects the range between two cells. */
  readonly select: (from: CellPlace, to: CellPlace, how?: SelectHow) => void;
  /** Moves the free corner of the active range. */
  readonly extendTo: (head: CellPlace, how?: Pick<SelectHow, "soon" | "still">) => void;
  /** Takes cells out of the ranges, unless nothing were left. */
  readonly deselect: (hole: CellRange) => void;
  /** True while the selected rows come from elsewhere than the ranges: from the map, or from before the rows were sorted. */
  readonly picked: Accessor<boolean>;
  readonly selectAll: () => void;
  /** Leaves only the active cell, and no row, selected. */
  readonly clearSelection: () => void;
  readonly mark: () => SelectionMark;
  readonly recall: (mark: SelectionMark) => void;
}

export interface CellSelectionInputs {
  readonly entries: Accessor<Uint32Array>;
  readonly layout: Accessor<ColumnLayout<GridColumn>>;
  /** Rows of the table. */
  readonly rowCount: () => number;
  readonly selection: () => RowSelection;
  readonly onSelect: (selection: RowSelection) => void;
  readonly reveal: (position: number, key: string | null) => void;
}

/** Ranges, with what stood where they were drawn. */
interface HeldRanges {
  readonly ranges: readonly CellRange[];
  readonly anchor: CellPlace;
  readonly head: CellPlace;
  readonly entries: Uint32Array;
  readonly layout: ColumnLayout<GridColumn>;
}

export function createCellSelection(inputs: CellSelectionInputs): CellSelection {
  const { entries, layout } = inputs;
  const [wanted, setWanted] = createSignal<{ row: number; key: string | null }>({ row: 0, key: null });
  const [held, setHeld] = createSignal<HeldRanges | null>(null);
  /** The rows that the ranges came to, and under which order. */
  const [made, setMade] = createSignal<{ rows: RowSelection; entries: Uint32Array } | null>(null);
  let frame = 0;
  onCleanup(() => cancelAnimationFrame(frame));

  const focus = createMemo<CellPlace>(
    () => {
      const { row, key } = wanted();
      const column = key === null ? 0 : (layout().byKey.get(key)?.index ?? 0);
      return { row: Math.max(HEADER_ROW, Math.min(row, entries().length - 1)), column };
    },
    { row: 0, column: 0 },
    { equals: samePlace },
  );
  const kept = createMemo(() => {
    const drawn = held();
    return drawn && standsStill(drawn, entries(), layout()) ? drawn : null;
  });
  const ranges = createMemo(() => {
    const drawn = kept();
    if (drawn) return drawn.ranges;
    return focus().row < 0 || entries().length === 0 ? [] : [rangeBetween(focus(), focus())];
  });
  const picked = createMemo(() => {
    const { count } = inputs.selection();
    if (count === 0) return false;
    const own = made();
    if (own?.rows !== inputs.selection()) return true;
    // Sorted or filtered since: one row goes along with the active cell, more are not lost to an arrow key.
    return count > 1 && own.entries !== entries() && !kept();
  });

  const setFocus = ({ row, column }: CellPlace) =>
    setWanted({ row, key: layout().columns[column]?.column.key ?? null });
  const reveal = ({ row, column }: CellPlace, axes = { row: true, column: true }) =>
    inputs.reveal(
      axes.row ? row : HEADER_ROW,
      axes.column ? (layout().columns[column]?.column.key ?? null) : null,
    );
  const choose = (rows: RowSelection) => {
    setMade({ rows, entries: entries() });
    inputs.onSelect(rows);
  };
  const link = (soon = false) => {
    cancelAnimationFrame(frame);
    if (soon) frame = requestAnimationFrame(() => link());
    else choose(selectInRanges(inputs.rowCount(), entries(), ranges()));
  };
  const hold = (drawn: readonly CellRange[], anchor: CellPlace, head: CellPlace) =>
    setHeld({ ranges: drawn, anchor, head, entries: entries(), layout: layout() });

  const select: CellSelection["select"] = (from, to, how = {}) => {
    const before = how.add && inputs.selection().count > 0 ? ranges() : [];
    if (!rangeHolds(rangeBetween(from, to), focus()) || how.focus || how.add) setFocus(how.focus ?? from);
    hold([...before, rangeBetween(from, to)], from, to);
    link(how.soon);
    if (!how.still) reveal(to);
  };

  const moveTo = (place: CellPlace) => {
    const keepsRows = picked();
    setFocus(place);
    setHeld(null);
    if (!keepsRows && focus().row >= 0) link();
    reveal(place);
  };

  return {
    focus,
    focusAt: (place) => {
      if (place.row >= 0 && kept()?.ranges.some((range) => rangeHolds(range, place))) {
        setFocus(place);
        reveal(place);
      } else moveTo(place);
    },
    moveTo,
    ranges,
    setRanges: (next) => {
      const active = next.at(-1);
      if (!active) {
        setHeld(null);
        if (focus().row >= 0) link();
        return;
      }
      const { top, left, bottom, right } = active;
      if (!rangeHolds(active, focus())) setFocus({ row: top, column: left });
      const { row, column } = focus();
      const isCorner = (row === top || row === bottom) && (column === left || column === right);
      const anchor = isCorner ? focus() : { row: top, column: left };
      hold(next, anchor, {
        row: anchor.row === top ? bottom : top,
        column: anchor.column === left ? right : left,
      });
      link();
    },
    head: () => kept()?.head ?? focus(),
    select,
    extendTo: (head, how = {}) => {
      const from = kept() ?? { ranges: ranges(), anchor: focus(), head: focus() };
      const others = from.ranges.slice(0, -1);
      const active = rangeBetween(from.anchor, head);
      hold([...others, active], from.anchor, head);
      // Tab may have taken the active cell to where the range no longer is.
      if (!rangeHolds(active, focus())) setFocus(from.anchor);
      link(how.soon);
      const axes = { row: head.row !== from.head.row, column: head.column !== from.head.column };
      if (!how.still) reveal(head, axes);
    },
    deselect: (hole) => {
      const rest = ranges().flatMap((range) => rangeWithout(range, hole));
      const active = rest.at(-1);
      if (!active) return;
      const corners = [
        { row: active.top, column: active.left },
        { row: active.bottom, column: active.right },
      ] as const;
      if (!rest.some((range) => rangeHolds(range, focus()))) setFocus(corners[0]);
      hold(rest, ...corners);
      link();
    },
    picked,
    selectAll: () => {
      const last = { row: entries().length - 1, column: layout().columns.length - 1 };
      if (last.row < 0) return;
      const at = { row: Math.max(0, focus().row), column: focus().column };
      select({ row: 0, column: 0 }, last, { focus: at, still: true });
    },
    clearSelection: () => {
      setHeld(null);
      choose(NOTHING_SELECTED);
    },
    mark: () => ({ focus: focus(), held: kept(), rows: inputs.selection() }),
    recall: ({ focus: at, held: before, rows }) => {
      cancelAnimationFrame(frame);
      setFocus(at);
      setHeld(before);
      choose(rows);
    },
  };
}

/** True while the cells in the ranges are the ones they were drawn over. */
function standsStill(held: HeldRanges, entries: Uint32Array, layout: ColumnLayout<GridColumn>): boolean {
  if (held.entries === entries && held.layout === layout) return true;
  return held.ranges.every(({ top, left, bottom, right }) => {
    for (let column = left; column <= right; column++) {
      if (held.layout.columns[column]?.column.key !== layout.columns[column]?.column.key) return false;
    }
    if (held.entries === entries) return true;
    for (let row = top; row <= bottom; row++) if (held.entries[row] !== entries[row]) return false;
    return true;
  });
}

function samePlace(a: CellPlace, b: CellPlace): boolean {
  return a.row === b.row && a.column === b.column;
}
