import { scanQuotes } from "./scan-quotes";

export type RowEnd = "\n" | "\r\n" | "\r";

export interface UniformText {
  readonly text: string;
  readonly rowEnd: RowEnd;
}

/**
 * The text with one kind of line end between rows, since the parser knows only one. Line ends inside quoted cells stay as
 * they are. A text that is uniform already, as nearly all are, is returned as it stands.
 */
export function uniformRowEnds(text: string, delimiter: string, quotes: boolean): UniformText {
  if (!text.includes("\r")) return { text, rowEnd: "\n" };
  const whole = endsIn(text);
  if (!isMixed(whole)) return { text, rowEnd: theOne(whole) };
  if (!quotes || !text.includes('"')) return { text: text.replace(/\r\n?/g, "\n"), rowEnd: "\n" };

  const between: [number, number][] = [];
  let start = 0;
  scanQuotes(text, delimiter, (quoteStart, quoteEnd) => {
    if (quoteStart > start) between.push([start, quoteStart]);
    start = quoteEnd + 1;
  });
  between.push([start, text.length]);
  const outside = { crlf: false, cr: false, lf: false };
  for (const [from, to] of between) {
    const ends = endsIn(text.slice(from, to));
    outside.crlf ||= ends.crlf;
    outside.cr ||= ends.cr;
    outside.lf ||= ends.lf;
  }
  if (!isMixed(outside)) return { text, rowEnd: theOne(outside) };

  const parts: string[] = [];
  let done = 0;
  for (const [from, to] of between) {
    parts.push(text.slice(done, from), text.slice(from, to).replace(/\r\n?/g, "\n"));
    done = to;
  }
  parts.push(text.slice(done));
  return { text: parts.join(""), rowEnd: "\n" };
}

interface Ends {
  crlf: boolean;
  cr: boolean;
  lf: boolean;
}

function endsIn(text: string): Ends {
  if (!text.includes("\r")) return { crlf: false, cr: false, lf: text.includes("\n") };
  return { crlf: text.includes("\r\n"), cr: /\r(?!\n)/.test(text), lf: /(?<!\r)\n/.test(text) };
}

function isMixed({ crlf, cr, lf }: Ends): boolean {
  return Number(crlf) + Number(cr) + Number(lf) > 1;
}

function theOne({ crlf, cr }: Ends): RowEnd {
  if (crlf) return "\r\n";
  return cr ? "\r" : "\n";
}
