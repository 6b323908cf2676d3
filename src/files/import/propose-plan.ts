import type { AddressColumns } from "../../geodata/locate-columns";
import { majorityCountry } from "../../geodata/locate-columns";
import type { ColumnRole, ColumnType } from "../../model/table";
import { findErrorTexts, findTrailers, findUnknownMarkers } from "./check-values";
import { headerLanguage, rolesByHeader } from "./column-roles";
import { foldedCodes } from "./group-rows";
import type { HeaderLanguage } from "./header-words";
import { type ColumnPlan, columnWithRole, type ImportPlan, type TerritorySource } from "./import-plan";
import { proposeAggregate, proposeRollUp, withoutRowIds } from "./propose-roll-up";
import { blankCount, type RawColumn } from "./raw-column";
import { type RawTable, rawText } from "./raw-table";
import type { ReadTable } from "./read-table";
import { dateStyle, type NumberStyle, numberStyle, sampleTexts, sniffType } from "./sniff-type";
import { isUnknownWord, unknownTexts } from "./unknown-words";

/** What is proposed for a file: the meaning of its columns, and how its rows become accounts and territories. */
export function proposePlan(read: ReadTable, fileName: string): ImportPlan {
  const { table } = read;
  const fill = table.columns.map((raw) => 1 - blankCount(raw) / Math.max(1, table.rowCount));
  const roles = rolesByHeader(table.headers, fill);
  demoteOwnershipForms(table, roles);
  const samples = table.columns.map(sampleTexts);
  const styles = samples.map(numberStyle);
  const fileDecimal = commonDecimal(styles, read.reading.delimiter);
  const dates = samples.map(dateStyle);
  const fileOrder = dates.find((style) => style.order !== null)?.order ?? null;
  if (read.reading.headerRow === null) rolesByContent(table, samples, roles);
  const country = proposeCountry(table, roles);
  const dateOrder = fileOrder ?? (country === null || country === "US" ? "mdy" : "dmy");

  const columns = table.headers.map((header, index): ColumnPlan => {
    const raw = table.columns[index]!;
    const decimal = styles[index]!.decimal ?? fileDecimal;
    const type = sniffType(samples[index]!, header, roles[index]!, decimal, raw);
    const isNumeric = type !== "text" && type !== "choice" && type !== "yesno";
    const named = fitsType(roles[index]!, type) ? roles[index]! : null;
    const mayBeBlank = named !== "key" && named !== "name" && named !== "country";
    const column: ColumnPlan = {
      index,
      header,
      include: true,
      role: named,
      type,
      decimal,
      dateOrder: dates[index]!.order ?? dateOrder,
      blanks: mayBeBlank ? unknownTexts(raw, isNumeric) : [],
      padTo: null,
      aggregate: proposeAggregate(type, header, named),
    };
    const blanks = [...column.blanks, ...findUnknownMarkers(raw, column), ...findErrorTexts(raw, column)];
    // A column of nothing but "-999" has no figures to be known by.
    const role = NUMBER_ROLES.has(named) && isOnly(raw, blanks) ? null : named;
    return { ...column, role, blanks };
  });
  const rollUp = proposeRollUp(table, columns);
  const plan: ImportPlan = {
    name: planName(fileName),
    reading: read.reading,
    columns: rollUp ? withoutRowIds(table, columns, rollUp) : columns,
    rollUp,
    territories: "none",
    duplicates: "keep",
    excludedRows: findTrailers(table, columns),
    defaultCountry: country,
    locale: localeOf(country, fileDecimal),
    currency: currencyOf(samples, country),
  };
  return { ...plan, territories: proposeTerritories(table, plan) };
}

const NUMBER_ROLES: ReadonlySet<ColumnRole | null> = new Set<ColumnRole | null>([
  "latitude",
  "longitude",
  "employees",
  "revenue",
  "potential",
  "visits",
]);

/** Every cell that is not empty holds one of the texts. */
function isOnly(raw: RawColumn, texts: readonly string[]): boolean {
  const some = new Set(texts);
  for (let code = 1; code < raw.size; code++) if (!some.has(raw.text(code))) return false;
  return true;
}

/** Roles of figures and dates stand on columns that hold them only, whatever the header says. */
function fitsType(role: ColumnRole | null, type: ColumnType): boolean {
  if (NUMBER_ROLES.has(role)) return type === "number" || type === "currency";
  if (role === "lastActivity" || role === "created" || role === "since")
    return type === "date" || type === "datetime";
  return true;
}

/** The source of the alignment that the roles of the plan's columns allow. */
export function proposeTerritories(table: RawTable, plan: ImportPlan): TerritorySource {
  const owner = columnWithRole(plan, "owner");
  const territory = columnWithRole(plan, "territory");
  if (owner && territory) return isOneToOne(table, owner.index, territory.index) ? "territory" : "pairs";
  if (territory) return "territory";
  return owner ? "owner" : "none";
}

/** Each territory has one owner and each owner one territory: a group above each would say nothing. */
function isOneToOne(table: RawTable, owner: number, territory: number): boolean {
  const owners = foldedCodes(table.columns[owner]!);
  const territories = foldedCodes(table.columns[territory]!);
  const ownerOf = new Map<number, number>();
  const territoryOf = new Map<number, number>();
  for (let row = 0; row < table.rowCount; row++) {
    const o = owners.codeOf[table.columns[owner]!.codes[row]!]!;
    const t = territories.codeOf[table.columns[territory]!.codes[row]!]!;
    if (o === 0 && t === 0) continue;
    if ((ownerOf.get(t) ?? o) !== o || (territoryOf.get(o) ?? t) !== t) return false;
    ownerOf.set(t, o);
    territoryOf.set(o, t);
  }
  return true;
}

