import { createSignal, For, onCleanup, Show } from "solid-js";
import { type NeededTerritoriesState, startNeededTerritories } from "../../session/needed-territories";
import type { OptimizationSettings } from "../../session/optimization-settings";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { factWords } from "./impossible-words";

/** How many territories a capacity asks for, worked out beside the page. */
export function HowMany(props: { settings: OptimizationSettings; onCount: (count: number) => void }) {
  const planner = usePlanner();
  const { optimizer } = useServices();
  const [state, setState] = createSignal<NeededTerritoriesState | null>(null);
  const [refusal, setRefusal] = createSignal<string | null>(null);
  const measures = () => planner.figures().measures;
  const [measure, setMeasure] = createSignal(measures()[0]?.measure.id ?? "");
  /** What a territory holds at most today, until another number is typed. */
  const [typed, setTyped] = createSignal<number | null>(null);
  const each = () => {
    const figure = measures().find((own) => own.measure.id === measure());
    return typed() ?? Math.ceil(Math.max(0, ...(figure?.totals.subarray(1) ?? [])));
  };
  let cancel = () => {};
  onCleanup(() => cancel());
  const speaking = () => ({ plan: planner.plan(), territories: planner.alignment().territories });
  const start = () => {
    cancel();
    setState(null);
    setRefusal(null);
    const capacity = { measure: measure(), each: each() };
    const run = startNeededTerritories(
      optimizer,
      planner.plan(),
      planner.path(),
      props.settings,
      capacity,
      setState,
    );
    if ("reason" in run) setRefusal(run.reason);
    else cancel = run.cancel;
  };
  const words = () => {
    const now = state();
    if (now?.kind === "running") return `Trying ${now.trying} territories…`;
    if (now?.kind === "impossible")
      return now.facts.length > 0
        ? "No number of territories is enough."
        : `No plan was found with up to ${now.tried} territories.`;
    if (now?.kind === "failed") return now.message;
    if (now?.kind !== "done") return "";
    const { count, because } = now.answer;
    const why = {
      sum: "the accounts together ask for no fewer",
      facts: "fewer have no room for the large accounts",
      "not-found": "no plan was found with fewer",
    }[because];
    return `${count} ${count === 1 ? "territory is" : "territories are"} needed: ${why}.`;
  };
  const facts = () => {
    const now = state();
    if (now?.kind === "impossible") return now.facts;
    return now?.kind === "done" ? now.answer.facts : [];
  };
  const found = () => {
    const now = state();
    return now?.kind === "done" ? now.answer.count : null;
  };
  return (
    <div class="how-many">
      <div class="optimize-line">
        <span>One territory carries</span>
        <input
          class="input input-value"
          type="number"
          min={0}
          step="any"
          aria-label="What one territory can carry"
          value={each()}
          onInput={(event) => setTyped(event.currentTarget.valueAsNumber)}
        />
        <select
          class="select"
          aria-label="Measure that limits a territory"
          value={measure()}
          onChange={(event) => {
            setTyped(null);
            setMeasure(event.currentTarget.value);
          }}
        >
          <For each={measures()}>{(own) => <option value={own.measure.id}>{own.measure.name}</option>}</For>
        </select>
      </div>
      <div class="optimize-line">
        <button type="button" class="button" disabled={state()?.kind === "running"} onClick={start}>
          Work it out
        </button>
        <Show when={state()?.kind === "running"}>
          <button
            type="button"
            class="button button-quiet"
            onClick={() => {
              cancel();
              setState(null);
            }}
          >
            Cancel
          </button>
        </Show>
        <Show when={found()}>
          {(count) => (
            <button type="button" class="button" onClick={() => props.onCount(count())}>
              Draw {count()} anew
            </button>
          )}
        </Show>
      </div>
      <p class="form-hint" role="status">
        {refusal() ?? words()}
      </p>
      <For each={facts().slice(0, 3)}>{(fact) => <p class="form-hint">{factWords(speaking(), fact)}</p>}</For>
    </div>
  );
}
