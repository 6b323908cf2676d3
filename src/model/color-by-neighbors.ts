import { colorDistance } from "./color-distance";
import { TERRITORY_COLORS } from "./palette";

/** Colors that do without their lighter and darker kin. */
const BASE_COLORS = 12;
/** Farther apart than this, colors need not be. */
const PLAIN = 30;
/** What another use of a color costs beside a distance: where all can have a color of their own, they should. */
const USE_PENALTY = 15;
/** Sweeps in which each territory may take a better color. */
const SWEEPS = 2;

/**
 * Colors territories so that neighbors differ, as far as can be by color: as unlike as possible for people with usual sight and with
 * red-green blindness. The one with most differently colored neighbors is next, as in DSATUR (Brélaz, 1979). Two neighbors get the
 * same color only where one has more neighbors than there are colors. By slot, as `colors`, where null means no territory; colors that
 * were chosen by hand stay, and so do those of slots that may not change. `neighbors` names each pair once.
 */
export function colorsByNeighbors(
  colors: readonly (string | null)[],
  neighbors: readonly { readonly a: number; readonly b: number }[],
  mayChange: (slot: number) => boolean = () => true,
): (string | null)[] {
  const beside: number[][] = colors.map(() => []);
  for (const { a, b } of neighbors) {
    beside[a]?.push(b);
    beside[b]?.push(a);
  }
  const palette = new Set(TERRITORY_COLORS);
  const chosen: (string | null)[] = colors.map((color, slot) =>
    color && (!palette.has(color) || !mayChange(slot)) ? color : null,
  );
  const uses = new Map<string, number>();
  const use = (color: string, times: number) => uses.set(color, (uses.get(color) ?? 0) + times);
  const free = new Set<number>();
  for (const [slot, color] of chosen.entries()) if (slot > 0 && color && palette.has(color)) use(color, 1);
  const fixed = [...uses.values()].reduce((sum, times) => sum + times, 0);
  for (const [slot, color] of colors.entries()) if (slot > 0 && color && !chosen[slot]) free.add(slot);

  const colored = free.size + fixed;
  const pool = TERRITORY_COLORS.slice(0, poolSize(colored));
  const penalty = pool.length >= colored ? USE_PENALTY : (USE_PENALTY * pool.length) / (20 * colored);

  const best = (slot: number): string => {
    const taken = beside[slot]!.flatMap((other) => chosen[other] ?? []);
    const apart = (candidate: string) => {
      let least = PLAIN;
      for (const color of taken) least = Math.min(least, colorDistance(candidate, color));
      return least;
    };
    const pick = (candidates: readonly string[]) => {
      let found = candidates[0]!;
      let value = Number.NEGATIVE_INFINITY;
      for (const candidate of candidates) {
        const score = apart(candidate) - penalty * (uses.get(candidate) ?? 0);
        if (score > value) {
          value = score;
          found = candidate;
        }
      }
      return found;
    };
    const among = new Set(taken);
    const first = pool.filter((color) => !among.has(color));
    if (first.length > 0) return pick(first);
    const others = TERRITORY_COLORS.filter((color) => !among.has(color));
    return pick(others.length > 0 ? others : TERRITORY_COLORS);
  };

  const order: number[] = [];
  const around = beside.map((others) => new Set(others.flatMap((other) => chosen[other] ?? [])));
  for (const waiting = new Set(free); waiting.size > 0; ) {
    let next = -1;
    for (const slot of waiting) {
      const more =
        next < 0 ? 1 : around[slot]!.size - around[next]!.size || beside[slot]!.length - beside[next]!.length;
      if (more > 0) next = slot;
    }
    const color = best(next);
    chosen[next] = color;
    use(color, 1);
    for (const other of beside[next]!) around[other]!.add(color);
    waiting.delete(next);
    order.push(next);
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const slot of order) {
      use(chosen[slot]!, -1);
      chosen[slot] = best(slot);
      use(chosen[slot]!, 1);
    }
  }
  return chosen.map((color, slot) => (slot === 0 ? (colors[0] ?? null) : color));
}

/** Whole rounds of the palette, so many that each territory can have its own color; the plainest round where there are too many. */
function poolSize(territories: number): number {
  const rounds = Math.max(1, Math.ceil(territories / BASE_COLORS)) * BASE_COLORS;
  return rounds <= TERRITORY_COLORS.length ? rounds : BASE_COLORS;
}
