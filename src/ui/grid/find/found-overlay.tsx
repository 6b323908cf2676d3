import { createMemo, Index } from "solid-js";
import type { GridState } from "../grid-state";
import type { GridFind } from "./create-find";
import { isFound } from "./found-cells";

interface FoundBox {
  readonly position: number;
  readonly left: number;
  readonly width: number;
  readonly current: boolean;
}

/** Marks the matches among the cells drawn. Lies over the rows in two parts, as pinned columns stay where they are. */
export function FoundOverlay(props: { grid: GridState; find: GridFind }) {
  const { grid, find } = props;
  const { scroll } = grid;
  const boxes = (pinned: boolean) =>
    createMemo((): readonly FoundBox[] => {
      const found = find.found();
      if (!found || found.count === 0) return [];
      const { first, end } = scroll.window();
      const drawn = new Set(pinned ? scroll.pinned() : scroll.columns());
      const focus = grid.focus();
      const list: FoundBox[] = [];
      for (const [index, { column, left, width }] of grid.layout().columns.entries()) {
        if (!drawn.has(column) || !found.columns[index]) continue;
        for (let position = first; position < end; position++) {
          if (!isFound(found, { row: position, column: index })) continue;
          list.push({ position, left, width, current: focus.row === position && focus.column === index });
        }
      }
      return list;
    });
  const scrolled = boxes(false);
  const fixed = boxes(true);
  const down = () => scroll.headHeight() + scroll.window().shift - scroll.top();
  return (
    <>
      <div class="grid-found-part" aria-hidden="true" style={{ left: `${grid.layout().pinnedWidth}px` }}>
        <div
          class="grid-found-rows"
          style={{ transform: `translate(${-scroll.left() - grid.layout().pinnedWidth}px, ${down()}px)` }}
        >
          <Boxes boxes={scrolled()} rowHeight={scroll.rowHeight()} />
        </div>
      </div>
      <div class="grid-found-part grid-found-pinned" aria-hidden="true">
        <div class="grid-found-rows" style={{ transform: `translateY(${down()}px)` }}>
          <Boxes boxes={fixed()} rowHeight={scroll.rowHeight()} />
        </div>
      </div>
    </>
  );
}

function Boxes(props: { boxes: readonly FoundBox[]; rowHeight: number }) {
  return (
    <Index each={props.boxes}>
      {(box) => (
        <div
          class="grid-found"
          classList={{ "grid-found-current": box().current }}
          style={{
            top: `${box().position * props.rowHeight}px`,
            left: `${box().left}px`,
            width: `${box().width}px`,
            height: `${props.rowHeight}px`,
          }}
        />
      )}
    </Index>
  );
}
