import {
  type Alignment,
  emptyAlignment,
  type Territory,
  UNASSIGNED,
  UNASSIGNED_TERRITORY,
} from "../alignment";
import { makeRecordId, type Random, type RowId } from "../ids";
import { territoryColor } from "../palette";
import { chance } from "./dice";
import type { SampleAccount } from "./sample-accounts";

/** A territory as the company drew it: whole states, or the part of a state whose postal codes lie in a span. */
interface SampleTerritory {
  readonly region: string;
  readonly name: string;
  readonly parts: readonly { readonly state: string; readonly from: number; readonly to: number }[];
}

/**
 * Six territories a region, drawn by state lines as the company grew outwards from Denver: nobody has ever looked at
 * how much business lies in each. `CA 936-961` is the part of California with these first three digits.
 */
const LISTED = `
West|Denver|CO 800-804
West|Rocky Mountains|CO 805-816|WY|MT|ID|UT
West|Desert Southwest|AZ|NM
West|Northern California|CA 936-961
West|Southern California|CA 900-935|NV
West|Pacific Northwest|WA|OR|AK|HI
Central|Chicago|IL 600-608
Central|Upper Midwest|MN|WI|IA|ND|SD
Central|Great Plains|NE|KS
Central|Missouri Valley|MO|IL 609-629
Central|Great Lakes|MI|IN
Central|Ohio Valley|OH|KY
South|North Texas|TX 750-769|TX 790-797
South|South Texas|TX 770-789|TX 798-799
South|Oklahoma & Arkansas|OK|AR
South|Gulf Coast|LA|MS|AL
South|Georgia & Tennessee|GA|TN
South|Florida|FL
East|New York|NY
East|Pennsylvania|PA
East|New England|MA|CT|RI|NH|VT|ME
East|New Jersey|NJ
East|Capital|VA|MD|DC|DE|WV
East|Carolinas|NC|SC
`;

export const SAMPLE_TERRITORIES: readonly SampleTerritory[] = LISTED.trim()
  .split("\n")
  .map((line) => {
    const [region = "", name = "", ...parts] = line.split("|");
    return { region, name, parts: parts.map(readPart) };
  });

/** How many accounts nobody has ever given to anyone. */
const UNASSIGNED_SHARE = 0.035;
/** How many customers stayed with a rep of the first office when the maps were drawn. */
const KEPT_SHARE = 0.06;

/** The reps who started in Denver, by territory position; they kept customers all over the country. */
const FIRST_REPS = [0, 1, 8, 14];

/** The alignment as it has come about. `reps` are row ids, one a territory. */
export function sampleAlignment(
  random: Random,
  accounts: readonly SampleAccount[],
  reps: readonly RowId[],
): Alignment {
  const groups = [...new Set(SAMPLE_TERRITORIES.map((territory) => territory.region))].map((name) => ({
    id: makeRecordId(random),
    name,
    parent: null,
  }));
  const territories = SAMPLE_TERRITORIES.map(
    (territory, i): Territory => ({
      id: makeRecordId(random),
      name: territory.name,
      color: territoryColor(i + 1),
      group: groups.find((group) => group.name === territory.region)!.id,
      coverage: [{ rep: reps[i]!, role: "primary" }],
      share: 1,
    }),
  );
  const alignment = emptyAlignment(accounts.length);
  accounts.forEach((account, row) => {
    alignment.territoryOf[row] = slotOf(random, account);
  });
  return { ...alignment, territories: [UNASSIGNED_TERRITORY, ...territories], groups };
}

function slotOf(random: Random, account: SampleAccount): number {
  if (chance(random, UNASSIGNED_SHARE)) return UNASSIGNED;
  if (account.isCustomer && chance(random, KEPT_SHARE)) {
    return FIRST_REPS[Math.floor(random() * FIRST_REPS.length)]! + 1;
  }
  return territoryOfPlace(account.place.state, account.place.postalCode);
}

/** Slot of the territory that a place lies in. Throws where no territory covers it. */
export function territoryOfPlace(state: string, postalCode: string): number {
  const prefix = Number(postalCode.slice(0, 3));
  const position = SAMPLE_TERRITORIES.findIndex(({ parts }) =>
    parts.some((part) => part.state === state && prefix >= part.from && prefix <= part.to),
  );
  if (position < 0) throw new Error(`Expected a territory for ${state} ${postalCode}, got none.`);
  return position + 1;
}

function readPart(text: string): { state: string; from: number; to: number } {
  const [state = "", span = "000-999"] = text.split(" ");
  const [from, to] = span.split("-").map(Number);
  return { state, from: from!, to: to! };
}
