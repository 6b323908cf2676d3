import { measureImport } from "./measure-import";
import { openPlan, savePlan } from "./measure-open";

const MEASUREMENTS = { measureImport, openPlan, savePlan } as const;

declare global {
  interface Window {
    /** Calls a measurement by name. */
    measure(name: string, argument: unknown): Promise<unknown>;
  }
}

window.measure = (name, argument) => {
  const measurement = MEASUREMENTS[name as keyof typeof MEASUREMENTS] as
    | ((passed: never) => Promise<unknown>)
    | undefined;
  if (!measurement)
    throw new Error(`Expected one of ${Object.keys(MEASUREMENTS).join(", ")}, got "${name}".`);
  return measurement(argument as never);
};
