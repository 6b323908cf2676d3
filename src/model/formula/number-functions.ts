import { type Failing, numberAt, numberResult, type Scope, zeroForBlank } from "./kernels";
import { power } from "./operators";
import { type FunctionSpec, taking } from "./signature";
import { DIVISION_BY_ZERO, NO_ROOT, type Vector } from "./vectors";

export const NUMBER_FUNCTIONS: readonly FunctionSpec[] = [
  ofMany("SUM", "The sum of the values; a blank adds nothing.", ["number"], (sum, value) => sum + value, 0),
  ofMany(
    "MIN",
    "The smallest of the values, or the earliest of the dates; blanks are left out.",
    ["A"],
    Math.min,
    Number.NaN,
  ),
  ofMany(
    "MAX",
    "The largest of the values, or the latest of the dates; blanks are left out.",
    ["A"],
    Math.max,
    Number.NaN,
  ),
  {
    name: "AVERAGE",
    signature: "AVERAGE(number, [number]…)",
    help: "The mean of the values; blanks are left out.",
    least: 1,
    most: Number.POSITIVE_INFINITY,
    check: taking(["number"], "number"),
    calculate: (args, scope) => {
      const values = args.map(numberAt);
      return numberResult(args, scope, "number", (i) => {
        let sum = 0;
        let count = 0;
        for (const valueAt of values) {
          const value = valueAt(i);
          if (Number.isNaN(value)) continue;
          sum += value;
          count++;
        }
        return count > 0 ? sum / count : Number.NaN;
      });
    },
  },
  ofOne("ABS", "The number without its sign.", Math.abs),
  ofOne("INT", "The next whole number below.", Math.floor),
  ofOne("SIGN", "1, 0 or −1.", Math.sign),
  ofOne("SQRT", "The square root.", (x, failing) => (x < 0 ? failing.with(NO_ROOT) : Math.sqrt(x))),
  ofOne("EXP", "e to the power of the number.", Math.exp),
  ofOne("LN", "The natural logarithm.", (x, failing) => (x <= 0 ? failing.with(NO_ROOT) : Math.log(x))),
  ofOne("LOG10", "The logarithm to base 10.", (x, failing) =>
    x <= 0 ? failing.with(NO_ROOT) : Math.log10(x),
  ),
  rounding("ROUND", "Rounded to a number of decimals; a half goes away from zero.", roundHalfAway),
  rounding("ROUNDUP", "Rounded away from zero.", (x) => Math.sign(x) * Math.ceil(nearlyWhole(Math.abs(x)))),
  rounding("ROUNDDOWN", "Rounded toward zero.", (x) => Math.sign(x) * Math.floor(nearlyWhole(Math.abs(x)))),
  toStep("FLOOR", "The next multiple of the step below.", Math.floor),
  toStep("CEILING", "The next multiple of the step above.", Math.ceil),
  ofTwo(
    "MOD",
    "number, divisor",
    "What is left of a division; it has the sign of the divisor.",
    (a, b, failing) => (b === 0 ? failing.with(DIVISION_BY_ZERO) : a - b * Math.floor(a / b)),
  ),
  ofTwo("POWER", "number, exponent", "The number to the power of the exponent.", power),
];

function ofOne(name: string, help: string, calculate: (x: number, failing: Failing) => number): FunctionSpec {
  return {
    name,
    signature: `${name}(number)`,
    help,
    least: 1,
    most: 1,
    check: taking(["number"], "number"),
    calculate: (args, scope) => {
      const value = zeroForBlank(args[0]!);
      return numberResult(args, scope, "number", (i, failing) => calculate(value(i), failing));
    },
  };
}

function ofTwo(
  name: string,
  places: string,
  help: string,
  calculate: (a: number, b: number, failing: Failing) => number,
): FunctionSpec {
  return {
    name,
    signature: `${name}(${places})`,
    help,
    least: 2,
    most: 2,
    check: taking(["number"], "number"),
    calculate: (args, scope) => {
      const [a, b] = args.map(zeroForBlank);
      return numberResult(args, scope, "number", (i, failing) => calculate(a!(i), b!(i), failing));
    },
  };
}

function ofMany(
  name: string,
  help: string,
  takes: readonly ["number" | "A"],
  join: (a: number, b: number) => number,
  none: number,
): FunctionSpec {
  return {
    name,
    signature: `${name}(${takes[0] === "A" ? "value, [value]" : "number, [number]"}…)`,
    help,
    least: 1,
    most: Number.POSITIVE_INFINITY,
    check: (kinds) =>
      takes[0] === "A" && kinds.some((kind) => kind === "text" || kind === "yesno")
        ? `${name} takes numbers or dates.`
        : taking(takes, takes[0])(kinds),
    calculate: (args, scope: Scope, kind) => {
      const values = args.map(numberAt);
      return numberResult(args, scope, kind === "date" ? "date" : "number", (i) => {
        let joined = none;
        for (const valueAt of values) {
          const value = valueAt(i);
          if (!Number.isNaN(value)) joined = Number.isNaN(joined) ? value : join(joined, value);
        }
        return joined;
      });
    },
  };
}

function rounding(name: string, help: string, round: (x: number) => number): FunctionSpec {
  return {
    name,
    signature: `${name}(number, [decimals])`,
    help,
    least: 1,
    most: 2,
    check: taking(["number"], "number"),
    calculate: (args: readonly Vector[], scope) => {
      const value = zeroForBlank(args[0]!);
      const decimals = args[1] ? zeroForBlank(args[1]) : () => 0;
      return numberResult(args, scope, "number", (i) => atDecimals(value(i), decimals(i), round));
    },
  };
}

function toStep(name: string, help: string, round: (x: number) => number): FunctionSpec {
  return {
    name,
    signature: `${name}(number, [step])`,
    help,
    least: 1,
    most: 2,
    check: taking(["number"], "number"),
    calculate: (args, scope) => {
      const value = zeroForBlank(args[0]!);
      const step = args[1] ? zeroForBlank(args[1]) : () => 1;
      return numberResult(args, scope, "number", (i) => {
        const size = Math.abs(step(i));
        return size === 0 ? 0 : round(nearlyWhole(value(i) / size)) * size;
      });
    },
  };
}

function atDecimals(value: number, decimals: number, round: (x: number) => number): number {
  const places = Math.trunc(decimals);
  if (places > 15) return value;
  if (places < -308) return 0;
  const factor = 10 ** Math.abs(places);
  return places >= 0 ? round(value * factor) / factor : round(value / factor) * factor;
}

function roundHalfAway(value: number): number {
  return Math.sign(value) * Math.floor(nearlyWhole(Math.abs(value) + 0.5));
}

/** A number that binary fractions leave a hair beside a whole one, such as 1.005 × 100, as that whole one. */
function nearlyWhole(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) <= Math.abs(value) * 4 * Number.EPSILON ? whole : value;
}
