import type { CodedTexts } from "./view-column";

const ASCII = /^[ -~]*$/;
/** Accents, and what takes no room: direction marks, zero-width spaces and joiners, soft hyphens. */
const MARKS = /[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;
/** Letters that people type without their stroke or ligature, but that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  þ: "th",
};
const LETTER = /[ßæœøđðłıþ]/g;

/** The text as searches compare it: without case, diacritics and invisible characters; all spaces are plain ones. */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter]!);
}

const foldedByTexts = new WeakMap<CodedTexts, string[]>();

/** `foldText` of every code. Kept and grown with the texts; do not write to it. */
export function foldedTexts(texts: CodedTexts): readonly string[] {
  let folded = foldedByTexts.get(texts);
  if (!folded) {
    folded = [];
    foldedByTexts.set(texts, folded);
  }
  for (let code = folded.length; code < texts.size; code++) folded.push(foldText(texts.text(code)));
  return folded;
}
