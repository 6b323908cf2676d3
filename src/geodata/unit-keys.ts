import { countryCode } from "./countries";
import { placeKey } from "./place-names";
import { createUnitLookup } from "./unit-lookup";
import { zip3Of } from "./unit-of-address";
import type { UnitSet } from "./unit-set";
import type { UsPostalTable } from "./us-postal";
import { readUsPostalCode } from "./us-postal-code";
import { US_STATES, usStateIndex } from "./us-states";

/** By what rows of a file of figures name the unit that they are about. */
export const UNIT_KEYS = ["postal-code", "zip3", "county", "state", "country", "unit"] as const;
export type UnitKey = (typeof UNIT_KEYS)[number];

/** The unit that a text names, with the text of the state beside it where there is one; -1 where it names none. */
export type UnitOfText = (text: string, state: string) => number;

/**
 * How texts of a kind name units of a set; null where they cannot: figures of states cannot be divided among counties. Postal codes need the
 * table of US postal codes.
 */
export function unitOfKey(set: UnitSet, key: UnitKey, postal: UsPostalTable): UnitOfText | null {
  const byCode = new Map(set.codes.map((code, unit) => [code, unit]));
  const at = (code: string | undefined) => (code === undefined ? -1 : (byCode.get(code) ?? -1));
  switch (key) {
    case "unit":
      return /^(own|region):/.test(set.id) ? byCodeOrName(set, at) : null;
    case "postal-code":
      return ofPostalCode(set, postal, at);
    case "zip3":
      if (set.id === "us-zip3") return (text) => at(zip3Text(text));
      return set.id === "us-state" ? ofZip3InState(postal, at) : null;
    case "county":
      if (set.id === "us-county") return ofCounty(set, at);
      return set.id === "us-state" ? (text, state) => at(stateOfCounty(text, state)) : null;
    case "state":
      return set.id === "us-state" ? (text) => at(US_STATES[usStateIndex(text.trim())]?.code) : null;
    case "country":
      return set.id === "country" ? (text) => at(countryCode(text.trim())) : null;
  }
}

function byCodeOrName({ names }: UnitSet, at: (code: string) => number): UnitOfText {
  const byName = new Map(names.map((name, unit) => [placeKey(name), unit]));
  return (text) => {
    const found = at(text.trim());
    return found >= 0 ? found : (byName.get(placeKey(text)) ?? -1);
  };
}

/** By the code itself where the set is made of codes, else by where the code is. */
function ofPostalCode(
  set: UnitSet,
  postal: UsPostalTable,
  at: (code: string | undefined) => number,
): UnitOfText {
  if (set.id === "us-zip3") return (text) => at(zip3Of(text));
  const { unitAt } = createUnitLookup(set);
  return (text) => {
    const reading = readUsPostalCode(text);
    const index = reading && reading.kind !== "prefix" ? postal.indexOfCode[reading.code]! : -1;
    if (index < 0) return -1;
    if (set.id === "us-state") return at(US_STATES[postal.state[index]!]?.code);
    return unitAt(postal.longitude[index]!, postal.latitude[index]!);
  };
}

/** "6", "06", "606" and "606xx"; the zeros in front may be lost. */
function zip3Text(text: string): string | undefined {
  const digits = /^(\d{1,3})(?:\.0+|[xX*]{2})?$/.exec(text.trim())?.[1];
  return digits?.padStart(3, "0");
}

function ofZip3InState(postal: UsPostalTable, at: (code: string | undefined) => number): UnitOfText {
  const stateOf = new Map<string, number>();
  postal.codes.forEach((code, i) => {
    const zip3 = String(Math.floor(code / 100)).padStart(3, "0");
    if (!stateOf.has(zip3)) stateOf.set(zip3, postal.state[i]!);
  });
  return (text) => at(US_STATES[stateOf.get(zip3Text(text) ?? "") ?? -1]?.code);
}

/** "17031", "1001" (a lost zero), "Cook County, IL", or "Cook" with the state beside it. */
function ofCounty({ names }: UnitSet, at: (code: string | undefined) => number): UnitOfText {
  const byName = new Map<string, number>();
  names.forEach((name, unit) => {
    const [county = "", state = ""] = name.split(", ");
    const exact = `${state} ${placeKey(county)}`;
    byName.set(exact, unit);
    // Maryland's Baltimore is the county, unless the file says "city"
    const short = `${state} ${countyKey(county)}`;
    if (!byName.has(short) || county.endsWith(" County")) byName.set(short, unit);
  });
  return (text, beside) => {
    const fips = fipsOf(text);
    if (fips !== undefined) return at(fips);
    const [county, state] = countyAndState(text, beside);
    return byName.get(`${state} ${placeKey(county)}`) ?? byName.get(`${state} ${countyKey(county)}`) ?? -1;
  };
}

function stateOfCounty(text: string, beside: string): string | undefined {
  const fips = fipsOf(text);
  if (fips === undefined) return countyAndState(text, beside)[1] || undefined;
  return STATE_BY_FIPS.get(fips.slice(0, 2));
}

/** Five digits, or four where a spreadsheet took the zero. */
function fipsOf(text: string): string | undefined {
  return /^(?:0500000US)?(\d{4,5})(?:\.0+)?$/.exec(text.trim())?.[1]?.padStart(5, "0");
}

function countyAndState(text: string, beside: string): [county: string, state: string] {
  const comma = text.lastIndexOf(",");
  const county = comma < 0 ? text : text.slice(0, comma);
  const state = comma < 0 ? beside : text.slice(comma + 1);
  return [county, US_STATES[usStateIndex(state.trim())]?.code ?? ""];
}

/** A county's name without what kind of county it is. */
function countyKey(county: string): string {
  return placeKey(
    county.replace(
      /\s+(county|parish|borough|census area|municipality|municipio|planning region|city)\s*$/i,
      "",
    ),
  );
}

/** The Census's numbers of states, in the order of their names, with the gaps that it left for territories. */
const STATE_BY_FIPS: ReadonlyMap<string, string> = new Map(
  (
    "01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA 26MI 27MN " +
    "28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA " +
    "54WV 55WI 56WY 60AS 66GU 69MP 72PR 78VI"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), entry.slice(2)]),
);
