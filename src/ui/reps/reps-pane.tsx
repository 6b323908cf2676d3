import ArrowLeft from "lucide-solid/icons/arrow-left";
import SlidersHorizontal from "lucide-solid/icons/sliders-horizontal";
import { createMemo, createSignal, For, Show } from "solid-js";
import { leadPairings } from "../../model/fit/lead-pairing";
import { type RepCoverage, repCoverages } from "../../model/fit/rep-coverage";
import { repMeanFits } from "../../model/fit/territory-fit";
import { selectedRows } from "../../session/row-selection";
import { usePlanner } from "../planner";
import { useDialogs } from "../shell/dialogs";
import { AccountFit } from "./account-fit";
import { createFit } from "./create-fit";
import { fitText } from "./fit-words";
import { RepCard } from "./rep-card";
import "./reps.css";

const NAMES = new Intl.Collator();

type Order = "name" | "worst" | "load";

/** The reps beside the map: what each covers and carries, how well it suits, and why the selected account fits its rep as it does. */
export function RepsPane(props: { onClose: () => void }) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const [order, setOrder] = createSignal<Order>("name");
  const fit = createFit(planner);
  const coverages = createMemo(() => repCoverages(planner.plan(), fit.shown()));
  const fitOfRep = createMemo(() => repMeanFits(fit.model(), fit.accounts(), fit.shown()));
  const pairings = createMemo(() => leadPairings(fit.model().reps, fit.shown()));
  const ordered = createMemo(() => {
    const positions = [...coverages().keys()];
    const byName = (a: number, b: number) =>
      NAMES.compare(coverages()[a]!.rep.name, coverages()[b]!.rep.name);
    const number = (position: number) => {
      const { accounts, room } = coverages()[position]!;
      const value = order() === "load" ? -accounts / room : fitOfRep()[position]!;
      return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
    };
    if (order() === "name") return positions.sort(byName);
    return positions.sort((a, b) => compare(number(a), number(b)) || byName(a, b));
  });
  const account = createMemo(() => {
    const selection = planner.selection();
    return selection.count === 1 ? (selectedRows(selection)[0] ?? null) : null;
  });
  const juniorsOf = (coverage: RepCoverage) =>
    pairings()
      .filter(({ lead }) => lead === coverage.rep.id)
      .map(({ junior }) => fit.model().reps.find(({ id }) => id === junior)?.name ?? "");

  return (
    <section class="pane reps" aria-label="Reps and fit">
      <header class="pane-header">
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Back to the territories"
          title="Back to the territories"
          onClick={props.onClose}
        >
          <ArrowLeft aria-hidden="true" />
        </button>
        <h2>Reps</h2>
        <span class="pane-count">{coverages().length}</span>
        <span class="spacer" />
        <label class="visually-hidden" for="rep-order">
          Order of reps
        </label>
        <select
          id="rep-order"
          class="select select-quiet"
          value={order()}
          onChange={(event) => setOrder(event.currentTarget.value as Order)}
        >
          <option value="name">By name</option>
          <option value="worst">Worst fit first</option>
          <option value="load">Fullest first</option>
        </select>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="How fit is counted"
          title="How fit is counted"
          disabled={planner.readOnly()}
          onClick={() => dialogs.open({ kind: "fit" })}
        >
          <SlidersHorizontal aria-hidden="true" />
        </button>
      </header>
      <div class="reps-summary">
        <span class="reps-mean">
          Mean fit <output aria-label="Mean fit">{fitText(fit.mean())}</output>
        </span>
        <span class="spacer" />
        <button
          type="button"
          class="button"
          disabled={planner.readOnly() || planner.preview() !== null}
          onClick={() => dialogs.open({ kind: "add-reps" })}
        >
          Add reps…
        </button>
        <button
          type="button"
          class="button"
          disabled={planner.readOnly() || planner.preview() !== null || coverages().length === 0}
          onClick={() => dialogs.open({ kind: "assign-reps" })}
        >
          Assign reps…
        </button>
      </div>
      <div class="reps-scroll">
        <Show
          when={account() !== null && fit.model().reps.length > 0}
          fallback={
            <p class="reps-hint">
              Select one account to see why it fits its rep, and who would suit it best.
            </p>
          }
        >
          <AccountFit model={fit.model()} account={account()!} />
        </Show>
        <Show
          when={coverages().length > 0}
          fallback={
            <div class="empty">
              <p>No reps yet.</p>
              <p>Add reps with their homes, languages, industries and skills in the sheet Reps.</p>
              <div class="empty-actions">
                <button type="button" class="button" onClick={() => dialogs.open({ kind: "rep", rep: null })}>
                  New rep
                </button>
              </div>
            </div>
          }
        >
          <ul class="rep-list" aria-label="Reps">
            <For each={ordered()}>
              {(position) => (
                <Show when={coverages()[position]}>
                  {(coverage) => (
                    <RepCard
                      coverage={coverage()}
                      fit={fitOfRep()[position]!}
                      pairing={pairings().find(({ junior }) => junior === coverage().rep.id) ?? null}
                      juniors={juniorsOf(coverage())}
                    />
                  )}
                </Show>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </section>
  );
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
