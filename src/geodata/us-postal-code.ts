/** What a cell says about a US postal code. `code` is the five digits as a number. */
export type UsPostalReading =
  /** All five digits, with or without the four that follow. */
  | { readonly kind: "full"; readonly code: number }
  /** A leading zero was lost, as spreadsheets do: 2139, or 21391234 for 02139-1234. */
  | { readonly kind: "padded"; readonly code: number }
  /** Three digits: the first part of a code, or a code that lost two zeros. */
  | { readonly kind: "prefix"; readonly prefix: number };

/** Reads a US postal code in the forms that exports hold; undefined where the text is none. */
export function readUsPostalCode(text: string): UsPostalReading | undefined {
  // "NY 10001", "US-10001", and numbers that went through a float
  const digits = text
    .trim()
    .replace(/^(?:USA?|[A-Za-z]{2})[\s-]+(?=\d)/, "")
    .replace(/\.0+$/, "");
  const match = /^(\d{3,5})(?:\s*[-–\s]\s*(\d{4})?)?$/.exec(digits);
  if (match) return fromDigits(match[1]!);
  if (/^\d{9}$/.test(digits)) return { kind: "full", code: Number(digits.slice(0, 5)) };
  if (/^\d{8}$/.test(digits)) return { kind: "padded", code: Number(digits.slice(0, 4)) };
  return undefined;
}

function fromDigits(digits: string): UsPostalReading {
  if (digits.length === 5) return { kind: "full", code: Number(digits) };
  if (digits.length === 4) return { kind: "padded", code: Number(digits) };
  return { kind: "prefix", prefix: Number(digits) };
}

/** The code with its zeros, for messages. */
export const formatUsPostalCode = (code: number): string => String(code).padStart(5, "0");
