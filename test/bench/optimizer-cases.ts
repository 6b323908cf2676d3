import { unitVectors } from "../../src/geo/unit-vectors";
import { balancedMeasure, defineProblem, evenTargets, type Problem } from "../../src/optimizer/problem";
import { createRandom, type Random } from "../../src/optimizer/random";

export interface ClusteredCase {
  readonly items: number;
  readonly territories: number;
  readonly tolerance: number;
  readonly seed: number;
  /** Bulk of the heaviest account as a share of a territory; sizes above are cut down to it. */
  readonly heaviest?: number;
  /** Heavy accounts for each territory on average, chosen by chance: the first has `heaviest`, the k-th 1 ÷ √k of it. */
  readonly heavy?: number;
}

/**
 * Accounts as a national business has them: two thirds in cities whose sizes follow Zipf's law, the rest in the country; two
 * related measures with log-normal sizes.
 */
export function clusteredProblem({
  items,
  territories,
  tolerance,
  seed,
  heaviest = 0.5,
  heavy = 0,
}: ClusteredCase): Problem {
  const random = createRandom(seed);
  const cities = Math.max(8, Math.round(territories * 1.5));
  const cityLongitudes = Array.from({ length: cities }, () => -122 + 50 * random.next());
  const cityLatitudes = Array.from({ length: cities }, () => 28 + 19 * random.next());
  const cumulative: number[] = [];
  for (let city = 0; city < cities; city++) cumulative.push((cumulative[city - 1] ?? 0) + 1 / (city + 1));
  const longitudes = new Float64Array(items);
  const latitudes = new Float64Array(items);
  const workload = new Float64Array(items);
  const revenue = new Float64Array(items);
  const visits = new Float64Array(items);
  for (let item = 0; item < items; item++) {
    const urban = random.next() < 0.67;
    const draw = random.next() * cumulative[cities - 1]!;
    const city = cumulative.findIndex((sum) => draw < sum);
    longitudes[item] = urban ? cityLongitudes[city]! + 0.35 * normal(random) : -122 + 50 * random.next();
    latitudes[item] = urban ? cityLatitudes[city]! + 0.3 * normal(random) : 28 + 19 * random.next();
    const size = normal(random);
    workload[item] = Math.exp(1 + 0.8 * size);
    revenue[item] = Math.exp(10 + 0.7 * size + 0.7 * normal(random));
    visits[item] = Math.ceil(workload[item]! / 2);
  }
  const heavyItems = chanceItems(items, Math.round(heavy * territories), random);
  const measures = [workload, revenue].map((values) => {
    cutToShare(values, territories, heaviest);
    makeHeavy(values, heavyItems, heaviest / territories);
    return balancedMeasure(values, evenTargets(values, territories), tolerance);
  });
  return defineProblem({
    itemCount: items,
    territoryCount: territories,
    places: unitVectors(longitudes, latitudes),
    visits,
    measures,
  });
}

function cutToShare(values: Float64Array, territories: number, heaviest: number): void {
  const most = heaviest * evenTargets(values, territories)[0]!;
  for (let item = 0; item < values.length; item++) values[item] = Math.min(values[item]!, most);
}

function chanceItems(items: number, count: number, random: Random): number[] {
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(random.below(items));
  return [...chosen];
}

/** Gives some items 1, 1 ÷ √2, 1 ÷ √3 … times the share of the sum that is then reached. */
function makeHeavy(values: Float64Array, items: readonly number[], share: number): void {
  let shares = 0;
  for (const [rank, item] of items.entries()) {
    values[item] = 0;
    shares += 1 / Math.sqrt(rank + 1);
  }
  const rest = values.reduce((sum, value) => sum + value, 0);
  const first = (share * rest) / (1 - share * shares);
  for (const [rank, item] of items.entries()) values[item] = first / Math.sqrt(rank + 1);
}

/** Sum of twelve uniform draws: near enough to a normal deviate for sizes and streets. */
function normal(random: Random): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw++) sum += random.next();
  return sum;
}
