/** Letters that Unicode does not decompose into a base letter and a mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ħ: "h",
};

/** Words written in more than one way; both spellings become the second. */
const WORDS: Readonly<Record<string, string>> = {
  st: "saint",
  ste: "sainte",
  mt: "mount",
  mtn: "mountain",
  mts: "mountains",
  ft: "fort",
  pt: "point",
  hts: "heights",
  hgts: "heights",
  spgs: "springs",
  spg: "spring",
  vlg: "village",
  vly: "valley",
  jct: "junction",
  bch: "beach",
  lk: "lake",
  is: "island",
  upon: "on",
  nr: "near",
  twp: "township",
};

const DIRECTIONS: Readonly<Record<string, string>> = {
  n: "north",
  s: "south",
  e: "east",
  w: "west",
  no: "north",
  so: "south",
};

/** Words that a source may add to a place's name or leave out. */
const KINDS = new Set([
  "city",
  "town",
  "township",
  "village",
  "borough",
  "cdp",
  "municipality",
  "county",
  "shi",
  "si",
]);

/** Words in front of the part of a name that people leave out: Newcastle (upon Tyne), Frankfurt (am Main). */
const CONNECTIVES = new Set([
  "on",
  "under",
  "by",
  "le",
  "next",
  "near",
  "in",
  "a",
  "i",
  "am",
  "an",
  "im",
  "bei",
  "ob",
  "sur",
  "sous",
]);

/** Letters, digits and spaces need no folding; most names are made of these, and folding is most of a look-up's cost. */
const PLAIN_NAME = /^[a-z\d ]*$/;

const cleanWords = (name: string): string[] => {
  const lower = name.toLowerCase();
  if (PLAIN_NAME.test(lower)) return lower.split(" ").filter(Boolean);
  const plain = lower
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßøłđðþæœıħ]/g, (letter) => PLAIN_LETTERS[letter]!)
    .replace(/['’‘`´]/g, "")
    .replace(/&/g, " and ");
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
};

/** Drops what stands in brackets, and what follows a comma: "Weingarten (Baden)", "Boulder, CO". */
const withoutExtras = (name: string): string => name.replace(/\([^)]*\)?/g, " ").replace(/,.*$/s, "");

const joined = (words: readonly string[]): string =>
  words.map((word, i) => (i === 0 && words.length > 1 && DIRECTIONS[word]) || WORDS[word] || word).join("");

/**
 * The key under which a place is found: no case, marks, punctuation or spaces, common abbreviations
 * spelled out, so "Ft. Wayne", "FORT WAYNE" and "Fort-Wayne" agree. Empty for a name without letters or digits.
 */
export function placeKey(name: string): string {
  return joined(cleanWords(name));
}

/**
 * Keys to try for a name as people write it, the most literal first: as it stands, without brackets and
 * comma, then without "City of …" or a trailing "City", "Town" and the like, then with one, then its
 * leading part alone. Empty for a name without letters or digits.
 */
export const placeKeys: (name: string) => readonly string[] = remembered((name) => {
  const keys = [placeKey(name)];
  const words = cleanWords(withoutExtras(name));
  keys.push(joined(words));
  if (words.length > 2 && KINDS.has(words[0]!) && words[1] === "of") keys.push(joined(words.slice(2)));
  if (words.length > 1 && KINDS.has(words.at(-1)!)) keys.push(joined(words.slice(0, -1)));
  else if (words.length > 0) keys.push(joined([...words, "city"]), joined([...words, "village"]));
  const short = shortKey(withoutExtras(name));
  if (short) keys.push(short);
  return [...new Set(keys)].filter(Boolean);
});

/** The same function with its latest results kept: columns repeat a few thousand names over and over. */
function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    if (results.size >= 20_000) results.clear();
    const result = compute(text);
    results.set(text, result);
    return result;
  };
}

/** The key of a name's leading part, "newcastle" for "Newcastle upon Tyne"; undefined where there is none. */
export function shortKey(name: string): string | undefined {
  const words = cleanWords(name);
  const end = words.findIndex((word, i) => i > 0 && CONNECTIVES.has(WORDS[word] ?? word));
  return end > 0 && end < words.length - 1 ? joined(words.slice(0, end)) : undefined;
}
