import { territoryAt } from "../../model/alignment";
import { cellText } from "../../model/cells";
import { countOf } from "../../model/edits/assign-accounts";
import { measureValues, unitValues } from "../../model/metrics/measure-values";
import { placesOf } from "../../model/metrics/places";
import { degreesOf, type PlaceDoubt, placeDoubts } from "../../model/place-doubts";
import { accountNeighbors } from "../../model/problems/account-neighbors";
import { farAccountSteps } from "../../model/problems/far-accounts";
import { gapsIn } from "../../model/problems/gaps";
import { interleavedSteps } from "../../model/problems/interleaved-accounts";
import { sharedSpots } from "../../model/problems/shared-spots";
import { strayPieces, territoryPieceSteps } from "../../model/problems/territory-pieces";
import { columnByKey, isLive } from "../../model/table";
import { exceptionsOf, UNIT_COLUMNS } from "../../model/units";
import { rowName } from "../grid/table-columns";
import { distanceText, percentText, shortValue } from "../number-format";
import type { Planner } from "../planner";

/** One thing that is wrong: what to select and show, and what to call it. */
export interface Problem {
  /** Account rows; empty where it is a unit. */
  readonly accounts: readonly number[];
  /** Row in the table of units. */
  readonly unit?: number;
  readonly name: string;
  readonly detail: string;
}

/** All troubles of one kind, the worst first. Items are made when they are asked for: there may be many. */
export interface ProblemList {
  readonly kind:
    | "gaps"
    | "unit-gaps"
    | "interleaved"
    | "spots"
    | "pieces"
    | "far"
    | "exceptions"
    | "doubtful"
    | "unlocated";
  readonly title: string;
  /** Why it is one, in a sentence. */
  readonly what: string;
  readonly count: number;
  readonly item: (at: number) => Problem;
  /** The accounts of an item, without its words; none where it is a unit. */
  readonly rows: (at: number) => readonly number[];
  /** Accounts that an edit would put right, where one can. */
  readonly mendable?: readonly number[];
  /** True where there are so many that the units no longer say where the territories are. */
  readonly flagged?: boolean;
}

const DOUBTS: Readonly<Record<PlaceDoubt, string>> = {
  "zero-place": "in the sea off Africa",
  "swapped-place": "latitude and longitude seem to be swapped",
  "latitude-range": "latitudes lie between −90 and 90",
  "longitude-range": "longitudes go from −180 to 180",
};

/** Accounts looked at in one step: a few milliseconds. */
const STEP = 10_000;

