import { languageKey } from "../fit/language-name";
import { lacking, type RepProfile } from "../fit/rep-profile";
import { foldEntry } from "../fit/text-list";

/** What a row asks of a rep. */
export interface Wanted {
  readonly languages: readonly string[];
  readonly industries: readonly string[];
  readonly skills: readonly string[];
}

/** What a row asks for that the rep has. */
export function matching(rep: RepProfile, { languages, industries, skills }: Wanted): string[] {
  const having = (
    wanted: readonly string[],
    has: readonly string[] | null,
    keyOf: (entry: string) => string,
  ) => {
    const missing = new Set(lacking(wanted, has ?? [], keyOf));
    return wanted.filter((entry) => !missing.has(entry));
  };
  return [
    ...having(languages, rep.languages, languageKey),
    ...having(industries, rep.industries, foldEntry),
    ...having(skills, rep.skills, foldEntry),
  ];
}

/** The positions with the highest value; NaN counts as lowest, and where all are NaN all are highest. */
export function highest(
  positions: readonly number[],
  numberOf: (position: number) => number,
): readonly number[] {
  const values = positions.map((position) => {
    const value = numberOf(position);
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  });
  const top = Math.max(...values);
  return positions.filter((_, i) => values[i] === top);
}
