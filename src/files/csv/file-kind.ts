/** What a file that is no CSV looks like, and what to do instead; null for what may be text in rows and columns. */
export function foreignKind(bytes: Uint8Array): { looksLike: string; advice: string } | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  for (const [signature, looksLike, advice] of SIGNATURES) {
    if (head.startsWith(signature)) return { looksLike, advice };
  }
  if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) return zipKind(bytes);
  return null;
}

/** The same for a text that has been decoded: pages, markup, data in another notation. */
export function foreignText(text: string): { looksLike: string; advice: string } | null {
  const start = text.slice(0, 2_000).trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<head|<body|<table|<script)/.test(start)) {
    return {
      looksLike: "a web page (HTML)",
      advice:
        "Download the export itself: some systems answer with their sign-in page when a session has ended.",
    };
  }
  if (start.startsWith("<?xml") || start.startsWith("<kml") || start.startsWith("<svg")) {
    return { looksLike: "an XML file", advice: "Export the data as CSV." };
  }
  if (/^(\{\s*"|\[\s*\{\s*")/.test(start) && /"\s*:/.test(start)) {
    return { looksLike: "a JSON file", advice: "Export the data as CSV." };
  }
  if (start.startsWith("{\\rtf"))
    return { looksLike: "a formatted document (RTF)", advice: "Save it as CSV." };
  return null;
}

/** Share of the bytes at the start that no text has: control characters other than tab, line ends and separators. */
export function controlShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, 8_192);
  let control = 0;
  for (const byte of sample) {
    if (byte < 9 ? byte !== 1 : byte > 13 && byte < 28) control++;
  }
  return sample.length === 0 ? 0 : control / sample.length;
}

const EXCEL_ADVICE = "Open it in your spreadsheet and choose Save as, CSV (UTF-8); then import that file.";

const SIGNATURES: readonly (readonly [string, string, string])[] = [
  ["\u0089PNG", "a picture (PNG)", "Choose the CSV file that your CRM or spreadsheet exported."],
  ["\u00ff\u00d8\u00ff", "a picture (JPEG)", "Choose the CSV file that your CRM or spreadsheet exported."],
  ["GIF8", "a picture (GIF)", "Choose the CSV file that your CRM or spreadsheet exported."],
  ["%PDF", "a PDF document", "Ask for the data as CSV: a PDF does not keep its rows and columns."],
  ["\u00d0\u00cf\u0011\u00e0", "an old Excel workbook (.xls)", EXCEL_ADVICE],
  ["\u001f\u008b", "a compressed file (gzip)", "Unpack it, then import the CSV inside."],
  ["7z\u00bc\u00af", "a compressed archive (7-Zip)", "Unpack it, then import the CSV inside."],
  ["Rar!", "a compressed archive (RAR)", "Unpack it, then import the CSV inside."],
  ["SQLite f", "a database (SQLite)", "Export the table as CSV."],
  ["PAR1", "a Parquet file", "Export the table as CSV."],
  ["\u007fELF", "a program", "Choose the CSV file that your CRM or spreadsheet exported."],
  ["age-encr", "an encrypted file", "Open it under Plans if it is a plan with a passphrase."],
];

function zipKind(bytes: Uint8Array): { looksLike: string; advice: string } {
  const names = new TextDecoder("latin1").decode(bytes.subarray(0, 65_536));
  if (names.includes("xl/") || names.includes("[Content_Types].xml")) {
    return { looksLike: "an Excel workbook (.xlsx)", advice: EXCEL_ADVICE };
  }
  if (names.includes("plan.json")) {
    return { looksLike: "an Evenfield plan", advice: "Open it with Open plan instead of importing it." };
  }
  if (names.includes("opendocument")) return { looksLike: "an OpenDocument file", advice: EXCEL_ADVICE };
  return { looksLike: "a ZIP archive", advice: "Unpack it, then import the CSV inside." };
}
