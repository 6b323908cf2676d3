/** What a row says about where it is. Every field is the cell's text, and any may be blank or absent. */
export interface Address {
  readonly postalCode?: string;
  readonly city?: string;
  /** State, province or county. */
  readonly state?: string;
  readonly country?: string;
  /** Street lines, which sometimes hold the town. */
  readonly lines?: readonly string[];
}

/** How a position was found, from the most to the least exact. Batch results hold the position in this list. */
export const LOCATE_METHODS = [
  /** By its postal code. */
  "postal",
  /** By its postal code after restoring a lost leading zero. */
  "postal-padded",
  /** By city, with state or country. */
  "city",
  /** By city, though other places could be meant, or by a name found in another column. */
  "city-guess",
  /** At the middle of the three-digit ZIP area. */
  "zip3",
  /** At the main town of the UK postcode area, or in the middle of the German postal region. */
  "postal-area",
  "none",
] as const;
export type LocateMethod = (typeof LOCATE_METHODS)[number];

/** The tables a locator may need; it says which one it misses. */
export type GeodataTable = "usPostal" | "usCities" | "worldCities";

/** A position in degrees, how it was found, and what speaks against it, in plain words. */
export interface Located {
  readonly how: Exclude<LocateMethod, "none">;
  readonly latitude: number;
  readonly longitude: number;
  readonly doubt?: string;
}

/** No position, and why, in plain words. `needs` names a table that may hold the answer but was not given. */
export interface NotLocated {
  readonly how: "none";
  readonly reason: string;
  readonly needs?: GeodataTable;
}

export const notLocated = (reason: string): NotLocated => ({ how: "none", reason });
export const missingTable = (needs: GeodataTable): NotLocated => ({
  how: "none",
  reason: "The location data is not loaded yet.",
  needs,
});
