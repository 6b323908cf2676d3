import type { GeodataTable } from "./address";
import { type AddressColumns, type LocatedColumns, locateColumns } from "./locate-columns";
import { createLocator, type Locator, type LocatorFiles } from "./locator";
import { decodeOutlines, type Outlines } from "./outlines";
import countriesUrl from "./packed/countries.bin?url&no-inline";
import outlinesUrl from "./packed/outlines.bin?url&no-inline";
import regionsUrl from "./packed/regions.bin?url&no-inline";
import usCitiesUrl from "./packed/us-cities.bin?url&no-inline";
import usCountiesUrl from "./packed/us-counties.bin?url&no-inline";
import usPostalUrl from "./packed/us-postal.bin?url&no-inline";
import usStatesUrl from "./packed/us-states.bin?url&no-inline";
import usZip3Url from "./packed/us-zip3.bin?url&no-inline";
import worldCitiesUrl from "./packed/world-cities.bin?url&no-inline";
import { decodeUnits } from "./unit-file";
import { type UnitSet, type UnitSetId, unitSetOf } from "./unit-set";
import { builtInUnitSet } from "./unit-sets";
import { decodeUsPostal, type UsPostalTable } from "./us-postal";

const URLS = {
  usPostal: usPostalUrl,
  usCities: usCitiesUrl,
  worldCities: worldCitiesUrl,
  outlines: outlinesUrl,
  "us-county": usCountiesUrl,
  "us-zip3": usZip3Url,
  "us-state": usStatesUrl,
  country: countriesUrl,
  regions: regionsUrl,
};

/** Reads a file of the site itself. Rejects where it cannot be read. */
export type FetchBytes = (url: string) => Promise<ArrayBuffer>;

const fetchBytes: FetchBytes = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Could not load ${url}: ${response.status} ${response.statusText}.`);
  return response.arrayBuffer();
};

/** The bundled location data, each file fetched from our own origin the first time it is needed and then kept. */
export class Geodata {
  readonly #fetchBytes: FetchBytes;
  readonly #files = new Map<string, Promise<ArrayBuffer>>();
  readonly #unitSets = new Map<UnitSetId, Promise<UnitSet>>();
  #loaded: LocatorFiles = {};
  #locator: Locator | undefined;

  constructor(read: FetchBytes = fetchBytes) {
    this.#fetchBytes = read;
  }

  /** The base map. */
  async outlines(): Promise<Outlines> {
    return decodeOutlines(await this.#file("outlines"));
  }

  /** Every US postal code with position and state. */
  async usPostalTable(): Promise<UsPostalTable> {
    return decodeUsPostal(await this.#file("usPostal"));
  }

  /** A set of units that comes with the site. Rejects where there is none with that id. */
  unitSet(id: UnitSetId): Promise<UnitSet> {
    const known = this.#unitSets.get(id);
    if (known) return known;
    const set = this.#loadUnitSet(id);
    this.#unitSets.set(id, set);
    set.catch(() => this.#unitSets.delete(id));
    return set;
  }

  async #loadUnitSet(id: UnitSetId): Promise<UnitSet> {
    const facts = builtInUnitSet(id);
    if (!facts) throw new Error(`Expected a set of units that comes with the site, got "${id}".`);
    const file = id.startsWith("region:")
      ? "regions"
      : (id as "us-county" | "us-zip3" | "us-state" | "country");
    const layer = decodeUnits(await this.#file(file)).get(id);
    if (!layer) throw new Error(`Expected the units "${id}" in their file, got none.`);
    return unitSetOf(facts, layer);
  }

  /** Bytes of one table, for a worker that locates without a fetch of its own. The caller must not transfer them away. */
  table(name: GeodataTable): Promise<ArrayBuffer> {
    return this.#file(name);
  }

  /**
   * Locates every row, loading only the tables that the rows turn out to need: US postal codes first, US
   * cities where a code does not decide, the world where a row lies outside the US.
   */
  async locateColumns(columns: AddressColumns): Promise<LocatedColumns> {
    for (;;) {
      this.#locator ??= createLocator(this.#loaded);
      const located = locateColumns(this.#locator, columns);
      if (located.needs.size === 0) return located;
      await this.#load(located.needs);
    }
  }

  async #load(tables: ReadonlySet<GeodataTable>): Promise<void> {
    const files = await Promise.all(
      [...tables].map(async (table) => [table, await this.#file(table)] as const),
    );
    this.#loaded = { ...this.#loaded, ...Object.fromEntries(files) };
    this.#locator = undefined;
  }

  #file(name: keyof typeof URLS): Promise<ArrayBuffer> {
    const known = this.#files.get(name);
    if (known) return known;
    const file = this.#fetchBytes(URLS[name]);
    this.#files.set(name, file);
    // a failed load may be tried again
    file.catch(() => this.#files.delete(name));
    return file;
  }
}
