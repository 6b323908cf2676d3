import { formatRowId } from "../../src/model/ids";
import type { Plan } from "../../src/model/plan";
import {
  EVERY_ELIGIBILITY,
  type RoutingRule,
  type RuleTarget,
  type RuleTest,
} from "../../src/model/planning/routing-rule";
import type { CellValue, Column } from "../../src/model/table";
import { smallPlan } from "./small-plan";
import { makeColumn, makeTable } from "./small-table";

export interface LeadFields {
  readonly name?: string;
  readonly state?: string;
  readonly language?: string;
  readonly industry?: string;
  readonly employees?: number;
  readonly owner?: string;
  /** Days since 1970. */
  readonly created?: number;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly company?: string;
}

export interface RepFields {
  readonly name: string;
  readonly languages?: string;
  readonly industries?: string;
  readonly capacity?: number;
  readonly dailyCap?: number;
  readonly awayFrom?: number;
  readonly awayTo?: number;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** Rep ids are 1, 2, …, so that the first two own territories A and B of `smallPlan`. */
export const rep = (number: number) => formatRowId(number);

/** A small plan with these reps and leads, the accounts' letters as `smallPlan` takes them. */
export function routingPlan(
  reps: readonly RepFields[],
  leads: readonly LeadFields[],
  rules: readonly RoutingRule[] = [],
  letters = "AAAABBBB",
): Plan {
  const plan = smallPlan(letters);
  const column = (
    key: string,
    type: Column["type"],
    role: Column["role"],
    cells: readonly (CellValue | undefined)[],
  ) =>
    makeColumn(
      key,
      type,
      cells.map((cell) => cell ?? null),
      role,
    );
  const ofReps = (read: (fields: RepFields) => CellValue | undefined) => reps.map(read);
  const ofLeads = (read: (fields: LeadFields) => CellValue | undefined) => leads.map(read);
  const repTable = makeTable(
    [
      column(
        "name",
        "text",
        "name",
        ofReps(({ name }) => name),
      ),
      column(
        "languages",
        "text",
        "language",
        ofReps(({ languages }) => languages),
      ),
      column(
        "industries",
        "text",
        "industry",
        ofReps(({ industries }) => industries),
      ),
      column(
        "capacity",
        "number",
        "capacity",
        ofReps(({ capacity }) => capacity),
      ),
      column(
        "cap",
        "number",
        "dailyCap",
        ofReps(({ dailyCap }) => dailyCap),
      ),
      column(
        "away-from",
        "date",
        "awayFrom",
        ofReps(({ awayFrom }) => awayFrom),
      ),
      column(
        "away-to",
        "date",
        "awayTo",
        ofReps(({ awayTo }) => awayTo),
      ),
      column(
        "latitude",
        "number",
        "latitude",
        ofReps(({ latitude }) => latitude),
      ),
      column(
        "longitude",
        "number",
        "longitude",
        ofReps(({ longitude }) => longitude),
      ),
    ],
    reps.length,
  );
  const leadTable = makeTable(
    [
      column(
        "name",
        "text",
        "name",
        leads.map(({ name }, i) => name ?? `Lead ${i}`),
      ),
      column(
        "company",
        "text",
        null,
        ofLeads(({ company }) => company),
      ),
      column(
        "state",
        "text",
        "state",
        ofLeads(({ state }) => state),
      ),
      column(
        "language",
        "text",
        "language",
        ofLeads(({ language }) => language),
      ),
      column(
        "industry",
        "text",
        "industry",
        ofLeads(({ industry }) => industry),
      ),
      column(
        "employees",
        "number",
        "employees",
        ofLeads(({ employees }) => employees),
      ),
      column(
        "owner",
        "text",
        "owner",
        ofLeads(({ owner }) => owner),
      ),
      column(
        "created",
        "datetime",
        "created",
        ofLeads(({ created }) => created),
      ),
      column(
        "latitude",
        "number",
        "latitude",
        ofLeads(({ latitude }) => latitude),
      ),
      column(
        "longitude",
        "number",
        "longitude",
        ofLeads(({ longitude }) => longitude),
      ),
    ],
    leads.length,
    1_000,
  );
  return {
    ...plan,
    tables: { ...plan.tables, reps: repTable, leads: leadTable },
    planning: { ...plan.planning, rules },
  };
}

/** A rule for leads, its name its id, that asks everything it can of the reps. */
export function rule(
  id: string,
  target: RuleTarget,
  tests: readonly RuleTest[] = [],
  fields: Partial<RoutingRule> = {},
): RoutingRule {
  return {
    id,
    name: id,
    enabled: true,
    rows: "both",
    match: "all",
    tests,
    target,
    eligibility: { ...EVERY_ELIGIBILITY, capacity: false },
    otherwise: "next",
    ...fields,
  };
}

export const inStates = (...texts: string[]): RuleTest => ({
  kind: "cell",
  field: { kind: "role", role: "state" },
  test: { kind: "one-of", texts },
});

export const pool = (
  share: "turns" | "weights" | "capacity" | "match" | "nearest",
  ...weights: number[]
): RuleTarget => ({
  kind: "pool",
  share,
  reps: weights.map((weight, i) => ({ rep: rep(i + 1), weight })),
});
