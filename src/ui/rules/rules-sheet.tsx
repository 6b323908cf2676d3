import CalendarOff from "lucide-solid/icons/calendar-off";
import FlaskConical from "lucide-solid/icons/flask-conical";
import ListPlus from "lucide-solid/icons/list-plus";
import Plus from "lucide-solid/icons/plus";
import Route from "lucide-solid/icons/route";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import UserPlus from "lucide-solid/icons/user-plus";
import { createMemo, createSignal, For, Show } from "solid-js";
import { NO_ROUTING, type RoutingRule } from "../../model/planning/routing-rule";
import { conflictsOf } from "../../model/rules/analyze-rules";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { useDialogs } from "../shell/dialogs";
import {
  copyRule,
  deleteRule,
  placeRule,
  routeUnassigned,
  showTaken,
  switchRule,
  unroutedCounts,
} from "./rule-actions";
import { RuleRow } from "./rule-row";
import { rowsWords, targetWords } from "./rule-words";
import { createRulesAnalysis } from "./rules-analysis";
import "./rules.css";

/** The rules in their order, what each takes, what stands in its way, and the catch-all at the end. */
export function RulesSheet(props: { active: boolean }) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const { makeId } = useServices();
  const analysis = createRulesAnalysis(planner, () => props.active);
  const rules = createMemo(() => planner.plan().planning.rules);
  const ids = createMemo(() => rules().map(({ id }) => id));
  const findings = createMemo(() => new Map(analysis()?.rules.map((found) => [found.rule, found])));
  const [current, setCurrent] = createSignal<string | null>(null);
  const [dragged, setDragged] = createSignal<string | null>(null);
  const focused = () => (rules().some(({ id }) => id === current()) ? current() : (rules()[0]?.id ?? null));
  const open = (rule: string | null) => dialogs.open({ kind: "rules", show: { kind: "rule", rule } });
  const locale = () => planner.plan().settings.locale;
  const catchAll = () => planner.plan().planning.routing[0] ?? NO_ROUTING;
  const waiting = createMemo(() => (props.active ? unroutedCounts(planner) : { accounts: 0, leads: 0 }));
  const canEdit = () => !planner.readOnly() && planner.preview() === null;
  const missed = () => analysis()?.missed ?? { accounts: 0, leads: 0 };
  let grid!: HTMLDivElement;

  const focusRule = (id: string | undefined) => {
    if (id === undefined) return;
    setCurrent(id);
    grid.querySelector<HTMLElement>(`[data-rule="${CSS.escape(id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = rules().findIndex(({ id }) => id === focused());
    const rule = rules()[at];
    // Keys of the controls within a row are theirs.
    if (!rule || !(event.target as HTMLElement).matches("[data-rule]")) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && event.altKey && canEdit()) {
      placeRule(planner, rule, at + step);
      focusRule(rule.id);
    } else if (step !== 0) focusRule(rules()[at + step]?.id);
    else if (event.key === "Home") focusRule(rules()[0]?.id);
    else if (event.key === "End") focusRule(rules().at(-1)?.id);
    else if (event.key === "Enter" || event.key === "F2") open(rule.id);
    else if (event.key === " " && canEdit()) switchRule(planner, rule, !rule.enabled);
    else if (event.key === "Delete" && canEdit()) {
      const next = rules()[at + 1] ?? rules()[at - 1];
      deleteRule(planner, rule);
      focusRule(next?.id);
    } else return;
    event.preventDefault();
  };
  const dropOn = (rule: RoutingRule) => {
    const moved = rules().find(({ id }) => id === dragged());
    if (moved && moved.id !== rule.id)
      placeRule(
        planner,
        moved,
        rules().findIndex(({ id }) => id === rule.id),
      );
    setDragged(null);
  };

  return (
    <div class="rules">
      <div class="grid-bar rules-bar">
        <button
          type="button"
          class="button button-primary grid-bar-button"
          disabled={!canEdit()}
          onClick={() => open(null)}
        >
          <Plus aria-hidden="true" />
          Add rule
        </button>
        <button
          type="button"
          class="button grid-bar-button"
          disabled={!canEdit() || waiting().accounts + waiting().leads === 0}
          title="Routes leads without an owner and accounts without a territory"
          onClick={() => routeUnassigned(planner)}
        >
          <Route aria-hidden="true" />
          Route unassigned now
          <Show when={waiting().accounts + waiting().leads > 0}>
            <span class="rules-waiting">
              {(waiting().accounts + waiting().leads).toLocaleString(locale())}
            </span>
          </Show>
        </button>
        <button
          type="button"
          class="button grid-bar-button"
          onClick={() => dialogs.open({ kind: "rules", show: { kind: "tester" } })}
        >
          <FlaskConical aria-hidden="true" />
          Test a lead
        </button>
        <button
          type="button"
          class="button grid-bar-button"
          onClick={() => dialogs.open({ kind: "rules", show: { kind: "dry-run" } })}
        >
          <ListPlus aria-hidden="true" />
          Dry run
        </button>
        <button
          type="button"
          class="button grid-bar-button"
          disabled={!canEdit()}
          onClick={() => dialogs.open({ kind: "rules", show: { kind: "add-rows" } })}
        >
          <UserPlus aria-hidden="true" />
          Add leads or accounts
        </button>
        <button
          type="button"
          class="button grid-bar-button"
          disabled={!canEdit()}
          onClick={() => dialogs.open({ kind: "rules", show: { kind: "rep-days" } })}
        >
          <CalendarOff aria-hidden="true" />
          Absence and caps
        </button>
      </div>
      <Show when={rules().length === 0}>
        <div class="rules-empty">
          <p>
            Rules share out new leads and accounts: the first that matches a row decides who gets it. Without
            any, everything is left to the catch-all.
          </p>
          <p class="muted">
            Begin with exceptions, such as large companies or a partner's leads, and end with what holds for
            the rest, such as the nearest territory.
          </p>
        </div>
      </Show>
      <div
        ref={grid}
        class="rules-list"
        role="grid"
        aria-label="Rules"
        aria-rowcount={rules().length + 1}
        aria-describedby="rules-keys"
        onKeyDown={onKeyDown}
      >
        {/* By id: a row must keep the focus while its rule changes. */}
        <For each={ids()}>
          {(id, position) => {
            const rule = createMemo<RoutingRule>(
              (before) => rules().find((candidate) => candidate.id === id) ?? before,
              rules()[position()]!,
            );
            return (
              <RuleRow
                rule={rule()}
                position={position()}
                count={rules().length}
                findings={findings().get(id) ?? null}
                conflicts={() => {
                  const counted = analysis();
                  return counted ? conflictsOf(rules(), counted, id) : [];
                }}
                current={focused() === id}
                dragged={dragged() === id}
                canEdit={canEdit()}
                onFocus={() => setCurrent(id)}
                onOpen={() => open(id)}
                onSwitch={(enabled) => switchRule(planner, rule(), enabled)}
                onPlace={(at) => {
                  placeRule(planner, rule(), at);
                  focusRule(id);
                }}
                onCopy={() => copyRule(planner, rule(), makeId())}
                onDelete={() => deleteRule(planner, rule())}
                onDragStart={() => setDragged(id)}
                onDragEnd={() => setDragged(null)}
                onDrop={() => dropOn(rule())}
                onShow={(table) => showTaken(planner, table, rule())}
              />
            );
          }}
        </For>
        <div role="row" class="rule rule-catch-all">
          <div role="gridcell" class="rule-main">
            <span class="rule-name">Catch-all</span>
            <span class="rule-words">
              What no rule takes → {targetWords(planner.plan(), planner.alignment(), catchAll().catchAll)}
            </span>
            <Show when={missed().accounts + missed().leads > 0}>
              <span class="rule-warning">
                <TriangleAlert aria-hidden="true" />
                Cannot place {rowsWords(missed(), locale())}: nobody gets it
              </span>
            </Show>
          </div>
          <div role="gridcell" class="rule-counts">
            <Show when={analysis()}>
              {(counted) => (
                <For each={["accounts", "leads"] as const}>
                  {(table) => (
                    <Show when={counted().left[table] > 0}>
                      <button type="button" class="link" onClick={() => showTaken(planner, table, null)}>
                        {rowsWords({ accounts: 0, leads: 0, [table]: counted().left[table] }, locale())}
                      </button>
                    </Show>
                  )}
                </For>
              )}
            </Show>
          </div>
          <div role="gridcell" class="rule-tools">
            <button
              type="button"
              class="button button-quiet"
              disabled={!canEdit()}
              onClick={() => dialogs.open({ kind: "rules", show: { kind: "catch-all" } })}
            >
              Change
            </button>
          </div>
        </div>
      </div>
      <p id="rules-keys" class="rules-keys muted">
        Enter edits, Space switches on and off, Alt with the arrow keys moves, Delete deletes.
      </p>
    </div>
  );
}
