import { type Measure, NONE, type Problem } from "./problem";

/** One way to loosen a rule of a problem. Shares are of the territory's target (0.12 = ± 12 %); amounts in the measure's unit. */
export type Loosening =
  | { readonly kind: "tolerance"; readonly measure: number; readonly tolerance: number }
  | { readonly kind: "raise"; readonly measure: number; readonly territory: number; readonly most: number }
  | { readonly kind: "lower"; readonly measure: number; readonly territory: number; readonly least: number }
  | { readonly kind: "unlock"; readonly items: readonly number[] }
  | { readonly kind: "split-group"; readonly items: readonly number[] }
  | { readonly kind: "allow"; readonly item: number; readonly territory: number }
  | { readonly kind: "change-limit"; readonly most: number };

/** The problem with rules loosened; a bound that is wider already stays. */
export function loosen(problem: Problem, loosenings: readonly Loosening[]): Problem {
  return loosenings.reduce(loosenOnce, problem);
}

function loosenOnce(problem: Problem, loosening: Loosening): Problem {
  switch (loosening.kind) {
    case "tolerance":
      return withMeasure(problem, loosening.measure, (measure) => toleranceOf(measure, loosening.tolerance));
    case "raise":
      return withMeasure(problem, loosening.measure, (measure) => ({
        ...measure,
        most: measure.most.with(
          loosening.territory,
          Math.max(measure.most[loosening.territory]!, loosening.most),
        ),
      }));
    case "lower":
      return withMeasure(problem, loosening.measure, (measure) => ({
        ...measure,
        least: measure.least.with(
          loosening.territory,
          Math.min(measure.least[loosening.territory]!, loosening.least),
        ),
      }));
    case "unlock": {
      const lockedTo = problem.lockedTo.slice();
      for (const item of loosening.items) lockedTo[item] = NONE;
      return { ...problem, lockedTo };
    }
    case "split-group": {
      const groupOf = problem.groupOf?.slice();
      for (const item of loosening.items) groupOf?.fill(-1, item, item + 1);
      return groupOf ? { ...problem, groupOf } : problem;
    }
    case "allow":
      return withAllowed(problem, loosening.item, loosening.territory);
    case "change-limit":
      return problem.changeLimit
        ? {
            ...problem,
            changeLimit: { ...problem.changeLimit, most: Math.max(problem.changeLimit.most, loosening.most) },
          }
        : problem;
  }
}

/** A measure whose bounds are at least ± `tolerance` of the target wide; sides without a bound stay without. */
function toleranceOf(measure: Measure, tolerance: number): Measure {
  const { target, least, most } = measure;
  return {
    ...measure,
    least: least.map((value, territory) => Math.min(value, target[territory]! * (1 - tolerance))),
    most: most.map((value, territory) => Math.max(value, target[territory]! * (1 + tolerance))),
  };
}

function withMeasure(problem: Problem, index: number, change: (measure: Measure) => Measure): Problem {
  return {
    ...problem,
    measures: problem.measures.map((measure, at) => (at === index ? change(measure) : measure)),
  };
}

/** The item gets a class of its own, which may go to the territory as well. */
function withAllowed(problem: Problem, item: number, territory: number): Problem {
  const { classes, territoryCount } = problem;
  if (!classes?.forbidden) return problem;
  const from = classes.of[item]! * territoryCount;
  const extend = <Rules extends Uint8Array | Float64Array>(rules: Rules): Rules => {
    const longer = new (rules.constructor as new (length: number) => Rules)(rules.length + territoryCount);
    longer.set(rules);
    longer.set(rules.subarray(from, from + territoryCount), rules.length);
    return longer;
  };
  const forbidden = extend(classes.forbidden);
  forbidden[classes.count * territoryCount + territory] = 0;
  return {
    ...problem,
    classes: {
      of: classes.of.with(item, classes.count),
      count: classes.count + 1,
      forbidden,
      ...(classes.cost && { cost: extend(classes.cost) }),
    },
  };
}
