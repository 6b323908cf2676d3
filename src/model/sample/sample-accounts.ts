import type { Random } from "../ids";
import type { Table } from "../table";
import type { AccountNeeds } from "./account-needs";
import { numberColumn, tableOf, textColumn } from "./column-makers";
import { companyName } from "./company-names";
import { between, chance, logNormal, pick, pickWeighted, roundedAmount } from "./dice";
import { INDUSTRIES, type Industry } from "./industries";
import type { PlaceDice, SamplePlace } from "./sample-places";

export const SEGMENTS = ["Small business", "Mid-market", "Enterprise"] as const;
export type Segment = (typeof SEGMENTS)[number];

export interface SampleAccount {
  /** The CRM's id. */
  readonly key: string;
  readonly name: string;
  readonly segment: Segment;
  readonly industry: Industry;
  readonly employees: number;
  /** Dollars a year that the customer pays; 0 for a prospect. */
  readonly revenue: number;
  /** Dollars a year that the account could pay. */
  readonly potential: number;
  readonly isCustomer: boolean;
  /** "English" or what the buyers prefer to speak. */
  readonly language: string;
  /** Visits a year. */
  readonly visits: number;
  /** Days since 1970; NaN where nobody has been in touch. */
  readonly lastActivity: number;
  readonly place: SamplePlace;
}

const VISITS: Readonly<Record<Segment, number>> = { "Small business": 2, "Mid-market": 6, Enterprise: 12 };

/** States where a good part of business is done in Spanish. */
const SPANISH: ReadonlySet<string> = new Set(["TX", "FL", "CA", "NM", "AZ", "NV", "NY", "NJ"]);

/** Dollars a year that a company of a hundred employees could pay. */
const POTENTIAL_PER_100 = 24_000;

/** Dollars a year of the largest contract that the product lends itself to. */
const LARGEST_POTENTIAL = 600_000;

/** The market as the company's CRM has it. `today` in days since 1970. */
export function sampleAccounts(
  random: Random,
  places: PlaceDice,
  count: number,
  today: number,
): SampleAccount[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, i) => {
    const place = places.draw(random);
    const industry = pickWeighted(random, INDUSTRIES, (candidate) => candidate.weight);
    const employees = Math.max(3, Math.min(25_000, Math.round(logNormal(random, 46, 1.75))));
    const segment = segmentOf(employees);
    // Seats are cheaper by the hundred, so potential grows more slowly than the company.
    const wanted =
      POTENTIAL_PER_100 * (employees / 100) ** 0.62 * industry.appetite * logNormal(random, 1, 0.35);
    const potential = roundedAmount(Math.min(LARGEST_POTENTIAL, wanted));
    const isCustomer = chance(random, place.state === "CO" ? 0.62 : 0.4);
    const revenue = isCustomer ? roundedAmount(potential * between(random, 0.15, 0.9)) : 0;
    const isTouched = isCustomer || chance(random, 0.6);
    return {
      key: `ACC-${String(i + 1).padStart(5, "0")}`,
      name: companyName(random, industry, segment === "Enterprise", place.city, taken),
      segment,
      industry,
      employees,
      revenue,
      potential,
      isCustomer,
      language: SPANISH.has(place.state) && chance(random, 0.14) ? "Spanish" : "English",
      visits: isCustomer ? VISITS[segment] : VISITS[segment] / 2,
      lastActivity: isTouched ? today - Math.floor(logNormal(random, 35, 0.9)) : Number.NaN,
      place,
    };
  });
}

/** Up to 99 employees small business, from 1,000 enterprise. */
export function segmentOf(employees: number): Segment {
  if (employees < 100) return "Small business";
  return employees < 1000 ? "Mid-market" : "Enterprise";
}

export function accountTable(
  random: Random,
  accounts: readonly SampleAccount[],
  needs: readonly AccountNeeds[],
): Table {
  const of = <Value>(read: (account: SampleAccount) => Value) => accounts.map(read);
  return tableOf(random, accounts.length, [
    textColumn(
      "account-id",
      "Account ID",
      "key",
      of((account) => account.key),
    ),
    textColumn(
      "name",
      "Account",
      "name",
      of((account) => account.name),
    ),
    textColumn(
      "segment",
      "Segment",
      "segment",
      of((account) => account.segment),
      "choice",
    ),
    textColumn(
      "industry",
      "Industry",
      "industry",
      of((account) => account.industry.name),
      "choice",
    ),
    textColumn(
      "status",
      "Status",
      null,
      of((account) => (account.isCustomer ? "Customer" : "Prospect")),
      "choice",
    ),
    numberColumn(
      "employees",
      "Employees",
      "employees",
      of((account) => account.employees),
    ),
    numberColumn(
      "revenue",
      "Revenue",
      "revenue",
      of((account) => account.revenue),
      "currency",
    ),
    numberColumn(
      "potential",
      "Potential",
      "potential",
      of((account) => account.potential),
      "currency",
    ),
    textColumn(
      "city",
      "City",
      "city",
      of((account) => account.place.city),
    ),
    textColumn(
      "state",
      "State",
      "state",
      of((account) => account.place.state),
      "choice",
    ),
    textColumn(
      "postal-code",
      "Postal code",
      "postalCode",
      of((account) => account.place.postalCode),
    ),
    textColumn(
      "country",
      "Country",
      "country",
      of(() => "United States"),
      "choice",
    ),
    numberColumn(
      "latitude",
      "Latitude",
      "latitude",
      of((account) => account.place.latitude),
    ),
    numberColumn(
      "longitude",
      "Longitude",
      "longitude",
      of((account) => account.place.longitude),
    ),
    textColumn(
      "language",
      "Language",
      "language",
      of((account) => account.language),
      "choice",
    ),
    numberColumn(
      "visits",
      "Visits a year",
      "visits",
      of((account) => account.visits),
    ),
    numberColumn(
      "last-activity",
      "Last activity",
      "lastActivity",
      of((account) => account.lastActivity),
      "date",
    ),
    numberColumn(
      "customer-since",
      "Customer since",
      "since",
      needs.map(({ since }) => since),
      "date",
    ),
    textColumn(
      "needs",
      "Needs",
      "skills",
      needs.map(({ skills }) => skills.join("; ")),
    ),
  ]);
}

/** An account to sell to, the bigger the likelier. */
export function pickByPotential(random: Random, accounts: readonly SampleAccount[]): SampleAccount {
  const some = Array.from({ length: 4 }, () => pick(random, accounts));
  return pickWeighted(random, some, (account) => account.potential);
}
