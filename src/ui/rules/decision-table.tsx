import { createSignal, For, Show } from "solid-js";
import type { AlignmentPath, Plan } from "../../model/plan";
import type { RoutedTable } from "../../model/planning/routing-rule";
import type { Decision } from "../../model/rules/decision";
import { reasonWords } from "../../model/rules/reason-words";
import { rowName } from "../grid/table-columns";
import { RouteSteps, takerWords } from "./route-steps";

/** Rows drawn at once. */
const SHOWN = 100;

/** Where rows go, by which rule and why; a row opens to its way through the rules. */
export function DecisionTable(props: {
  plan: Plan;
  path: AlignmentPath;
  table: RoutedTable;
  decisions: readonly Decision[];
  /** Who has each row now, parallel to the decisions; left out for rows that are new. */
  had?: readonly string[];
}) {
  const [opened, setOpened] = createSignal<Decision | null>(null);
  const columns = () => props.plan.tables[props.table].columns;
  return (
    <div class="decision-scroll">
      <table class="decision-table">
        <thead>
          <tr>
            <th scope="col">{props.table === "leads" ? "Lead" : "Account"}</th>
            <Show when={props.had}>
              <th scope="col">Now</th>
            </Show>
            <th scope="col">Goes to</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.decisions.slice(0, SHOWN)}>
            {(decision, i) => (
              <>
                <tr>
                  <td>
                    <button
                      type="button"
                      class="link"
                      aria-expanded={opened() === decision}
                      onClick={() => setOpened(opened() === decision ? null : decision)}
                    >
                      {rowName(columns(), decision.row) || `Row ${decision.row + 1}`}
                    </button>
                  </td>
                  <Show when={props.had}>{(had) => <td>{had()[i()] || "Nobody"}</td>}</Show>
                  <td>{takerWords(props.plan, props.path, decision)}</td>
                  <td>
                    <span>{decision.rule?.name ?? "Catch-all"}</span>
                    <span class="decision-why muted">{reasonWords(props.plan, props.path, decision)}</span>
                  </td>
                </tr>
                <Show when={opened() === decision}>
                  <tr>
                    <td colSpan={props.had ? 4 : 3}>
                      <RouteSteps
                        plan={props.plan}
                        path={props.path}
                        table={props.table}
                        decision={decision}
                      />
                    </td>
                  </tr>
                </Show>
              </>
            )}
          </For>
        </tbody>
      </table>
      <Show when={props.decisions.length > SHOWN}>
        <p class="muted decision-more">
          and {(props.decisions.length - SHOWN).toLocaleString(props.plan.settings.locale)} more
        </p>
      </Show>
    </div>
  );
}
