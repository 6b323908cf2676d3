import { createMemo, For, Show } from "solid-js";
import { territoryAt, UNASSIGNED } from "../../model/alignment";
import { type AlignmentPath, alignmentAt, type Plan } from "../../model/plan";
import type { RoutedTable } from "../../model/planning/routing-rule";
import type { Decision } from "../../model/rules/decision";
import { answerWords, repName } from "../../model/rules/reason-words";
import { type RouteStep, routeSteps } from "../../model/rules/route-rows";
import { testWords } from "./rule-words";

/** Who gets a row: rep and territory, or nobody. */
export function takerWords(plan: Plan, path: AlignmentPath, { answer }: Decision): string {
  if (!answer.given) return "Nobody";
  const territory =
    answer.territory === UNASSIGNED ? "" : territoryAt(alignmentAt(plan, path), answer.territory).name;
  const rep = answer.rep < 0 ? "" : repName(plan, answer.rep);
  return [rep, territory].filter((part) => part !== "").join(" · ") || "Nobody";
}

/** A row's way through the rules, the deciding one marked. */
export function RouteSteps(props: {
  plan: Plan;
  path: AlignmentPath;
  table: RoutedTable;
  decision: Decision;
}) {
  const steps = createMemo(() => routeSteps(props.plan, props.path, props.table, props.decision));
  const words = (step: RouteStep): string => {
    switch (step.outcome) {
      case "off":
        return "Is off";
      case "other-table":
        return `Is not for ${props.table}`;
      case "not-meant":
        return step.failed.length === 0
          ? "Matches nothing"
          : `Not so: ${step.failed.map((test) => testWords(props.plan, alignmentAt(props.plan, props.path), test)).join("; ")}`;
      case "not-asked":
        return step.meant ? "Not asked any more, but would have matched" : "Not asked any more";
      default:
        return answerWords(props.plan, props.path, step.answer);
    }
  };
  return (
    <ol class="route-steps" aria-label="Way through the rules">
      <For each={steps()}>
        {(step) => (
          <li data-outcome={step.outcome}>
            <span class="route-step-name">{step.rule.name}</span>
            <span class="route-step-words">{words(step)}</span>
          </li>
        )}
      </For>
      <Show when={props.decision.rule === null}>
        <li data-outcome={props.decision.answer.given ? "given" : "stopped"}>
          <span class="route-step-name">Catch-all</span>
          <span class="route-step-words">{answerWords(props.plan, props.path, props.decision.answer)}</span>
        </li>
      </Show>
    </ol>
  );
}
