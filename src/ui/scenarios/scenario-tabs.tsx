import Archive from "lucide-solid/icons/archive";
import BadgeCheck from "lucide-solid/icons/badge-check";
import Plus from "lucide-solid/icons/plus";
import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import { dayIn } from "../../model/day";
import { inForceOn } from "../../model/planning/publication";
import { matchesShortcut } from "../actions";
import { Menu } from "../controls/menu-button";
import { type MenuPlace, RowMenu } from "../controls/row-menu";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { useDialogs } from "../shell/dialogs";
import { archivedActions, scenarioActions } from "./scenario-actions";
import { copyScenario, showScenario } from "./scenario-moves";
import "./scenario-tabs.css";

/**
 * One tab per scenario that is not archived; "+" copies the one shown. Arrow keys, Home and End move between tabs; F2, Delete and
 * the menu of the tab (right mouse button, Shift+F10) act on one.
 */
export function ScenarioTabs() {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const { makeId } = useServices();
  let list!: HTMLDivElement;
  const scenarios = createMemo(() => planner.plan().scenarios.filter((scenario) => !scenario.archived));
  const inForce = createMemo(() => {
    const { planning, settings } = planner.plan();
    return inForceOn(planning.publications, dayIn(settings.timeZone, Date.now()));
  });
  const [menu, setMenu] = createSignal<{ scenario: string; place: MenuPlace } | null>(null);
  const shown = () => planner.path().scenario;
  const actions = scenarioActions(planner, dialogs, makeId, () => menu()?.scenario ?? shown());
  const archived = createMemo(() => archivedActions(planner));
  const show = (scenario: string) => showScenario(planner, scenario);
  const selectedTab = () => list.querySelector<HTMLElement>('[aria-selected="true"]');

  const onKeyDown = (event: KeyboardEvent) => {
    const all = scenarios();
    const at = all.findIndex(({ id }) => id === shown());
    const to = {
      ArrowRight: (at + 1) % all.length,
      ArrowLeft: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (to !== undefined) {
      const next = all[to];
      if (next) show(next.id);
    } else if (event.key === "ContextMenu" || (event.shiftKey && event.key === "F10")) {
      const box = selectedTab()?.getBoundingClientRect();
      if (box) setMenu({ scenario: shown(), place: { x: box.left, y: box.bottom + 2 } });
    } else {
      const action = actions.find(({ shortcut }) => shortcut && matchesShortcut(event, shortcut));
      if (!action) return;
      const why = action.disabled?.();
      if (why != null) planner.announce(`${action.title}: ${why}.`);
      else action.run();
    }
    event.preventDefault();
    event.stopPropagation();
    if (!dialogs.current() && !menu()) selectedTab()?.focus();
  };
  // With many scenarios the one that is shown may lie outside.
  createEffect(on(shown, () => selectedTab()?.scrollIntoView({ block: "nearest", inline: "nearest" })));

  return (
    <div class="scenario-tabs">
      <div ref={list} class="scenario-tab-list" role="tablist" aria-label="Scenarios" onKeyDown={onKeyDown}>
        <For each={scenarios()}>
          {(scenario) => (
            <button
              type="button"
              role="tab"
              class="scenario-tab"
              aria-selected={scenario.id === shown()}
              tabIndex={scenario.id === shown() ? 0 : -1}
              title={scenario.description || scenario.name}
              onClick={() => show(scenario.id)}
              onDblClick={() => {
                if (!planner.readOnly() && !planner.preview())
                  dialogs.open({ kind: "scenario", scenario: scenario.id });
              }}
              onContextMenu={(event) => {
                event.preventDefault();
                setMenu({ scenario: scenario.id, place: { x: event.clientX, y: event.clientY } });
              }}
            >
              {scenario.name}
              <Show when={inForce()?.source === scenario.id}>
                <span class="scenario-in-force" title="The plan in force is a copy of this scenario">
                  <BadgeCheck aria-hidden="true" />
                  <span class="visually-hidden">, published</span>
                </span>
              </Show>
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
      <Show when={archived().length > 0}>
        <Menu
          label="Archived scenarios"
          items={archived().map((action) => ({
            label: action.title,
            disabled: action.disabled?.() != null,
            run: action.run,
          }))}
        >
          <Archive aria-hidden="true" />
        </Menu>
      </Show>
      <RowMenu
        label="Scenario"
        place={menu()?.place ?? null}
        actions={actions}
        onClose={() => setMenu(null)}
      />
    </div>
  );
}
