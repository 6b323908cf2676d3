import { makeRecordId } from "../ids";
import { NO_UNKNOWN_PARTS, type Plan } from "../plan";
import { NO_PLANNING } from "../planning/planning-records";
import { EMPTY_TABLE } from "../table";
import { coloredByNeighbors } from "../territory-neighbors";
import { accountNeeds } from "./account-needs";
import { seededRandom } from "./dice";
import { accountTable, sampleAccounts } from "./sample-accounts";
import { dealTable } from "./sample-deals";
import { leadTable } from "./sample-leads";
import { PlaceDice, type PostalCodes } from "./sample-places";
import { repTable, sampleReps } from "./sample-reps";
import { sampleAlignment } from "./sample-territories";

export interface SampleOptions {
  readonly seed: number;
  /** Milliseconds since 1970: leads, deals and activities lie before it. */
  readonly now: number;
  /** Rows to make; the sample's own numbers where left out. */
  readonly accounts?: number;
  readonly leads?: number;
  readonly deals?: number;
}

const DAY_MS = 86_400_000;
const HOME_CITY = "Denver";

/**
 * The plan of a software company that has grown from one office in Denver to 24 reps all over the country, its territories
 * drawn by state lines and badly out of balance. The same places, seed and time give the same plan.
 */
export function makeSamplePlan(postalCodes: PostalCodes, options: SampleOptions): Plan {
  // A table has dice of its own: how many throws one takes must not change another.
  const dice = (stream: number) => seededRandom(options.seed * 4 + stream);
  const random = dice(0);
  const now = options.now / DAY_MS;
  const today = Math.floor(now);
  const places = new PlaceDice(postalCodes, HOME_CITY);

  const accounts = sampleAccounts(random, places, options.accounts ?? 1_200, today);
  const reps = sampleReps(random, places, today);
  const repRows = repTable(random, reps);
  const drawn = sampleAlignment(random, accounts, [...repRows.ids]);
  const accountRows = accountTable(random, accounts, accountNeeds(dice(3), accounts, today));
  const alignment = { ...drawn, territories: coloredByNeighbors(accountRows, drawn) };
  const load = new Float64Array(alignment.territories.length);
  for (const slot of alignment.territoryOf) load[slot]!++;

  const tables = {
    accounts: accountRows,
    reps: repRows,
    leads: leadTable(dice(1), places, reps, load, options.leads ?? 600, now),
    deals: dealTable(dice(2), accounts, alignment.territoryOf, reps, options.deals ?? 500, today),
    units: EMPTY_TABLE,
  };
  const layer = makeRecordId(random);
  return {
    id: makeRecordId(random),
    name: "Sample: national expansion",
    createdAt: options.now,
    settings: { locale: "en-US", currency: "USD", distanceUnit: "mi", timeZone: "America/Denver" },
    tables,
    measures: [
      { id: makeRecordId(random), name: "Accounts", source: { kind: "accounts" }, weight: 1, tolerance: 0.1 },
      {
        id: makeRecordId(random),
        name: "Potential",
        source: { kind: "column", column: "potential" },
        weight: 2,
        tolerance: 0.1,
      },
      {
        id: makeRecordId(random),
        name: "Revenue",
        source: { kind: "column", column: "revenue" },
        weight: 1,
        tolerance: 0.1,
      },
    ],
    layers: [{ id: layer, name: "Sales", baseline: alignment }],
    scenarios: [
      {
        id: makeRecordId(random),
        name: "Current",
        description: "The territories as they are today",
        archived: false,
        alignments: { [layer]: alignment },
      },
    ],
    planning: NO_PLANNING,
    unknown: NO_UNKNOWN_PARTS,
  };
}
