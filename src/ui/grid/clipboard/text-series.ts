import type { CycleNames } from "./cycle-names";

type TextSeries = (at: number) => string;

const QUARTER = /^(Q)([1-4])(?:(\s*[-/' ]?\s*)(\d{4}|\d{2}))?$/i;
const YEAR_QUARTER = /^(\d{4})(\s*[-/ ]?\s*)(Q)([1-4])$/i;
const NAME_YEAR = /^(\p{L}+\.?)(\s+|-|\/)(\d{4})$/u;
const NUMBERED = /^([\s\S]*?)(\d+)$/;
const MAX_DIGITS = 30;

/**
 * Texts going on: quarters (with a year, which follows), names of days and months, a month with its year, and with `numbered` texts
 * that end in a number, zeros before it kept. null where they are none of these, or their steps differ.
 */
export function textSeries(
  texts: readonly string[],
  names: readonly CycleNames[],
  numbered: boolean,
): TextSeries | null {
  return quarterSeries(texts) ?? nameSeries(texts, names) ?? (numbered ? numberedSeries(texts) : null);
}

function quarterSeries(texts: readonly string[]): TextSeries | null {
  const [first] = texts as [string];
  const behind = QUARTER.exec(first);
  if (behind) {
    const [, letter, , gap = "", year] = behind;
    const places = texts.map((text) => {
      const match = QUARTER.exec(text);
      if (!match || (match[4]?.length ?? 0) !== (year?.length ?? 0)) return null;
      return Number(match[4] ?? 0) * 4 + Number(match[2]) - 1;
    });
    const write = (place: number) => {
      const quarter = `${letter}${mod(place, 4) + 1}`;
      return year === undefined
        ? quarter
        : `${quarter}${gap}${paddedYear(Math.floor(place / 4), year.length)}`;
    };
    return stepped(places, year === undefined ? 4 : null, write);
  }
  const before = YEAR_QUARTER.exec(first);
  if (!before) return null;
  const [, , gap, letter] = before;
  const places = texts.map((text) => {
    const match = YEAR_QUARTER.exec(text);
    return match ? Number(match[1]) * 4 + Number(match[4]) - 1 : null;
  });
  return stepped(places, null, (place) => `${Math.floor(place / 4)}${gap}${letter}${mod(place, 4) + 1}`);
}

function nameSeries(texts: readonly string[], cycles: readonly CycleNames[]): TextSeries | null {
  const [first] = texts as [string];
  for (const { kind, folded, names } of cycles) {
    const write = (place: number, like: string) => likeWritten(names[mod(place, names.length)]!, like);
    const alone = stepped(
      texts.map((text) => placeIn(folded, text)),
      names.length,
      (place) => write(place, first),
    );
    if (alone) return alone;
    const dated = NAME_YEAR.exec(first);
    if (kind === "days" || !dated) continue;
    const places = texts.map((text) => {
      const match = NAME_YEAR.exec(text);
      const month = match && placeIn(folded, match[1]!);
      return match && month !== null ? Number(match[3]) * 12 + month : null;
    });
    const withYear = (place: number) => `${write(place, dated[1]!)}${dated[2]}${Math.floor(place / 12)}`;
    const series = stepped(places, null, withYear);
    if (series) return series;
  }
  return null;
}

function numberedSeries(texts: readonly string[]): TextSeries | null {
  const parts = texts.map((text) => NUMBERED.exec(text.length > 4096 ? "" : text));
  const [first] = parts;
  if (!first || first[2]!.length > MAX_DIGITS) return null;
  const [, prefix, digits] = first as unknown as [string, string, string];
  if (parts.some((part) => part?.[1] !== prefix || part[2]!.length > MAX_DIGITS)) return null;
  const numbers = parts.map((part) => BigInt(part![2]!));
  const step = numbers.length === 1 ? 1n : numbers[1]! - numbers[0]!;
  if (numbers.some((number, i) => number !== numbers[0]! + BigInt(i) * step)) return null;
  const width = digits.startsWith("0") ? digits.length : 0;
  return (at) => {
    const number = numbers[0]! + BigInt(at) * step;
    // Below 0 they count up again: a text has no minus in front of its number.
    const counted = number < 0n ? -number : number;
    return `${prefix}${String(counted).padStart(width, "0")}`;
  };
}

/** The series of places with equal steps (modulo `cycle`, where there is one); a single place goes on by 1. */
function stepped(
  places: readonly (number | null)[],
  cycle: number | null,
  write: (place: number) => string,
): TextSeries | null {
  const [first, second] = places;
  if (first == null || places.includes(null)) return null;
  const step = second == null ? 1 : second - first;
  const isAt = (place: number, i: number) => {
    const off = place - (first + i * step);
    return cycle === null ? off === 0 : mod(off, cycle) === 0;
  };
  if (!places.every((place, i) => isAt(place!, i))) return null;
  return (at) => write(first + at * step);
}

function placeIn(folded: readonly string[], text: string): number | null {
  const place = folded.indexOf(text.toLocaleLowerCase().replace(/\.$/, ""));
  return place < 0 ? null : place;
}

/** The name in capitals, in small letters or as it is, with or without a point, as the other one is written. */
function likeWritten(name: string, like: string): string {
  const point = like.endsWith(".") && name.length < 5 ? "." : "";
  const bare = like.replace(/\.$/, "");
  if (bare.length > 1 && bare === bare.toLocaleUpperCase()) return name.toLocaleUpperCase() + point;
  if (bare === bare.toLocaleLowerCase()) return name.toLocaleLowerCase() + point;
  return name.charAt(0).toLocaleUpperCase() + name.slice(1) + point;
}

function paddedYear(year: number, digits: number): string {
  return digits === 2 ? String(mod(year, 100)).padStart(2, "0") : String(year);
}

function mod(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
