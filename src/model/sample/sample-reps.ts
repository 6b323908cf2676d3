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
  readonly skills: readonly string[];
  readonly region: string;
  /** The lead a junior works with; "" for the others. */
  readonly lead: string;
  /** Days since 1970. */
  readonly since: number;
  readonly availability: number;
  /** Days since 1970; NaN for those who are there. */
  readonly awayFrom: number;
  readonly awayTo: number;
}

/**
 * Name, seniority, home, languages, industries, skills, and months with the company; in the order of the territories, so that six
 * make a region.
 */
const LISTED = `
Maya Whitfield|Team lead|Denver CO|English|Software, Professional services, Construction|Integrations, Analytics|118
Tomás Aguilar|Mid-level|Salt Lake City UT|English, Spanish|Construction, Energy|Mobile|41
Priya Raman|Senior|Los Angeles CA|English, Hindi|Health care, Hospitality|Compliance, Mobile|63
Kenji Watanabe|Senior|San Jose CA|English, Japanese|Software, Manufacturing|Integrations, Security|77
Lucia Fontaine|Senior|Phoenix AZ|English, Spanish, French|Retail, Hospitality|Analytics, Mobile|58
Erik Halvorsen|Mid-level|Seattle WA|English, Norwegian|Software, Logistics|Integrations, Mobile|29
Denise Okafor|Team lead|Chicago IL|English|Financial services, Professional services, Health care, Education, Retail|Security, Compliance, Analytics|96
Anders Nyberg|Senior|Minneapolis MN|English, Swedish|Health care, Manufacturing|Compliance, Integrations|70
Caleb Thornton|Junior|Denver CO|English|Education, Retail|Mobile|4
Renee Dubois|Mid-level|Saint Louis MO|English, French|Logistics, Manufacturing|Integrations, Mobile|35
Marcus Bell|Senior|Detroit MI|English|Manufacturing, Logistics|Integrations, Analytics|82
Hannah Kowalski|Junior|Columbus OH|English, Polish|Health care, Education|Compliance|9
Isabel Navarro|Team lead|Dallas TX|English, Spanish, Portuguese|Energy, Construction, Retail, Hospitality, Health care|Security, Mobile, Compliance|101
Omar Haddad|Senior|Houston TX|English, Arabic|Energy, Logistics|Security, Mobile|66
Tyler Brandt|Junior|Denver CO|English|Construction, Retail|Mobile|14
Simone Baptiste|Mid-level|New Orleans LA|English, French|Hospitality, Energy|Mobile, Analytics|38
Jasmine Carter|Senior|Atlanta GA|English|Financial services, Logistics|Security, Integrations|73
Rafael Ibarra|Junior|Miami FL|English, Spanish, Portuguese|Hospitality, Health care|Compliance|5
Grace Lindqvist|Team lead|New York NY|English|Financial services, Software, Professional services, Education, Construction|Security, Compliance, Integrations|124
Daniel Osei|Senior|Philadelphia PA|English, Twi|Health care, Education|Compliance, Analytics|55
Claire Moreau|Senior|Boston MA|English, French|Software, Education|Integrations, Analytics|61
Victor Petrov|Mid-level|Newark NJ|English, Russian|Financial services, Manufacturing|Security|32
Aisha Rahman|Junior|Washington DC|English, Urdu|Professional services, Education|Analytics|11
Noah Fitzgerald|Junior|Charlotte NC|English|Financial services, Construction|Security|8
`;

/** Months until a new rep carries a full quota. */
const RAMP_MONTHS = 6;
/** Who works part-time, and how much; who is away, and from when to when in days from today. */
const PART_TIME: Readonly<Record<string, number>> = { "Renee Dubois": 0.8, "Claire Moreau": 0.6 };
const AWAY: Readonly<Record<string, readonly [from: number, to: number]>> = { "Anders Nyberg": [-12, 71] };
const DAYS_PER_MONTH = 30.4375;

const QUOTAS = { Junior: 350_000, "Mid-level": 550_000, Senior: 750_000, "Team lead": 600_000 } as const;
const CAPACITIES = { Junior: 45, "Mid-level": 60, Senior: 75, "Team lead": 45 } as const;

/** `today` in days since 1970. */
export function sampleReps(random: Random, places: PlaceDice, today: number): SampleRep[] {
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
    const [name = "", level = "", home = "", languages = "", industries = "", skills = "", months = ""] = row;
    const seniority = level as SampleRep["seniority"];
    const isLead = seniority === "Team lead";
    const manager = isLead ? "" : rows[Math.floor(i / teamSize) * teamSize]![0]!;
    const [awayFrom, awayTo] = AWAY[name] ?? [Number.NaN, Number.NaN];
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
      manager,
      skills: skills.split(", "),
      region: SAMPLE_TERRITORIES[i]!.region,
      lead: seniority === "Junior" ? manager : "",
      since: today - Math.round(Number(months) * DAYS_PER_MONTH),
      availability: PART_TIME[name] ?? 1,
      awayFrom: today + awayFrom,
      awayTo: today + awayTo,
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
    textColumn(
      "skills",
      "Skills",
      "skills",
      of((rep) => rep.skills.join("; ")),
    ),
    textColumn(
      "region",
      "Region",
      "region",
      of((rep) => rep.region),
      "choice",
    ),
    textColumn(
      "lead",
      "Paired with",
      "lead",
      of((rep) => rep.lead),
      "choice",
    ),
    numberColumn(
      "since",
      "Start date",
      "since",
      of((rep) => rep.since),
      "date",
    ),
    numberColumn(
      "ramp",
      "Ramp (months)",
      "ramp",
      of(() => RAMP_MONTHS),
    ),
    numberColumn(
      "availability",
      "Availability",
      "availability",
      of((rep) => rep.availability),
      "percent",
    ),
    numberColumn(
      "away-from",
      "Away from",
      "awayFrom",
      of((rep) => rep.awayFrom),
      "date",
    ),
    numberColumn(
      "away-to",
      "Away to",
      "awayTo",
      of((rep) => rep.awayTo),
      "date",
    ),
  ]);
}

/** "Tomás Aguilar" → "tomas.aguilar". */
function plain(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll(" ", ".");
}
