import { type Alignment, type TerritorySlot, territorySlots, UNASSIGNED } from "../alignment";
import { cellNumber, cellText } from "../cells";
import { type RepProfile, repProfiles } from "../fit/rep-profile";
import { textList } from "../fit/text-list";
import { type SegmentClasses, segmentClasses } from "../hybrid";
import { formatRowId } from "../ids";
import { placesOf } from "../metrics/places";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import {
  type Eligibility,
  NO_ROUTING,
  type RoutedTable,
  type RoutingRule,
  type RoutingSettings,
  type RuleTarget,
} from "../planning/routing-rule";
import { hasRow, type RowBits } from "../row-bits";
import { columnByRole } from "../table";
import type { Decision, RoutingReason, RuleAnswer, SkippedRep } from "./decision";
import { capacityOf, type Ineligible, ineligibility, type RowFacts } from "./eligibility";
import { type FoundTerritory, TerritoryFinder, type TerritoryTarget } from "./find-territory";
import type { PastRouting } from "./past-routings";
import { highest, matching, type Wanted } from "./pool-order";
import { CATCH_ALL_NAME, RoutingState } from "./routing-state";
import { RuleMatcher } from "./rule-rows";
import { kmBetween } from "./territory-centers";

interface Taker {
  /** Position in the profiles. */
  readonly rep: number;
  readonly territory: TerritorySlot;
  readonly weight: number;
}

/** Routes rows of one table one after the other, in the order of time, each after what those before it were given. */
export class Router {
  readonly #plan: Plan;
  readonly #table: RoutedTable;
  readonly #alignment: Alignment;
  readonly #rules: readonly RoutingRule[];
  readonly #rows: readonly RowBits[];
  readonly #settings: RoutingSettings;
  readonly #profiles: readonly RepProfile[];
  readonly #profileById: ReadonlyMap<string, number>;
  readonly #slotsOfRep: readonly TerritorySlot[][];
  readonly #caps: readonly number[];
  readonly #finder: TerritoryFinder;
  /** Which territories take which accounts; null for leads and where none is limited. */
  readonly #classes: SegmentClasses | null;
  readonly #state: RoutingState;

