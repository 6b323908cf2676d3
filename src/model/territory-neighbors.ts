import { areaMesh } from "../geo/area-mesh";
import { type Neighbors, neighborsOf } from "../geo/areas";
import { bordersOf } from "../geo/borders";
import { projectPlaces } from "../geo/mercator";
import { placeLabels } from "../geo/place-labels";
import type { Alignment, Territory } from "./alignment";
import { colorsByNeighbors } from "./color-by-neighbors";
import { isPlace } from "./metrics/places";
import { columnByRole, type Table } from "./table";

/** Far enough for neighbors across a lake or a desert: a fortieth of the world. */
const FARTHEST = 1 / 40;

/** Territories whose accounts lie side by side, by slot. Takes about 0.4 s for 100,000 accounts. */
export function territoryNeighbors(accounts: Table, territoryOf: Uint16Array): Neighbors[] {
  const latitude = columnByRole(accounts, "latitude");
  const longitude = columnByRole(accounts, "longitude");
  if (latitude?.kind !== "number" || longitude?.kind !== "number") return [];
  const counts = (row: number) =>
    !accounts.deleted?.[row] && isPlace(latitude.values[row]!, longitude.values[row]!);
  const placed = (degrees: number, row: number) => (counts(row) ? degrees : Number.NaN);
  const { xs, ys } = projectPlaces(longitude.values.map(placed), latitude.values.map(placed));
  const mesh = areaMesh(xs, ys, FARTHEST);
  return neighborsOf(bordersOf(mesh, placeLabels(mesh, territoryOf)));
}

/** The territories, by slot, in colors that differ between neighbors; those chosen by hand stay. */
export function coloredByNeighbors<Entry extends Territory | null>(
  accounts: Table,
  { territories, territoryOf }: Pick<Alignment, "territoryOf"> & { readonly territories: readonly Entry[] },
): Entry[] {
  const colors = colorsByNeighbors(
    territories.map((territory) => territory?.color ?? null),
    territoryNeighbors(accounts, territoryOf),
  );
  return territories.map(
    (territory, slot) => territory && { ...territory, color: colors[slot] ?? territory.color },
  );
}
