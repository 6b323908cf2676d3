/** Where on the screen a text wants to be; boxes are in CSS pixels. */
export interface LabelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const CELL = 64;

/** Keeps labels apart: whoever asks first gets the place. A grid of cells makes asking cheap however many there are. */
export class LabelSpace {
  readonly #cells = new Map<string, LabelBox[]>();

  /** Takes the place if it is free; says whether it was. */
  claim(box: LabelBox): boolean {
    const cells = cellsOf(box);
    for (const cell of cells) {
      if (this.#cells.get(cell)?.some((taken) => overlaps(taken, box))) return false;
    }
    for (const cell of cells) {
      const taken = this.#cells.get(cell);
      if (taken) taken.push(box);
      else this.#cells.set(cell, [box]);
    }
    return true;
  }
}

/** The boxes in an order in which those that hide fewest dots come first; of equals, the earlier. `reachPx` is how far a dot reaches. */
export function leastHiding(
  boxes: readonly LabelBox[],
  dots: readonly { readonly x: number; readonly y: number }[],
  reachPx: number,
): LabelBox[] {
  const hidden = boxes.map(
    ({ left, top, width, height }) =>
      dots.filter(
        ({ x, y }) =>
          x > left - reachPx && x < left + width + reachPx && y > top - reachPx && y < top + height + reachPx,
      ).length,
  );
  return [...boxes.keys()].sort((a, b) => hidden[a]! - hidden[b]! || a - b).map((i) => boxes[i]!);
}

const EDGE_PX = 4;

/**
 * The box moved so that no edge of the view cuts it, or null where what it speaks of is out of view while the box would
 * reach into it. A box wholly out of view stays where it is: it is there when the map is moved.
 */
export function keptInView(
  box: LabelBox,
  { x, y }: { readonly x: number; readonly y: number },
  view: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
): LabelBox | null {
  const inView = x >= view.left && x <= view.right && y >= view.top && y <= view.bottom;
  if (!inView) {
    const { left, top, right, bottom } = view;
    return overlaps(box, { left, top, width: right - left, height: bottom - top }) ? null : box;
  }
  if (box.width + 2 * EDGE_PX > view.right - view.left) return null;
  const left = Math.max(view.left + EDGE_PX, Math.min(box.left, view.right - EDGE_PX - box.width));
  const top = Math.max(view.top + EDGE_PX, Math.min(box.top, view.bottom - EDGE_PX - box.height));
  return { ...box, left, top };
}

function overlaps(a: LabelBox, b: LabelBox): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}

function cellsOf({ left, top, width, height }: LabelBox): string[] {
  const cells: string[] = [];
  for (let row = Math.floor(top / CELL); row <= Math.floor((top + height) / CELL); row++) {
    for (let column = Math.floor(left / CELL); column <= Math.floor((left + width) / CELL); column++) {
      cells.push(`${column},${row}`);
    }
  }
  return cells;
}