  /**
   * `past` is what was given before, oldest first; `without` marks the accounts that are routed anew. Rules that are off are left out.
   */
  constructor(
    plan: Plan,
    path: AlignmentPath,
    table: RoutedTable,
    past: readonly PastRouting[],
    without: Uint8Array | null = null,
  ) {
    this.#plan = plan;
    this.#table = table;
    this.#alignment = alignmentAt(plan, path);
    const matcher = new RuleMatcher(plan, path, table);
    this.#rules = plan.planning.rules.filter(({ enabled }) => enabled);
    this.#rows = this.#rules.map((rule) => matcher.rowsOf(rule));
    this.#settings = plan.planning.routing[0] ?? NO_ROUTING;
    this.#profiles = repProfiles(plan.tables.reps);
    this.#profileById = new Map(this.#profiles.map(({ id }, position) => [formatRowId(id), position]));
    this.#slotsOfRep = slotsOfReps(this.#alignment, this.#profiles);
    const caps = columnByRole(plan.tables.reps, "dailyCap");
    this.#caps = this.#profiles.map(({ row }) => {
      const own = caps ? cellNumber(caps, row) : Number.NaN;
      return Number.isNaN(own) ? (this.#settings.dailyCap ?? Number.POSITIVE_INFINITY) : own;
    });
    this.#finder = new TerritoryFinder(plan, path, table);
    this.#classes = table === "accounts" ? segmentClasses(plan, path) : null;
    this.#state = new RoutingState(plan, path, past, without);
  }

  /** Decides on one row and remembers who got it. `at` is never earlier than that of the row before. */
  route(row: number, at: number): Decision {
    const facts = this.#factsOf(row, at);
    const fellThrough: { rule: RoutingRule; answer: RuleAnswer }[] = [];
    for (const [i, rule] of this.#rules.entries()) {
      if (!hasRow(this.#rows[i]!, row)) continue;
      const answer = this.#ask(rule, rule.target, rule.eligibility, facts);
      const isEnd = rule.otherwise === "stop" || rule.target.kind === "unassigned";
      if (answer.given || isEnd) return { row, at, rule, answer, fellThrough };
      fellThrough.push({ rule, answer });
    }
    const answer = this.#ask(null, this.#settings.catchAll, CATCH_ALL_ELIGIBILITY, facts);
    return { row, at, rule: null, answer, fellThrough };
  }

  /** Leads given to a rep (by row) on the day of a moment. */
  givenOn(at: number, rep: number): number {
    return this.#state.givenOn(this.#state.dayOf(at), rep);
  }

  #ask(rule: RoutingRule | null, target: RuleTarget, asked: Eligibility, facts: RowFacts): RuleAnswer {
    switch (target.kind) {
      case "unassigned":
        return { given: false, why: { kind: "left-unassigned" }, skipped: [] };
      case "rep":
      case "pool": {
        const named = target.kind === "rep" ? [{ rep: target.rep, weight: 1 }] : target.reps;
        const takers = named.flatMap(({ rep, weight }): Taker[] => {
          const position = this.#profileById.get(rep);
          if (position === undefined) return [];
          const own = this.#slotsOfRep[position]!;
          const taking = own.filter((slot) => !this.#refuses(slot, facts.row));
          const territory = this.#finder.nearestOf(taking.length > 0 ? taking : own, facts.row);
          return [{ rep: position, territory, weight }];
        });
        return this.#share(rule, target, takers, asked, facts);
      }
      default:
        return this.#toTerritory(rule, this.#find(target, facts.row), asked, facts);
    }
  }

  #find(target: TerritoryTarget, row: number): FoundTerritory {
    const found = this.#finder.find(target, row, this.#classes && ((slot) => this.#refuses(slot, row)));
    if (found.slot === null || !this.#refuses(found.slot, row)) return found;
    return { slot: null, missing: { kind: "not-taken" } };
  }

  #refuses(slot: TerritorySlot, row: number): boolean {
    const classes = this.#classes;
    return classes !== null && classes.refused[classes.of[row]! * classes.slots + slot] === 1;
  }

  /** A territory's reps are asked one after the other; an account is the territory's whoever of them is there. */
  #toTerritory(
    rule: RoutingRule | null,
    found: FoundTerritory,
    asked: Eligibility,
    facts: RowFacts,
  ): RuleAnswer {
    if (found.slot === null) return { given: false, why: found.missing, skipped: [] };
    const territory = found.slot;
    const skipped: SkippedRep[] = [];
    const covering = (this.#alignment.territories[territory]?.coverage ?? []).toSorted(
      (a, b) => Number(b.role === "primary") - Number(a.role === "primary"),
    );
    const reps = covering.flatMap(({ rep }) => this.#profileById.get(formatRowId(rep)) ?? []);
    const asks = facts.table === "accounts" ? reps.slice(0, 1) : reps;
    for (const rep of asks) {
      const why = this.#ineligibility(rep, asked, facts);
      const { row } = this.#profiles[rep]!;
      if (!why) {
        this.#note(rule, facts, row, -1);
        return { given: true, territory, rep: row, by: found.by, skipped };
      }
      skipped.push({ rep: row, why });
    }
    if (skipped.length > 0) return { given: false, why: { kind: "nobody-eligible" }, skipped };
    return { given: true, territory, rep: -1, by: found.by, skipped };
  }

  #share(
    rule: RoutingRule | null,
    target: Extract<RuleTarget, { kind: "rep" | "pool" }>,
    takers: readonly Taker[],
    asked: Eligibility,
    facts: RowFacts,
  ): RuleAnswer {
    if (takers.length === 0) return { given: false, why: { kind: "rep-gone" }, skipped: [] };
    const skipped: SkippedRep[] = [];
    const open: number[] = [];
    takers.forEach(({ rep, territory }, position) => {
      const why = this.#unfit(territory, facts) ?? this.#ineligibility(rep, asked, facts);
      if (why) skipped.push({ rep: this.#profiles[rep]!.row, why });
      else open.push(position);
    });
    if (open.length === 0) return { given: false, why: { kind: "nobody-eligible" }, skipped };
    const { best, by } = this.#best(target, takers, open, facts);
    const byWeight = target.kind === "pool" && target.share === "weights";
    const pool = takers.map(({ rep, weight }) => ({
      rep: this.#profiles[rep]!.row,
      weight: byWeight ? weight : 1,
    }));
    const position = this.#state.turnsOf(rule, pool).next(best);
    const { rep, territory } = takers[position]!;
    const { row } = this.#profiles[rep]!;
    // Before it counts as given: what is left is meant, not what will be.
    const reason = by(position);
    this.#note(rule, facts, row, position);
    return { given: true, territory, rep: row, by: reason, skipped };
  }

  /** The positions among those open that the way of sharing puts first, and how it would say so. */
  #best(
    target: Extract<RuleTarget, { kind: "rep" | "pool" }>,
    takers: readonly Taker[],
    open: readonly number[],
    facts: RowFacts,
  ): { best: readonly number[]; by: (position: number) => RoutingReason } {
    const profile = (position: number) => this.#profiles[takers[position]!.rep]!;
    const share = target.kind === "rep" ? "rep" : target.share;
    switch (share) {
      case "rep":
      case "turns":
      case "weights":
        return { best: open, by: () => ({ kind: share }) };
      case "capacity": {
        // Who has no capacity in the table comes after those who have.
        const left = (position: number) =>
          capacityOf(profile(position)) - this.#state.loadAt(facts.at, profile(position).row);
        return { best: highest(open, left), by: (position) => ({ kind: "capacity", left: left(position) }) };
      }
      case "match": {
        const wanted = this.#wantedOf(facts);
        const matched = (position: number) => matching(profile(position), wanted);
        return {
          best: highest(open, (position) => matched(position).length),
          by: (position) => ({ kind: "match", matched: matched(position) }),
        };
      }
      case "nearest": {
        const places = placesOf(this.#plan.tables[this.#table]);
        const homes = placesOf(this.#plan.tables.reps);
        const km = (position: number) => kmBetween(places, facts.row, homes, profile(position).row);
        return {
          best: highest(open, (position) => -km(position)),
          by: (position) => ({ kind: "nearest", km: km(position) }),
        };
      }
    }
  }

  /** What keeps an account out of the territory that a rep would bring it to. */
  #unfit(territory: TerritorySlot, { table, row }: RowFacts): Ineligible | null {
    if (table === "leads") return null;
    if (territory === UNASSIGNED) return { kind: "no-territory" };
    return this.#refuses(territory, row) ? { kind: "segment" } : null;
  }

  #ineligibility(rep: number, asked: Eligibility, facts: RowFacts): Ineligible | null {
    return ineligibility(facts, this.#profiles[rep]!, asked, this.#caps[rep]!, this.#state);
  }

  #note(rule: RoutingRule | null, { table, row, at }: RowFacts, rep: number, position: number): void {
    this.#state.give({ table, row, rep, at, rule: rule?.name ?? CATCH_ALL_NAME }, rule, position);
  }

  #factsOf(row: number, at: number): RowFacts {
    return { table: this.#table, row, at, languages: this.#listOf("language", row) };
  }

  #wantedOf({ row, languages }: RowFacts): Wanted {
    return { languages, industries: this.#listOf("industry", row), skills: this.#listOf("skills", row) };
  }

  #listOf(role: "language" | "industry" | "skills", row: number): string[] {
    const text = cellText(columnByRole(this.#plan.tables[this.#table], role), row).trim();
    // An industry's name may have commas in it, and a row is of one.
    if (role === "industry") return text === "" ? [] : [text];
    return textList(text);
  }
}

/** The catch-all looks at nothing but who is away: what it takes has nowhere else to go. */
const CATCH_ALL_ELIGIBILITY: Eligibility = { away: true, dailyCap: false, language: false, capacity: false };

/** The territories that each rep owns, by position in the profiles. */
function slotsOfReps(alignment: Alignment, profiles: readonly RepProfile[]): TerritorySlot[][] {
  const positions = new Map(profiles.map(({ id }, position) => [id, position]));
  const slots = profiles.map((): TerritorySlot[] => []);
  for (const slot of territorySlots(alignment)) {
    for (const { rep, role } of alignment.territories[slot]!.coverage) {
      const position = positions.get(rep);
      if (role === "primary" && position !== undefined) slots[position]!.push(slot);
    }
  }
  return slots;
}
