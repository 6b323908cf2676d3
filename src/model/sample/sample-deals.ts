import type { Random } from "../ids";
import type { Table } from "../table";
import { numberColumn, tableOf, textColumn } from "./column-makers";
import { between, chance, logNormal, pickWeighted, roundedAmount } from "./dice";
import { pickByPotential, type SampleAccount } from "./sample-accounts";
import type { SampleRep } from "./sample-reps";

const OPEN_STAGES = [
  { name: "Prospecting", weight: 5, probability: 0.1 },
  { name: "Qualification", weight: 4, probability: 0.25 },
  { name: "Proposal", weight: 3, probability: 0.5 },
  { name: "Negotiation", weight: 2, probability: 0.75 },
];

/** The time back to the oldest deal. */
const DAYS = 365;

/** Deals of the last year: a sales cycle of about ten weeks, longer for larger ones. `territoryOf` by position of the account. */
export function dealTable(
  random: Random,
  accounts: readonly SampleAccount[],
  territoryOf: ArrayLike<number>,
  reps: readonly SampleRep[],
  count: number,
  today: number,
): Table {
  const positionOf = new Map(accounts.map((account, i) => [account, i]));
  const deals = Array.from({ length: count }, () => {
    const account = pickByPotential(random, accounts);
    const slot = territoryOf[positionOf.get(account)!]!;
    const created = today - Math.floor(random() * DAYS);
    const size = account.segment === "Enterprise" ? 1.8 : account.segment === "Mid-market" ? 1.2 : 0.8;
    const closes = created + Math.ceil(logNormal(random, 70 * size, 0.5));
    const isClosed = closes < today;
    const isWon = isClosed && chance(random, account.isCustomer ? 0.45 : 0.22);
    const open = pickWeighted(random, OPEN_STAGES, (stage) => stage.weight);
    return {
      name: `${account.name}: ${account.isCustomer ? "expansion" : "first contract"}`,
      account: account.key,
      type: account.isCustomer ? "Expansion" : "New business",
      stage: isWon ? "Closed won" : isClosed ? "Closed lost" : open.name,
      probability: isWon ? 1 : isClosed ? 0 : open.probability,
      amount: Math.max(500, roundedAmount((account.potential - account.revenue) * between(random, 0.2, 0.8))),
      created,
      closes,
      owner: slot === 0 ? "" : reps[slot - 1]!.name,
    };
  }).sort((a, b) => a.created - b.created);

  const of = <Value>(read: (deal: (typeof deals)[number]) => Value) => deals.map(read);
  return tableOf(random, count, [
    textColumn(
      "deal-id",
      "Deal ID",
      "key",
      deals.map((_, i) => `DEAL-${String(i + 1).padStart(4, "0")}`),
    ),
    textColumn(
      "name",
      "Deal",
      "name",
      of((deal) => deal.name),
    ),
    textColumn(
      "account",
      "Account ID",
      "account",
      of((deal) => deal.account),
    ),
    textColumn(
      "stage",
      "Stage",
      "stage",
      of((deal) => deal.stage),
      "choice",
    ),
    numberColumn(
      "amount",
      "Amount",
      "amount",
      of((deal) => deal.amount),
      "currency",
    ),
    numberColumn(
      "probability",
      "Probability",
      null,
      of((deal) => deal.probability),
      "percent",
    ),
    textColumn(
      "type",
      "Type",
      null,
      of((deal) => deal.type),
      "choice",
    ),
    numberColumn(
      "created",
      "Created",
      "created",
      of((deal) => deal.created),
      "date",
    ),
    numberColumn(
      "close-date",
      "Close date",
      "closed",
      of((deal) => deal.closes),
      "date",
    ),
    textColumn(
      "owner",
      "Owner",
      "owner",
      of((deal) => deal.owner),
      "choice",
    ),
  ]);
}
