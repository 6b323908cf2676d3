import Plus from "lucide-solid/icons/plus";
import { createMemo, For } from "solid-js";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { useDialogs } from "./dialogs";
import { copyScenario, showScenario } from "./scenario-moves";

/** One tab per scenario that is not archived; "+" copies the one shown. Arrow keys move between tabs. */
export function ScenarioTabs() {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const { makeId } = useServices();
  const scenarios = createMemo(() => planner.plan().scenarios.filter((scenario) => !scenario.archived));
  const show = (scenario: string) => showScenario(planner, scenario);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const list = scenarios();
    const at = list.findIndex(({ id }) => id === planner.path().scenario);
    const next = list[(at + step + list.length) % list.length];
    if (!next) return;
    show(next.id);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  };
  return (
    <div class="scenario-tabs">
      <div class="scenario-tabs" role="tablist" aria-label="Scenarios" onKeyDown={onKeyDown}>
        <For each={scenarios()}>
          {(scenario) => (
            <button
              type="button"
              role="tab"
              class="scenario-tab"
              aria-selected={scenario.id === planner.path().scenario}
              tabIndex={scenario.id === planner.path().scenario ? 0 : -1}
              title={scenario.description || scenario.name}
              onClick={() => show(scenario.id)}
              onDblClick={() => {
                if (!planner.readOnly() && !planner.preview())
                  dialogs.open({ kind: "scenario", scenario: scenario.id });
              }}
            >
              {scenario.name}
            </button>
          )}
        </For>
      </div>
      <button
        type="button"
        class="button button-quiet button-icon"
        aria-label="New scenario"
        title="Copy this scenario"
        disabled={planner.readOnly() || planner.preview() !== null}
        onClick={() => copyScenario(planner, makeId())}
      >
        <Plus aria-hidden="true" />
      </button>
    </div>
  );
}
