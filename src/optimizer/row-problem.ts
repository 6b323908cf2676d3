import { neighborGraph } from "../geo/neighbor-graph";
import { stereographic } from "../geo/stereographic";
import { familyLabels, type PostedFamilies } from "../model/posted-families";
import { disruptionPrices } from "./disruption-prices";
import { defineProblem, type ItemClasses, type Measure, NONE, type Problem } from "./problem";

/**
 * A territory problem as it lies in the columns of a table, so that it can be posted to a worker at the cost of a copy and stated there.
 * Everything by row covers the whole table; the items are the rows in `rows`. Nothing here is ever written to.
 */
export interface RowProblem {
  /** Rows that are items, rising: position = item. */
  readonly rows: Uint32Array;
  readonly territoryCount: number;
  /** 1 for each row that counts. */
  readonly live: Float64Array;
  /** x, y, z at 3 × row; NaN without a place. */
  readonly places: Float64Array;
  /** By row; what is blank or below 0 counts as 1. Null: 1 each. */
  readonly visits: Float64Array | null;
  /** Slot of each row now, and which rows are pinned to it. */
  readonly slotOf: Uint16Array;
  readonly locked: Uint8Array;
  /** Territory of the problem by slot, NONE where it is none of them. */
  readonly territoryOfSlot: Uint16Array;
  /** Territory to start from instead, by item; null for the slots. */
  readonly start: Uint16Array | null;
  /** Values by row; the rest by territory. */
  readonly measures: readonly Measure[];
  readonly centers: Float64Array;
  /** Rep by territory and by slot, and by slot of the baseline; NONE for nobody. */
  readonly repOf: Uint16Array;
  readonly repOfSlot: Uint16Array;
  readonly baselineRepOfSlot: Uint16Array;
  /** Slot in the baseline, by row; rows behind its end had none. */
  readonly baselineSlotOf: Uint16Array;
  /** What a row counts for when its rep changes; null: 1 each. */
  readonly disruptionWeights: Float64Array | null;
  readonly changeLimit: RowChangeLimit | null;
  /** Labels by row: rows with the same label stay together. 0 and NaN are none. */
  readonly together: readonly (Uint32Array | Float64Array)[];
  /** Whose families stay together; null for none. */
  readonly families: PostedFamilies | null;
  /** Rows that neither labels nor families hold. */
  readonly apart: Uint32Array;
  /** Territories hang together on the neighbor graph of the items. */
  readonly connected: boolean;
  /** By row instead of by item, costs in multiples of what an item travels now on average. */
  readonly classes: ItemClasses | null;
}

/** At most this share of what had a rep in the baseline may change hands, rows that are no items included. */
export interface RowChangeLimit {
  /** By row; null: 1 each. */
  readonly weights: Float64Array | null;
  readonly share: number;
}

