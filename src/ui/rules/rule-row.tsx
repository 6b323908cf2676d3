import Ellipsis from "lucide-solid/icons/ellipsis";
import GripVertical from "lucide-solid/icons/grip-vertical";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { RoutedTable, RoutingRule } from "../../model/planning/routing-rule";
import type { RuleFindings, RuleOverlap } from "../../model/rules/analyze-rules";
import { Menu } from "../controls/menu-button";
import { usePlanner } from "../planner";
import { conditionWords, lossWords, missedWords, rowsWords, targetWords } from "./rule-words";

/** Overlaps listed before the rest is a number. */
const LISTED = 5;

/** One rule: what it asks, who gets it, what it takes, and what stands in its way. The current one tells more. */
export function RuleRow(props: {
  rule: RoutingRule;
  position: number;
  count: number;
  /** null while they are being counted. */
  findings: RuleFindings | null;
  /** Rules that match some of the same rows and give them to someone else. */
  conflicts: () => readonly RuleOverlap[];
  current: boolean;
  dragged: boolean;
  canEdit: boolean;
  onFocus: () => void;
  onOpen: () => void;
  onSwitch: (enabled: boolean) => void;
  onPlace: (at: number) => void;
  onCopy: () => void;
  onDelete: () => void;
  onDragStart: () => void;
  onDragEnd: () => void;
  /** Another rule was dropped on this one. */
  onDrop: () => void;
  onShow: (table: RoutedTable) => void;
}) {
  const planner = usePlanner();
  const [over, setOver] = createSignal(false);
  const locale = () => planner.plan().settings.locale;
  const nameOf = (id: string) => planner.plan().planning.rules.find((rule) => rule.id === id)?.name ?? "";
  const tables = (): readonly RoutedTable[] =>
    props.rule.rows === "both" ? ["accounts", "leads"] : [props.rule.rows];
  const warnings = createMemo(() => {
    const found = props.findings;
    if (!found) return [];
    const lost = found.losses.map((loss) => lossWords(planner.plan(), loss));
    if (!props.rule.enabled) return lost;
    const nothing = found.meeting.accounts + found.meeting.leads === 0 && lost.length === 0;
    return [
      ...lost,
      ...(found.shadow === "whole" ? ["Earlier rules take everything it matches"] : []),
      ...(nothing ? ["Matches nothing now"] : []),
      ...(found.missed.accounts + found.missed.leads > 0
        ? [missedWords(props.rule, found.missed, locale())]
        : []),
    ];
  });
  /** Conflicts that the shadow does not tell of already. */
  const others = ({ shadowedBy }: RuleFindings) =>
    props.conflicts().filter(({ rule }) => !shadowedBy.some((other) => other.rule === rule));
  const items = () => [
    { label: "Edit…", run: props.onOpen },
    {
      label: "Move up",
      disabled: !props.canEdit || props.position === 0,
      run: () => props.onPlace(props.position - 1),
    },
    {
      label: "Move down",
      disabled: !props.canEdit || props.position === props.count - 1,
      run: () => props.onPlace(props.position + 1),
    },
    { label: "Copy", disabled: !props.canEdit, run: props.onCopy },
    { label: "Delete", disabled: !props.canEdit, danger: true, separated: true, run: props.onDelete },
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid answers the keys for all rows
    <div
      role="row"
      class="rule"
      classList={{
        "rule-current": props.current,
        "rule-off": !props.rule.enabled,
        "rule-dragged": props.dragged,
        "rule-over": over(),
      }}
      data-rule={props.rule.id}
      aria-label={props.rule.name}
      aria-rowindex={props.position + 1}
      aria-selected={props.current}
      tabIndex={props.current ? 0 : -1}
      onFocus={props.onFocus}
      onClick={props.onFocus}
      onDblClick={props.onOpen}
      draggable={props.canEdit}
      onDragStart={(event) => {
        event.dataTransfer?.setData("text/plain", props.rule.name);
        props.onDragStart();
      }}
      onDragEnd={props.onDragEnd}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!props.dragged);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        props.onDrop();
      }}
    >
      <div role="gridcell" class="rule-lead">
        <GripVertical class="rule-grip" aria-hidden="true" />
        <span class="rule-number">{props.position + 1}</span>
        <input
          type="checkbox"
          aria-label={`${props.rule.name} is on`}
          checked={props.rule.enabled}
          disabled={!props.canEdit}
          onChange={(event) => props.onSwitch(event.currentTarget.checked)}
        />
      </div>
      <div role="gridcell" class="rule-main">
        <span class="rule-name">{props.rule.name}</span>
        <span class="rule-words">
          {conditionWords(planner.plan(), planner.alignment(), props.rule)} →{" "}
          {targetWords(planner.plan(), planner.alignment(), props.rule.target)}
        </span>
        <For each={warnings()}>
          {(warning) => (
            <span class="rule-warning">
              <TriangleAlert aria-hidden="true" />
              {warning}
            </span>
          )}
        </For>
        <Show when={props.current && props.findings}>
          {(found) => (
            <div class="rule-detail">
              <Show when={found().shadowedBy.length > 0}>
                <Overlaps
                  title={`Matches ${rowsWords(found().meeting, locale())}; earlier rules take`}
                  overlaps={found().shadowedBy}
                  nameOf={nameOf}
                  locale={locale()}
                />
              </Show>
              <Show when={others(found()).length > 0}>
                <Overlaps
                  title="These match some of the same and give it to someone else"
                  overlaps={others(found())}
                  nameOf={nameOf}
                  locale={locale()}
                />
              </Show>
              <p class="muted">{otherwiseWords(props.rule)}</p>
            </div>
          )}
        </Show>
      </div>
      <div role="gridcell" class="rule-counts">
        <Show when={props.findings} fallback={<span class="muted">…</span>}>
          {(found) => (
            <For each={tables()}>
              {(table) => {
                const taken = () => found().taken[table];
                const words = () => rowsWords({ accounts: 0, leads: 0, [table]: taken() }, locale());
                return (
                  <Show when={taken() > 0} fallback={<span class="muted">{`0 ${table}`}</span>}>
                    <button
                      type="button"
                      class="link"
                      tabIndex={props.current ? 0 : -1}
                      title={`Show the ${table} that this rule takes`}
                      onClick={() => props.onShow(table)}
                    >
                      {words()}
                    </button>
                  </Show>
                );
              }}
            </For>
          )}
        </Show>
        <Show when={props.findings?.shadow === "part" ? props.findings : null}>
          {(found) => <span class="muted rule-of">of {rowsWords(found().meeting, locale())} it matches</span>}
        </Show>
      </div>
      <div role="gridcell" class="rule-tools">
        <Menu label={`More for ${props.rule.name}`} items={items()}>
          <Ellipsis aria-hidden="true" />
        </Menu>
      </div>
    </div>
  );
}

