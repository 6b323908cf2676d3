/** A point of a whole-number grid. */
export type GridPoint = readonly [x: number, y: number];

/** A directed line between two points of the grid. What lies to its left is `left`; -1 where that is not known yet. */
export interface GridEdge {
  readonly from: GridPoint;
  readonly to: GridPoint;
  readonly left: number;
}

/** A number for a point, as key of maps; coordinates may be up to 2^25 either way. */
export function pointKey([x, y]: GridPoint): number {
  return (x + 2 ** 25) * 2 ** 26 + (y + 2 ** 25);
}

/**
 * The cycles that directed edges form, each with what they bound to its left: at a point where several go on, the one that turns most to
 * the left. Edges that lead nowhere are left out.
 */
export function traceCycles(edges: readonly GridEdge[]): GridEdge[][] {
  const leaving = new Map<number, number[]>();
  edges.forEach((edge, i) => {
    const key = pointKey(edge.from);
    const list = leaving.get(key);
    if (list) list.push(i);
    else leaving.set(key, [i]);
  });
  const used = new Uint8Array(edges.length);
  const cycles: GridEdge[][] = [];
  for (let start = 0; start < edges.length; start++) {
    if (used[start]) continue;
    const cycle: GridEdge[] = [];
    let at = start;
    while (at >= 0 && !used[at]) {
      used[at] = 1;
      cycle.push(edges[at]!);
      at = nextEdge(edges, leaving, edges[at]!, used, start);
    }
    if (at === start) cycles.push(cycle);
  }
  return cycles;
}

/** The first edge clockwise from the way back. */
function nextEdge(
  edges: readonly GridEdge[],
  leaving: ReadonlyMap<number, readonly number[]>,
  { from, to }: GridEdge,
  used: Uint8Array,
  start: number,
): number {
  const back = Math.atan2(from[1] - to[1], from[0] - to[0]);
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (const candidate of leaving.get(pointKey(to)) ?? []) {
    if (used[candidate] && candidate !== start) continue;
    const edge = edges[candidate]!;
    const angle = Math.atan2(edge.to[1] - to[1], edge.to[0] - to[0]);
    let turn = back - angle;
    // straight back comes last
    while (turn <= 1e-12) turn += 2 * Math.PI;
    if (turn < least) [best, least] = [candidate, turn];
  }
  return best;
}

/** The edges without those that are also there in the other direction. */
export function withoutInnerEdges(edges: readonly GridEdge[]): GridEdge[] {
  const keyOf = (a: GridPoint, b: GridPoint) => `${pointKey(a)} ${pointKey(b)}`;
  const present = new Set(edges.map(({ from, to }) => keyOf(from, to)));
  return edges.filter(({ from, to }) => !present.has(keyOf(to, from)));
}

/** Where two lines cross, rounded to the grid, and how far along each; null where they do not. */
export function crossing(
  a: GridPoint,
  b: GridPoint,
  c: GridPoint,
  d: GridPoint,
): { readonly point: GridPoint; readonly along: number } | null {
  const [abX, abY] = [b[0] - a[0], b[1] - a[1]];
  const [cdX, cdY] = [d[0] - c[0], d[1] - c[1]];
  const cross = abX * cdY - abY * cdX;
  if (cross === 0) return null;
  const [acX, acY] = [c[0] - a[0], c[1] - a[1]];
  const along = (acX * cdY - acY * cdX) / cross;
  const across = (acX * abY - acY * abX) / cross;
  if (along < 0 || along > 1 || across < 0 || across > 1) return null;
  return { point: [Math.round(a[0] + along * abX), Math.round(a[1] + along * abY)], along };
}
