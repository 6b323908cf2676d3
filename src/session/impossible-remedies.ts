import type { Remedy } from "./impossible";

/** Beyond ± this share of the target in every territory, little is left of balance. */
const WIDE = 0.5;

/**
 * The remedies worth a button, in the order they were found: of each kind the newest, which asks for least; those that give up balance
 * only where there is no other.
 */
export function offeredRemedies(remedies: readonly Remedy[]): Remedy[] {
  const newest = new Map<string, Remedy>();
  for (const remedy of remedies) {
    const kinds = new Set(remedy.loosenings.map(({ kind }) => kind));
    newest.set([...kinds].sort().join(), remedy);
  }
  const offered = [...newest.values()];
  const balanced = offered.filter((remedy) => !givesUpBalance(remedy));
  return balanced.length > 0 ? balanced : offered;
}

/** Whether a remedy widens a tolerance for all so far that territories need not be alike any more. */
export function givesUpBalance({ loosenings }: Remedy): boolean {
  return loosenings.some((one) => one.kind === "tolerance" && one.tolerance > WIDE);
}

/** Whether the limit on change alone stands against the rules: a plan is known that meets all others. */
export function isLimitBinding(remedies: readonly Remedy[]): boolean {
  return remedies.some(({ loosenings }) => loosenings.every(({ kind }) => kind === "change-limit"));
}
