import type { ColumnRole } from "../../model/table";
import {
  ADDRESS_PARTS,
  ADDRESS_PREFIXES,
  HEADER_LANGUAGES,
  HEADER_WORDS,
  type HeaderLanguage,
} from "./header-words";

interface Match {
  readonly role: ColumnRole;
  readonly rank: number;
  /** Languages that have this word for this role. */
  readonly languages: readonly HeaderLanguage[];
}

const MATCHES = new Map<string, Match>();
for (const language of HEADER_LANGUAGES) {
  for (const [role, text] of rolesOf(HEADER_WORDS[language]))
    words(text).forEach((word, rank) => {
      learn(word, role, rank, language);
    });
}
// Behind every other header of an address.
words(ADDRESS_PREFIXES).forEach((prefix, i) => {
  for (const [role, text] of rolesOf(ADDRESS_PARTS))
    words(text).forEach((part, rank) => {
      learn(prefix + part, role, 50 + i * 10 + rank, "en");
    });
});

function rolesOf(table: Readonly<Partial<Record<ColumnRole, string>>>): [ColumnRole, string][] {
  return Object.entries(table) as [ColumnRole, string][];
}

/** The first role that a word is given stays; umlauts may also be written with an e. */
function learn(word: string, role: ColumnRole, rank: number, language: HeaderLanguage): void {
  const spellings = new Set([folded(word), folded(word.replace(/[äöü]/g, "$&e"))]);
  for (const key of spellings) {
    const known = MATCHES.get(key);
    if (!known) MATCHES.set(key, { role, rank, languages: [language] });
    else if (known.role === role && !known.languages.includes(language))
      MATCHES.set(key, { ...known, languages: [...known.languages, language] });
  }
}

/** A plain header without accents. */
function folded(plain: string): string {
  return plain.replaceAll("ß", "ss").normalize("NFKD").replace(/\p{M}/gu, "");
}

/** Figures of a year or in a currency: "Umsatz 2024", "Revenue (USD)". */
const OF_A_YEAR = /^(.+?)(?:in)?((?:19|20)\d\d|ytd|eur|usd|gbp|chf)$/;

function matchOf(header: string): Match | undefined {
  const key = folded(plainHeader(header));
  const known = MATCHES.get(key);
  if (known) return known;
  const [, base = "", suffix = ""] = OF_A_YEAR.exec(key) ?? [];
  const figure = MATCHES.get(base);
  if (figure?.role !== "revenue" && figure?.role !== "potential") return undefined;
  // Of several years the latest.
  const age = /^\d/.test(suffix) ? (2100 - Number(suffix)) / 100 : 0;
  return { ...figure, rank: figure.rank + 30 + age };
}

/** A header as it is compared: no case, byte order mark, sort arrow, "(text only)", prefix of its object, or punctuation. */
export function plainHeader(header: string): string {
  return header
    .normalize("NFC")
    .toLowerCase()
    .replace(/\(text only\)|\(do not modify\)|\(do not edit\)/g, "")
    .replace(/^(account|company|lead|contact):\s*/, "")
    .replace(/[^\p{L}\p{N}#]/gu, "");
}

/** Whether a text is the header of something that customer files have. */
export function isKnownHeader(header: string): boolean {
  return matchOf(header) !== undefined;
}

/** The language that most of the known headers belong to, English where none leads. */
export function headerLanguage(headers: readonly string[]): HeaderLanguage {
  const counts = new Map<HeaderLanguage, number>();
  for (const header of headers)
    for (const language of matchOf(header)?.languages ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  return HEADER_LANGUAGES.reduce((best, language) =>
    (counts.get(language) ?? 0) > (counts.get(best) ?? 0) ? language : best,
  );
}

/**
 * The role of each column by its header; `fill` is the share of its rows that hold something. Of several columns that
 * could have a role the best known header gets it, unless it stands empty while another does not.
 */
export function rolesByHeader(headers: readonly string[], fill: readonly number[]): (ColumnRole | null)[] {
  const roles = new Array<ColumnRole | null>(headers.length).fill(null);
  const best = new Map<ColumnRole, { column: number; rank: number }>();
  headers.forEach((header, column) => {
    const match = matchOf(header);
    if (!match) return;
    const rank = match.rank + (fill[column]! < 0.02 ? 1_000 : fill[column]! < 0.3 ? 100 : 0);
    const other = best.get(match.role);
    if (!other || rank < other.rank) best.set(match.role, { column, rank });
  });
  for (const [role, { column }] of best) roles[column] = role;
  return roles;
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}
