import { type Instance, visitsOf } from "./optimizer-instances";

/** What an assignment is worth by the instance's own definitions. Shares no code with the optimizer. */
export interface Verdict {
  readonly cost: number;
  /** Territories that are empty or break a bound, and items that are nowhere; 0 for a valid plan. */
  readonly violations: number;
  /** Whether every territory is one piece on the instance's edges; null where it does not ask for that. */
  readonly contiguous: boolean | null;
}

/** Recomputes cost, bounds and contiguity from the assignment alone. */
export function verify(instance: Instance, assignment: ArrayLike<number>): Verdict {
  const members: number[][] = Array.from({ length: instance.territories }, () => []);
  let violations = Math.abs(assignment.length - instance.points.length);
  for (let item = 0; item < assignment.length; item++) {
    const territory = members[assignment[item]!];
    if (territory) territory.push(item);
    else violations++;
  }
  const visits = visitsOf(instance);
  let cost = 0;
  for (const items of members) {
    if (items.length === 0) violations++;
    else
      cost +=
        instance.center === "centroid" ? toCentroid(instance, items) : toMedian(instance, items, visits);
    if (breaksBound(instance, items)) violations++;
  }
  const contiguous = instance.contiguous
    ? members.every((items) => isOnePiece(items, instance.edges ?? []))
    : null;
  return { cost: cost * (instance.objectiveScale ?? 1), violations, contiguous };
}

function breaksBound(instance: Instance, items: readonly number[]): boolean {
  const { demand, capacity, measures, tolerance, least, most, territories } = instance;
  const slack = 1e-9;
  if (demand && capacity !== undefined) {
    const limit = typeof capacity === "number" ? capacity : Math.max(...capacity);
    if (sumOf(items, demand) > limit * (1 + slack)) return true;
  }
  return (measures ?? []).some((numbers, index) => {
    const value = sumOf(items, numbers);
    if (least !== undefined && most !== undefined)
      return value < least * (1 - slack) || value > most * (1 + slack);
    const mean = numbers.reduce((total, number) => total + number, 0) / territories;
    return Math.abs(value - mean) > (tolerance?.[index] ?? 0) * mean + slack * mean;
  });
}

function sumOf(items: readonly number[], numbers: readonly number[]): number {
  return items.reduce((total, item) => total + numbers[item]!, 0);
}

function toCentroid({ points }: Instance, items: readonly number[]): number {
  const x = items.reduce((total, item) => total + points[item]![0], 0) / items.length;
  const y = items.reduce((total, item) => total + points[item]![1], 0) / items.length;
  return items.reduce((total, item) => total + Math.hypot(points[item]![0] - x, points[item]![1] - y), 0);
}

function toMedian(instance: Instance, items: readonly number[], visits: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const center of items) {
    let cost = 0;
    for (const item of items) {
      cost += visits[item]! * distanceBetween(instance, item, center);
      if (cost >= least) break;
    }
    least = Math.min(least, cost);
  }
  return least;
}

function distanceBetween(
  { points, distance, earthRadiusKm = 6371.0088 }: Instance,
  a: number,
  b: number,
): number {
  const [x1, y1] = points[a]!;
  const [x2, y2] = points[b]!;
  if (distance !== "great-circle-km-squared") {
    const straight = Math.hypot(x1 - x2, y1 - y2);
    return distance === "euclidean-floor" ? Math.floor(straight) : straight;
  }
  const radians = Math.PI / 180;
  const h =
    Math.sin(((y2 - y1) * radians) / 2) ** 2 +
    Math.cos(y1 * radians) * Math.cos(y2 * radians) * Math.sin(((x2 - x1) * radians) / 2) ** 2;
  return (2 * earthRadiusKm * Math.asin(Math.sqrt(h))) ** 2;
}

function isOnePiece(items: readonly number[], edges: readonly (readonly [number, number])[]): boolean {
  const own = new Set(items);
  const neighbors = new Map<number, number[]>(items.map((item) => [item, []]));
  for (const [a, b] of edges) {
    if (!own.has(a) || !own.has(b)) continue;
    neighbors.get(a)!.push(b);
    neighbors.get(b)!.push(a);
  }
  const reached = new Set(items.slice(0, 1));
  for (const item of reached) for (const neighbor of neighbors.get(item)!) reached.add(neighbor);
  return reached.size === items.length;
}
