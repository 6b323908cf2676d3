import { pricedAssignment } from "../assignment-problem";

/** Who might cover which territory, in numbers. Territories and reps count from 0. */
export interface RepAssignmentProblem {
  readonly territoryCount: number;
  readonly repCount: number;
  /** What a territory adds to the total with a rep, at territory × repCount + rep. Finite. */
  readonly points: Float64Array;
  /** The most territories that each rep may cover. */
  readonly seats: Int32Array;
  /** Rep who stays on a territory whatever it costs, −1 = open. Wins over `seats`. */
  readonly lockedTo: Int32Array;
  /** Rep that a territory has now, −1 = nobody: stays where another would add just as much. */
  readonly current: Int32Array;
}

/** The best way to give reps to territories, and what is needed to price wishes. */
export interface RepAssignment {
  readonly problem: RepAssignmentProblem;
  /** Rep of each territory; −1 where there are too few. */
  readonly repOf: Int32Array;
  /** Points of all territories together. */
  readonly total: number;
  /** Open territories, each a row; behind them a row for each seat that stays empty. */
  readonly rows: readonly number[];
  /** Rep of each seat; −1 for places where a territory goes without. */
  readonly repOfSeat: Int32Array;
  readonly seatOfRow: Int32Array;
  readonly rowOfSeat: Int32Array;
  /** Points lost when a row takes a seat, before others follow: at row × seats + seat, ≥ 0, 0 where a row sits. */
  readonly loss: Float64Array;
}

/** A tie goes to the rep who is there; a rep is better than nobody. Both far below what is shown. */
const STAY = 1e-7;
const NOBODY = 1e-6;

/** The assignment with the most points, every rep on at most as many territories as there are seats. Optimal. */
export function assignReps(problem: RepAssignmentProblem): RepAssignment {
  const { territoryCount, repCount, points, lockedTo, current } = problem;
  const left = problem.seats.slice();
  const rows: number[] = [];
  for (let territory = 0; territory < territoryCount; territory++) {
    const rep = lockedTo[territory]!;
    if (rep < 0) rows.push(territory);
    else left[rep]!--;
  }
  const seats = Array.from(left, (count, rep) =>
    new Array<number>(Math.max(0, Math.min(count, rows.length))).fill(rep),
  );
  const repOfSeat = seats.flat();
  while (repOfSeat.length < rows.length) repOfSeat.push(-1);
  const width = repOfSeat.length;

  const cost = new Float64Array(rows.length * width);
  for (const [row, territory] of rows.entries()) {
    for (const [seat, rep] of repOfSeat.entries()) {
      const stay = rep >= 0 && rep === current[territory] ? STAY : 0;
      cost[row * width + seat] = rep < 0 ? NOBODY : -points[territory * repCount + rep]! - stay;
    }
  }
  const { columnOf, rowPrice, columnPrice } = pricedAssignment(rows.length, width, cost);

  const repOf = lockedTo.slice();
  const rowOfSeat = new Int32Array(width).fill(-1);
  for (const [row, territory] of rows.entries()) {
    const seat = columnOf[row]!;
    rowOfSeat[seat] = row;
    repOf[territory] = repOfSeat[seat]!;
  }
  // Rows for the empty seats make every change a round of rows that hand on their seats.
  const seatOfRow = new Int32Array(width);
  seatOfRow.set(columnOf);
  let next = rows.length;
  for (let seat = 0; seat < width; seat++) {
    if (rowOfSeat[seat]! >= 0) continue;
    rowOfSeat[seat] = next;
    seatOfRow[next++] = seat;
  }
  const loss = new Float64Array(width * width);
  for (let row = 0; row < width; row++) {
    for (let seat = 0; seat < width; seat++) {
      const isTerritory = row < rows.length;
      const asked = isTerritory ? cost[row * width + seat]! - rowPrice[row]! : 0;
      loss[row * width + seat] = Math.max(0, asked - columnPrice[seat]!);
    }
  }
  return {
    problem,
    repOf,
    total: totalPoints(problem, repOf),
    rows,
    repOfSeat: Int32Array.from(repOfSeat),
    seatOfRow,
    rowOfSeat,
    loss,
  };
}

