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

/** Equal letters match however they are composed; an empty query matches nothing. Takes time in proportion to the text. */
export function textMatcher({ text, matchCase, wholeCell }: FindQuery): TextMatcher {
  const wanted = text.normalize("NFC");
  if (wanted === "") return { matches: () => false, digitsOnly: false, replaced: (other) => other };
  // Only the letters' case needs a pattern, and a literal one never goes back.
  const literal = wanted.replace(SYNTAX, "\\$&");
  const pattern = new RegExp(wholeCell ? `^${literal}$` : literal, matchCase ? "g" : "gi");
  const matches = (other: string): boolean => {
    if (matchCase) return wholeCell ? other === wanted : other.includes(wanted);
    pattern.lastIndex = 0;
    return pattern.test(other);
  };
  return {
    matches: (other) => matches(composed(other)),
    digitsOnly: !wholeCell && /^\d+$/.test(wanted),
    replaced: (other, by) => {
      pattern.lastIndex = 0;
      const canonical = composed(other);
      return matches(canonical) ? canonical.replace(pattern, () => by) : other;
    },
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the first letters of Unicode begin with them.
const LATIN = /^[\u0000-\u00ff]*$/;

function composed(text: string): string {
  return LATIN.test(text) ? text : text.normalize("NFC");
}
