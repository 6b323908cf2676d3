import { isAwayOn } from "../fit/rep-coverage";
import { lackingLanguages, type RepProfile } from "../fit/rep-profile";
import type { Eligibility, RoutedTable } from "../planning/routing-rule";
import type { RoutingState } from "./routing-state";

/** Why a rep may not have a row now. Days since 1970. */
export type Ineligible =
  /** Until the last day away; null = for good. */
  | { readonly kind: "away"; readonly until: number | null }
  | { readonly kind: "language"; readonly languages: readonly string[] }
  | { readonly kind: "capacity"; readonly capacity: number; readonly load: number }
  | { readonly kind: "daily-cap"; readonly cap: number }
  /** An account needs a territory, and the rep has none. */
  | { readonly kind: "no-territory" }
  /** The rep's territory is limited to segments that the account is not in. */
  | { readonly kind: "segment" };

/** What there is to know of a row that is routed. */
export interface RowFacts {
  readonly table: RoutedTable;
  readonly row: number;
  /** Days since 1970 with fractions. */
  readonly at: number;
  readonly languages: readonly string[];
}

/** The first thing that keeps a rep from having a row, or null. `cap`: leads a day. */
export function ineligibility(
  facts: RowFacts,
  rep: RepProfile,
  asked: Eligibility,
  cap: number,
  state: RoutingState,
): Ineligible | null {
  const isLead = facts.table === "leads";
  const day = state.dayOf(facts.at);
  if (asked.away && isLead && isAwayOn(rep, day)) {
    return { kind: "away", until: Number.isNaN(rep.awayTo) ? null : rep.awayTo };
  }
  if (asked.language && rep.languages) {
    const languages = lackingLanguages(facts.languages, rep.languages);
    if (languages.length > 0) return { kind: "language", languages };
  }
  if (asked.capacity) {
    const capacity = capacityOf(rep);
    const load = state.loadAt(facts.at, rep.row);
    if (load + 1 > capacity) return { kind: "capacity", capacity, load };
  }
  if (asked.dailyCap && isLead && state.givenOn(day, rep.row) >= cap) return { kind: "daily-cap", cap };
  return null;
}

/** What the rep can carry at the hours worked; NaN where the table does not say. */
export function capacityOf({ capacity, availability }: RepProfile): number {
  return Number.isNaN(availability) ? capacity : capacity * availability;
}
