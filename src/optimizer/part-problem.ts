import { type NeighborGraph, NO_PLACE, rowsOfEdges } from "../geo/neighbor-graph";
import { NONE, type Problem } from "./problem";

/**
 * The problem over some of its items and territories only (numbers, rising). What an item has outside of these territories it does not
 * have here; bounds stay what they are. `mostChange` is its part of the change limit.
 */
export function partProblem(
  problem: Problem,
  items: Uint32Array,
  territories: readonly number[],
  mostChange: number,
): Problem {
  const numberOf = new Uint16Array(problem.territoryCount).fill(NONE);
  for (const [number, territory] of territories.entries()) numberOf[territory] = number;
  const renumber = (all: Uint16Array) => {
    const own = new Uint16Array(items.length);
    for (let i = 0; i < items.length; i++) {
      const territory = all[items[i]!]!;
      own[i] = territory === NONE ? NONE : numberOf[territory]!;
    }
    return own;
  };
  const byTerritory = (all: Float64Array) => Float64Array.from(territories, (territory) => all[territory]!);
  const { groupOf, classes, neighbors, changeLimit, ...rest } = problem;
  return {
    ...rest,
    itemCount: items.length,
    territoryCount: territories.length,
    places: pick(problem.places, items, 3),
    visits: pick(problem.visits, items, 1),
    measures: problem.measures.map((measure) => ({
      ...measure,
      values: pick(measure.values, items, 1),
      target: byTerritory(measure.target),
      least: byTerritory(measure.least),
      most: byTerritory(measure.most),
    })),
    current: renumber(problem.current),
    lockedTo: renumber(problem.lockedTo),
    centers: Float64Array.from(
      { length: 3 * territories.length },
      (_, at) => problem.centers[3 * territories[(at - (at % 3)) / 3]! + (at % 3)]!,
    ),
    repOf: Uint16Array.from(territories, (territory) => problem.repOf[territory]!),
    baselineRep: Uint16Array.from(items, (item) => problem.baselineRep[item]!),
    disruptionPrice: pick(problem.disruptionPrice, items, 1),
    ...(groupOf && { groupOf: Int32Array.from(items, (item) => groupOf[item]!) }),
    ...(neighbors && { neighbors: graphOver(neighbors, items) }),
    ...(changeLimit && { changeLimit: { weights: pick(changeLimit.weights, items, 1), most: mostChange } }),
    ...(classes && {
      classes: {
        count: classes.count,
        of: Uint16Array.from(items, (item) => classes.of[item]!),
        ...(classes.forbidden && { forbidden: rulesOver(classes.forbidden, problem, territories) }),
        ...(classes.cost && { cost: rulesOver(classes.cost, problem, territories) }),
      },
    }),
  };
}

function rulesOver<Rules extends Uint8Array | Float64Array>(
  rules: Rules,
  { classes, territoryCount }: Problem,
  territories: readonly number[],
): Rules {
  const over = new (rules.constructor as new (length: number) => Rules)(classes!.count * territories.length);
  for (let kind = 0; kind < classes!.count; kind++) {
    for (const [number, territory] of territories.entries())
      over[kind * territories.length + number] = rules[kind * territoryCount + territory]!;
  }
  return over;
}

/** The graph between the places of some items: what lies between them elsewhere does not connect them. */
function graphOver(graph: NeighborGraph, items: Uint32Array): NeighborGraph {
  const numberOf = new Uint32Array(graph.placeCount).fill(NO_PLACE);
  const placeOf = new Uint32Array(items.length).fill(NO_PLACE);
  const kept: number[] = [];
  for (let i = 0; i < items.length; i++) {
    const place = graph.placeOf[items[i]!]!;
    if (place === NO_PLACE) continue;
    if (numberOf[place] === NO_PLACE) {
      numberOf[place] = kept.length;
      kept.push(place);
    }
    placeOf[i] = numberOf[place]!;
  }
  const edges: number[] = [];
  for (const [number, place] of kept.entries()) {
    for (let i = graph.start[place]!; i < graph.start[place + 1]!; i++) {
      const other = numberOf[graph.neighbors[i]!]!;
      if (other !== NO_PLACE && other > number) edges.push(number, other);
    }
  }
  return { placeCount: kept.length, placeOf, ...rowsOfEdges(kept.length, Uint32Array.from(edges)) };
}

function pick(values: Float64Array, items: Uint32Array, width: number): Float64Array {
  const picked = new Float64Array(items.length * width);
  for (let i = 0; i < items.length; i++) {
    for (let part = 0; part < width; part++) picked[i * width + part] = values[items[i]! * width + part]!;
  }
  return picked;
}
