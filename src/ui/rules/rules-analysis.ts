import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { AlignmentPath, Plan } from "../../model/plan";
import { analyzeRules, type RulesAnalysis } from "../../model/rules/analyze-rules";
import type { Planner } from "../planner";

/** Quiet time after a change before rules are counted again: a hundred of them over a large plan take longer than a frame. */
const PAUSE_MS = 120;

/** What each rule takes and what stands in its way, counted anew after changes while `active`; null until counted the first time. */
export function createRulesAnalysis(
  planner: Planner,
  active: Accessor<boolean>,
): Accessor<RulesAnalysis | null> {
  const [analysis, setAnalysis] = createSignal<RulesAnalysis | null>(null);
  let timer = 0;
  let counted: { readonly plan: Plan; readonly path: AlignmentPath } | null = null;
  const count = () => {
    counted = { plan: planner.plan(), path: planner.path() };
    setAnalysis(analyzeRules(counted.plan, counted.path));
  };
  createEffect(
    on([planner.plan, planner.path, active], ([plan, path, isActive]) => {
      clearTimeout(timer);
      if (!isActive || (counted?.plan === plan && counted.path === path)) return;
      // New rules are counted at once: whoever made one looks for its numbers.
      if (counted === null || analysis()?.rules.length !== plan.planning.rules.length) count();
      else timer = window.setTimeout(count, PAUSE_MS);
    }),
  );
  onCleanup(() => clearTimeout(timer));
  return analysis;
}
