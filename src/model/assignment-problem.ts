/** The cheapest assignment with its proof: no row can be had in a column for less than the two prices together. */
export interface PricedAssignment {
  /** Column of each row. */
  readonly columnOf: Int32Array;
  /** cost[row, column] ≥ rowPrice[row] + columnPrice[column], with equality where a row stands; columns left free have the price 0. */
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
}

/** The column of each row in the cheapest one-to-one assignment: see `pricedAssignment`. */
export function cheapestAssignment(rows: number, columns: number, cost: Float64Array): Int32Array {
  return pricedAssignment(rows, columns, cost).columnOf;
}

/**
 * The cheapest one-to-one assignment of rows to columns (rows ≤ columns) by shortest augmenting paths with dual prices
 * (Jonker & Volgenant 1987), O(rows² × columns). `cost[row × columns + column]` must be finite.
 */
export function pricedAssignment(rows: number, columns: number, cost: Float64Array): PricedAssignment {
  if (rows > columns) throw new Error(`Expected at least ${rows} columns, got ${columns}.`);
  // Row and column 0 are the dummies from which each path starts.
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);
  const distance = new Float64Array(columns + 1);
  const done = new Uint8Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    distance.fill(Number.POSITIVE_INFINITY);
    done.fill(0);
    let column = 0;
    do {
      done[column] = 1;
      const owner = rowOf[column]!;
      let step = Number.POSITIVE_INFINITY;
      let nearest = -1;
      for (let other = 1; other <= columns; other++) {
        if (done[other]) continue;
        const reduced = cost[(owner - 1) * columns + other - 1]! - rowPrice[owner]! - columnPrice[other]!;
        if (reduced < distance[other]!) {
          distance[other] = reduced;
          cameFrom[other] = column;
        }
        if (distance[other]! < step) {
          step = distance[other]!;
          nearest = other;
        }
      }
      if (nearest < 0) throw new Error("Expected finite costs, got none for a row.");
      for (let other = 0; other <= columns; other++) {
        if (done[other]) {
          rowPrice[rowOf[other]!]! += step;
          columnPrice[other]! -= step;
        } else distance[other]! -= step;
      }
      column = nearest;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = cameFrom[column]!;
      rowOf[column] = rowOf[before]!;
      column = before;
    }
  }
  const columnOf = new Int32Array(rows);
  for (let column = 1; column <= columns; column++)
    if (rowOf[column]! > 0) columnOf[rowOf[column]! - 1] = column - 1;
  return { columnOf, rowPrice: rowPrice.slice(1), columnPrice: columnPrice.slice(1) };
}
