import { placeKey } from "./place-names";

/** A US state, district or territory that has postal codes of its own. */
export interface UsState {
  /** Two-letter postal abbreviation. */
  readonly code: string;
  readonly name: string;
}

const LISTED =
  "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|" +
  "FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|" +
  "MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|" +
  "NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|" +
  "PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|" +
  "WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|VI Virgin Islands|GU Guam|AS American Samoa|" +
  "MP Northern Mariana Islands|MH Marshall Islands|FM Micronesia|PW Palau";

/** States in a fixed order: packed tables refer to them by position. */
export const US_STATES: readonly UsState[] = LISTED.split("|").map((entry) => ({
  code: entry.slice(0, 2),
  name: entry.slice(3),
}));

const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  washingtondc: "DC",
  washdc: "DC",
  usvirginislands: "VI",
  unitedstatesvirginislands: "VI",
  commonwealthofthenorthernmarianaislands: "MP",
  calif: "CA",
  cal: "CA",
  colo: "CO",
  conn: "CT",
  fla: "FL",
  ill: "IL",
  ind: "IN",
  mass: "MA",
  mich: "MI",
  minn: "MN",
  penn: "PA",
  penna: "PA",
  tenn: "TN",
  tex: "TX",
  wash: "WA",
  wisc: "WI",
};

const indexByKey = new Map<string, number>();
US_STATES.forEach((state, i) => {
  indexByKey.set(state.code.toLowerCase(), i);
  indexByKey.set(placeKey(state.name), i);
});
for (const [key, code] of Object.entries(OTHER_SPELLINGS))
  indexByKey.set(key, indexByKey.get(code.toLowerCase())!);

/** Position in US_STATES of a state given by code or name, -1 where it is none. */
export function usStateIndex(text: string): number {
  if (text === "") return -1;
  const index = indexByKey.get(text.toLowerCase());
  if (index !== undefined) return index;
  // "US-NY", "N.Y."
  const letters = text
    .toLowerCase()
    .replace(/^us-/, "")
    .replace(/[^a-z]/g, "");
  return indexByKey.get(letters) ?? indexByKey.get(placeKey(text)) ?? -1;
}

/** The territories that other sources list as countries of their own. */
export const US_TERRITORIES: ReadonlySet<string> = new Set(["PR", "VI", "GU", "AS", "MP", "MH", "FM", "PW"]);
