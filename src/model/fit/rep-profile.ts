import { cellNumber, cellText } from "../cells";
import type { RowId } from "../ids";
import { type ColumnRole, columnByRole, isLive, type Table } from "../table";
import { languageKey } from "./language-name";
import { type SeniorityLevel, seniorityLevel } from "./seniority-level";
import { foldEntry, textList } from "./text-list";

/** What the table of reps says of one rep. Lists as written; null and NaN where the cell is blank. */
export interface RepProfile {
  readonly id: RowId;
  readonly row: number;
  /** "Rep 3" where the name is blank. */
  readonly name: string;
  readonly languages: readonly string[] | null;
  readonly industries: readonly string[] | null;
  readonly skills: readonly string[] | null;
  readonly regions: readonly string[] | null;
  /** As written; "" where blank. */
  readonly seniority: string;
  /** null where the seniority says nothing that is known. */
  readonly level: SeniorityLevel | null;
  /** The most accounts (or whatever the column counts) that the rep can carry at full time. */
  readonly capacity: number;
  readonly quota: number;
  /** A fraction of full time. */
  readonly availability: number;
  /** Days since 1970. */
  readonly awayFrom: number;
  /** The last day away. */
  readonly awayTo: number;
  readonly since: number;
  readonly rampMonths: number;
  /** Names as written; "" where blank. */
  readonly manager: string;
  readonly lead: string;
}

const profiles = new WeakMap<Table, readonly RepProfile[]>();

/** The reps that are not deleted, in the order of their rows. Kept by table. */
export function repProfiles(reps: Table): readonly RepProfile[] {
  let known = profiles.get(reps);
  if (!known) {
    known = [...reps.ids.keys()].filter((row) => isLive(reps, row)).map((row) => profileOf(reps, row));
    profiles.set(reps, known);
  }
  return known;
}

function profileOf(reps: Table, row: number): RepProfile {
  const text = (role: ColumnRole) => cellText(columnByRole(reps, role), row).trim();
  const number = (role: ColumnRole) => {
    const column = columnByRole(reps, role);
    return column ? cellNumber(column, row) : Number.NaN;
  };
  const list = (role: ColumnRole) => {
    const entries = textList(text(role));
    return entries.length > 0 ? entries : null;
  };
  return {
    id: reps.ids[row]!,
    row,
    name: text("name") || `Rep ${row + 1}`,
    languages: list("language"),
    industries: wholeOrList(text("industry")),
    skills: list("skills"),
    regions: list("region"),
    seniority: text("seniority"),
    level: seniorityLevel(text("seniority")),
    capacity: number("capacity"),
    quota: number("quota"),
    availability: number("availability"),
    awayFrom: number("awayFrom"),
    awayTo: number("awayTo"),
    since: number("since"),
    rampMonths: number("ramp"),
    manager: text("manager"),
    lead: text("lead"),
  };
}

/** Names of industries have commas in them: the text counts as a whole too. */
function wholeOrList(text: string): readonly string[] | null {
  const entries = textList(text);
  if (entries.length === 0) return null;
  return entries.length > 1 && !/[;|\n]/.test(text) ? [...entries, text] : entries;
}

/** Entries of `wanted` that `has` lacks, compared as texts without case and accents, or as languages. */
export function lacking(
  wanted: readonly string[],
  has: readonly string[],
  keyOf: (entry: string) => string = foldEntry,
): string[] {
  const keys = new Set(has.map(keyOf));
  return wanted.filter((entry) => !keys.has(keyOf(entry)));
}

/** Languages of `wanted` that `has` lacks. */
export function lackingLanguages(wanted: readonly string[], has: readonly string[]): string[] {
  return lacking(wanted, has, languageKey);
}
