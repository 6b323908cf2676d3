import { projectPlaces } from "../../geo/mercator";
import { type NeighborGraph, NO_PLACE, neighborGraph } from "../../geo/neighbor-graph";
import { isPlace } from "../metrics/places";
import { type Remembered, remembered } from "../metrics/remembered";
import { columnByRole, type Table } from "../table";

/** Which places of accounts lie beside each other, and who stands where. */
export interface AccountNeighbors {
  readonly graph: NeighborGraph;
  /** Accounts of a place are `accounts[start[place]]` up to `start[place + 1]`. */
  readonly start: Uint32Array;
  readonly accounts: Uint32Array;
}

interface Source {
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
  readonly deleted: Uint8Array | null;
}

const memory: Remembered<Float64Array, AccountNeighbors | null> = new WeakMap();

/**
 * Neighbors among the accounts that are not deleted and have a place; null where no account has one. Computed once for as long as nobody
 * moves house: some hundred ms at 100,000 accounts, unless `keepNeighbors` has brought them.
 */
export function accountNeighbors(table: Table): AccountNeighbors | null {
  const source = sourceOf(table);
  if (!source) return null;
  return remembered(memory, source.latitudes, [source.longitudes, source.deleted], () => {
    const { xs, ys } = placesIn(source);
    return withAccounts(neighborGraph(xs, ys));
  });
}

/** True where `accountNeighbors` answers at once. */
export function knowsNeighbors(table: Table): boolean {
  const source = sourceOf(table);
  if (!source) return true;
  const kept = memory.get(source.latitudes);
  return kept?.from[0] === source.longitudes && kept.from[1] === source.deleted;
}

/** Where the accounts lie, for whoever finds the neighbors elsewhere; null where no account has a place. */
export function neighborPlaces(
  table: Table,
): { readonly xs: Float64Array; readonly ys: Float64Array } | null {
  const source = sourceOf(table);
  return source && placesIn(source);
}

/** Takes over the graph of `neighborPlaces`, found elsewhere. */
export function keepNeighbors(table: Table, graph: NeighborGraph): void {
  const source = sourceOf(table);
  if (!source || graph.placeOf.length !== table.count) return;
  memory.delete(source.latitudes);
  remembered(memory, source.latitudes, [source.longitudes, source.deleted], () => withAccounts(graph));
}

function sourceOf(table: Table): Source | null {
  const latitude = columnByRole(table, "latitude");
  const longitude = columnByRole(table, "longitude");
  if (latitude?.kind !== "number" || longitude?.kind !== "number") return null;
  return { longitudes: longitude.values, latitudes: latitude.values, deleted: table.deleted };
}

function placesIn({ longitudes, latitudes, deleted }: Source) {
  const { xs, ys } = projectPlaces(longitudes, latitudes);
  for (let account = 0; account < xs.length; account++) {
    if (deleted?.[account] || !isPlace(latitudes[account]!, longitudes[account]!)) {
      xs[account] = Number.NaN;
      ys[account] = Number.NaN;
    }
  }
  return { xs, ys };
}

function withAccounts(graph: NeighborGraph): AccountNeighbors | null {
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
