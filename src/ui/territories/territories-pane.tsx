import FolderPlus from "lucide-solid/icons/folder-plus";
import Plus from "lucide-solid/icons/plus";
import SlidersHorizontal from "lucide-solid/icons/sliders-horizontal";
import UserRound from "lucide-solid/icons/user-round";
import { createMemo, createSignal, For, lazy, Show, Suspense } from "solid-js";
import { type Territory, UNASSIGNED } from "../../model/alignment";
import { levelName } from "../../model/hierarchy";
import { balanceScore, indexOf } from "../../model/metrics/balance";
import type { Figures } from "../../model/metrics/figures";
import { rollUps } from "../../model/metrics/roll-up";
import { selectRows } from "../../session/row-selection";
import { createNearView } from "../controls/near-view";
import { type MenuPlace, RowMenu } from "../controls/row-menu";
import { DROP_ATTRIBUTE, slotUnderDrag } from "../drag-accounts";
import { groupActions } from "../hierarchy/group-actions";
import { GroupRow } from "../hierarchy/group-row";
import { groupOfRow, type HierarchyRow, hierarchyRows } from "../hierarchy/hierarchy-rows";
import { TreeGhost, TreeTop } from "../hierarchy/tree-ghost";
import { countText, fullValue } from "../number-format";
import { usePlanner } from "../planner";
import { useDialogs } from "../shell/dialogs";
import { BalanceSummary } from "./balance-summary";
import { accountsIn } from "./spotlights";
import { territoryActions } from "./territory-actions";
import { TerritoryRow } from "./territory-row";
import "./territories-pane.css";

const SuggestionsSection = lazy(() =>
  import("../suggestions/suggestions-section").then((module) => ({ default: module.SuggestionsSection })),
);

const NAMES = new Intl.Collator(undefined, { numeric: true });

/** Up to here every bar of every territory is kept up to date, seen or not. */
const LONG_LIST = 60;

type Order = "group" | "name" | "above" | "below";

/** A row per territory with its live indexes; every row takes accounts that are dropped on it. */
export function TerritoriesPane() {
  const planner = usePlanner();
  const dialogs = useDialogs();
  // Groups made later call for the tree too, unless the planner has chosen an order.
  const [chosen, setOrder] = createSignal<Order | null>(null);
  const hasGroups = createMemo(() => planner.alignment().groups.length > 0);
  const order = (): Order => {
    const wanted = chosen() ?? "group";
    return wanted === "group" && !hasGroups() ? "name" : wanted;
  };
  const [folded, setFolded] = createSignal<ReadonlySet<string>>(new Set());
  const fold = (group: string, isFolded: boolean) => {
    const next = new Set(folded());
    if (isFolded) next.add(group);
    else next.delete(group);
    setFolded(next);
  };

  const territories = (): readonly (Territory | null)[] =>
    planner.preview()?.territories ?? planner.alignment().territories;
  const byName = createMemo(() => slotsByName(territories()), [], { equals: sameSlots });
  const slots = createMemo(
    () =>
      order() === "above" || order() === "below"
        ? slotsByFullness(byName(), planner.figures(), order() === "above")
        : byName(),
    [],
    { equals: sameSlots },
  );
  const groups = createMemo(() => planner.alignment().groups);
  const tree = createMemo(() => {
    if (order() !== "group") return null;
    const place = new Map(byName().map((slot, position) => [slot, position]));
    return hierarchyRows(
      { groups: groups(), territories: territories() },
      folded(),
      NAMES.compare,
      (unsorted) => unsorted.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)),
    );
  });
  const rows = createMemo((): readonly HierarchyRow[] => tree()?.rows ?? slots(), [], { equals: sameRows });
  const rolled = createMemo(() =>
    tree() ? rollUps({ groups: groups(), territories: territories() }, planner.figures()) : null,
  );
  const nearView = createNearView();
  const isLong = createMemo(() => slots().length > LONG_LIST);
  const [menu, setMenu] = createSignal<{ row: HierarchyRow; place: MenuPlace } | null>(null);
  const menuActions = createMemo(() => {
    const row = menu()?.row;
    if (row === undefined) return [];
    const group = groupOfRow(row);
    return group === null
      ? territoryActions(planner, dialogs, Number(row))
      : groupActions(planner, dialogs, group);
  });
  const level = () => levelName(planner.plan(), 0).toLowerCase();
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
          <Show when={hasGroups()}>
            <option value="group">By {level()}</option>
          </Show>
          <option value="name">By name</option>
          <option value="above">Fullest first</option>
          <option value="below">Emptiest first</option>
        </select>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Reps and fit"
          title="Reps and fit"
          onClick={() => dialogs.setShowsReps(true)}
        >
          <UserRound aria-hidden="true" />
        </button>
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
          aria-label={`New ${level()}`}
          title={`New ${level()}`}
          disabled={planner.readOnly()}
          onClick={() =>
            dialogs.open({ kind: "planning", show: { kind: "group", group: null, parent: null } })
          }
        >
          <FolderPlus aria-hidden="true" />
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
      <Suspense fallback={<div class="suggestions-waiting" />}>
        <SuggestionsSection />
      </Suspense>
      <div class="territories-scroll" data-drag-scroll>
        <Show when={unassigned() > 0}>
          <UnassignedRow count={unassigned()} />
        </Show>
        <ul class="territory-list" aria-label="Territories">
          <For each={rows()}>
            {(row) => {
              const group = groupOfRow(row);
              const depth = () => tree()?.depthOf.get(row) ?? 0;
              return group === null ? (
                <TerritoryRow
                  slot={Number(row)}
                  depth={tree() ? depth() : null}
                  nearView={isLong() ? nearView : null}
                  onMenu={(place) => setMenu({ row, place })}
                />
              ) : (
                <GroupRow
                  id={group}
                  depth={depth()}
                  folded={folded().has(group)}
                  rollUp={rolled()?.get(group)}
                  nearView={isLong() ? nearView : null}
                  onFold={(isFolded) => fold(group, isFolded)}
                  onMenu={(place) => setMenu({ row, place })}
                />
              );
            }}
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
      <TreeTop />
      <TreeGhost />
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
      classList={{ "territory-row-over": slotUnderDrag() === UNASSIGNED }}
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

function sameRows(a: readonly HierarchyRow[], b: readonly HierarchyRow[]): boolean {
  return a.length === b.length && a.every((row, i) => row === b[i]);
}

function sameSlots(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((slot, i) => slot === b[i]);
}
