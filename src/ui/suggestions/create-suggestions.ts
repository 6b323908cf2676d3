import { type Accessor, createEffect, createSignal, onCleanup } from "solid-js";
import type { Alignment } from "../../model/alignment";
import type { Figures } from "../../model/metrics/figures";
import type { Plan } from "../../model/plan";
import { type Suggestion, suggestInSteps } from "../../model/suggest/suggest-moves";
import { type Diagnosis, diagnoseTerritories } from "../../model/suggest/territory-diagnosis";
import type { Planner } from "../planner";
import { newestFirst } from "../slices";

/** What can be done next, and what is off. */
export interface Advice {
  readonly suggestions: readonly Suggestion[];
  /** The worst first. */
  readonly diagnoses: readonly Diagnosis[];
  /** What it speaks of: until the next advice is there, the alignment may have moved on. */
  readonly plan: Plan;
  readonly alignment: Alignment;
  readonly figures: Figures;
}

/** Advice on the alignment shown, worked out in slices after each change; null until there is some. Only while `active`. */
export function createSuggestions(planner: Planner, active: Accessor<boolean>): Accessor<Advice | null> {
  const [advice, setAdvice] = createSignal<Advice | null>(null);
  const work = newestFirst(
    () => adviceSteps(planner),
    (_, found: Advice) => setAdvice(found),
  );
  createEffect(() => {
    planner.figures();
    planner.alignment();
    if (active() && !planner.preview()) work.take(undefined);
    else work.drop();
  });
  onCleanup(() => work.drop());
  return advice;
}

function* adviceSteps(planner: Planner): Generator<void, Advice> {
  const { plan, path, alignment, figures } = planner.session;
  const suggestions = yield* suggestInSteps(plan, path, figures);
  yield;
  const diagnoses = diagnoseTerritories(plan, path, figures);
  return { suggestions, diagnoses, plan, alignment, figures };
}