/** What is wrong with the alignment shown. Steps pause between kinds, so that a page can go on meanwhile. */
export function* problemLists(planner: Planner): Generator<void, ProblemList[]> {
  const plan = planner.plan();
  const path = planner.path();
  const alignment = planner.alignment();
  const { travel } = planner.figures();
  const { accounts, units } = plan.tables;
  const name = (account: number) => rowName(accounts.columns, account);
  const territory = (slot: number) => territoryAt(alignment, slot).name;
  const degreesAt = degreesOf(accounts);
  const degrees = (account: number) =>
    [degreesAt.latitude(account), degreesAt.longitude(account)]
      .map((number) => (Number.isNaN(number) ? "none" : number.toLocaleString("en-US")))
      .join(", ");
  const gaps = gapsIn(plan, path);
  const values = gaps.by && measureValues(accounts, gaps.by);
  const lists: ProblemList[] = [
    {
      kind: "gaps",
      title: "Accounts that nobody has",
      what: gaps.by ? `By ${gaps.by.name}, the largest first.` : "Accounts without a territory.",
      count: gaps.accounts.length,
      rows: (at) => [gaps.accounts[at]!],
      item: (at) => {
        const account = gaps.accounts[at]!;
        const detail = gaps.by && values ? shortValue(plan, gaps.by, values[account]!) : "";
        return { accounts: [account], name: name(account), detail };
      },
    },
  ];
  const potential = plan.measures.find(({ source }) => source.kind === "unit-column");
  if (potential?.source.kind === "unit-column") {
    const worth = unitValues(units, potential.source.column);
    const names = columnByKey(units, UNIT_COLUMNS.name);
    lists.push({
      kind: "unit-gaps",
      title: "Units with potential that nobody has",
      what: `By ${potential.name}, the largest first.`,
      count: gaps.units.length,
      rows: () => [],
      item: (at) => {
        const unit = gaps.units[at]!;
        return {
          accounts: [],
          unit,
          name: cellText(names, unit),
          detail: shortValue(plan, potential, worth[unit]!),
        };
      },
    });
  }
  yield;
  const places = placesOf(accounts);
  const neighbors = accountNeighbors(accounts);
  yield;
  const allPieces = neighbors && (yield* territoryPieceSteps(neighbors, alignment.territoryOf));
  yield;
  const pieces = allPieces ? strayPieces(allPieces) : [];
  lists.push({
    kind: "pieces",
    title: "Pieces apart from their territory",
    what: "Accounts that do not hang together with the rest of their territory.",
    count: pieces.length,
    rows: (at) => pieces[at]!.accounts,
    item: (at) => {
      const { slot, accounts: members, beside } = pieces[at]!;
      const among = beside === 0 ? "" : ` beside ${territory(beside)}`;
      return { accounts: members, name: territory(slot), detail: `${countOf(members.length)}${among}` };
    },
  });
  yield;
  const interleaved = neighbors ? yield* interleavedSteps(neighbors, alignment.territoryOf, places) : [];
  lists.push({
    kind: "interleaved",
    title: "Overlaps: accounts among those of others",
    what: "More than half of their nearest neighbors belong to other territories.",
    count: interleaved.length,
    rows: (at) => [interleaved[at]!.account],
    item: (at) => {
      const { account, slot, among, others } = interleaved[at]!;
      return {
        accounts: [account],
        name: name(account),
        detail: `${territory(slot)}, ${percentText(others)} of its neighbors elsewhere, mostly ${territory(among)}`,
      };
    },
  });
  yield;
  const spots = neighbors ? sharedSpots(neighbors, alignment.territoryOf) : [];
  if (spots.length > 0)
    lists.push({
      kind: "spots",
      title: "Several territories on one spot",
      what: "No border can part them. On the map the spot has the color of the one with most accounts.",
      count: spots.length,
      rows: (at) => spots[at]!.accounts,
      item: (at) => {
        const { accounts: there, territories } = spots[at]!;
        return {
          accounts: there,
          name: name(there[0]!),
          detail: `${territories} territories, ${countOf(there.length)}`,
        };
      },
    });
  yield;
  const far = yield* farAccountSteps(plan, path, travel.centers);
  lists.push({
    kind: "far",
    title: far.some(({ from }) => from === "home")
      ? "Accounts far from their rep"
      : "Accounts far from the middle of their territory",
    what: "More than three times as far as the middle account of their territory.",
    count: far.length,
    rows: (at) => [far[at]!.account],
    item: (at) => {
      const { account, slot, km, from } = far[at]!;
      const where = from === "home" ? "the rep's home" : "the middle of the territory";
      return {
        accounts: [account],
        name: name(account),
        detail: `${territory(slot)}, ${distanceText(plan, km)} from ${where}`,
      };
    },
  });
  yield;
  const exceptions = exceptionsOf(plan, path);
  if (exceptions.placed > 0) {
    const rows: number[] = [];
    for (let account = 0; account < accounts.count; account++)
      if (exceptions.flags[account]) rows.push(account);
    lists.push({
      kind: "exceptions",
      title: "Exceptions to their unit",
      what: exceptions.many
        ? "More than a tenth of the accounts: the units no longer say where the territories are."
        : "Accounts that are not in the territory of their unit.",
      count: rows.length,
      flagged: exceptions.many,
      rows: (at) => [rows[at]!],
      item: (at) => ({
        accounts: [rows[at]!],
        name: name(rows[at]!),
        detail: territory(alignment.territoryOf[rows[at]!]!),
      }),
    });
  }
  yield;
  const doubtOf = placeDoubts(degreesAt);
  const doubtful: { readonly account: number; readonly why: PlaceDoubt }[] = [];
  const unlocated: number[] = [];
  for (let account = 0; account < accounts.count; account++) {
    if (account % STEP === STEP - 1) yield;
    if (!isLive(accounts, account)) continue;
    const why = doubtOf(account);
    if (why) doubtful.push({ account, why });
    else if (Number.isNaN(places[3 * account]!)) unlocated.push(account);
  }
  if (doubtful.length > 0)
    lists.push({
      kind: "doubtful",
      title: "Location in doubt",
      what: "Degrees that no account can have, or that look swapped. At 0, 0 and off the globe they count in no distance and no area.",
      count: doubtful.length,
      mendable: doubtful.flatMap(({ account, why }) => (why === "swapped-place" ? [account] : [])),
      rows: (at) => [doubtful[at]!.account],
      item: (at) => {
        const { account, why } = doubtful[at]!;
        return { accounts: [account], name: name(account), detail: `${degrees(account)}: ${DOUBTS[why]}` };
      },
    });
  if (unlocated.length > 0)
    lists.push({
      kind: "unlocated",
      title: "Accounts without a place",
      what: "They are on no map, and no distance or neighbor is known of them.",
      count: unlocated.length,
      rows: (at) => [unlocated[at]!],
      item: (at) => ({
        accounts: [unlocated[at]!],
        name: name(unlocated[at]!),
        detail: territory(alignment.territoryOf[unlocated[at]!]!),
      }),
    });
  return lists;
}

/** How many accounts and units stand in the lists, each counted once. */
export interface ProblemTotal {
  readonly accounts: number;
  readonly units: number;
}

/** Counts what stands in at least one of the lists. `accountCount` is the length of the table. */
export function distinctTotal(lists: readonly ProblemList[], accountCount: number): ProblemTotal {
  const seen = new Uint8Array(accountCount);
  let accounts = 0;
  let units = 0;
  for (const list of lists) {
    if (list.kind === "unit-gaps") units += list.count;
    for (let at = 0; at < list.count; at++)
      for (const account of list.rows(at)) {
        if (seen[account]) continue;
        seen[account] = 1;
        accounts++;
      }
  }
  return { accounts, units };
}
