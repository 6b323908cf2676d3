import { type Accessor, batch, createMemo, createSignal, onCleanup, onMount } from "solid-js";
import { type ColumnLayout, scrollLeftFor, visibleColumns } from "./column-layout";
import type { GridColumn } from "./grid-column";
import { poolSize, type RowGeometry, type RowWindow, rowWindow, scrollTopFor } from "./row-window";
import { sameItems } from "./same-items";

const FINE_ROW_PX = 28;
const COARSE_ROW_PX = 44;

/** What of a sheet is in view. Lengths in px. */
export interface GridScroll {
  /** True while the main pointer is a finger. */
  readonly coarse: Accessor<boolean>;
  readonly rowHeight: Accessor<number>;
  readonly headHeight: Accessor<number>;
  readonly top: Accessor<number>;
  readonly left: Accessor<number>;
  readonly width: Accessor<number>;
  readonly geometry: Accessor<RowGeometry>;
  readonly window: Accessor<RowWindow>;
  /** Numbers of the row elements: as many as can be in view at once. */
  readonly slots: Accessor<readonly number[]>;
  /** Columns that stay at the left edge. */
  readonly pinned: Accessor<readonly GridColumn[]>;
  /** Columns to draw beside them; the objects stay the same while they are in view. */
  readonly columns: Accessor<readonly GridColumn[]>;
  /** Takes the element that scrolls. */
  readonly attach: (element: HTMLElement) => void;
  /** Where the part that scrolls lies in the window, the headers included; null before it is there. */
  readonly box: () => DOMRect | null;
  /** Scrolls by px at once; false where it is at its end already. */
  readonly scrollBy: (dx: number, dy: number) => boolean;
  /** Brings a cell into view at once. A position below 0 is the header, which always is. */
  readonly reveal: (position: number, key: string | null) => void;
}

export interface ScrollInputs {
  /** Rows to scroll through. */
  readonly rowCount: Accessor<number>;
  readonly layout: Accessor<ColumnLayout<GridColumn>>;
  /** Width of the view in px, which this keeps up to date. */
  readonly viewWidth: Accessor<number>;
  readonly setViewWidth: (width: number) => void;
}

export function createGridScroll({ rowCount, layout, viewWidth, setViewWidth }: ScrollInputs): GridScroll {
  const [top, setTop] = createSignal(0);
  const [left, setLeft] = createSignal(0);
  const [height, setHeight] = createSignal(0);
  const coarse = createCoarsePointer();
  const rowHeight = () => (coarse() ? COARSE_ROW_PX : FINE_ROW_PX);
  const headHeight = () => rowHeight() + 4;
  let scroller: HTMLElement | undefined;

  const geometry = createMemo(() => ({
    rowCount: rowCount(),
    rowHeight: rowHeight(),
    viewHeight: Math.max(0, height() - headHeight()),
  }));
  const window = createMemo(() => rowWindow(geometry(), top()));
  const slotCount = createMemo(() => poolSize(geometry()));
  const columns = createMemo(() => visibleColumns(layout(), left(), viewWidth()), [], { equals: sameItems });

  const pinned = createMemo(
    () =>
      layout()
        .columns.filter((place) => place.pinned)
        .map((place) => place.column),
    [],
    { equals: sameItems },
  );

  const read = () => {
    if (!scroller) return;
    // Out of view it has no size and may forget where it was; no row needs drawing, and everything else is kept.
    if (scroller.clientHeight === 0) {
      setHeight(0);
      return;
    }
    if (height() === 0) {
      scroller.scrollTop = top();
      scroller.scrollLeft = left();
    }
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = scroller;
    batch(() => {
      setTop(scrollTop);
      setLeft(scrollLeft);
      setViewWidth(clientWidth);
      setHeight(clientHeight);
    });
  };

  return {
    coarse,
    rowHeight,
    headHeight,
    top,
    left,
    width: viewWidth,
    geometry,
    window,
    slots: createMemo(() => Array.from({ length: slotCount() }, (_, slot) => slot)),
    pinned,
    columns,
    attach: (element) => {
      scroller = element;
      const observer = new ResizeObserver(read);
      onMount(() => {
        read();
        observer.observe(element);
      });
      element.addEventListener("scroll", read, { passive: true });
      onCleanup(() => observer.disconnect());
    },
    box: () => scroller?.getBoundingClientRect() ?? null,
    scrollBy: (dx, dy) => {
      if (!scroller) return false;
      const before = [top(), left()];
      scroller.scrollTop += dy;
      scroller.scrollLeft += dx;
      read();
      return top() !== before[0] || left() !== before[1];
    },
    reveal: (position, key) => {
      if (!scroller) return;
      // From what is known: reading it off the element would lay out the page in the middle of an edit.
      const toTop = position < 0 ? top() : scrollTopFor(geometry(), position, top());
      const place = key === null ? undefined : layout().byKey.get(key);
      const toLeft = place ? scrollLeftFor(layout(), place, left(), viewWidth()) : left();
      if (toTop === top() && toLeft === left()) return;
      if (toTop !== top()) scroller.scrollTop = toTop;
      if (toLeft !== left()) scroller.scrollLeft = toLeft;
      read();
    },
  };
}

/** True while the main pointer is a finger. */
function createCoarsePointer(): Accessor<boolean> {
  const query = matchMedia("(pointer: coarse)");
  const [coarse, setCoarse] = createSignal(query.matches);
  const listen = () => setCoarse(query.matches);
  query.addEventListener("change", listen);
  onCleanup(() => query.removeEventListener("change", listen));
  return coarse;
}
