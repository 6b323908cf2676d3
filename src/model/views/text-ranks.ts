import type { CodedTexts } from "./view-column";

interface Ranking {
  /** Codes in collation order; the blank texts are left out. */
  order: Uint32Array;
  /** Rank by code, from 1; the same text has the same rank. 0 = blank. */
  ranks: Uint32Array;
  /** Codes ranked so far. */
  size: number;
}

const rankings = new WeakMap<CodedTexts, Map<string, Ranking>>();
const collators = new Map<string, Intl.Collator>();

/** How people of a locale (BCP 47) order texts. */
export function collatorOf(locale: string): Intl.Collator {
  let collator = collators.get(locale);
  if (!collator) {
    collator = new Intl.Collator(locale);
    collators.set(locale, collator);
  }
  return collator;
}

/**
 * Place of each code's text in the locale's order, from 1; 0 for blanks. The first call sorts the texts (about 0.2 s for
 * 100,000 distinct ones), later ones only sort in what was added. Kept with the texts; do not write to it.
 */
export function textRanks(texts: CodedTexts, locale: string): Uint32Array {
  let byLocale = rankings.get(texts);
  if (!byLocale) {
    byLocale = new Map();
    rankings.set(texts, byLocale);
  }
  let ranking = byLocale.get(locale);
  if (!ranking || ranking.size < texts.size) {
    ranking = grownRanking(ranking, texts, collatorOf(locale));
    byLocale.set(locale, ranking);
  }
  return ranking.ranks;
}

function grownRanking(before: Ranking | undefined, texts: CodedTexts, collator: Intl.Collator): Ranking {
  const added: number[] = [];
  for (let code = before?.size ?? 0; code < texts.size; code++) if (texts.text(code) !== "") added.push(code);
  const compare = (a: number, b: number) => collator.compare(texts.text(a), texts.text(b)) || a - b;
  added.sort(compare);
  const order = merged(before?.order ?? new Uint32Array(0), added, compare);

  const ranks = new Uint32Array(texts.size);
  let rank = 0;
  let last: string | null = null;
  for (const code of order) {
    const text = texts.text(code);
    if (last === null || (text !== last && collator.compare(text, last) !== 0)) rank++;
    ranks[code] = rank;
    last = text;
  }
  return { order, ranks, size: texts.size };
}

function merged(
  old: Uint32Array,
  added: readonly number[],
  compare: (a: number, b: number) => number,
): Uint32Array {
  if (old.length === 0) return Uint32Array.from(added);
  const order = new Uint32Array(old.length + added.length);
  let fromOld = 0;
  let fromAdded = 0;
  for (let i = 0; i < order.length; i++) {
    const takeOld =
      fromAdded === added.length || (fromOld < old.length && compare(old[fromOld]!, added[fromAdded]!) <= 0);
    order[i] = takeOld ? old[fromOld++]! : added[fromAdded++]!;
  }
  return order;
}
