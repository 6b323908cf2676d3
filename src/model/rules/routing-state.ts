import { primaryRep } from "../alignment";
import { dayIn } from "../day";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import type { RoutingRule } from "../planning/routing-rule";
import { isLive } from "../table";
import type { PastRouting } from "./past-routings";
import { Turns } from "./turns";

/** For how long a lead counts as load beside the accounts of its rep's territories. */
export const LEAD_LOAD_DAYS = 30;

const QUARTERS_PER_DAY = 96;
const MS_PER_DAY = 86_400_000;

/** Turns, daily counts and load while rows are routed one after the other, in the order of time. Reps are rows of their table. */
export class RoutingState {
  readonly #timeZone: string;
  readonly #dayOfQuarter = new Map<number, number>();
  readonly #turns = new Map<string, { readonly pool: string; readonly turns: Turns }>();
  readonly #given: PastRouting[] = [];
  /** Accounts that each rep covers as primary, the routed ones left out. */
  readonly #covered: Float64Array;
  readonly #recent: Float64Array;
  readonly #accountsGiven: Float64Array;
  /** Leads of the day by rep. */
  #today: Float64Array;
  #day = Number.NaN;
  /** Past leads before this position are too old to be load. */
  #oldest = 0;

  /** `without`: 1 for each account that is to be routed anew. `past` is what was given before, oldest first. */
  constructor(plan: Plan, path: AlignmentPath, past: readonly PastRouting[], without: Uint8Array | null) {
    const { accounts, reps } = plan.tables;
    const { territories, territoryOf } = alignmentAt(plan, path);
    this.#timeZone = plan.settings.timeZone;
    this.#covered = new Float64Array(reps.count);
    this.#recent = new Float64Array(reps.count);
    this.#accountsGiven = new Float64Array(reps.count);
    this.#today = new Float64Array(reps.count);
    const rowOf = new Map([...reps.ids.keys()].map((row) => [reps.ids[row]!, row]));
    const repOf = territories.map((territory) => rowOf.get((territory && primaryRep(territory)) ?? -1) ?? -1);
    for (let account = 0; account < accounts.count; account++) {
      const rep = repOf[territoryOf[account]!]!;
      if (rep >= 0 && !without?.[account] && isLive(accounts, account)) this.#covered[rep]!++;
    }
    for (const routing of past) {
      this.#given.push(routing);
      if (routing.table === "leads") this.#count(routing);
    }
  }

  /** The day of a moment in the plan's time zone. Both in days since 1970. */
  dayOf(at: number): number {
    // Offsets from UTC are whole quarters of an hour.
    const quarter = Math.floor(at * QUARTERS_PER_DAY);
    let day = this.#dayOfQuarter.get(quarter);
    if (day === undefined) {
      day = dayIn(this.#timeZone, (quarter / QUARTERS_PER_DAY) * MS_PER_DAY);
      this.#dayOfQuarter.set(quarter, day);
    }
    return day;
  }

  /** Leads that the rep was given on the day. */
  givenOn(day: number, rep: number): number {
    return this.#day === day ? this.#today[rep]! : 0;
  }

  /** Accounts that the rep covers and leads of the last LEAD_LOAD_DAYS. */
  loadAt(at: number, rep: number): number {
    while (this.#oldest < this.#given.length) {
      const oldest = this.#given[this.#oldest]!;
      if (oldest.at > at - LEAD_LOAD_DAYS) break;
      if (oldest.table === "leads") this.#recent[oldest.rep]!--;
      this.#oldest++;
    }
    return this.#covered[rep]! + this.#accountsGiven[rep]! + this.#recent[rep]!;
  }

  /** The turns of a rule's pool, as its own past routings left them. Whoever left the pool since is passed over in them. */
  turnsOf(
    rule: RoutingRule | null,
    pool: readonly { readonly rep: number; readonly weight: number }[],
  ): Turns {
    const id = rule?.id ?? "";
    const shape = JSON.stringify(pool.map(({ rep, weight }) => [rep, weight]));
    const known = this.#turns.get(id);
    if (known?.pool === shape) return known.turns;
    const turns = new Turns(pool.map(({ weight }) => weight));
    const name = rule?.name ?? CATCH_ALL_NAME;
    for (const routing of this.#given) {
      const position = routing.rule === name ? pool.findIndex(({ rep }) => rep === routing.rep) : -1;
      if (position >= 0) turns.give(position);
    }
    this.#turns.set(id, { pool: shape, turns });
    return turns;
  }

  /** Notes what was given; never earlier than what was noted before. `rule` is null for the catch-all. */
  give(routing: PastRouting, rule: RoutingRule | null, position: number): void {
    this.#given.push(routing);
    if (routing.table === "leads") this.#count(routing);
    else this.#accountsGiven[routing.rep]!++;
    if (position >= 0) this.#turns.get(rule?.id ?? "")?.turns.give(position);
  }

  #count({ rep, at }: PastRouting): void {
    this.#recent[rep]!++;
    const day = this.dayOf(at);
    if (day !== this.#day) {
      this.#day = day;
      this.#today.fill(0);
    }
    this.#today[rep]!++;
  }
}

/** What rows that the catch-all gave away remember as their rule. */
export const CATCH_ALL_NAME = "Catch-all";
