const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A file name that every system takes and no spreadsheet runs: "Q3 plan: west/east" → "Q3 plan west east.csv". */
export function safeFileName(name: string, ending: string): string {
  const plain = name
    .normalize("NFC")
    // control characters, marks that turn the direction of text, lone surrogates, and what file systems forbid
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.=+\-@~']+/, "");
  const short = [...plain]
    .slice(0, 80)
    .join("")
    .replace(/[\s.]+$/, "");
  return `${short === "" || RESERVED.test(short) ? `Plan ${short}`.trim() : short}${ending}`;
}
