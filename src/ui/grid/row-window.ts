/** Tallest body in px that every browser lays out exactly; beyond it the scroll bar is scaled. */
export const MAX_BODY_PX = 15_000_000;

const OVERSCAN_ROWS = 2;

/** Where the rows of a grid lie under its scroll bar. */
export interface RowWindow {
  /** Height in px to give the scrolled body. */
  readonly bodyHeight: number;
  /** First position drawn. */
  readonly first: number;
  /** Position behind the last one drawn. */
  readonly end: number;
  /** To add to position × row height for the place of a row in the body; 0 unless the scroll bar is scaled. */
  readonly shift: number;
}

export interface RowGeometry {
  readonly rowCount: number;
  readonly rowHeight: number;
  /** Height in px of the part of the body that is visible. */
  readonly viewHeight: number;
}

/** The rows to draw when the body is scrolled by `scrollTop` px. */
export function rowWindow(geometry: RowGeometry, scrollTop: number): RowWindow {
  const { rowCount, rowHeight, viewHeight } = geometry;
  const bodyHeight = Math.min(rowCount * rowHeight, MAX_BODY_PX);
  const top = scrolledRows(geometry, scrollTop);
  const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN_ROWS);
  const end = Math.min(rowCount, Math.ceil((top + viewHeight) / rowHeight) + OVERSCAN_ROWS);
  return { bodyHeight, first, end, shift: scrollTop - top };
}

/** Rows that can be drawn at once, so that many elements are ever needed. */
export function poolSize({ rowCount, rowHeight, viewHeight }: RowGeometry): number {
  return Math.min(rowCount, Math.ceil(viewHeight / rowHeight) + 2 * OVERSCAN_ROWS + 1);
}

/** The `scrollTop` nearest to the present one at which the row at a position is wholly visible. */
export function scrollTopFor(geometry: RowGeometry, position: number, scrollTop: number): number {
  const { rowHeight, viewHeight } = geometry;
  const top = scrolledRows(geometry, scrollTop);
  const rowTop = position * rowHeight;
  if (rowTop < top) return unscaled(geometry, rowTop);
  if (rowTop + rowHeight > top + viewHeight) return unscaled(geometry, rowTop + rowHeight - viewHeight);
  return scrollTop;
}

/** px of rows above the visible part. */
function scrolledRows(geometry: RowGeometry, scrollTop: number): number {
  return scrollTop * scale(geometry);
}

function unscaled(geometry: RowGeometry, top: number): number {
  return top / scale(geometry);
}

/** px of rows for each px of the scroll bar. */
function scale({ rowCount, rowHeight, viewHeight }: RowGeometry): number {
  const total = rowCount * rowHeight;
  return total > MAX_BODY_PX ? (total - viewHeight) / (MAX_BODY_PX - viewHeight) : 1;
}
