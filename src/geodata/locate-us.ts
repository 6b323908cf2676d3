import { greatCircleKm } from "../geo/distance";
import { type Address, type Located, missingTable, type NotLocated, notLocated } from "./address";
import { choosePlace, type Vicinity } from "./choose-place";
import { placeKeys } from "./place-names";
import { PlaceKind, type PlaceTable } from "./place-table";
import type { UsPostalTable } from "./us-postal";
import { formatUsPostalCode, readUsPostalCode } from "./us-postal-code";
import { US_STATES, usStateIndex } from "./us-states";

/** A code may lie in the next state, or a town's far side, without contradicting city and state. */
const NEAR_KM = 80;
/** Larger than any three-digit area but Alaska's: towns farther away are another of the same name. */
const ZIP3_REACH_KM = 250;

/** The middle of each three-digit ZIP area: the mean of its codes. Arrays of 1,000 by those digits, NaN where there is none. */
interface Zip3Table {
  /** State of most of its codes; codes of other states do not count in the mean. */
  readonly state: Uint8Array;
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
}

const zip3Of = (code: number): number => Math.floor(code / 100);

function zip3Table(postal: UsPostalTable): Zip3Table {
  const byState = Array.from({ length: 1000 }, () => new Uint16Array(US_STATES.length));
  postal.codes.forEach((code, i) => {
    byState[zip3Of(code)]![postal.state[i]!]!++;
  });
  const state = Uint8Array.from(byState, (counts) => counts.indexOf(Math.max(...counts)));
  const latitude = new Float64Array(1000);
  const longitude = new Float64Array(1000);
  postal.codes.forEach((code, i) => {
    const prefix = zip3Of(code);
    if (postal.state[i] !== state[prefix]) return;
    latitude[prefix]! += postal.latitude[i]!;
    longitude[prefix]! += postal.longitude[i]!;
  });
  const mean = (sum: number, prefix: number) => sum / byState[prefix]![state[prefix]!]!;
  return { state, latitude: latitude.map(mean), longitude: longitude.map(mean) };
}

const stateName = (state: number): string => US_STATES[state]?.name ?? "";
const stateCode = (state: number): string => US_STATES[state]?.code ?? "";

/** Locates addresses in the US and its territories. */
export class UsLocator {
  readonly #postal: UsPostalTable;
  readonly #cities: PlaceTable | undefined;
  readonly #zip3: Zip3Table;

  constructor(postal: UsPostalTable, cities: PlaceTable | undefined) {
    this.#postal = postal;
    this.#cities = cities;
    this.#zip3 = zip3Table(postal);
  }

