import Ellipsis from "lucide-solid/icons/ellipsis";
import Plus from "lucide-solid/icons/plus";
import SlidersHorizontal from "lucide-solid/icons/sliders-horizontal";
import { createMemo, createSignal, For, Show } from "solid-js";
import { primaryRep, type Territory, territoryAt, UNASSIGNED } from "../../model/alignment";
import { cellText } from "../../model/cells";
import { countOf } from "../../model/edits/assign-accounts";
import type { Figures } from "../../model/metrics/figures";
import { columnByRole, rowById } from "../../model/table";
import { selectRows } from "../../session/row-selection";
import { Menu, type MenuItem } from "../controls/menu-button";
import { accountDrag, DROP_ATTRIBUTE } from "../drag-accounts";
import { countText, fullValue, shortValue } from "../number-format";
import { usePlanner } from "../planner";
import { useDialogs } from "../shell/dialogs";
import { BalanceSummary } from "./balance-summary";
import { IndexBar } from "./index-bar";
import { territoryActions } from "./territory-actions";
import "./territories-pane.css";

type Order = "name" | "above" | "below";

/** A row per territory with its live indexes; every row takes accounts that are dropped on it. */
export function TerritoriesPane() {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const [order, setOrder] = createSignal<Order>("name");

  const territories = (): readonly (Territory | null)[] =>
    planner.preview()?.territories ?? planner.alignment().territories;
  const slots = createMemo(() => sortedSlots(territories(), planner.figures(), order()));
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
      <div class="territories-scroll" data-drag-scroll>
        <Show when={unassigned() > 0}>
          <UnassignedRow count={unassigned()} />
        </Show>
        <ul class="territory-list" aria-label="Territories">
          <For each={slots()}>
            {(slot) => <TerritoryRow slot={slot} territory={territories()[slot] ?? null} />}
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
              <button
                type="button"
                class="button button-primary"
                onClick={() => dialogs.open({ kind: "optimize" })}
              >
                Draw territories…
              </button>
            </div>
          </div>
        </Show>
      </div>
    </section>
  );
}

function TerritoryRow(props: { slot: number; territory: Territory | null }) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const territory = () =>
    planner.preview()?.territories[props.slot] ?? territoryAt(planner.alignment(), props.slot);
  const accounts = () => planner.figures().accounts[props.slot] ?? 0;
  const repName = createMemo(() => {
    const rep = primaryRep(territory());
    const { reps } = planner.plan().tables;
    const row = rep === null ? undefined : rowById(reps).get(rep);
    return row === undefined ? "" : cellText(columnByRole(reps, "name"), row);
  });
  const select = () => {
    const { territoryOf } = planner.alignment();
    const rows: number[] = [];
    for (let row = 0; row < territoryOf.length; row++) if (territoryOf[row] === props.slot) rows.push(row);
    planner.session.select(selectRows(territoryOf.length, rows));
    planner.announce(`${countOf(rows.length)} of ${territory().name} selected`);
  };
  const items = (): MenuItem[] => territoryActions(planner, dialogs, props.slot);
  return (
    <li
      class="territory-row"
      aria-label={territory().name}
      classList={{ "territory-row-over": accountDrag()?.over === props.slot }}
      {...{ [DROP_ATTRIBUTE]: props.slot }}
    >
      <div class="territory-row-head">
        <span class="swatch" style={{ "--swatch": territory().color }} />
        <button
          type="button"
          class="territory-name"
          title="Select its accounts"
          onClick={select}
          onDblClick={() => dialogs.open({ kind: "territory", slot: props.slot })}
        >
          {territory().name}
        </button>
        <span class="territory-rep">{repName()}</span>
        <span class="territory-count">
          {countText(planner.plan(), accounts())}
          <span class="visually-hidden">{accounts() === 1 ? " account" : " accounts"}</span>
        </span>
        <Menu label={`Actions for ${territory().name}`} items={items()}>
          <Ellipsis aria-hidden="true" />
        </Menu>
      </div>
      <For each={planner.figures().measures}>
        {(figure) => (
          <IndexBar
            figure={figure}
            slot={props.slot}
            value={shortValue(planner.plan(), figure.measure, figure.totals[props.slot] ?? 0)}
          />
        )}
      </For>
    </li>
  );
}

function UnassignedRow(props: { count: number }) {
  const planner = usePlanner();
  const select = () => {
    const { territoryOf } = planner.alignment();
    const { accounts } = planner.plan().tables;
    const rows: number[] = [];
    for (let row = 0; row < territoryOf.length; row++) {
      if (territoryOf[row] === UNASSIGNED && !accounts.deleted?.[row]) rows.push(row);
    }
    planner.session.select(selectRows(territoryOf.length, rows));
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

function sortedSlots(territories: readonly (Territory | null)[], figures: Figures, order: Order): number[] {
  const slots = [...territories.keys()].filter((slot) => slot > 0 && territories[slot]);
  const names = new Intl.Collator(undefined, { numeric: true });
  if (order === "name") {
    return slots.sort((a, b) => names.compare(territories[a]!.name, territories[b]!.name));
  }
  const main = figures.measures.find(({ measure }) => measure.weight > 0) ?? figures.measures[0];
  if (!main) return slots;
  const sign = order === "above" ? -1 : 1;
  const fullness = (slot: number) => (main.totals[slot] ?? 0) / (main.targets[slot] || 1);
  return slots.sort((a, b) => sign * (fullness(a) - fullness(b)));
}
