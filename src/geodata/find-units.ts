import { cellText } from "../model/cells";
import { isPlace } from "../model/metrics/places";
import { columnByRole, isLive, type Table } from "../model/table";
import { createUnitLookup, type UnitLookup } from "./unit-lookup";
import { addressFirst, type UnitOfAddress, unitOfAddress } from "./unit-of-address";
import type { UnitSet } from "./unit-set";

/** The parts of a table that say where its rows are. */
export const UNIT_ROLES = ["latitude", "longitude", "postalCode", "state", "country"] as const;

const finders = new WeakMap<UnitSet, { readonly lookup: UnitLookup; readonly ofAddress: UnitOfAddress }>();

/**
 * The unit of each of the rows, in their order: by coordinates, and where there are none by the address; for areas that are only
 * approximate the address comes first. -1 for deleted rows and those that lie in no unit. `report` hears how far it has got, from 0 to 1.
 */
export function findUnits(
  set: UnitSet,
  table: Table,
  rows: ArrayLike<number>,
  report: (done: number) => void = () => {},
): Int32Array {
  let finder = finders.get(set);
  if (!finder) {
    finder = { lookup: createUnitLookup(set), ofAddress: unitOfAddress(set) };
    finders.set(set, finder);
  }
  const { lookup, ofAddress } = finder;
  const [latitude, longitude, postalCode, state, country] = UNIT_ROLES.map((role) =>
    columnByRole(table, role),
  );
  const byAddress = (row: number) =>
    ofAddress({
      postalCode: cellText(postalCode, row),
      state: cellText(state, row),
      country: cellText(country, row),
    });
  const byPlace = (row: number) =>
    latitude?.kind === "number" &&
    longitude?.kind === "number" &&
    isPlace(latitude.values[row]!, longitude.values[row]!)
      ? lookup.unitAt(longitude.values[row]!, latitude.values[row]!)
      : -1;
  const [first, second] = addressFirst(set) ? [byAddress, byPlace] : [byPlace, byAddress];
  const units = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (i % 5_000 === 0) report(i / rows.length);
    units[i] = -1;
    if (!isLive(table, row)) continue;
    const unit = first(row);
    units[i] = unit >= 0 ? unit : second(row);
  }
  return units;
}
