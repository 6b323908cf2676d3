import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type NeighborGraph, rowsOfEdges } from "../../src/geo/neighbor-graph";
import { unitVectors } from "../../src/geo/unit-vectors";
import {
  balancedMeasure,
  cappedMeasure,
  defineProblem,
  evenTargets,
  type Measure,
  type Problem,
} from "../../src/optimizer/problem";

/** A published instance as its file has it; see the readers of each field for what it means. */
export interface Instance {
  readonly name: string;
  readonly kind: string;
  readonly distance: "euclidean" | "euclidean-floor" | "great-circle-km-squared";
  readonly earthRadiusKm?: number;
  readonly territories: number;
  readonly points: readonly (readonly [number, number])[];
  readonly demand?: readonly number[];
  readonly capacity?: number | readonly number[];
  readonly measures?: readonly (readonly number[])[];
  readonly tolerance?: readonly number[];
  readonly least?: number;
  readonly most?: number;
  readonly center: "median" | "centroid";
  readonly contiguous?: boolean;
  readonly edges?: readonly (readonly [number, number])[];
  readonly objectiveScale?: number;
  readonly best?: number;
  readonly optimal?: boolean;
  readonly bound?: number;
  readonly publishedHeuristic?: number;
}

/** All instances of a folder, by file name. */
export function readInstances(folder: string): Instance[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Instance);
}

/** The instance as a problem, or why it cannot be one. */
export function problemOfInstance(instance: Instance): Problem | string {
  const { points, territories, distance } = instance;
  if (typeof instance.capacity === "object" && new Set(instance.capacity).size > 1) {
    return "capacities that differ by center are not supported";
  }
  const onGlobe = distance === "great-circle-km-squared";
  return defineProblem({
    itemCount: points.length,
    territoryCount: territories,
    surface: onGlobe ? "sphere" : "plane",
    kmPerUnit: onGlobe ? (instance.earthRadiusKm ?? 6371.0088) : 1,
    distance: onGlobe ? "squared" : distance === "euclidean-floor" ? "floored" : "straight",
    places: onGlobe
      ? unitVectors(
          Float64Array.from(points, ([longitude]) => longitude),
          Float64Array.from(points, ([, latitude]) => latitude),
        )
      : Float64Array.from(points.flatMap(([x, y]) => [x, y, 0])),
    visits: Float64Array.from(visitsOf(instance)),
    centerRule: instance.center === "median" ? "item" : "mean",
    measures: measuresOf(instance),
    ...(instance.contiguous && { neighbors: neighborsOf(instance) }),
  });
}

function neighborsOf({ points, edges = [] }: Instance): NeighborGraph {
  return {
    placeCount: points.length,
    placeOf: Uint32Array.from(points, (_, place) => place),
    ...rowsOfEdges(points.length, Uint32Array.from(edges.flat())),
  };
}

/** Districting counts distance by head, the others by unit. */
export function visitsOf({ kind, points, measures }: Instance): readonly number[] {
  const population = kind === "districting" ? measures?.[0] : undefined;
  return population ?? points.map(() => 1);
}

function measuresOf({
  territories,
  demand,
  capacity,
  measures,
  tolerance,
  least,
  most,
}: Instance): Measure[] {
  const list: Measure[] = [];
  if (demand && capacity !== undefined) {
    const limit = typeof capacity === "number" ? capacity : capacity[0]!;
    // No territory can hold an item above the capacity. Published values let others share its territory; so it is set aside here.
    const values = Float64Array.from(demand, (value) => (value > limit ? 0 : value));
    list.push(cappedMeasure(values, new Float64Array(territories).fill(limit)));
  }
  measures?.forEach((numbers, index) => {
    const values = Float64Array.from(numbers);
    const target = evenTargets(values, territories);
    if (tolerance) list.push(balancedMeasure(values, target, tolerance[index]!));
    else if (least !== undefined && most !== undefined) {
      const fill = (value: number): Float64Array => new Float64Array(territories).fill(value);
      list.push({ values, target, least: fill(least), most: fill(most), weight: 1 });
    }
  });
  return list;
}
