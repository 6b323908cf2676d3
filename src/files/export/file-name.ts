const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff<>:"/\\|?*]+/g;

/** A file name that every system takes and no shell or spreadsheet misreads, made of a name and an extension without dot. */
export function safeFileName(name: string, extension: string): string {
  const cleaned = name
    .normalize("NFC")
    .toWellFormed()
    .replace(UNSAFE, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.=+\-@~'\uff1d\uff0b\uff0d\uff20]+|[\s.]+$/g, "")
    .slice(0, 100)
    .trim();
  const base = cleaned === "" || RESERVED.test(cleaned.split(".")[0]!) ? `Plan ${cleaned}`.trim() : cleaned;
  return `${base}.${extension}`;
}
