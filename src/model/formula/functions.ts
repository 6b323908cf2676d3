import { DATE_FUNCTIONS } from "./date-functions";
import { LOGIC_FUNCTIONS } from "./logic-functions";
import { NUMBER_FUNCTIONS } from "./number-functions";
import { OPERATORS } from "./operators";
import type { FunctionSpec } from "./signature";
import { TEXT_FUNCTIONS } from "./text-functions";
import { WHOLE_FUNCTIONS } from "./whole-functions";

/** The functions that formulas may call, in the order in which they are offered. */
export const FUNCTIONS: readonly FunctionSpec[] = [
  ...LOGIC_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...DATE_FUNCTIONS,
  ...WHOLE_FUNCTIONS,
];

const byName: ReadonlyMap<string, FunctionSpec> = new Map(
  [...FUNCTIONS, ...OPERATORS].map((spec) => [spec.name, spec]),
);

/** The function or operator of a name in capitals, or undefined. */
export function functionNamed(name: string): FunctionSpec | undefined {
  return byName.get(name);
}
