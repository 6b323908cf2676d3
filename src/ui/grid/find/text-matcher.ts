/** What is searched for. The text is literal: no character in it has a meaning of its own. */
export interface FindQuery {
  readonly text: string;
  readonly matchCase: boolean;
  /** The cell is the text, and does not only hold it. */
  readonly wholeCell: boolean;
}

/** Says where a query stands in texts. */
export interface TextMatcher {
  readonly matches: (text: string) => boolean;
  /** True where it is a part of a text that must hold nothing but digits. */
  readonly digitsOnly: boolean;
  /** The text with every match replaced, in the canonical composition where there is one. */
  readonly replaced: (text: string, by: string) => string;
}

const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;
/** What takes no room: direction marks, zero-width spaces and joiners, soft hyphens. */
const HIDDEN = "[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]";
const SPACE = "[ \\u00a0\\u2000-\\u200a\\u202f\\u3000]";
/** At the ends of a cell that is to be a text as a whole. */
const EDGE = `(?:${HIDDEN}|${SPACE})*`;

/**
 * Equal letters match however they are composed, whatever kind of space stands between them and whatever invisible character; an empty
 * query matches nothing.
 */
export function textMatcher({ text, matchCase, wholeCell }: FindQuery): TextMatcher {
  const wanted = sought(text);
  if (wanted === "") return { matches: () => false, digitsOnly: false, replaced: (other) => other };
  const flags = matchCase ? "g" : "gi";
  // Only the letters' case needs a pattern, and a literal one never goes back.
  const literal = wanted.replace(SYNTAX, "\\$&");
  const plain = new RegExp(wholeCell ? `^${literal}$` : literal, flags);
  const loose = loosePattern(wanted, wholeCell, flags);
  const matches = (other: string, isPlain: boolean): boolean => {
    if (isPlain && matchCase) return wholeCell ? other === wanted : other.includes(wanted);
    const pattern = isPlain ? plain : loose;
    pattern.lastIndex = 0;
    return pattern.test(other);
  };
  return {
    matches: (other) => (isPlainText(other) ? matches(other, true) : matches(other.normalize("NFC"), false)),
    digitsOnly: !wholeCell && /^\d+$/.test(wanted),
    replaced: (other, by) => {
      const isPlain = isPlainText(other);
      const canonical = isPlain ? other : other.normalize("NFC");
      if (!matches(canonical, isPlain)) return other;
      const pattern = isPlain ? plain : loose;
      pattern.lastIndex = 0;
      return canonical.replace(pattern, () => by);
    },
  };
}

/** What is searched for, with plain spaces and nothing invisible, unless that is all it is. */
function sought(text: string): string {
  const wanted = text.normalize("NFC").replace(new RegExp(SPACE, "g"), " ");
  return wanted.replace(new RegExp(HIDDEN, "g"), "") || wanted;
}

function loosePattern(wanted: string, wholeCell: boolean, flags: string): RegExp {
  const letters = [...wanted].map((letter) => (letter === " " ? SPACE : letter.replace(SYNTAX, "\\$&")));
  const text = letters.join(`${HIDDEN}*`);
  return new RegExp(wholeCell ? `^${EDGE}${text}${EDGE}$` : text, flags);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the first letters of Unicode begin with them.
const PLAIN = /^[\u0000-\u009f\u00a1-\u00ac\u00ae-\u00ff]*$/;

/** True where nothing in a text is composed, invisible or a space of another kind. */
function isPlainText(text: string): boolean {
  return PLAIN.test(text);
}
