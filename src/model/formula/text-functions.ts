import { canonicalText } from "../canonical-text";
import { parseNumber, parsePercent } from "../parse-number";
import { foldText } from "../views/fold-text";
import {
  type Failing,
  isBlankAt,
  numberResult,
  perText,
  type Scope,
  textAt,
  textResult,
  yesNoResult,
  zeroForBlank,
} from "./kernels";
import { type FunctionSpec, taking } from "./signature";
import { patternedText } from "./text-patterns";
import {
  maskOf,
  NOT_A_NUMBER,
  NOT_FOUND,
  TEXT_TOO_LONG,
  type TextVector,
  textsOf,
  type Vector,
  yesNosOf,
} from "./vectors";

/** Joined texts grow by at most this factor before they are made, so that a replacement cannot fill the memory. */
const MAX_REPLACED = 32_767;

export const TEXT_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: "LEN",
    signature: "LEN(text)",
    help: "Number of characters.",
    least: 1,
    most: 1,
    check: taking(["text"], "number"),
    calculate: (args, scope) =>
      numberResult(
        args,
        scope,
        "number",
        perText(args[0]!, (text) => text.length),
      ),
  },
  ofText("UPPER", "In capitals.", (text) => text.toUpperCase()),
  ofText("LOWER", "In small letters.", (text) => text.toLowerCase()),
  ofText("PROPER", "Each word with a capital.", properText),
  ofText("TRIM", "Without spaces at its ends, and with single ones between words.", trimmedText),
  part("LEFT", "text, [count]", "The first characters, one unless a count is given.", (text, count = 1) =>
    text.slice(0, from0(count)),
  ),
  part("RIGHT", "text, [count]", "The last characters, one unless a count is given.", (text, count = 1) =>
    from0(count) === 0 ? "" : text.slice(-from0(count)),
  ),
  part(
    "MID",
    "text, start, count",
    "Characters from a place on; the first is 1.",
    (text, start = 1, count = 0) => text.slice(from0(start - 1), from0(start - 1) + from0(count)),
  ),
  {
    name: "CONCAT",
    signature: "CONCAT(text, [text]…)",
    help: "The texts one behind the other, as & joins them.",
    least: 1,
    most: Number.POSITIVE_INFINITY,
    check: taking(["text"], "text"),
    calculate: (args, scope) => {
      const parts = args.map(textAt);
      return textResult(args, scope, (i) => parts.map((part) => part(i)).join(""));
    },
  },
  question("CONTAINS", "Whether the text has the other in it, whatever the case.", (text, other) =>
    text.includes(other),
  ),
  question("STARTS_WITH", "Whether the text begins with the other, whatever the case.", (text, other) =>
    text.startsWith(other),
  ),
  question("ENDS_WITH", "Whether the text ends with the other, whatever the case.", (text, other) =>
    text.endsWith(other),
  ),
  {
    name: "SUBSTITUTE",
    signature: "SUBSTITUTE(text, old, new)",
    help: "The text with one text put in place of another, wherever it stands.",
    least: 3,
    most: 3,
    check: taking(["text"], "text"),
    calculate: (args, scope) => {
      const [text, old, put] = args.map(textAt);
      return textResult(
        args,
        scope,
        (i, failing) => replaced(text!(i), old!(i), put!(i), failing),
        textsOf(args[0]!),
      );
    },
  },
  {
    name: "FIND",
    signature: "FIND(text to find, text, [start])",
    help: "Where one text stands in another, the first character being 1; case matters.",
    least: 2,
    most: 3,
    check: (kinds) => ({
      takes: (["text", "text", "number"] as const).slice(0, kinds.length),
      gives: "number",
    }),
    calculate: (args, scope) => {
      const [wanted, text] = args.slice(0, 2).map(textAt);
      const start = args[2] ? zeroForBlank(args[2]) : () => 1;
      return numberResult(args, scope, "number", (i, failing) => {
        const at = text!(i).indexOf(wanted!(i), Math.max(0, start(i) - 1));
        return at < 0 ? failing.with(NOT_FOUND) : at + 1;
      });
    },
  },
  {
    name: "VALUE",
    signature: "VALUE(text)",
    help: "The number that a text stands for, also with a currency or a percent sign.",
    least: 1,
    most: 1,
    check: taking(["text"], "number"),
    calculate: (args, scope) => {
      const value = perText(args[0]!, (text) => numberIn(text.trim(), scope.decimal));
      const blank = isBlankAt(args[0]!);
      return numberResult(args, scope, "number", (i, failing) => {
        const number = value(i);
        return Number.isNaN(number) && !blank(i) ? failing.with(NOT_A_NUMBER) : number;
      });
    },
  },
  {
    name: "TEXT",
    signature: 'TEXT(value, "format")',
    help: 'A number or date as a text: "0.00", "#,##0", "0%", "yyyy-mm-dd", "mmm d".',
    least: 2,
    most: 2,
    check: ([value]) =>
      value === "text" || value === "yesno"
        ? "TEXT writes numbers and dates."
        : { takes: [value === "date" ? "date" : "number", "text"], gives: "text" },
    calculate: (args, scope) => {
      const [value, format] = args as readonly [Vector, Vector];
      if (value.kind !== "number" && value.kind !== "date")
        throw new Error(`Expected numbers, got ${value.kind}.`);
      const mask = maskOf(value);
      const formatAt = textAt(format);
      return textResult(args, scope, (i) =>
        patternedText(value.values[i & mask]!, formatAt(i), value.kind === "date"),
      );
    },
  },
];

