import { foldEntry } from "./text-list";

/** How experienced a rep is: 0 junior, 1 mid-level, 2 senior, 3 lead. */
export type SeniorityLevel = 0 | 1 | 2 | 3;

/** Words of titles, the more telling ones first: "Senior associate" is a senior, "Team lead" leads. */
const WORDS: readonly (readonly [level: SeniorityLevel, words: RegExp])[] = [
  [0, /\b(junior|jr|trainee|intern|entry|graduate|sdr|bdr|assistant|azubi|debutant)\b/],
  [3, /\b(lead|leader|head|principal|director|manager|chief|vp|leiter|leitung|team ?lead)\b/],
  [2, /\b(senior|sr|expert|strategic|enterprise|key account)\b/],
  [0, /\b(associate|beginner|new)\b/],
  [1, /\b(mid|middle|intermediate|regular|professional|experienced|standard|executive|rep|representative)\b/],
];

/** Grades as companies number them: "L1" to "L4", "1" to "4", "Level 3". */
const GRADE = /^(?:level|grade|l|g)?\s*([1-4])$/;

/** The level that a rep's seniority stands for, or null where it says nothing that is known. */
export function seniorityLevel(text: string): SeniorityLevel | null {
  const folded = foldEntry(text);
  const grade = GRADE.exec(folded)?.[1];
  if (grade) return (Number(grade) - 1) as SeniorityLevel;
  for (const [level, words] of WORDS) if (words.test(folded)) return level;
  return null;
}

/**
 * How well a rep of a level suits an account of a size (0 small, 1 medium, 2 large), 0–1: half is lost with every level that is missing,
 * and a little with every level more than needed, for whom the account is not worth the time.
 */
export function seniorityValue(level: SeniorityLevel, size: AccountSize): number {
  const missing = size - level;
  return missing > 0 ? 1 - 0.5 * missing : 1 + 0.15 * missing;
}

/** How large an account is: 0 small, 1 medium, 2 large. */
export type AccountSize = 0 | 1 | 2;