function Overlaps(props: {
  title: string;
  overlaps: readonly RuleOverlap[];
  nameOf: (id: string) => string;
  locale: string;
}) {
  return (
    <div>
      <p class="muted">{props.title}</p>
      <ul class="rule-overlaps">
        <For each={props.overlaps.slice(0, LISTED)}>
          {({ rule, rows }) => (
            <li>
              <span class="rule-overlap-name">{props.nameOf(rule)}</span> {rowsWords(rows, props.locale)}
            </li>
          )}
        </For>
        <Show when={props.overlaps.length > LISTED}>
          <li class="muted">and {props.overlaps.length - LISTED} more rules</li>
        </Show>
      </ul>
    </div>
  );
}

function otherwiseWords({ eligibility, otherwise, target }: RoutingRule): string {
  if (target.kind === "unassigned") return "What it takes stays unassigned.";
  const asked = [
    ...(eligibility.away ? ["away"] : []),
    ...(eligibility.dailyCap ? ["at the day's cap"] : []),
    ...(eligibility.language ? ["without the language"] : []),
    ...(eligibility.capacity ? ["full"] : []),
  ];
  const skips = asked.length > 0 ? `Passes over who is ${asked.join(", ")}. ` : "Passes over nobody. ";
  return `${skips}Where nobody is left, ${otherwise === "next" ? "the next rule is asked" : "it stays unassigned"}.`;
}
