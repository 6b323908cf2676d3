import { type Address, type Located, missingTable, type NotLocated, notLocated } from "./address";
import { areOnePlace, choosePlace, kmTo, type PlaceChoice, type Vicinity } from "./choose-place";
import { countryName } from "./countries";
import { germanPostalRegion } from "./german-postal-regions";
import { largeCity } from "./large-cities";
import { canadianProvince, otherCityKeys, regionKey } from "./other-names";
import { placeKey, placeKeys } from "./place-names";
import { PlaceKind, type PlaceTable } from "./place-table";
import { type UkPostcodeArea, ukPostcodeArea } from "./uk-postcodes";

/** Postcode areas reach about this far from their main town; the Highlands' twice as far. */
const UK_AREA_REACH_KM = 60;
const UK_WIDE_AREAS = new Set(["IV", "PA", "PH", "KW", "HS", "ZE", "AB", "SY", "LL", "LD", "TD", "DG"]);
/** In London the town says less than the postcode area. */
const LONDON_AREAS = new Set(["E", "EC", "N", "NW", "SE", "SW", "W", "WC"]);

/** Locates addresses outside the US by city, country and, for the UK and Germany, the area that the postal code begins with. */
export class WorldLocator {
  readonly #cities: PlaceTable | undefined;
  /** Positions in the table's regions by country and text, as far as asked. */
  readonly #regions = new Map<string, number>();

  constructor(cities: PlaceTable | undefined) {
    this.#cities = cities;
  }

  locate(address: Address, country: string): Located | NotLocated {
    return country === "GB" ? this.#inUnitedKingdom(address) : this.#inCountry(address, country);
  }

  /** A name alone, without country or state: a major town, if only one has that name. */
  locateByNameOnly(city: string): Located | undefined {
    const cities = this.#cities;
    if (!cities) return undefined;
    for (const key of placeKeys(city)) {
      const [place, ...others] = cities.majors(key);
      if (place === undefined || others.length > 0) continue;
      const country = countryName(cities.regions[cities.regionOf[place]!]!.country);
      return {
        ...this.#at(place, "city-guess"),
        doubt: `Taken for ${city.trim()} in ${country}: the row names no country.`,
      };
    }
    return undefined;
  }

  #inCountry({ city = "", state = "", postalCode = "" }: Address, country: string): Located | NotLocated {
    const vicinity = country === "DE" ? germanPostalRegion(postalCode) : undefined;
    if (placeKey(city) === "") {
      if (vicinity) return atPostalRegion(vicinity, "The row has no city.");
      return notLocated(`The row has no city, and postal codes of ${countryName(country)} are not bundled.`);
    }
    const cities = this.#cities;
    if (!cities) return missingTable("worldCities");
    const province = country === "CA" && state.trim() === "" ? canadianProvince(postalCode) : undefined;
    const region = this.#region(country, province ?? state);
    let most = 0;
    for (const key of this.#keys(country, city)) {
      const all = cities.find(country, key);
      most = Math.max(most, all.length);
      if (region >= 0) {
        const inRegion = all.filter((place) => cities.regionOf[place] === region);
        const choice = choosePlace(cities, inRegion, undefined);
        if (choice?.sure) return this.#chosen(choice);
        const near = vicinity && this.#near(inRegion, vicinity);
        if (near) return near;
        if (choice) return this.#chosen(choice);
        if (inRegion.length > 1) return this.#firstOf(inRegion);
      }
      const large = largeCity(cities, country, key, all);
      const choice =
        choosePlace(cities, all, undefined) ??
        (large === undefined ? undefined : { place: large, sure: false });
      if (vicinity && (region >= 0 || !choice?.sure)) {
        const near = this.#near(all, vicinity);
        if (near && region >= 0) return { ...near, how: "city-guess", doubt: contradiction(city, state) };
        if (near) return near;
        // the code lies elsewhere: a longer form of the name may be meant
        if (!choice?.sure) continue;
      }
      // a variant of the name must not win because its literal form is ambiguous
      if (!choice && all.length > 0 && region < 0) break;
      if (!choice) continue;
      if (region < 0) return this.#chosen(choice);
      // a small town elsewhere is likely another town: in Australia it would land 1,000 km off
      if (large !== undefined) return { ...this.#at(large, "city-guess"), doubt: contradiction(city, state) };
    }
    const name = countryName(country);
    if (vicinity) return atPostalRegion(vicinity, `We know no ${city.trim()} there.`);
    if (most > 0 && region >= 0)
      return notLocated(`${city.trim()} exists in ${name}, but we know none in ${state.trim()}.`);
    if (most > 1)
      return notLocated(`${most} places in ${name} are called ${city.trim()}; nothing tells which.`);
    return notLocated(`We know no ${city.trim()} in ${name}.`);
  }

