import { type Accessor, createMemo, For, type JSX, Show } from "solid-js";
import { type CellRange, rowRuns } from "./cell-ranges";
import type { GridState } from "./grid-state";
import "./range-overlay.css";

interface Box {
  readonly top: number;
  readonly height: number;
  readonly left: number;
  readonly width: number;
}

/**
 * The ranges, drawn as rectangles over the rows: a few elements that scroll with them, so that no cell and no script has part
 * in it. What lies over pinned columns is drawn apart, as they stay in place.
 */
export function RangeOverlay(props: { grid: GridState; fill: Accessor<CellRange | null> }) {
  const { grid } = props;
  const { scroll } = grid;
  const bodyHeight = () => scroll.window().bodyHeight;
  const pinnedCount = () => scroll.pinned().length;
  /** A single cell has its own outline. */
  const drawn = createMemo(() => {
    const ranges = grid.ranges();
    if (grid.picked() && ranges.length === 1 && isCell(ranges[0]!)) return [];
    return ranges.length > 1 ? ranges : ranges.filter((range) => !isCell(range));
  });
  const active = createMemo(() => grid.ranges().at(-1));
  const spanOf = (first: number, last: number): { top: number; height: number } => {
    const { shift } = scroll.window();
    // Taller than the body only where the scroll bar is scaled.
    const top = Math.max(-8, first * scroll.rowHeight() + shift);
    const bottom = Math.min(bodyHeight() + 8, (last + 1) * scroll.rowHeight() + shift);
    return { top, height: Math.max(0, bottom - top) };
  };
  const boxOf = (range: CellRange, part: "pinned" | "scrolled"): Box | null => {
    const { columns } = grid.layout();
    const from = part === "pinned" ? range.left : Math.max(range.left, pinnedCount());
    const to = part === "pinned" ? Math.min(range.right, pinnedCount() - 1) : range.right;
    const first = columns[from];
    const last = columns[to];
    if (from > to || !first || !last) return null;
    return {
      ...spanOf(range.top, range.bottom),
      left: first.left,
      width: last.left + last.width - first.left,
    };
  };
  /** The side on which the range goes on in the other part. */
  const opensTo = (range: CellRange, part: "pinned" | "scrolled") => {
    if (range.left >= pinnedCount() || range.right < pinnedCount()) return undefined;
    return part === "pinned" ? "right" : "left";
  };
  const rectangles = (part: "pinned" | "scrolled") => (
    <>
      <For each={drawn()}>
        {(range) => (
          <Rectangle
            box={boxOf(range, part)}
            name={range === active() ? "grid-range-active" : ""}
            opens={opensTo(range, part)}
          />
        )}
      </For>
      <Show when={props.fill()}>
        {(range) => (
          <Rectangle box={boxOf(range(), part)} name="grid-fill-preview" opens={opensTo(range(), part)} />
        )}
      </Show>
    </>
  );
  /** Where the lower right corner of the active range lies, and in which part. */
  const corner = (which: "start" | "end") => {
    const range = active();
    const place = range && grid.layout().columns[which === "end" ? range.right : range.left];
    if (!range || !place || grid.props.selection.count === 0 || grid.editing()) return null;
    const { top, height } = spanOf(range.top, range.bottom);
    const isEnd = which === "end";
    return {
      pinned: place.pinned,
      at: {
        top: `${isEnd ? top + height : top}px`,
        left: `${isEnd ? place.left + place.width : place.left}px`,
      },
      // Under the pinned columns there is nothing to take hold of.
      hidden:
        !place.pinned &&
        (isEnd ? place.left + place.width : place.left) < scroll.left() + grid.layout().pinnedWidth,
    };
  };
  const handles = (part: "pinned" | "scrolled"): JSX.Element => (
    <Show
      when={scroll.coarse()}
      fallback={
        <Show when={!grid.props.readOnly && grid.ranges().length === 1 && ofPart(corner("end"), part)}>
          {(end) => (
            <div
              class="grid-fill-handle"
              data-range-handle="fill"
              style={end().at}
              title="Drag to fill; double-click to fill down"
            />
          )}
        </Show>
      }
    >
      <For each={["start", "end"] as const}>
        {(which) => (
          <Show when={ofPart(corner(which), part)}>
            {(at) => <div class="grid-range-handle" data-range-handle={which} style={at().at} />}
          </Show>
        )}
      </For>
    </Show>
  );
  return (
    <>
      <div class="grid-overlay" role="presentation" aria-hidden="true">
        {rectangles("scrolled")}
        {handles("scrolled")}
      </div>
      <div class="grid-overlay grid-overlay-pinned" role="presentation" aria-hidden="true">
        <Show when={!grid.picked()}>
          <For each={grid.props.selection.count > 0 ? rowRuns(grid.ranges()) : []}>
            {({ first, last }) => (
              <div
                class="grid-gutter-selected"
                style={{
                  top: `${spanOf(first, last).top}px`,
                  height: `${spanOf(first, last).height}px`,
                  width: `${grid.gutter()}px`,
                }}
              />
            )}
          </For>
        </Show>
        {rectangles("pinned")}
        {handles("pinned")}
      </div>
    </>
  );
}

function ofPart<Corner extends { pinned: boolean; hidden: boolean }>(
  corner: Corner | null,
  part: "pinned" | "scrolled",
): Corner | false {
  return corner !== null && !corner.hidden && corner.pinned === (part === "pinned") && corner;
}

/** The inner box sticks to the pinned columns and is cut off at the outer one's end: so the rectangle never lies over them. */
function Rectangle(props: { box: Box | null; name: string; opens: "left" | "right" | undefined }) {
  return (
    <Show when={props.box}>
      {(box) => (
        <div
          class={`grid-range ${props.name}`}
          data-opens={props.opens}
          style={{
            top: `${box().top}px`,
            left: `${box().left}px`,
            width: `${box().width}px`,
            height: `${box().height}px`,
          }}
        >
          <div class="grid-range-sticky" />
        </div>
      )}
    </Show>
  );
}

function isCell({ top, left, bottom, right }: CellRange): boolean {
  return top === bottom && left === right;
}
