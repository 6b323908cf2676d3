import { type Alignment, primaryRep } from "../alignment";
import { classFit, type FitModel, nearnessFrom, squaredHalf } from "./fit-model";

/** Fit of every territory with every rep. */
export interface FitMatrix {
  /** 0–100 at slot × reps + position: mean over the territory's accounts by their worth; NaN where nothing is known. */
  readonly fit: Float64Array;
  /** What the accounts of each territory are worth together, by slot. */
  readonly worth: Float64Array;
}

/**
 * Mean fit of all accounts of each territory with each rep. `worth` says what each account counts for, by row (deleted accounts 0).
 * A few nanoseconds a pair: the factors that accounts share are looked up by class, and only distance and relationship are their own.
 */
export function fitMatrix(model: FitModel, alignment: Alignment, worth: Float64Array): FitMatrix {
  const steps = fitMatrixSteps(model, alignment, worth);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same a rep at a time, 2 ms each at 100,000 accounts, for a page that must not stand still; yields the share that is done. */
export function* fitMatrixSteps(
  model: FitModel,
  alignment: Alignment,
  worth: Float64Array,
): Generator<number, FitMatrix> {
  const slots = alignment.territories.length;
  const reps = model.reps.length;
  const fit = new Float64Array(slots * reps);
  const fits = new Float64Array(worth.length);
  for (let rep = 0; rep < reps; rep++) {
    const means = repMeans(model, rep, alignment.territoryOf, slots, worth, fits);
    for (let slot = 0; slot < slots; slot++) fit[slot * reps + rep] = means[slot]!;
    yield (rep + 1) / reps;
  }
  const total = new Float64Array(slots);
  for (let row = 0; row < worth.length; row++) total[alignment.territoryOf[row]!]! += worth[row]!;
  return { fit, worth: total };
}

/** Mean fit of one rep with the accounts of each territory, by slot; NaN where nothing is known. `fits` is room to write in. */
function repMeans(
  model: FitModel,
  rep: number,
  territoryOf: Uint16Array,
  slots: number,
  worth: Float64Array,
  fits: Float64Array,
): Float64Array {
  repFits(model, rep, null, fits);
  const sums = new Float64Array(slots);
  const worths = new Float64Array(slots);
  for (let row = 0; row < fits.length; row++) {
    const fit = fits[row]!;
    if (Number.isNaN(fit)) continue;
    const slot = territoryOf[row]!;
    sums[slot]! += worth[row]! * fit;
    worths[slot]! += worth[row]!;
  }
  return sums.map((sum, slot) => (worths[slot]! > 0 ? sum / worths[slot]! : Number.NaN));
}

/**
 * Writes the fit of a rep with each account, or with each of `rows`, into `fits` by row; NaN where nothing is known. The same
 * figures as `fitOf`.
 */
export function repFits(
  model: FitModel,
  rep: number,
  rows: ArrayLike<number> | null,
  fits: Float64Array,
): void {
  const { classOf, strength, baselineRep, places, homes } = model;
  const { relationship, distance } = model.settings.weights;
  const { points, weights } = classFit(model, rep);
  const half = squaredHalf(model.settings);
  const home = 3 * model.reps[rep]!.row;
  const [x, y, z] = [homes[home]!, homes[home + 1]!, homes[home + 2]!];
  const count = rows ? rows.length : classOf.length;
  for (let i = 0; i < count; i++) {
    const row = rows ? rows[i]! : i;
    const kind = classOf[row]!;
    let sum = points[kind]!;
    let known = weights[kind]!;
    const strong = strength[row]!;
    if (!Number.isNaN(strong)) {
      known += relationship;
      if (baselineRep[row] === rep) sum += relationship * strong;
    }
    const near = nearnessFrom(x, y, z, places, row, half);
    if (!Number.isNaN(near)) {
      known += distance;
      sum += distance * near;
    }
    fits[row] = known > 0 ? (100 * sum) / known : Number.NaN;
  }
}

/** Position in `model.reps` of each territory's primary rep, by slot; −1 where it has none. */
export function repPositions(model: FitModel, alignment: Alignment): Int32Array {
  const positions = new Map(model.reps.map(({ id }, position) => [id, position]));
  return Int32Array.from(alignment.territories, (territory) => {
    const rep = territory && primaryRep(territory);
    return rep === null ? -1 : (positions.get(rep) ?? -1);
  });
}

/** Fit of each account with the rep of its territory, by row; NaN where it has none or nothing is known. */
export function accountFits(model: FitModel, alignment: Alignment): Float64Array {
  const fits = new Float64Array(model.classOf.length).fill(Number.NaN);
  for (const [rep, rows] of rowsByRep(model, alignment).entries()) {
    if (rows.length === 0) continue;
    repFits(model, rep, rows, fits);
  }
  return fits;
}

/** Mean fit of each territory with its own rep, by worth and by slot; NaN where it has none or nothing is known. */
export function territoryFits(fits: Float64Array, alignment: Alignment, worth: Float64Array): Float64Array {
  const slots = alignment.territories.length;
  const sums = new Float64Array(slots);
  const worths = new Float64Array(slots);
  for (let row = 0; row < fits.length; row++) {
    if (Number.isNaN(fits[row]!)) continue;
    const slot = alignment.territoryOf[row]!;
    sums[slot]! += worth[row]! * fits[row]!;
    worths[slot]! += worth[row]!;
  }
  return sums.map((sum, slot) => (worths[slot]! > 0 ? sum / worths[slot]! : Number.NaN));
}

/** Mean fit of each rep with all accounts of their territories, each the same, by position; NaN where nothing is known. */
export function repMeanFits(model: FitModel, fits: Float64Array, alignment: Alignment): Float64Array {
  const repOf = repPositions(model, alignment);
  const sums = new Float64Array(model.reps.length);
  const counts = new Float64Array(model.reps.length);
  for (let row = 0; row < fits.length; row++) {
    const rep = repOf[alignment.territoryOf[row]!]!;
    if (rep < 0 || Number.isNaN(fits[row]!) || model.plan.tables.accounts.deleted?.[row]) continue;
    sums[rep]! += fits[row]!;
    counts[rep]!++;
  }
  return sums.map((sum, rep) => sum / counts[rep]!);
}

/** Mean of the accounts' fits by worth; NaN where nothing is known. */
export function meanFit(fits: Float64Array, worth: Float64Array): number {
  let sum = 0;
  let worths = 0;
  for (let row = 0; row < fits.length; row++) {
    if (Number.isNaN(fits[row]!)) continue;
    sum += worth[row]! * fits[row]!;
    worths += worth[row]!;
  }
  return worths > 0 ? sum / worths : Number.NaN;
}

/** Accounts by the rep of their territory, each in row order. */
function rowsByRep(model: FitModel, alignment: Alignment): Uint32Array[] {
  const repOf = repPositions(model, alignment);
  const counts = new Uint32Array(model.reps.length);
  const { territoryOf } = alignment;
  for (let row = 0; row < territoryOf.length; row++) {
    const rep = repOf[territoryOf[row]!]!;
    if (rep >= 0) counts[rep]!++;
  }
  const rows = Array.from(counts, (count) => new Uint32Array(count));
  counts.fill(0);
  for (let row = 0; row < territoryOf.length; row++) {
    const rep = repOf[territoryOf[row]!]!;
    if (rep >= 0) rows[rep]![counts[rep]!++] = row;
  }
  return rows;
}
