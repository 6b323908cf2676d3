/** A text of at most `length` characters, on one line; longer ones end in "…". */
export function clipped(text: string, length: number): string {
  const line = text.slice(0, length * 4).replace(/\s+/g, " ");
  const characters = [...line];
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : line;
}

/** A size as people say it: "812 bytes", "1.2 MB". */
export function byteText(bytes: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${format.format(bytes / 1e3)} KB` : `${format.format(bytes / 1e6)} MB`;
}