const OWNERSHIP_FORM =
  /profit|proprietary|government|public|private|federal|municipal|state\b|county|city\b|\b(llc|inc|ltd)\b|partnership|individual|cooperative/i;

/** "Owner" of a building or a business is its legal form, not a person who sells. */
function demoteOwnershipForms(table: RawTable, roles: (ColumnRole | null)[]): void {
  const column = roles.indexOf("owner");
  if (column < 0) return;
  const texts = table.columns[column]!.texts.slice(1, 50);
  const forms = texts.filter((text) => OWNERSHIP_FORM.test(text)).length;
  if (texts.length > 0 && forms > texts.length * 0.4) roles[column] = null;
}

/** Without headers the first column of distinct codes is taken for the key and the first of distinct names for the name. */
function rolesByContent(table: RawTable, samples: readonly string[][], roles: (ColumnRole | null)[]): void {
  const isDistinct = (index: number) => table.columns[index]!.size - 1 > table.rowCount * 0.9;
  const key = samples.findIndex(
    (texts, index) =>
      isDistinct(index) && texts.length > 0 && texts.every((text) => /^[A-Za-z]{0,5}[-\d]+$/.test(text)),
  );
  if (key >= 0) roles[key] = "key";
  const name = samples.findIndex(
    (texts, index) =>
      index !== key &&
      isDistinct(index) &&
      texts.filter((text) => /[A-Za-z]{3}/.test(text) && !/^\d/.test(text)).length > texts.length * 0.9,
  );
  if (name >= 0) roles[name] = "name";
}

function commonDecimal(styles: readonly NumberStyle[], delimiter: string): "." | "," {
  const points = styles.filter((style) => style.decimal === ".").length;
  const commas = styles.filter((style) => style.decimal === ",").length;
  if (points === commas) return delimiter === ";" && styles.some((style) => style.isAmbiguous) ? "," : ".";
  return points > commas ? "." : ",";
}

const COUNTRY_SAMPLE = 5_000;

function proposeCountry(table: RawTable, roles: readonly (ColumnRole | null)[]): string | null {
  const text = (role: ColumnRole) => {
    const column = roles.indexOf(role);
    if (column < 0) return {};
    return {
      [role]: (row: number) => {
        const cell = rawText(table, column, row);
        return isUnknownWord(cell, false) ? "" : cell;
      },
    };
  };
  const columns: AddressColumns = {
    count: Math.min(table.rowCount, COUNTRY_SAMPLE),
    ...text("postalCode"),
    ...text("city"),
    ...text("state"),
    ...text("country"),
  };
  return majorityCountry(columns, FIVE_DIGIT_COUNTRIES[headerLanguage(table.headers)] ?? null) ?? null;
}

/** Where the language of a file's headers puts postal codes of five digits that nothing else places. */
const FIVE_DIGIT_COUNTRIES: Readonly<Partial<Record<HeaderLanguage, string>>> = {
  en: "US",
  de: "DE",
  fr: "FR",
  es: "ES",
  it: "IT",
};

const LOCALES: Readonly<Record<string, string>> = {
  US: "en-US",
  GB: "en-GB",
  CA: "en-CA",
  AU: "en-AU",
  NZ: "en-NZ",
  IE: "en-IE",
  IN: "en-IN",
  ZA: "en-ZA",
  DE: "de-DE",
  AT: "de-AT",
  CH: "de-CH",
  FR: "fr-FR",
  BE: "nl-BE",
  NL: "nl-NL",
  ES: "es-ES",
  IT: "it-IT",
  PT: "pt-PT",
  BR: "pt-BR",
  MX: "es-MX",
  SE: "sv-SE",
  NO: "nb-NO",
  DK: "da-DK",
  FI: "fi-FI",
  PL: "pl-PL",
  CZ: "cs-CZ",
  JP: "ja-JP",
};

const CURRENCIES: Readonly<Record<string, string>> = {
  US: "USD",
  GB: "GBP",
  CA: "CAD",
  AU: "AUD",
  NZ: "NZD",
  IN: "INR",
  ZA: "ZAR",
  CH: "CHF",
  BR: "BRL",
  MX: "MXN",
  SE: "SEK",
  NO: "NOK",
  DK: "DKK",
  PL: "PLN",
  CZ: "CZK",
  JP: "JPY",
};
const EURO_COUNTRIES = new Set([
  "DE",
  "AT",
  "FR",
  "BE",
  "NL",
  "ES",
  "IT",
  "PT",
  "IE",
  "FI",
  "GR",
  "LU",
  "SK",
  "SI",
]);

function localeOf(country: string | null, decimal: "." | ","): string {
  const known = country && LOCALES[country];
  if (known) return known;
  return decimal === "," ? "de-DE" : "en-US";
}

function currencyOf(samples: readonly (readonly string[])[], country: string | null): string {
  for (const texts of samples) {
    for (const text of texts) {
      const match = /€|£|¥|₹|\b(USD|EUR|GBP|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|INR|BRL|MXN|ZAR)\b/.exec(
        text,
      );
      if (!match || !/\d/.test(text) || text.length > 24) continue;
      return match[1] ?? { "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR" }[match[0]] ?? "USD";
    }
  }
  if (country && EURO_COUNTRIES.has(country)) return "EUR";
  return (country && CURRENCIES[country]) || "USD";
}

function planName(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/, "").trim() || "Imported accounts";
}
