import { chosen, flagAt, isBlankAt, yesNoResult } from "./kernels";
import { orderOf } from "./operators";
import { type FunctionSpec, type StaticKind, type Takes, taking } from "./signature";
import { blankConstant, maskOf, NO_CASE, type Vector } from "./vectors";

export const LOGIC_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: "IF",
    signature: "IF(condition, then, [else])",
    help: "The one value where the condition holds, else the other; without an else a blank.",
    least: 2,
    most: 3,
    check: taking(["yesno", "A"], "A"),
    calculate: ([condition, ...branches], scope, kind) => {
      const holds = flagAt(condition!);
      const otherwise = branches.length > 1 ? 1 : -1;
      return chosen([condition!], branches, kind, scope, (i) => (holds(i) === 1 ? 0 : otherwise));
    },
  },
  {
    name: "IFS",
    signature: "IFS(condition, value, [condition, value]…)",
    help: "The value behind the first condition that holds; a blank where none does.",
    least: 2,
    most: Number.POSITIVE_INFINITY,
    check: (kinds) =>
      kinds.length % 2 === 1
        ? "IFS takes pairs: behind each condition its value. For all others write TRUE, value."
        : { takes: kinds.map((_, i) => (i % 2 === 0 ? "yesno" : "A")), gives: "A" },
    calculate: (args, scope, kind) => {
      const conditions = args.filter((_, i) => i % 2 === 0);
      const branches = args.filter((_, i) => i % 2 === 1);
      const holds = conditions.map(flagAt);
      return chosen(conditions, branches, kind, scope, (i) => holds.findIndex((flag) => flag(i) === 1));
    },
  },
  {
    name: "SWITCH",
    signature: "SWITCH(value, case, result, [case, result]…, [otherwise])",
    help: "The result behind the case that the value is.",
    least: 3,
    most: Number.POSITIVE_INFINITY,
    check: (kinds) => ({ takes: switchPlaces(kinds), gives: "B" }),
    calculate: (args, scope, kind) => {
      const pairs = Math.floor((args.length - 1) / 2);
      const cases = Array.from({ length: pairs }, (_, pair) => args[1 + 2 * pair]!);
      const results = Array.from({ length: pairs }, (_, pair) => args[2 + 2 * pair]!);
      const hasOtherwise = args.length % 2 === 0;
      const branches = hasOtherwise ? [...results, args.at(-1)!] : results;
      const orders = cases.map((each) => orderOf(args[0]!, each));
      const blank = isBlankAt(args[0]!);
      const caseBlank = cases.map(isBlankAt);
      return chosen([args[0]!, ...cases], branches, kind, scope, (i, failing) => {
        for (let pair = 0; pair < pairs; pair++) {
          if (orders[pair]!(i) === 0 && blank(i) === caseBlank[pair]!(i)) return pair;
        }
        if (hasOtherwise) return pairs;
        failing.with(NO_CASE);
        return -1;
      });
    },
  },
  {
    name: "IFERROR",
    signature: "IFERROR(value, otherwise)",
    help: "The value, or the other one where it cannot be calculated.",
    least: 2,
    most: 2,
    check: taking(["A"], "A"),
    calculate: (args, scope, kind) => {
      const [value] = args;
      const mask = maskOf(value!);
      return chosen([], args, kind, scope, (i) => (value!.errors?.[i & mask] ? 1 : 0));
    },
  },
  {
    name: "COALESCE",
    signature: "COALESCE(value, [value]…)",
    help: "The first value that is not blank.",
    least: 1,
    most: Number.POSITIVE_INFINITY,
    check: taking(["A"], "A"),
    calculate: (args, scope, kind) => {
      const blank = args.map(isBlankAt);
      return chosen([], args, kind, scope, (i) => blank.findIndex((isBlank) => !isBlank(i)));
    },
  },
  {
    name: "ISBLANK",
    signature: "ISBLANK(value)",
    help: "Whether the value is blank.",
    least: 1,
    most: 1,
    check: taking(["any"], "yesno"),
    calculate: (args, scope) => {
      const blank = isBlankAt(args[0]!);
      return yesNoResult(args, scope, (i) => (blank(i) ? 1 : 0));
    },
  },
  {
    name: "ISERROR",
    signature: "ISERROR(value)",
    help: "Whether the value cannot be calculated.",
    least: 1,
    most: 1,
    check: taking(["any"], "yesno"),
    calculate: ([value], scope) => {
      const mask = maskOf(value!);
      const well: Vector = { ...value!, errors: null };
      return yesNoResult([well], scope, (i) => (value!.errors?.[i & mask] ? 1 : 0));
    },
  },
  {
    name: "AND",
    signature: "AND(condition, [condition]…)",
    help: "Whether every condition holds. Also written between two: A AND B.",
    least: 1,
    most: Number.POSITIVE_INFINITY,
    check: taking(["yesno"], "yesno"),
    calculate: (args, scope) => {
      const flags = args.map(flagAt);
      return yesNoResult(args, scope, (i) => (flags.every((flag) => flag(i) === 1) ? 1 : 0));
    },
  },
  {
    name: "OR",
    signature: "OR(condition, [condition]…)",
    help: "Whether any condition holds. Also written between two: A OR B.",
    least: 1,
    most: Number.POSITIVE_INFINITY,
    check: taking(["yesno"], "yesno"),
    calculate: (args, scope) => {
      const flags = args.map(flagAt);
      return yesNoResult(args, scope, (i) => (flags.some((flag) => flag(i) === 1) ? 1 : 0));
    },
  },
  {
    name: "NOT",
    signature: "NOT(condition)",
    help: "Yes where the condition does not hold.",
    least: 1,
    most: 1,
    check: taking(["yesno"], "yesno"),
    calculate: (args, scope) => {
      const flag = flagAt(args[0]!);
      return yesNoResult(args, scope, (i) => (flag(i) === 1 ? 0 : 1));
    },
  },
  {
    name: "BLANK",
    signature: "BLANK()",
    help: "Nothing.",
    least: 0,
    most: 0,
    check: () => ({ takes: [], gives: "blank" }),
    calculate: () => blankConstant("number"),
  },
];

function switchPlaces(kinds: readonly StaticKind[]): readonly Takes[] {
  const hasOtherwise = kinds.length % 2 === 0;
  return kinds.map((_, i) => {
    if (i === 0) return "A";
    if (hasOtherwise && i === kinds.length - 1) return "B";
    return i % 2 === 1 ? "A" : "B";
  });
}
