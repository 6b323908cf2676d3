import type { Random } from "../ids";
import type { Table } from "../table";
import { numberColumn, tableOf, textColumn } from "./column-makers";
import type { PlaceDice, SamplePlace } from "./sample-places";
import { SAMPLE_TERRITORIES } from "./sample-territories";

/** A seller: the one who covers the territory that stands at the same position in SAMPLE_TERRITORIES. */
export interface SampleRep {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly home: SamplePlace;
  readonly languages: readonly string[];
  readonly industries: readonly string[];
  readonly seniority: "Junior" | "Mid-level" | "Senior" | "Team lead";
  /** Dollars of new business a year. */
  readonly quota: number;
  /** Accounts that the rep can look after. */
  readonly capacity: number;
  /** Name of the team lead; "" for the leads themselves. */
  readonly manager: string;
}

/** Name, seniority, home, languages and industries; in the order of the territories, so that six make a region. */
const LISTED = `
Maya Whitfield|Team lead|Denver CO|English|Software, Professional services
Tomás Aguilar|Mid-level|Salt Lake City UT|English, Spanish|Construction, Energy
Priya Raman|Senior|Phoenix AZ|English, Hindi|Health care, Hospitality
Kenji Watanabe|Senior|San Jose CA|English, Japanese|Software, Manufacturing
Lucia Fontaine|Senior|Los Angeles CA|English, Spanish, French|Retail, Hospitality
Erik Halvorsen|Mid-level|Seattle WA|English, Norwegian|Software, Logistics
Denise Okafor|Team lead|Chicago IL|English|Financial services, Professional services
Anders Nyberg|Senior|Minneapolis MN|English, Swedish|Health care, Manufacturing
Caleb Thornton|Junior|Denver CO|English|Education, Retail
Renee Dubois|Mid-level|Saint Louis MO|English, French|Logistics, Manufacturing
Marcus Bell|Senior|Detroit MI|English|Manufacturing, Logistics
Hannah Kowalski|Junior|Columbus OH|English, Polish|Health care, Education
Isabel Navarro|Team lead|Dallas TX|English, Spanish|Energy, Construction
Omar Haddad|Senior|Houston TX|English, Arabic|Energy, Logistics
Tyler Brandt|Junior|Denver CO|English|Construction, Retail
Simone Baptiste|Mid-level|New Orleans LA|English, French|Hospitality, Energy
Jasmine Carter|Senior|Atlanta GA|English|Financial services, Logistics
Rafael Ibarra|Junior|Miami FL|English, Spanish, Portuguese|Hospitality, Health care
Grace Lindqvist|Team lead|New York NY|English|Financial services, Software
Daniel Osei|Senior|Philadelphia PA|English, Twi|Health care, Education
Claire Moreau|Senior|Boston MA|English, French|Software, Education
Victor Petrov|Mid-level|Newark NJ|English, Russian|Financial services, Manufacturing
Aisha Rahman|Junior|Washington DC|English, Urdu|Professional services, Education
Noah Fitzgerald|Junior|Charlotte NC|English|Financial services, Construction
`;

const QUOTAS = { Junior: 350_000, "Mid-level": 550_000, Senior: 750_000, "Team lead": 600_000 } as const;
const CAPACITIES = { Junior: 45, "Mid-level": 60, Senior: 75, "Team lead": 45 } as const;

export function sampleReps(random: Random, places: PlaceDice): SampleRep[] {
  const rows = LISTED.trim()
    .split("\n")
    .map((line) => line.split("|"));
  if (rows.length !== SAMPLE_TERRITORIES.length) {
    throw new Error(
      `Expected a rep for each of ${SAMPLE_TERRITORIES.length} territories, got ${rows.length}.`,
    );
  }
  const teamSize = rows.length / rows.filter((row) => row[1] === "Team lead").length;
  return rows.map((row, i) => {
    const [name = "", level = "", home = "", languages = "", industries = ""] = row;
    const seniority = level as SampleRep["seniority"];
    const isLead = seniority === "Team lead";
    return {
      key: `REP-${String(i + 1).padStart(3, "0")}`,
      name,
      email: `${plain(name)}@example.com`,
      home: places.in(home.slice(0, -3), home.slice(-2), random),
      languages: languages.split(", "),
      industries: industries.split(", "),
      seniority,
      quota: QUOTAS[seniority],
      capacity: CAPACITIES[seniority],
      manager: isLead ? "" : rows[Math.floor(i / teamSize) * teamSize]![0]!,
    };
  });
}

export function repTable(random: Random, reps: readonly SampleRep[]): Table {
  const of = <Value>(read: (rep: SampleRep) => Value) => reps.map(read);
  return tableOf(random, reps.length, [
    textColumn(
      "rep-id",
      "Rep ID",
      "key",
      of((rep) => rep.key),
    ),
    textColumn(
      "name",
      "Rep",
      "name",
      of((rep) => rep.name),
    ),
    textColumn(
      "email",
      "Email",
      "email",
      of((rep) => rep.email),
    ),
    textColumn(
      "seniority",
      "Seniority",
      "seniority",
      of((rep) => rep.seniority),
      "choice",
    ),
    textColumn(
      "manager",
      "Team lead",
      "manager",
      of((rep) => rep.manager),
      "choice",
    ),
    numberColumn(
      "quota",
      "Quota",
      "quota",
      of((rep) => rep.quota),
      "currency",
    ),
    numberColumn(
      "capacity",
      "Capacity (accounts)",
      "capacity",
      of((rep) => rep.capacity),
    ),
    textColumn(
      "languages",
      "Languages",
      "language",
      of((rep) => rep.languages.join("; ")),
    ),
    textColumn(
      "industries",
      "Industries",
      "industry",
      of((rep) => rep.industries.join("; ")),
    ),
    textColumn(
      "city",
      "Home city",
      "city",
      of((rep) => rep.home.city),
    ),
    textColumn(
      "state",
      "State",
      "state",
      of((rep) => rep.home.state),
      "choice",
    ),
    textColumn(
      "postal-code",
      "Postal code",
      "postalCode",
      of((rep) => rep.home.postalCode),
    ),
    numberColumn(
      "latitude",
      "Latitude",
      "latitude",
      of((rep) => rep.home.latitude),
    ),
    numberColumn(
      "longitude",
      "Longitude",
      "longitude",
      of((rep) => rep.home.longitude),
    ),
  ]);
}

/** "Tomás Aguilar" → "tomas.aguilar". */
function plain(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll(" ", ".");
}
