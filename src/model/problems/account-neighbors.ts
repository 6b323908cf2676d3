import { projectPlaces } from "../../geo/mercator";
import { type NeighborGraph, NO_PLACE, neighborGraph } from "../../geo/neighbor-graph";
import { type Remembered, remembered } from "../metrics/remembered";
import { columnByRole, type Table } from "../table";

const memory: Remembered<Float64Array, AccountNeighbors | null> = new WeakMap();

/** Which places of accounts lie beside each other, and who stands where. */
export interface AccountNeighbors {
  readonly graph: NeighborGraph;
  /** Accounts of a place are `accounts[start[place]]` up to `start[place + 1]`. */
  readonly start: Uint32Array;
  readonly accounts: Uint32Array;
}

/**
 * Neighbors among the accounts that are not deleted and have a place; null where no account has one. Computed once for as long as nobody
 * moves house: some hundred ms at 100,000 accounts.
 */
export function accountNeighbors(table: Table): AccountNeighbors | null {
  const latitude = columnByRole(table, "latitude");
  const longitude = columnByRole(table, "longitude");
  if (latitude?.kind !== "number" || longitude?.kind !== "number") return null;
  return remembered(memory, latitude.values, [longitude.values, table.deleted], () =>
    neighborsAt(longitude.values, latitude.values, table.deleted),
  );
}

function neighborsAt(
  longitudes: Float64Array,
  latitudes: Float64Array,
  deleted: Uint8Array | null,
): AccountNeighbors | null {
  const { xs, ys } = projectPlaces(longitudes, latitudes);
  for (let account = 0; account < xs.length; account++) {
    const onEarth = Math.abs(latitudes[account]!) <= 90 && Math.abs(longitudes[account]!) <= 180;
    if (deleted?.[account] || !onEarth) {
      xs[account] = Number.NaN;
      ys[account] = Number.NaN;
    }
  }
  const graph = neighborGraph(xs, ys);
  if (graph.placeCount === 0) return null;
  const start = new Uint32Array(graph.placeCount + 1);
  for (const place of graph.placeOf) if (place !== NO_PLACE) start[place + 1]!++;
  for (let place = 0; place < graph.placeCount; place++) start[place + 1]! += start[place]!;
  const next = start.slice(0, graph.placeCount);
  const accounts = new Uint32Array(start[graph.placeCount]!);
  for (let account = 0; account < graph.placeOf.length; account++) {
    const place = graph.placeOf[account]!;
    if (place !== NO_PLACE) accounts[next[place]!++] = account;
  }
  return { graph, start, accounts };
}
