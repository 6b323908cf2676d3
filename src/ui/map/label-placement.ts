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
