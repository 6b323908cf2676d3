import type { ImportProgress } from "../../files/import/import-job";
import type { ImportState } from "../../session/import-flow";

const STEPS: Readonly<Record<ImportProgress["step"], string>> = {
  reading: "Reading the file",
  parsing: "Splitting it into rows and columns",
  checking: "Checking the columns",
  locating: "Finding the accounts on the map",
  building: "Building the plan",
};

/** What a running import is doing now, for a person. */
export function progressWords(
  state: Extract<ImportState, { kind: "reading" | "building" }>,
  locale: string,
): string {
  const { progress } = state;
  if (!progress) return state.kind === "reading" ? `Reading ${state.name}` : "Building the plan";
  const words = STEPS[progress.step];
  if (progress.step === "reading" || progress.total <= 0) return `${words} …`;
  return `${words} … ${new Intl.NumberFormat(locale, { style: "percent" }).format(progress.done / progress.total)}`;
}

/** Part done, 0 to 1; null while it is not known. */
export function progressDone(progress: ImportProgress | null): number | null {
  return progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : null;
}