  /** The place of one name that the postal code points to; a guess where it points to several that lie apart. */
  #near(places: readonly number[], vicinity: Vicinity): Located | undefined {
    const cities = this.#cities!;
    const nearest = choosePlace(cities, places, vicinity);
    if (!nearest) return undefined;
    const reachable = places.filter((place) => kmTo(cities, place, vicinity) <= vicinity.withinKm);
    if (areOnePlace(cities, reachable)) return this.#at(nearest.place, "city");
    return {
      ...this.#at(nearest.place, "city-guess"),
      doubt: `The one of ${reachable.length} places of that name nearest to the middle of its postal region.`,
    };
  }

  /** Town, then county, then street lines; a name counts only within reach of the postcode's area. */
  #inUnitedKingdom(address: Address): Located | NotLocated {
    const { city = "", state = "", lines = [], postalCode = "" } = address;
    const area = ukPostcodeArea(postalCode);
    if (area && LONDON_AREAS.has(area.letters) && placeKey(city) === "london") return atArea(area);
    const cities = this.#cities;
    if (!cities) return missingTable("worldCities");
    const vicinity = area && {
      ...area,
      withinKm: UK_AREA_REACH_KM * (UK_WIDE_AREAS.has(area.letters) ? 3 : 1),
    };
    const inTown = this.#inVicinity(city, vicinity, "city");
    if (inTown) return inTown;
    if (vicinity) {
      const elsewhere = [...lines.flatMap((line) => line.split(",")).reverse(), ...state.split(",")];
      const inLondon = LONDON_AREAS.has(area.letters);
      for (const name of elsewhere) {
        if (inLondon && placeKey(name) === "london") continue;
        const found = this.#inVicinity(name, vicinity, "city-guess");
        if (found) return { ...found, doubt: `Placed by ${name.trim()}, which is not the town column.` };
      }
      return atArea(area);
    }
    return this.#inCountry(address, "GB");
  }

  #inVicinity(name: string, vicinity: Vicinity | undefined, how: "city" | "city-guess"): Located | undefined {
    const cities = this.#cities!;
    if (!vicinity || placeKey(name) === "") return undefined;
    for (const key of this.#keys("GB", name)) {
      const choice = choosePlace(cities, cities.find("GB", key), vicinity);
      if (choice) return this.#at(choice.place, how);
    }
    return undefined;
  }

  #keys(country: string, city: string): string[] {
    return placeKeys(city).flatMap((key) => [key, ...otherCityKeys(country, key)]);
  }

  /** Position in the table's regions, -1 where the text names none of the country. */
  #region(country: string, text: string): number {
    if (text.trim() === "") return -1;
    const known = this.#regions.get(`${country} ${text}`);
    if (known !== undefined) return known;
    const key = regionKey(country, text);
    const code = text.trim().toUpperCase();
    const regions = this.#cities!.regions;
    const byName = regions.findIndex((region) => region.country === country && region.key === key);
    const byCode = regions.findIndex((region) => region.country === country && region.code === code);
    const region = byName >= 0 || /^\d/.test(code) ? byName : byCode;
    this.#regions.set(`${country} ${text}`, region);
    return region;
  }

  #firstOf(places: readonly number[]): Located {
    const cities = this.#cities!;
    const town = places.find((place) => cities.kind[place] !== PlaceKind.short) ?? places[0]!;
    return { ...this.#at(town, "city-guess"), doubt: `One of ${places.length} places of that name.` };
  }

  #chosen({ place, sure }: PlaceChoice): Located {
    if (sure) return this.#at(place, "city");
    return {
      ...this.#at(place, "city-guess"),
      doubt: "Other places have that name too, or a longer form of it.",
    };
  }

  #at(place: number, how: "city" | "city-guess"): Located {
    return { how, latitude: this.#cities!.latitude[place]!, longitude: this.#cities!.longitude[place]! };
  }
}

const atArea = ({ latitude, longitude }: UkPostcodeArea): Located => ({
  how: "postal-area",
  latitude,
  longitude,
});

const atPostalRegion = ({ latitude, longitude }: Vicinity, why: string): Located => ({
  how: "postal-area",
  latitude,
  longitude,
  doubt: `${why} Placed in the middle of its postal region.`,
});

const contradiction = (city: string, state: string): string =>
  `The row says ${state.trim()}, where we know no ${city.trim()}.`;