/** Points of all territories together with these reps; −1 adds nothing. */
export function totalPoints(
  { territoryCount, repCount, points }: RepAssignmentProblem,
  repOf: Int32Array,
): number {
  let total = 0;
  for (let territory = 0; territory < territoryCount; territory++) {
    if (repOf[territory]! >= 0) total += points[territory * repCount + repOf[territory]!]!;
  }
  return total;
}

/** A territory that gets another rep; −1 = nobody. */
export interface RepMove {
  readonly territory: number;
  readonly from: number;
  readonly to: number;
}

/** What it would cost in all to grant a wish for each rep on one territory, and who would have to change with it. */
export interface WishPrices {
  /** Points lost in all, ≥ 0, by rep: 0 for the rep it gets anyway. NaN where locks leave the rep no seat, or the territory is locked. */
  readonly prices: Float64Array;
  /** The moves that grant the wish at that price, the wish first; none where it is granted already or cannot be. */
  readonly movesFor: (rep: number) => readonly RepMove[];
}

/** Prices the wishes for a territory, all reps at once: shortest ways back to the seat that it gives up (Dijkstra), O(seats²). */
export function wishPrices(assignment: RepAssignment, territory: number): WishPrices {
  const { problem, rows, repOfSeat, seatOfRow, rowOfSeat, loss } = assignment;
  const width = repOfSeat.length;
  const prices = new Float64Array(problem.repCount).fill(Number.NaN);
  const wished = rows.indexOf(territory);
  if (wished < 0) return { prices, movesFor: () => [] };

  // For every row: what is lost until someone takes the seat that the wish leaves empty, and whose seat the row takes.
  const back = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const takesFrom = new Int32Array(width).fill(-1);
  const done = new Uint8Array(width);
  back[wished] = 0;
  for (let round = 0; round < width; round++) {
    let nearest = -1;
    for (let row = 0; row < width; row++) {
      if (!done[row] && (nearest < 0 || back[row]! < back[nearest]!)) nearest = row;
    }
    done[nearest] = 1;
    const seat = seatOfRow[nearest]!;
    for (let row = 0; row < width; row++) {
      if (done[row]) continue;
      const through = back[nearest]! + loss[row * width + seat]!;
      if (through < back[row]!) {
        back[row] = through;
        takesFrom[row] = nearest;
      }
    }
  }

  const bestSeat = new Int32Array(problem.repCount).fill(-1);
  for (let seat = 0; seat < width; seat++) {
    const rep = repOfSeat[seat]!;
    if (rep < 0) continue;
    const price = loss[wished * width + seat]! + back[rowOfSeat[seat]!]!;
    if (!(price >= prices[rep]!)) {
      prices[rep] = price;
      bestSeat[rep] = seat;
    }
  }
  const granted = assignment.repOf[territory]!;
  if (granted >= 0) prices[granted] = 0;

  const movesFor = (rep: number): RepMove[] => {
    const seat = bestSeat[rep]!;
    if (seat < 0 || rep === granted) return [];
    const moves: RepMove[] = [{ territory, from: granted, to: rep }];
    for (let row = rowOfSeat[seat]!; row !== wished; row = takesFrom[row]!) {
      if (row >= rows.length) continue;
      const from = repOfSeat[seatOfRow[row]!]!;
      const to = repOfSeat[seatOfRow[takesFrom[row]!]!]!;
      if (from !== to) moves.push({ territory: rows[row]!, from, to });
    }
    return moves;
  };
  return { prices, movesFor };
}

/**
 * How many territories each rep may cover so that all are covered: one each, and the further ones to whoever has the most room for
 * each (the highest averages of D'Hondt). Reps whose room is not known count as the mean of the others.
 */
export function seatsByRoom(territoryCount: number, room: readonly number[]): Int32Array {
  const seats = new Int32Array(room.length).fill(1);
  if (room.length === 0) return seats;
  const known = room.filter((value) => value > 0);
  const mean = known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : 1;
  const counted = room.map((value) => (Number.isNaN(value) ? mean : Math.max(0, value)));
  for (let missing = territoryCount - room.length; missing > 0; missing--) {
    let most = 0;
    for (let rep = 1; rep < room.length; rep++) {
      if (counted[rep]! / (seats[rep]! + 1) > counted[most]! / (seats[most]! + 1)) most = rep;
    }
    seats[most]!++;
  }
  return seats;
}