/** States the problem over its items. Takes time in proportion to the rows; with neighbors, a Delaunay triangulation. */
export function stateProblem(rows: RowProblem): Problem {
  const places = gather(rows.places, rows.rows, 3);
  const visits = visitsOf(rows);
  const current = currentOf(rows);
  const base = { itemCount: rows.rows.length, territoryCount: rows.territoryCount, places, visits, current };
  const groupOf = groupsOf(rows);
  const problem = defineProblem({
    ...base,
    measures: rows.measures.map((measure) => ({
      values: steady(gather(measure.values, rows.rows, 1)),
      target: steady(measure.target),
      least: steady(measure.least),
      most: steady(measure.most),
      weight: measure.weight,
    })),
    lockedTo: locksOf(rows),
    centers: rows.centers,
    repOf: rows.repOf,
    baselineRep: baselineRepsOf(rows),
    ...(groupOf && { groupOf }),
    ...(rows.changeLimit && { changeLimit: changeLimitOf(rows, rows.changeLimit) }),
    ...(rows.connected && { neighbors: neighborsOf(places) }),
    ...(rows.classes && { classes: classesOf(rows, rows.classes) }),
  });
  const weights = rows.disruptionWeights
    ? steady(gather(rows.disruptionWeights, rows.rows, 1))
    : new Float64Array(base.itemCount).fill(1);
  // Priced by where the accounts are in the plan: a search that goes on must pay what it paid before.
  const prices = disruptionPrices(
    { ...problem, current: rows.start ? slotTerritories(rows) : current },
    weights,
  );
  const { classes } = problem;
  if (!classes?.cost) return { ...problem, disruptionPrice: prices };
  const way = meanOf(weights) > 0 ? meanOf(prices) : 1;
  const cost = steady(classes.cost).map((multiple) => multiple * way);
  return { ...problem, disruptionPrice: prices, classes: { ...classes, cost } };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Rounded to millionths: hours of travel and strengths of relationships come out of sines and exponentials, in whose last digits browsers differ,
 * and searches must not.
 */
function steady(values: Float64Array): Float64Array {
  return values.map((value) => Math.round(value * 1e6) / 1e6);
}

function neighborsOf(places: Float64Array) {
  const { xs, ys } = stereographic(places);
  return neighborGraph(xs, ys);
}

function visitsOf({ visits, rows }: RowProblem): Float64Array {
  const of = new Float64Array(rows.length).fill(1);
  for (let item = 0; visits && item < rows.length; item++) {
    const trips = visits[rows[item]!]!;
    if (trips >= 0 && Number.isFinite(trips)) of[item] = trips;
  }
  return of;
}

function currentOf(rows: RowProblem): Uint16Array {
  return rows.start ?? slotTerritories(rows);
}

function slotTerritories({ rows, slotOf, territoryOfSlot }: RowProblem): Uint16Array {
  const territories = new Uint16Array(rows.length);
  for (let item = 0; item < rows.length; item++) territories[item] = territoryOfSlot[slotOf[rows[item]!]!]!;
  return territories;
}

function locksOf({ rows, slotOf, locked, territoryOfSlot }: RowProblem): Uint16Array {
  const lockedTo = new Uint16Array(rows.length).fill(NONE);
  for (let item = 0; item < rows.length; item++) {
    const row = rows[item]!;
    if (locked[row]) lockedTo[item] = territoryOfSlot[slotOf[row]!]!;
  }
  return lockedTo;
}

function baselineRepsOf({ rows, baselineSlotOf, baselineRepOfSlot }: RowProblem): Uint16Array {
  const reps = new Uint16Array(rows.length).fill(NONE);
  for (let item = 0; item < rows.length; item++) {
    const row = rows[item]!;
    if (row < baselineSlotOf.length) reps[item] = baselineRepOfSlot[baselineSlotOf[row]!] ?? NONE;
  }
  return reps;
}

/** The limit over the items: the share of all, less what has changed hands in rows that stay as they are. */
function changeLimitOf(rows: RowProblem, { weights, share }: RowChangeLimit) {
  const { live, slotOf, baselineSlotOf, baselineRepOfSlot, repOfSlot } = rows;
  const isItem = new Uint8Array(live.length);
  for (const row of rows.rows) isItem[row] = 1;
  let all = 0;
  let changedOutside = 0;
  for (let row = 0; row < baselineSlotOf.length; row++) {
    const rep = baselineRepOfSlot[baselineSlotOf[row]!] ?? NONE;
    if (!live[row] || rep === NONE) continue;
    const weight = weights ? Math.max(0, weights[row]!) : 1;
    all += weight;
    if (!isItem[row] && repOfSlot[slotOf[row]!] !== rep) changedOutside += weight;
  }
  const own = new Float64Array(rows.rows.length).fill(1);
  for (let item = 0; weights && item < own.length; item++)
    own[item] = Math.max(0, weights[rows.rows[item]!]!);
  return { weights: own, most: Math.max(0, share * all - changedOutside) };
}

/** Items that share a label, directly or through others; −1 alone. Null where nothing holds any together. */
function groupsOf({ rows, together, families, apart }: RowProblem): Int32Array | null {
  const labelings = families ? [...together, familyLabels(families)] : together;
  if (labelings.length === 0) return null;
  const alone = new Set(apart);
  const parent = Int32Array.from({ length: rows.length }, (_, item) => item);
  const top = (item: number): number => {
    let at = item;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const size = new Uint32Array(rows.length).fill(1);
  for (const labels of labelings) {
    const first = new Map<number, number>();
    for (let item = 0; item < rows.length; item++) {
      const label = labels[rows[item]!]!;
      if (label === 0 || Number.isNaN(label) || alone.has(rows[item]!)) continue;
      const known = first.get(label);
      if (known === undefined) first.set(label, item);
      else {
        const [a, b] = [top(known), top(item)];
        if (a === b) continue;
        // The lower number leads, so that groups do not depend on the order of labels.
        parent[Math.max(a, b)] = Math.min(a, b);
        size[Math.min(a, b)]! += size[Math.max(a, b)]!;
      }
    }
  }
  const groupOf = new Int32Array(rows.length);
  for (let item = 0; item < rows.length; item++) groupOf[item] = size[top(item)]! > 1 ? top(item) : -1;
  return groupOf;
}

function classesOf({ rows }: RowProblem, classes: ItemClasses): ItemClasses {
  const of = new Uint16Array(rows.length);
  for (let item = 0; item < rows.length; item++) of[item] = classes.of[rows[item]!]!;
  return { ...classes, of };
}

function gather(values: Float64Array, rows: Uint32Array, width: number): Float64Array {
  const gathered = new Float64Array(rows.length * width);
  for (let i = 0; i < rows.length; i++) {
    for (let part = 0; part < width; part++) gathered[i * width + part] = values[rows[i]! * width + part]!;
  }
  return gathered;
}
