import { createEffect, createMemo, createSignal, For, Show } from "solid-js";
import { indexOf } from "../../model/metrics/balance";
import type { MeasureFigures } from "../../model/metrics/figures";
import type { BindingRules } from "../../session/proposal-explanation";
import { exchangePartners } from "../../session/proposal-part";
import { indexText, percentText } from "../number-format";
import { usePlanner } from "../planner";
import type { Optimization } from "./create-optimization";
import { ruleName } from "./impossible-words";

/** Rows that are shown before the planner asks for all. */
const FIRST = 30;
/** A rule with less room than this share of the target binds. */
const TIGHT = 0.01;

/** What changes for each territory, and which of the changes to accept. */
export function TerritoryChanges(props: {
  optimization: Optimization;
  binding: readonly BindingRules[] | null;
}) {
  const planner = usePlanner();
  const { optimization } = props;
  const [measureId, setMeasureId] = createSignal<string | null>(null);
  const [all, setAll] = createSignal(false);
  const after = () => optimization.shown()?.look.figures.measures ?? [];
  const before = () => optimization.before()?.figures.measures ?? [];
  const main = () =>
    after().find(({ measure }) => measure.id === measureId()) ??
    after().reduce<MeasureFigures | null>(
      (best, figure) => (best && best.measure.weight >= figure.measure.weight ? best : figure),
      null,
    );
  const was = () => before().find(({ measure }) => measure.id === main()?.measure.id);
  const territoryOf = (slot: number) =>
    optimization.whole()?.territories[slot] ?? planner.alignment().territories[slot] ?? null;
  const indexAt = (figure: MeasureFigures | null | undefined, slot: number) =>
    indexOf(figure?.totals[slot] ?? 0, figure?.targets[slot] ?? 0);
  const slots = createMemo(() => {
    const change = (slot: number) => {
      const distance = Math.abs(indexAt(was(), slot) - 100);
      return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance;
    };
    return optimization.changed().toSorted((a, b) => change(b) - change(a) || a - b);
  });
  const shownSlots = () => (all() ? slots() : slots().slice(0, FIRST));
  const isChosen = (slot: number) => optimization.chosen()?.has(slot) ?? true;
  const toggle = (slot: number, on: boolean) => {
    const chosen = new Set(optimization.chosen() ?? slots());
    if (on) chosen.add(slot);
    else chosen.delete(slot);
    optimization.choose(chosen);
  };
  const bindingOf = createMemo(() => new Map(props.binding?.map((rules) => [rules.territory, rules]) ?? []));
  const partners = createMemo(() => {
    const chosen = optimization.chosen();
    const proposal = optimization.whole();
    return chosen && proposal ? exchangePartners(planner.plan(), proposal, chosen) : [];
  });
  /** What binds a territory was found for all changes together. */
  const bindingWords = (slot: number) => {
    if (optimization.chosen()) return null;
    const tightest = bindingOf().get(slot)?.slacks[0];
    if (!tightest || tightest.share > TIGHT) return null;
    const rule = ruleName(planner.plan(), tightest.rule);
    const side = tightest.side === "above" ? "most" : "least";
    return tightest.share < -1e-9
      ? `breaks ${rule} by ${percentText(-tightest.share, 1)}`
      : `at its ${side} in ${rule}`;
  };
  return (
    <section class="territory-changes" aria-label="Changes by territory">
      <div class="optimize-line">
        <label class="optimize-choice">
          <input
            type="checkbox"
            checked={optimization.chosen() === null}
            ref={(box) => {
              createEffect(() => {
                const chosen = optimization.chosen();
                box.indeterminate = chosen !== null && chosen.size > 0;
              });
            }}
            onChange={(event) => optimization.choose(event.currentTarget.checked ? null : new Set())}
          />
          <span>
            {optimization.chosen() === null
              ? `All ${slots().length} territories`
              : `${optimization.chosen()?.size} of ${slots().length} territories`}
          </span>
        </label>
        <span class="spacer" />
        <Show when={after().length > 1}>
          <select
            class="select select-quiet"
            aria-label="Measure of the list"
            value={main()?.measure.id ?? ""}
            onChange={(event) => setMeasureId(event.currentTarget.value)}
          >
            <For each={after()}>{({ measure }) => <option value={measure.id}>{measure.name}</option>}</For>
          </select>
        </Show>
      </div>
      <Show when={optimization.chosen()}>
        <p class="form-hint">
          Accounts move between accepted territories only; the others stay as they are.{" "}
          <Show when={partners().length > 0 && (optimization.chosen()?.size ?? 0) > 0}>
            <button
              type="button"
              class="link"
              onClick={() => optimization.choose(new Set([...(optimization.chosen() ?? []), ...partners()]))}
            >
              Add {partners().length === 1 ? "the one" : `the ${partners().length}`} they exchange accounts
              with
            </button>
          </Show>
        </p>
      </Show>
      <ul class="change-list">
        <For each={shownSlots()}>
          {(slot) => (
            <li>
              <label class="optimize-choice">
                <input
                  type="checkbox"
                  aria-label={`Accept the changes of ${territoryOf(slot)?.name ?? ""}`}
                  checked={isChosen(slot)}
                  onChange={(event) => toggle(slot, event.currentTarget.checked)}
                />
                <span class="swatch" style={{ "--swatch": territoryOf(slot)?.color }} />
                <span class="change-name">{territoryOf(slot)?.name}</span>
                <span class="change-index">
                  {indexText(indexAt(was(), slot))} → <strong>{indexText(indexAt(main(), slot))}</strong>
                </span>
              </label>
              <Show when={bindingWords(slot)}>{(words) => <p class="change-binding">{words()}</p>}</Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={!all() && slots().length > FIRST}>
        <button type="button" class="link" onClick={() => setAll(true)}>
          Show all {slots().length}
        </button>
      </Show>
    </section>
  );
}
