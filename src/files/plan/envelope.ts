import * as v from "valibot";
import type { ColumnRole, ColumnType } from "../../model/table";
import { measureFields } from "./measure-fields";
import { planningFields } from "./planning-fields";
import { damaged } from "./refusal";
import { conditionFields } from "./shared-fields";

const COLUMN_TYPES = [
  "text",
  "choice",
  "number",
  "currency",
  "percent",
  "date",
  "datetime",
  "yesno",
] as const satisfies readonly ColumnType[];

/** Every role, by name, so that the compiler notices one that is missing here. */
const COLUMN_ROLES: Record<ColumnRole, true> = {
  key: true,
  name: true,
  owner: true,
  territory: true,
  street: true,
  city: true,
  state: true,
  postalCode: true,
  country: true,
  latitude: true,
  longitude: true,
  locatedBy: true,
  industry: true,
  segment: true,
  employees: true,
  revenue: true,
  potential: true,
  visits: true,
  parent: true,
  lastActivity: true,
  created: true,
  firstResponse: true,
  account: true,
  stage: true,
  amount: true,
  closed: true,
  language: true,
  seniority: true,
  manager: true,
  quota: true,
  capacity: true,
  email: true,
  skills: true,
  since: true,
  region: true,
  lead: true,
  availability: true,
  awayFrom: true,
  awayTo: true,
  ramp: true,
  dailyCap: true,
  routedBy: true,
  routingReason: true,
  routedAt: true,
  unit: true,
  position: true,
};

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31));
const idText = v.pipe(v.string(), v.minLength(1));

/** Row id and text of a cell that the CSV member cannot hold exactly. */
const exactTexts = v.array(v.strictTuple([v.string(), v.string()]));

export const columnFields = v.looseObject({
  key: idText,
  header: v.string(),
  type: v.picklist(COLUMN_TYPES),
  role: v.nullable(v.picklist(Object.keys(COLUMN_ROLES) as ColumnRole[])),
  origin: v.picklist(["imported", "planner"]),
  sources: v.boolean(),
  exact: exactTexts,
  exactSources: exactTexts,
});

export const tableFields = v.object({
  count,
  deletions: v.boolean(),
  columns: v.array(columnFields),
});

/** True for texts that `Intl` takes; any other would throw wherever a value is shown. */
function isWith(tryOut: (text: string) => unknown): (text: string) => boolean {
  return (text) => {
    try {
      tryOut(text);
      return true;
    } catch {
      return false;
    }
  };
}

export const settings = v.looseObject({
  locale: v.pipe(v.string(), v.check(isWith((locale) => new Intl.NumberFormat(locale)))),
  currency: v.pipe(
    v.string(),
    v.check(isWith((currency) => new Intl.NumberFormat("en", { style: "currency", currency }))),
  ),
  distanceUnit: v.picklist(["km", "mi"]),
  timeZone: v.pipe(v.string(), v.check(isWith((timeZone) => new Intl.DateTimeFormat("en", { timeZone })))),
});

/** A layer without its baseline, which is a member of its own if there is one. */
export const layerFields = v.looseObject({
  id: idText,
  name: v.string(),
  baseline: v.boolean(),
  eligible: v.optional(conditionFields),
});

/** A scenario without its alignments, which are members of their own. */
export const scenarioFields = v.looseObject({
  id: idText,
  name: v.string(),
  description: v.string(),
  archived: v.boolean(),
});

const memberFields = v.object({
  name: v.string(),
  size: count,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

const envelope = v.looseObject({
  format: v.literal("evenfield-plan"),
  version: count,
  leastReader: count,
  id: idText,
  name: v.string(),
  createdAt: finite,
  revision: v.nullable(v.string()),
  lineage: v.array(v.string()),
  settings,
  measures: v.array(measureFields),
  layers: v.array(layerFields),
  scenarios: v.array(scenarioFields),
  planning: v.optional(planningFields, {}),
  tables: v.object({
    accounts: tableFields,
    leads: tableFields,
    deals: tableFields,
    reps: tableFields,
    units: tableFields,
  }),
  members: v.array(memberFields),
});

/** What `plan.json` says. Fields that this version does not know ride along. */
export type Envelope = v.InferOutput<typeof envelope>;
export type TableFields = v.InferOutput<typeof tableFields>;
export type ColumnFields = v.InferOutput<typeof columnFields>;
export type ExactText = v.InferOutput<typeof exactTexts>[number];

/** The fields of `plan.json` that this version knows. */
export const KNOWN_FIELDS: ReadonlySet<string> = new Set(Object.keys(envelope.entries));

/** Enough of any version's `plan.json` to tell whether this program can read it. */
export const header = v.object({ format: v.literal("evenfield-plan"), leastReader: count });

export function parseEnvelope(value: unknown): Envelope {
  return parseFields(envelope, value, "plan.json");
}

/** Checks a value of an untrusted file against a schema. Throws a refusal that names the place. */
export function parseFields<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  member: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw damaged(`"${member}" is wrong at ${v.getDotPath(issue) ?? "its top"} (${issue.message})`);
}