/** Numbers, dates and yes/no written out as files have them; texts as they are. */
export function asTexts(vector: Vector, scope: Scope): TextVector {
  if (vector.kind === "text") return vector;
  const mask = maskOf(vector);
  if (vector.kind === "yesno") {
    const flags = yesNosOf(vector).flags;
    return textResult([vector], scope, (i) => ["No", "Yes", ""][flags[i & mask]!]!);
  }
  const type = vector.kind === "date" ? "date" : "number";
  return textResult([vector], scope, (i) => canonicalText(vector.values[i & mask]!, type));
}

function ofText(name: string, help: string, change: (text: string) => string): FunctionSpec {
  return {
    name,
    signature: `${name}(text)`,
    help,
    least: 1,
    most: 1,
    check: taking(["text"], "text"),
    calculate: (args, scope) => {
      const text = textAt(args[0]!);
      return textResult(args, scope, (i) => change(text(i)), textsOf(args[0]!));
    },
  };
}

function part(
  name: string,
  places: string,
  help: string,
  cut: (text: string, first?: number, second?: number) => string,
): FunctionSpec {
  const [least, most] = [
    places.split(",").filter((place) => !place.includes("[")).length,
    places.split(",").length,
  ];
  return {
    name,
    signature: `${name}(${places})`,
    help,
    least,
    most,
    check: taking(["text", "number"], "text"),
    calculate: (args, scope) => {
      const text = textAt(args[0]!);
      const [first, second] = args.slice(1).map(zeroForBlank);
      return textResult(args, scope, (i) => cut(text(i), first?.(i), second?.(i)), textsOf(args[0]!));
    },
  };
}

function question(name: string, help: string, holds: (text: string, other: string) => boolean): FunctionSpec {
  return {
    name,
    signature: `${name}(text, other)`,
    help,
    least: 2,
    most: 2,
    check: taking(["text"], "yesno"),
    calculate: (args, scope) => {
      const [text, other] = args as readonly [Vector, Vector];
      if (other.constant) {
        const folded = foldText(textAt(other)(0));
        return yesNoResult(
          args,
          scope,
          perText(text, (each) => (holds(foldText(each), folded) ? 1 : 0)),
        );
      }
      const [textOf, otherOf] = [textAt(text), textAt(other)];
      return yesNoResult(args, scope, (i) => (holds(foldText(textOf(i)), foldText(otherOf(i))) ? 1 : 0));
    },
  };
}

function from0(count: number): number {
  return Math.max(0, Math.trunc(count));
}

function numberIn(text: string, decimal: "." | ","): number {
  const value = text.includes("%") ? parsePercent(text, decimal) : parseNumber(text, decimal);
  return Number.isFinite(value) ? value : Number.NaN;
}

function replaced(text: string, old: string, put: string, failing: Failing): string {
  if (old === "" || !text.includes(old)) return text;
  const parts = text.split(old);
  const length = text.length + (parts.length - 1) * (put.length - old.length);
  return length > MAX_REPLACED ? failing.text(TEXT_TOO_LONG) : parts.join(put);
}

function trimmedText(text: string): string {
  return text
    .split(" ")
    .filter((word) => word !== "")
    .join(" ");
}

function properText(text: string): string {
  let proper = "";
  let begins = true;
  for (const sign of text) {
    proper += begins ? sign.toUpperCase() : sign.toLowerCase();
    begins = sign.toLowerCase() === sign.toUpperCase() && sign !== "'" && sign !== "’";
  }
  return proper;
}
