import { type FitClasses, fitClasses } from "../model/fit/fit-classes";
import { fitModel } from "../model/fit/fit-model";
import { forbiddenClasses } from "../model/hybrid";
import { type AlignmentPath, alignmentAt, type Plan } from "../model/plan";
import type { ItemClasses } from "../optimizer/problem";

/**
 * What an account costs where nothing of it suits the rep, as a multiple of what accounts travel now on average: as much as twice the way,
 * which moves accounts between neighbors and never across the country.
 */
const MISFIT_MULTIPLE = 2;

/** Classes are counted in 16 bits. */
const MOST_CLASSES = 65_535;

/**
 * Classes of all accounts, by row: territories that do not take their segment, and with `countFit` what it costs that reps do not suit
 * them, as `RowProblem` has it. null where neither says anything.
 */
export function problemClasses(
  plan: Plan,
  path: AlignmentPath,
  slots: readonly (number | null)[],
  countFit: boolean,
): ItemClasses | null {
  const segments = forbiddenClasses(plan, path, slots);
  const fit = countFit ? fitRules(plan, path, slots) : null;
  if (!segments || !fit) return segments ?? fit;
  return crossed(segments, fit, slots.length) ?? segments;
}

function fitRules(plan: Plan, path: AlignmentPath, slots: readonly (number | null)[]): FitClasses | null {
  const model = fitModel(plan, path);
  return fitClasses(model, alignmentAt(plan, path), null, slots, MISFIT_MULTIPLE);
}

/** Classes that tell apart what either does; null where they would be too many. */
function crossed(
  segments: { readonly of: Uint16Array; readonly forbidden: Uint8Array },
  fit: FitClasses,
  territories: number,
): ItemClasses | null {
  const of = new Uint16Array(fit.of.length);
  const numbers = new Map<number, number>();
  const pairs: { segment: number; kind: number }[] = [];
  for (let row = 0; row < of.length; row++) {
    const [segment, kind] = [segments.of[row]!, fit.of[row]!];
    const key = segment * fit.count + kind;
    let number = numbers.get(key);
    if (number === undefined) {
      number = pairs.push({ segment, kind }) - 1;
      if (number >= MOST_CLASSES) return null;
      numbers.set(key, number);
    }
    of[row] = number;
  }
  const forbidden = new Uint8Array(pairs.length * territories);
  const cost = new Float64Array(pairs.length * territories);
  for (const [number, { segment, kind }] of pairs.entries()) {
    const at = number * territories;
    forbidden.set(segments.forbidden.subarray(segment * territories, (segment + 1) * territories), at);
    cost.set(fit.cost.subarray(kind * territories, (kind + 1) * territories), at);
  }
  return { of, count: pairs.length, forbidden, cost };
}