  /**
   * Postal code, city and state are three witnesses. A code in the given state wins; where the code lies
   * in another state, whatever two of the three agree on wins; without a code we know, city and state
   * decide, then the three-digit area. `territory` is the state implied by a country such as
   * Puerto Rico, -1 for none.
   */
  locate(address: Address, territory: number): Located | NotLocated {
    const { city = "" } = address;
    const given = usStateIndex(address.state ?? "");
    const state = given >= 0 ? given : territory;
    const reading = readUsPostalCode(address.postalCode ?? "");
    if (reading && reading.kind !== "prefix") {
      const index = this.#postal.indexOfCode[reading.code]!;
      if (index >= 0) {
        const how = reading.kind === "full" ? "postal" : "postal-padded";
        const agrees = state < 0 || this.#postal.state[index] === state;
        if (agrees && (state < 0 || placeKeys(city).length === 0)) return this.#atCode(index, how);
        if (!this.#cities) return missingTable("usCities");
        return agrees
          ? this.#besideCity(city, state, index, how)
          : this.#acrossStates(city, state, index, how);
      }
    }
    const prefix =
      reading === undefined ? -1 : reading.kind === "prefix" ? reading.prefix : zip3Of(reading.code);
    return this.#withoutCode(address, state, prefix, reading?.kind === "prefix");
  }

  /** Whether a town that anybody would mean by that name lies in the US. */
  knowsMajorTown(city: string): boolean {
    return placeKeys(city).some((key) => (this.#cities?.majors(key).length ?? 0) > 0);
  }

  #atCode(index: number, how: "postal" | "postal-padded"): Located {
    return { how, latitude: this.#postal.latitude[index]!, longitude: this.#postal.longitude[index]! };
  }

  /**
   * Code and state agree; a city far away is worth a doubt, no more: among the rows of real files with
   * true positions where they differ, either one was right about as often, and the code is the finer.
   */
  #besideCity(city: string, state: number, index: number, how: "postal" | "postal-padded"): Located {
    const position = this.#atCode(index, how);
    if (this.#isNear(city, position)) return position;
    const place = this.#placeInState(city, state, undefined);
    if (place?.how !== "city") return position;
    const km = greatCircleKm(position.longitude, position.latitude, place.longitude, place.latitude);
    const code = formatUsPostalCode(this.#postal.codes[index]!);
    return { ...position, doubt: `Postal code ${code} lies ${Math.round(km)} km from ${city.trim()}.` };
  }

  /** Whether a place of that name lies around a position; the quick answer for nearly every row. */
  #isNear(city: string, { latitude, longitude }: Located): boolean {
    const cities = this.#cities!;
    const degrees = NEAR_KM / 111;
    const degreesEast = degrees / Math.cos((latitude * Math.PI) / 180);
    for (const key of placeKeys(city)) {
      for (const place of cities.find("US", key)) {
        const north = Math.abs(cities.latitude[place]! - latitude);
        const east = Math.abs(cities.longitude[place]! - longitude);
        if (north < degrees && east < degreesEast) return true;
      }
    }
    return false;
  }

  /** The code lies in another state than the row says: whatever the city agrees with is right. */
  #acrossStates(
    city: string,
    state: number,
    index: number,
    how: "postal" | "postal-padded",
  ): Located | NotLocated {
    const code = formatUsPostalCode(this.#postal.codes[index]!);
    const codeState = this.#postal.state[index]!;
    const doubt = `Postal code ${code} lies in ${stateName(codeState)}, the row says ${stateName(state)}.`;
    const position = this.#atCode(index, how);
    const near: Vicinity = { ...position, withinKm: NEAR_KM };
    if (this.#placeInState(city, state, near)) return position;
    if (this.#placeInState(city, codeState, near)) return { ...position, doubt };
    const inState = this.#placeInState(city, state, undefined);
    if (inState) return { ...inState, doubt };
    if (how === "postal") return { ...position, doubt };
    return notLocated(
      `Postal code ${code}, with its zero restored, lies in ${stateName(codeState)}, the row says ${stateName(state)}.`,
    );
  }

  #withoutCode(address: Address, state: number, prefix: number, isPrefix: boolean): Located | NotLocated {
    const { city = "", postalCode = "" } = address;
    const area = this.#zip3Area(prefix, state);
    if (placeKeys(city).length > 0) {
      if (!this.#cities) return missingTable("usCities");
      const vicinity = area ? { ...area, withinKm: ZIP3_REACH_KM } : undefined;
      const found =
        (vicinity && this.#placeInState(city, state, vicinity)) ?? this.#placeInState(city, state, undefined);
      if (found) return found;
    }
    if (area) {
      const padded = isPrefix && state < 0 ? this.#postal.indexOfCode[prefix]! : -1;
      if (padded < 0) return { how: "zip3", ...area };
      return {
        how: "zip3",
        ...area,
        doubt: `Could also be ${formatUsPostalCode(prefix)} with its zeros lost.`,
      };
    }
    return notLocated(this.#whyNot(city, state, postalCode));
  }

  #zip3Area(prefix: number, state: number): { latitude: number; longitude: number } | undefined {
    const latitude = this.#zip3.latitude[prefix];
    const longitude = this.#zip3.longitude[prefix];
    if (latitude === undefined || longitude === undefined || Number.isNaN(latitude)) return undefined;
    return state < 0 || this.#zip3.state[prefix] === state ? { latitude, longitude } : undefined;
  }

  /** The city in its state, or anywhere in the country where no state is given (-1). */
  #placeInState(city: string, state: number, vicinity: Vicinity | undefined): Located | undefined {
    const cities = this.#cities;
    if (!cities) return undefined;
    for (const key of placeKeys(city)) {
      const all = cities.find("US", key);
      const places =
        state < 0
          ? all
          : all.filter((place) => cities.regions[cities.regionOf[place]!]!.code === stateCode(state));
      const choice = choosePlace(cities, places, vicinity);
      if (choice) return this.#atPlace(choice.place, choice.sure, places.length);
      // a variant of the name must not win because its literal form is ambiguous
      if (places.length > 0 && state < 0 && !vicinity) return undefined;
      if (places.length > 1 && state >= 0 && !vicinity)
        return this.#atPlace(this.#likeliest(places), false, places.length);
    }
    return undefined;
  }

  /** A town of the gazetteer before a place that only its postal codes name. */
  #likeliest(places: readonly number[]): number {
    return places.find((place) => this.#cities!.kind[place] === PlaceKind.town) ?? places[0]!;
  }

  #atPlace(place: number, sure: boolean, namesakes: number): Located {
    const position = { latitude: this.#cities!.latitude[place]!, longitude: this.#cities!.longitude[place]! };
    if (sure) return { how: "city", ...position };
    return { how: "city-guess", ...position, doubt: `One of ${namesakes} places of that name.` };
  }

  #whyNot(city: string, state: number, postalCode: string): string {
    const code = postalCode.trim();
    if (placeKeys(city).length === 0) {
      if (code === "") return "The row has neither a postal code nor a city.";
      return `${code} is not a US postal code we know, and the row has no city.`;
    }
    const count = Math.max(0, ...placeKeys(city).map((key) => this.#cities?.find("US", key).length ?? 0));
    if (state < 0 && count > 1)
      return `${count} US places are called ${city.trim()}; a state would tell which.`;
    const where = state >= 0 ? stateName(state) : "the United States";
    const place = `We know no ${city.trim()} in ${where}`;
    return code === "" ? `${place}.` : `${place}, and ${code} is not a US postal code we know.`;
  }
}
