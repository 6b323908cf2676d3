import {
  type Failing,
  flagAt,
  isBlankAt,
  numberAt,
  numberResult,
  perText,
  textAt,
  textResult,
  yesNoResult,
  zeroForBlank,
} from "./kernels";
import { type FunctionSpec, type StaticKind, taking } from "./signature";
import { DIVISION_BY_ZERO, NO_ROOT, type Vector } from "./vectors";

/** The operators, named by their signs. */
export const OPERATORS: readonly FunctionSpec[] = [
  sum("+", 1),
  sum("-", -1),
  arithmetic("*", (a, b) => a * b),
  arithmetic("/", (a, b, failing) => (b === 0 ? failing.with(DIVISION_BY_ZERO) : a / b)),
  arithmetic("^", power),
  sign("negate", "-", (value) => -value),
  sign("percent", "%", (value) => value / 100),
  {
    ...operator("&"),
    check: taking(["text"], "text"),
    calculate: (args, scope) => {
      const parts = args.map(textAt);
      const [only] = args.filter((arg) => !arg.constant);
      const by = only?.kind === "text" ? only : undefined;
      return textResult(args, scope, (i) => parts[0]!(i) + parts[1]!(i), by);
    },
  },
  comparison("=", (order) => order === 0),
  comparison("<>", (order) => order !== 0),
  comparison("<", (order) => order < 0),
  comparison("<=", (order) => order <= 0),
  comparison(">", (order) => order > 0),
  comparison(">=", (order) => order >= 0),
];

/** x to the power of y; what has no real value fails. */
export function power(base: number, exponent: number, failing: Failing): number {
  if (base === 0 && exponent < 0) return failing.with(DIVISION_BY_ZERO);
  const value = base ** exponent;
  return Number.isNaN(value) ? failing.with(NO_ROOT) : value;
}

function operator(
  name: string,
): Pick<FunctionSpec, "name" | "signature" | "help" | "least" | "most" | "hidden"> {
  return { name, signature: name, help: "", least: 2, most: 2, hidden: true };
}

/** Plus and minus, which dates take too: a date and days are a date, and between two dates lie days. */
function sum(name: "+" | "-", factor: 1 | -1): FunctionSpec {
  const check = ([left, right]: readonly StaticKind[]) => {
    if (left === "date" && right === "date") {
      return name === "-"
        ? ({ takes: ["date", "date"], gives: "number" } as const)
        : "Two dates cannot be added; take one from the other to count the days between.";
    }
    if (left === "date") return { takes: ["date", "number"], gives: "date" } as const;
    if (right === "date") {
      return name === "+"
        ? ({ takes: ["number", "date"], gives: "date" } as const)
        : "A date cannot be taken from a number.";
    }
    return { takes: ["number", "number"], gives: "number" } as const;
  };
  return {
    ...operator(name),
    check,
    calculate: (args, scope, kind) => {
      // A day that is not known stays unknown, while an amount that is not there is 0.
      const [left, right] = args.map((arg) => (arg.kind === "date" ? numberAt(arg) : zeroForBlank(arg)));
      return numberResult(
        args,
        scope,
        kind === "date" ? "date" : "number",
        (i) => left!(i) + factor * right!(i),
      );
    },
  };
}

function arithmetic(
  name: string,
  calculate: (a: number, b: number, failing: Failing) => number,
): FunctionSpec {
  return {
    ...operator(name),
    check: taking(["number"], "number"),
    calculate: (args, scope) => {
      const [left, right] = args.map(zeroForBlank);
      return numberResult(args, scope, "number", (i, failing) => calculate(left!(i), right!(i), failing));
    },
  };
}

function sign(name: string, written: string, calculate: (value: number) => number): FunctionSpec {
  return {
    ...operator(written),
    name,
    least: 1,
    most: 1,
    check: taking(["number"], "number"),
    calculate: (args, scope) => {
      const value = zeroForBlank(args[0]!);
      return numberResult(args, scope, "number", (i) => calculate(value(i)));
    },
  };
}

function comparison(name: string, holds: (order: number) => boolean): FunctionSpec {
  return {
    ...operator(name),
    check: taking(["A"], "yesno"),
    calculate: (args, scope) => {
      const [left, right] = args as readonly [Vector, Vector];
      if (left.kind !== "date") {
        const order = orderOf(left, right);
        return yesNoResult(args, scope, (i) => (holds(order(i)) ? 1 : 0));
      }
      const order = orderOf(left, right);
      const blanks = [isBlankAt(left), isBlankAt(right)];
      return yesNoResult(args, scope, (i) => {
        const [leftBlank, rightBlank] = [blanks[0]!(i), blanks[1]!(i)];
        // No day is before or after one that is not known; only "the same" can be said of blanks.
        if (leftBlank || rightBlank)
          return name === "="
            ? Number(leftBlank && rightBlank)
            : name === "<>"
              ? Number(leftBlank !== rightBlank)
              : 2;
        return holds(order(i)) ? 1 : 0;
      });
    },
  };
}

/** Below 0 where the left cell comes first, 0 where they are the same. Texts are compared without regard to case; blanks are 0, "" and no. */
export function orderOf(left: Vector, right: Vector): (i: number) => number {
  if (left.kind === "text") return textOrder(left, right);
  if (left.kind === "yesno") {
    const [a, b] = [flagAt(left), flagAt(right)];
    return (i) => (a(i) & 1) - (b(i) & 1);
  }
  const [a, b] = [zeroForBlank(left), zeroForBlank(right)];
  return (i) => a(i) - b(i);
}

function textOrder(left: Vector, right: Vector): (i: number) => number {
  if (right.constant) {
    const other = textAt(right)(0).toLowerCase();
    return orders(left, other, 1);
  }
  if (left.constant) return orders(right, textAt(left)(0).toLowerCase(), -1);
  const [a, b] = [textAt(left), textAt(right)];
  return (i) => compared(a(i).toLowerCase(), b(i).toLowerCase());
}

/** The order of each text to one other, looked up once per text. */
function orders(vector: Vector, other: string, factor: number): (i: number) => number {
  const order = perText(vector, (text) => compared(text.toLowerCase(), other) + 2);
  return (i) => factor * (order(i) - 2);
}

function compared(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
