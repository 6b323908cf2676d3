import Plus from "lucide-solid/icons/plus";
import SlidersHorizontal from "lucide-solid/icons/sliders-horizontal";
import { createMemo, createSignal, For, Show } from "solid-js";
import { type Territory, UNASSIGNED } from "../../model/alignment";
import { balanceScore, indexOf } from "../../model/metrics/balance";
import type { Figures } from "../../model/metrics/figures";
import { selectRows } from "../../session/row-selection";
import { createNearView } from "../controls/near-view";
import { type MenuPlace, RowMenu } from "../controls/row-menu";
import { accountDrag, DROP_ATTRIBUTE } from "../drag-accounts";
import { countText, fullValue } from "../number-format";
import { usePlanner } from "../planner";
import { useDialogs } from "../shell/dialogs";
import { SuggestionsSection } from "../suggestions/suggestions-section";
import { BalanceSummary } from "./balance-summary";
import { accountsIn } from "./spotlights";
import { territoryActions } from "./territory-actions";
import { TerritoryRow } from "./territory-row";
import "./territories-pane.css";

const NAMES = new Intl.Collator(undefined, { numeric: true });

/** Up to here every bar of every territory is kept up to date, seen or not. */
const LONG_LIST = 60;

type Order = "name" | "above" | "below";

/** A row per territory with its live indexes; every row takes accounts that are dropped on it. */
export function TerritoriesPane() {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const [order, setOrder] = createSignal<Order>("name");

  const territories = (): readonly (Territory | null)[] =>
    planner.preview()?.territories ?? planner.alignment().territories;
  const byName = createMemo(() => slotsByName(territories()), [], { equals: sameSlots });
  const slots = createMemo(
    () => (order() === "name" ? byName() : slotsByFullness(byName(), planner.figures(), order() === "above")),
    [],
    { equals: sameSlots },
  );
  const nearView = createNearView();
  const isLong = createMemo(() => slots().length > LONG_LIST);
  const [menu, setMenu] = createSignal<{ slot: number; place: MenuPlace } | null>(null);
  const menuActions = createMemo(() => {
    const open = menu();
    return open ? territoryActions(planner, dialogs, open.slot) : [];
  });
  const unassigned = () => planner.figures().accounts[UNASSIGNED] ?? 0;

  return (
    <section class="pane territories" aria-label="Territories">
      <header class="pane-header">
        <h2>Territories</h2>
        <span class="pane-count">{planner.figures().territoryCount}</span>
        <span class="spacer" />
        <label class="visually-hidden" for="territory-order">
          Order of territories
        </label>
        <select
          id="territory-order"
          class="select select-quiet"
          value={order()}
          onChange={(event) => setOrder(event.currentTarget.value as Order)}
        >
          <option value="name">By name</option>
          <option value="above">Fullest first</option>
          <option value="below">Emptiest first</option>
        </select>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Measures"
          title="What to balance"
          onClick={() => dialogs.open({ kind: "measures" })}
        >
          <SlidersHorizontal aria-hidden="true" />
        </button>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="New territory"
          title="New territory"
          disabled={planner.readOnly()}
          onClick={() => dialogs.open({ kind: "territory", slot: null })}
        >
          <Plus aria-hidden="true" />
        </button>
      </header>
      <BalanceSummary />
      <SuggestionsSection />
      <div class="territories-scroll" data-drag-scroll>
        <Show when={unassigned() > 0}>
          <UnassignedRow count={unassigned()} />
        </Show>
        <ul class="territory-list" aria-label="Territories">
          <For each={slots()}>
            {(slot) => (
              <TerritoryRow
                slot={slot}
                nearView={isLong() ? nearView : null}
                onMenu={(place) => setMenu({ slot, place })}
              />
            )}
          </For>
        </ul>
        <Show when={slots().length === 0}>
          <div class="empty">
            <p>No territories yet.</p>
            <p>Create one and drag accounts onto it, or let the optimizer draw them.</p>
            <div class="empty-actions">
              <button
                type="button"
                class="button"
                onClick={() => dialogs.open({ kind: "territory", slot: null })}
              >
                New territory
              </button>
              <button type="button" class="button button-primary" onClick={() => dialogs.setOptimizing(true)}>
                Draw territories…
              </button>
            </div>
          </div>
        </Show>
      </div>
      <RowMenu
        label="Territory"
        place={menu()?.place ?? null}
        actions={menuActions()}
        onClose={() => setMenu(null)}
      />
    </section>
  );
}

function UnassignedRow(props: { count: number }) {
  const planner = usePlanner();
  const select = () => {
    const rows = accountsIn(planner, UNASSIGNED);
    planner.session.select(selectRows(planner.plan().tables.accounts.count, rows));
  };
  const value = () =>
    planner
      .figures()
      .measures.filter((figure) => figure.measure.source.kind === "column")
      .map(
        (figure) =>
          `${fullValue(planner.plan(), figure.measure, figure.totals[UNASSIGNED] ?? 0)} ${figure.measure.name}`,
      )
      .join(" · ");
  return (
    <div
      class="territory-row territory-row-unassigned"
      classList={{ "territory-row-over": accountDrag()?.over === UNASSIGNED }}
      {...{ [DROP_ATTRIBUTE]: UNASSIGNED }}
    >
      <div class="territory-row-head">
        <span class="swatch swatch-hollow" />
        <button type="button" class="territory-name" title="Select these accounts" onClick={select}>
          Unassigned
        </button>
        <span class="territory-rep">{value()}</span>
        <span class="territory-count">{countText(planner.plan(), props.count)}</span>
      </div>
    </div>
  );
}

function slotsByName(territories: readonly (Territory | null)[]): number[] {
  const slots = [...territories.keys()].filter((slot) => slot > 0 && territories[slot]);
  return slots.sort((a, b) => NAMES.compare(territories[a]!.name, territories[b]!.name));
}

/** By the mean index over the measures, as they are weighted in the balance. */
function slotsByFullness(slots: readonly number[], figures: Figures, fullestFirst: boolean): number[] {
  const sign = fullestFirst ? -1 : 1;
  const fullness = (slot: number) =>
    balanceScore(
      figures.measures.map(({ measure, totals, targets }) => ({
        score: indexOf(totals[slot] ?? 0, targets[slot] ?? 0),
        weight: measure.weight,
      })),
    ) || 0;
  return slots.toSorted((a, b) => sign * (fullness(a) - fullness(b)));
}

function sameSlots(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((slot, i) => slot === b[i]);
}
