/** A visible column and where it lies, in px from the left edge of the sheet. */
export interface PlacedColumn<Column> {
  readonly column: Column;
  /** Among the columns shown. */
  readonly index: number;
  readonly left: number;
  readonly width: number;
  readonly pinned: boolean;
}

export interface ColumnLayout<Column> {
  /** In the order shown, pinned ones first. */
  readonly columns: readonly PlacedColumn<Column>[];
  readonly byKey: ReadonlyMap<string, PlacedColumn<Column>>;
  /** Width of all, the gutter included. */
  readonly width: number;
  /** Width of the gutter and the pinned columns, which cover what scrolls under them. */
  readonly pinnedWidth: number;
}

/** Lays columns side by side behind a gutter; the first `pinnedCount` of them stay in place. */
export function layoutColumns<Column extends { readonly key: string }>(
  columns: readonly Column[],
  widthOf: (column: Column) => number,
  pinnedCount: number,
  gutter: number,
): ColumnLayout<Column> {
  let left = gutter;
  let pinnedWidth = gutter;
  const placed = columns.map((column, i) => {
    const place = { column, index: i, left, width: widthOf(column), pinned: i < pinnedCount };
    left += place.width;
    if (place.pinned) pinnedWidth = left;
    return place;
  });
  const byKey = new Map(placed.map((place) => [place.column.key, place]));
  return { columns: placed, byKey, width: left, pinnedWidth };
}

/** The columns that scroll and are in view when the sheet is scrolled by `scrollLeft` in a view of a width. */
export function visibleColumns<Column>(
  layout: ColumnLayout<Column>,
  scrollLeft: number,
  viewWidth: number,
): Column[] {
  const visible: Column[] = [];
  for (const { column, left, width, pinned } of layout.columns) {
    const inView = left + width > scrollLeft + layout.pinnedWidth && left < scrollLeft + viewWidth;
    if (!pinned && inView) visible.push(column);
  }
  return visible;
}

/** The `scrollLeft` nearest to the present one at which the column is not hidden behind an edge. */
export function scrollLeftFor<Column>(
  layout: ColumnLayout<Column>,
  place: PlacedColumn<Column>,
  scrollLeft: number,
  viewWidth: number,
): number {
  if (place.pinned) return scrollLeft;
  const room = viewWidth - layout.pinnedWidth;
  if (place.left < scrollLeft + layout.pinnedWidth || place.width > room) {
    return place.left - layout.pinnedWidth;
  }
  return Math.max(scrollLeft, place.left + place.width - viewWidth);
}
