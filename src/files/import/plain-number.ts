const POWERS = Array.from({ length: 16 }, (_, power) => 10 ** power);

/** Where `readPlainNumber` puts what it found, so that millions of cells need no object each. */
export interface PlainNumber {
  value: number;
  /** The text is what `String` prints for the value. */
  isCanonical: boolean;
}

/**
 * The fast way for texts such as "1234" and "-12.5": up to 15 digits are exact in a double, and so is the division by a
 * power of ten up to 22. Returns false where the text is anything else, whether or not it is a number.
 */
export function readPlainNumber(text: string, found: PlainNumber): boolean {
  if (text.length > 17) return false;
  const negative = text.charCodeAt(0) === 45;
  const firstDigit = negative ? 1 : 0;
  let mantissa = 0;
  let digits = 0;
  let point = -1;
  for (let i = firstDigit; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
    } else if (digit === -2 && point < 0) point = i;
    else return false;
  }
  if (digits === 0 || digits > 15 || point === firstDigit) return false;
  const places = point < 0 ? 0 : text.length - point - 1;
  const value = mantissa / POWERS[places]!;
  const leadingZero = digits > 1 && text.charCodeAt(firstDigit) === 48 && point !== firstDigit + 1;
  const trailingZero = point >= 0 && (places === 0 || text.charCodeAt(text.length - 1) === 48);
  found.value = negative ? -value : value;
  // Below a millionth numbers are printed with an exponent, and -0 as "0".
  found.isCanonical = !leadingZero && !trailingZero && (value >= 1e-6 || (value === 0 && !negative));
  return true;
}
