import type { CodedTexts } from "./view-column";

interface Ranking {
  /** Codes in collation order; the blank texts are left out. */
  readonly order: Uint32Array;
  /** Rank by code, from 1; the same text has the same rank. 0 = blank. */
  readonly ranks: Uint32Array;
  /** Codes ranked so far. */
  readonly size: number;
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
 * Place of each code's text in the locale's order, from 1; 0 for blanks. The first call sorts the texts (about 0.2 s for 100,000
 * distinct ones, or what `rankTextsInSteps` has left of it), later ones only sort in what was added. Kept with the texts; do not
 * write to it.
 */
export function textRanks(texts: CodedTexts, locale: string): Uint32Array {
  const steps = rankTextsInSteps(texts, locale);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Rankings under way, which whoever comes next goes on with. */
const underWay = new WeakMap<CodedTexts, Map<string, { size: number; steps: Generator<void, Ranking> }>>();

/** The ranks in steps of a few milliseconds: what `textRanks` returns, comes at the end. */
export function* rankTextsInSteps(texts: CodedTexts, locale: string): Generator<void, Uint32Array> {
  const done = entryOf(rankings, texts);
  const begun = entryOf(underWay, texts);
  let ranking = done.get(locale);
  while (!ranking || ranking.size < texts.size) {
    let work = begun.get(locale);
    if (!work) {
      const { size } = texts;
      work = { size, steps: grownRanking(ranking, texts, size, collatorOf(locale)) };
      begun.set(locale, work);
    }
    const step = work.steps.next();
    if (!step.done) {
      yield;
      // It may have been finished by somebody else in between.
      ranking = done.get(locale);
      continue;
    }
    ranking = step.value;
    begun.delete(locale);
    done.set(locale, ranking);
  }
  return ranking.ranks;
}

function entryOf<Value>(
  maps: WeakMap<CodedTexts, Map<string, Value>>,
  texts: CodedTexts,
): Map<string, Value> {
  let map = maps.get(texts);
  if (!map) {
    map = new Map();
    maps.set(texts, map);
  }
  return map;
}

/** Texts sorted at a time, and comparisons of a merge between two pauses: 2 to 4 ms. */
const CHUNK = 2048;
const MERGE_STEP = 16_384;

function* grownRanking(
  before: Ranking | undefined,
  texts: CodedTexts,
  size: number,
  collator: Intl.Collator,
): Generator<void, Ranking> {
  const compare = (a: number, b: number) => collator.compare(texts.text(a), texts.text(b)) || a - b;
  let runs: Uint32Array[] = [];
  let chunk: number[] = [];
  for (let code = before?.size ?? 0; code < size; code++) {
    if (texts.text(code) !== "") chunk.push(code);
    if (chunk.length < CHUNK && code < size - 1) continue;
    runs.push(Uint32Array.from(chunk.sort(compare)));
    chunk = [];
    if (code < size - 1) yield;
  }
  while (runs.length > 1) {
    const merged: Uint32Array[] = [];
    for (let i = 0; i < runs.length; i += 2) {
      const [a, b] = [runs[i]!, runs[i + 1]];
      merged.push(b ? yield* mergedInSteps(a, b, compare) : a);
    }
    runs = merged;
  }
  const added = runs[0] ?? new Uint32Array(0);
  const order = before ? yield* mergedInSteps(before.order, added, compare) : added;

  const ranks = new Uint32Array(size);
  let rank = 0;
  let last: string | null = null;
  for (let i = 0; i < order.length; i++) {
    const code = order[i]!;
    const text = texts.text(code);
    if (last === null || (text !== last && collator.compare(text, last) !== 0)) rank++;
    ranks[code] = rank;
    last = text;
    if (i % MERGE_STEP === MERGE_STEP - 1) yield;
  }
  return { order, ranks, size };
}

function* mergedInSteps(
  old: Uint32Array,
  added: Uint32Array,
  compare: (a: number, b: number) => number,
): Generator<void, Uint32Array> {
  if (old.length === 0) return added;
  if (added.length === 0) return old;
  const order = new Uint32Array(old.length + added.length);
  let fromOld = 0;
  let fromAdded = 0;
  for (let i = 0; i < order.length; i++) {
    const takeOld =
      fromAdded === added.length || (fromOld < old.length && compare(old[fromOld]!, added[fromAdded]!) <= 0);
    order[i] = takeOld ? old[fromOld++]! : added[fromAdded++]!;
    if (i % MERGE_STEP === MERGE_STEP - 1) yield;
  }
  return order;
}
