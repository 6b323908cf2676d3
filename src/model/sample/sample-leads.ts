import type { Random } from "../ids";
import type { Table } from "../table";
import { numberColumn, tableOf, textColumn } from "./column-makers";
import { companyName } from "./company-names";
import { between, chance, logNormal, pick, pickWeighted } from "./dice";
import { INDUSTRIES } from "./industries";
import { segmentOf } from "./sample-accounts";
import type { PlaceDice } from "./sample-places";
import type { SampleRep } from "./sample-reps";
import { territoryOfPlace } from "./sample-territories";

const GIVEN = words(
  "Adam Alicia Amit Andre Angela Beth Brian Carla Carlos Cheryl Chris Dana David Deborah Diego Elena Emily Eric Fatima Frank " +
    "Gina Greg Heather Hiro Ian Ingrid Jamal Janet Jason Jill Joanna Jorge Julia Karen Keith Kevin Kira Laura Leo Linda Luis " +
    "Malik Maria Mark Mei Megan Michael Monica Nadia Nate Nina Olivia Oscar Pamela Paul Peter Rachel Raj Rosa Ryan Samuel Sara " +
    "Scott Shirin Sofia Stephen Susan Tanya Teresa Tim Tony Vanessa Wei William Yolanda Zoe",
);
const FAMILY = words(
  "Adams Ahmed Anderson Baker Banerjee Brooks Brown Bryant Campbell Carlson Chavez Cohen Collins Cruz Davis Diaz Edwards Evans " +
    "Foster Garcia Gomez Gonzalez Green Gupta Hall Hansen Harris Hernandez Hill Ito Jackson James Johnson Jones Jordan Khan King " +
    "Lee Lewis Li Lopez Martin Martinez Miller Mitchell Moore Murphy Nelson O'Brien Park Perez Phillips Price Ramirez Reed Rivera " +
    "Roberts Robinson Rogers Ross Russell Sanchez Schmidt Singh Smith Stewart Taylor Thomas Torres Turner Walker Ward White Wilson Wong Young",
);

const SOURCES = [
  { name: "Website", weight: 34 },
  { name: "Webinar", weight: 16 },
  { name: "Referral", weight: 14 },
  { name: "Paid search", weight: 14 },
  { name: "Trade show", weight: 12 },
  { name: "Partner", weight: 10 },
];

/** The time back to the oldest lead. */
const DAYS = 180;
const HOUR = 1 / 24;

/** New inquiries of the last half year. `now` in days since 1970 with fractions; `load` = accounts by territory slot. */
export function leadTable(
  random: Random,
  places: PlaceDice,
  reps: readonly SampleRep[],
  load: ArrayLike<number>,
  count: number,
  now: number,
): Table {
  const meanLoad = Array.from(load).reduce((sum, accounts) => sum + accounts, 0) / load.length;
  const taken = new Set<string>();
  const leads = Array.from({ length: count }, () => {
    const place = places.draw(random);
    const industry = pickWeighted(random, INDUSTRIES, (candidate) => candidate.weight);
    const employees = Math.max(2, Math.round(logNormal(random, 30, 1.5)));
    const slot = territoryOfPlace(place.state, place.postalCode);
    const created = officeTime(random, now);
    // Who has more accounts than others answers later, and forgets more.
    const strain = load[slot]! / meanLoad;
    const response = created + logNormal(random, 2.5 * strain, 1.1) * HOUR;
    const isAnswered = response < now && chance(random, 1 - Math.min(0.25, 0.06 * strain));
    return {
      name: `${pick(random, GIVEN)} ${pick(random, FAMILY)}`,
      company: companyName(random, industry, employees >= 1000, place.city, taken),
      industry: industry.name,
      employees,
      place,
      source: pickWeighted(random, SOURCES, (source) => source.weight).name,
      created,
      firstResponse: isAnswered ? response : Number.NaN,
      status: isAnswered ? answeredStatus(random, now - created) : "New",
      owner: reps[slot - 1]!.name,
    };
  }).sort((a, b) => a.created - b.created);

  const of = <Value>(read: (lead: (typeof leads)[number]) => Value) => leads.map(read);
  return tableOf(random, count, [
    textColumn(
      "lead-id",
      "Lead ID",
      "key",
      leads.map((_, i) => `LEAD-${String(i + 1).padStart(4, "0")}`),
    ),
    textColumn(
      "name",
      "Lead",
      "name",
      of((lead) => lead.name),
    ),
    textColumn(
      "company",
      "Company",
      null,
      of((lead) => lead.company),
    ),
    textColumn(
      "status",
      "Status",
      "stage",
      of((lead) => lead.status),
      "choice",
    ),
    textColumn(
      "source",
      "Source",
      null,
      of((lead) => lead.source),
      "choice",
    ),
    numberColumn(
      "created",
      "Created",
      "created",
      of((lead) => lead.created),
      "datetime",
    ),
    numberColumn(
      "first-response",
      "First response",
      "firstResponse",
      of((lead) => lead.firstResponse),
      "datetime",
    ),
    textColumn(
      "owner",
      "Owner",
      "owner",
      of((lead) => lead.owner),
      "choice",
    ),
    textColumn(
      "segment",
      "Segment",
      "segment",
      of((lead) => segmentOf(lead.employees)),
      "choice",
    ),
    textColumn(
      "industry",
      "Industry",
      "industry",
      of((lead) => lead.industry),
      "choice",
    ),
    numberColumn(
      "employees",
      "Employees",
      "employees",
      of((lead) => lead.employees),
    ),
    textColumn(
      "city",
      "City",
      "city",
      of((lead) => lead.place.city),
    ),
    textColumn(
      "state",
      "State",
      "state",
      of((lead) => lead.place.state),
      "choice",
    ),
    textColumn(
      "postal-code",
      "Postal code",
      "postalCode",
      of((lead) => lead.place.postalCode),
    ),
    numberColumn(
      "latitude",
      "Latitude",
      "latitude",
      of((lead) => lead.place.latitude),
    ),
    numberColumn(
      "longitude",
      "Longitude",
      "longitude",
      of((lead) => lead.place.longitude),
    ),
  ]);
}

/** The older a lead, the likelier it has come to an end. */
function answeredStatus(random: Random, age: number): string {
  if (chance(random, Math.max(0.1, 0.8 - age / 60))) return "Working";
  return pickWeighted(random, ["Qualified", "Converted", "Unqualified"], (status) =>
    status === "Unqualified" ? 5 : status === "Converted" ? 3 : 2,
  );
}

/** A minute of a working day within the last half year, between 13:00 and 24:00 UTC: the office hours of the country. */
function officeTime(random: Random, now: number): number {
  for (;;) {
    const day = Math.floor(now - random() * DAYS);
    const time = day + Math.round(between(random, 13, 24) * 60) / 1440;
    // 1970-01-01 was a Thursday.
    const weekday = (((day + 4) % 7) + 7) % 7;
    if (time < now && weekday !== 0 && weekday !== 6) return time;
  }
}

function words(text: string): readonly string[] {
  return text.split(" ");
}
