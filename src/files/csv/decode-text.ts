/** Encodings of files with rows of text, by the label `TextDecoder` takes. */
export const TEXT_ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "shift_jis"] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** True where neither a byte order mark nor valid UTF-8 throughout told the encoding. */
  readonly isGuess: boolean;
  /** Encodings worth offering, the one used first. */
  readonly encodings: readonly TextEncoding[];
  /** Characters the encoding could not read; U+FFFD (or a C1 control of Windows-1252) stands for each. */
  readonly badCharacters: number;
}

/** The text of a file. Without `chosen` the encoding is told by its byte order mark, its zero bytes or its validity. */
export function decodeText(bytes: Uint8Array, chosen?: TextEncoding): DecodedText {
  const detected = detectEncoding(bytes);
  const encoding = chosen ?? detected.encoding;
  const text = decode(bytes, encoding, detected.markLength);
  return {
    text,
    encoding,
    isGuess: detected.isGuess,
    encodings: [encoding, ...TEXT_ENCODINGS.filter((other) => other !== encoding)],
    badCharacters: countBad(text, encoding),
  };
}

/** UTF-32, which browsers cannot decode. */
export function isUtf32(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);
}

interface Detected {
  readonly encoding: TextEncoding;
  readonly isGuess: boolean;
  /** Bytes of the byte order mark to skip. */
  readonly markLength: number;
}

function detectEncoding(bytes: Uint8Array): Detected {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", isGuess: false, markLength: 3 };
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    // Some tools write the mark of UTF-16 before plain ASCII, which holds no zero byte.
    const sample = bytes.subarray(2, 4_096);
    const plain = sample.length > 0 && sample.every((byte) => byte > 0 && byte < 128);
    if (plain) return { encoding: "utf-8", isGuess: true, markLength: 2 };
    return { encoding: a === 0xff ? "utf-16le" : "utf-16be", isGuess: false, markLength: 2 };
  }
  const wide = wideEncoding(bytes);
  if (wide) return { encoding: wide, isGuess: true, markLength: 0 };
  if (isValid(bytes, "utf-8")) return { encoding: "utf-8", isGuess: false, markLength: 0 };
  return { encoding: narrowEncoding(bytes), isGuess: true, markLength: 0 };
}

/** UTF-16 without a mark: Western text has a zero in every other byte. */
function wideEncoding(bytes: Uint8Array): TextEncoding | null {
  const length = Math.min(bytes.length, 4_096) & ~1;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) evenZeros++;
    if (bytes[i + 1] === 0) oddZeros++;
  }
  const pairs = length / 2;
  if (pairs < 4) return null;
  if (oddZeros > pairs * 0.4 && evenZeros < pairs * 0.05) return "utf-16le";
  if (evenZeros > pairs * 0.4 && oddZeros < pairs * 0.05) return "utf-16be";
  return null;
}

/** For bytes that are not valid UTF-8: a few broken characters among many good ones still mean UTF-8. */
function narrowEncoding(bytes: Uint8Array): TextEncoding {
  const sample = bytes.subarray(0, 4 * 1024 * 1024);
  let high = 0;
  let highControls = 0;
  for (const byte of sample) {
    if (byte < 0x80) continue;
    high++;
    if (byte < 0xa0) highControls++;
  }
  const asUtf8 = new TextDecoder("utf-8").decode(sample);
  let bad = 0;
  let good = 0;
  for (let i = 0; i < asUtf8.length; i++) {
    const code = asUtf8.charCodeAt(i);
    if (code === 0xfffd) bad++;
    else if (code > 127) good++;
  }
  if (good > bad * 4) return "utf-8";
  // Lead bytes of kana and common kanji lie where Windows-1252 has punctuation and holes.
  if (highControls > high * 0.25 && isMostlyJapanese(new TextDecoder("shift_jis").decode(sample)))
    return "shift_jis";
  return "windows-1252";
}

function isMostlyJapanese(text: string): boolean {
  let japanese = 0;
  let other = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) continue;
    if ((code >= 0x3000 && code <= 0x30ff) || (code >= 0x4e00 && code <= 0x9fff) || code >= 0xff00)
      japanese++;
    else other++;
  }
  return japanese > other * 4;
}

function isValid(bytes: Uint8Array, encoding: TextEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decode(bytes: Uint8Array, encoding: TextEncoding, markLength: number): string {
  const text = new TextDecoder(encoding).decode(bytes.subarray(markLength));
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function countBad(text: string, encoding: TextEncoding): number {
  const pattern = encoding === "windows-1252" ? /[\u0080-\u009f]/g : /\ufffd/g;
  let count = 0;
  while (pattern.exec(text)) count++;
  return count;
}
