/** 1 for each edge (a, b at 2 × edge) of a minimum spanning forest (Kruskal 1956), ties by edge number. */
export function spanningForest(nodeCount: number, edges: Uint32Array, lengths: Float64Array): Uint8Array {
  const parent = Uint32Array.from({ length: nodeCount }, (_, node) => node);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const order = Uint32Array.from({ length: lengths.length }, (_, edge) => edge);
  order.sort((a, b) => lengths[a]! - lengths[b]! || a - b);
  const chosen = new Uint8Array(lengths.length);
  for (const edge of order) {
    const a = root(edges[2 * edge]!);
    const b = root(edges[2 * edge + 1]!);
    if (a === b) continue;
    parent[a] = b;
    chosen[edge] = 1;
  }
  return chosen;
}
