import Lock from "lucide-solid/icons/lock";
import { createMemo, Show } from "solid-js";
import { UNASSIGNED, UNASSIGNED_TERRITORY } from "../../model/alignment";
import { isoDay } from "../../model/day";
import { namedRecord } from "../../model/edits/name-accounts";
import { indexOf } from "../../model/metrics/balance";
import { isHeld } from "../../model/named-accounts";
import { codedTexts, type ViewColumn } from "../../model/views/view-column";
import { repName } from "../named/rep-choices";
import type { Planner } from "../planner";
import { lockWriter, territoryWriter } from "./clipboard/assignment-writers";
import type { GridColumn } from "./grid-column";
import { createRepNames } from "./rep-names";
import { createStayingReasons } from "./staying-reasons";
import { TerritoryCard, WhyCard } from "./territory-card";

/** Columns that show an account's place in the alignment, or in the proposal being looked at. */
export function createAlignmentColumns(
  planner: Planner,
  onAssign: (rows: readonly number[]) => void,
): readonly GridColumn[] {
  const shown = createMemo(() => planner.preview() ?? planner.alignment());
  const territoryOf = createMemo(() => shown().territoryOf);
  const territories = createMemo(() => shown().territories);
  const slotOf = (row: number) => territoryOf()[row] ?? UNASSIGNED;
  const territory = (row: number) => territories()[slotOf(row)] ?? UNASSIGNED_TERRITORY;
  const names = createMemo(() => codedTexts(territories().map((entry) => entry?.name ?? "")));

  const repNames = createRepNames(planner, territories);
  const repTexts = createMemo(() => codedTexts(repNames()));

  const territoryView = createMemo(
    (): ViewColumn => ({ kind: "text", codes: territoryOf(), texts: names() }),
  );
  const repView = createMemo((): ViewColumn => ({ kind: "text", codes: territoryOf(), texts: repTexts() }));
  const locked = createMemo(() => planner.alignment().locked);
  const lockView = createMemo((): ViewColumn => ({ kind: "yesno", flags: locked() }));
  const reason = (row: number) => lockReason(planner, row);
  const writer = territoryWriter(planner, reason);
  const reasons = createStayingReasons(planner);
  const describe = (row: number) => reasons(row).join(". ");

  return [
    {
      key: "@territory",
      header: "Territory",
      type: "choice",
      width: 150,
      live: true,
      view: territoryView,
      text: (row) => territory(row).name,
      groups: {
        idOf: (slot) => (territories()[slot] ?? UNASSIGNED_TERRITORY).id,
        colorOf: (slot) => (territories()[slot] ?? UNASSIGNED_TERRITORY).color,
        slotOf: (slot) => slot,
        detailOf: (slot) => indexWords(planner, slot),
      },
      draw: (row) => (
        <span class="grid-chip-cell" classList={{ "grid-muted": slotOf(row()) === UNASSIGNED }}>
          <span class="swatch" style={{ "--swatch": territory(row()).color }} />
          <span>{territory(row()).name}</span>
        </span>
      ),
      describe,
      card: (row) => <TerritoryCard planner={planner} row={row} reasons={reasons(row)} />,
      edit: { kind: "dialog", open: onAssign, writer },
    },
    {
      key: "@rep",
      header: "Rep",
      type: "choice",
      width: 140,
      live: true,
      view: repView,
      text: (row) => repNames()[slotOf(row)] ?? "",
      readOnlyReason: "The rep comes with the territory: assign the account to another territory.",
    },
    {
      key: "@locked",
      header: "Locked",
      type: "yesno",
      width: 84,
      live: true,
      view: lockView,
      text: (row) => (locked()[row] ? "Yes" : "No"),
      describe,
      card: (row) => (locked()[row] ? <WhyCard reasons={reasons(row)} /> : null),
      edit: { kind: "toggle", value: (row) => locked()[row] === 1, ...lockWriter(planner, reason) },
      draw: (row) => (
        <Show when={locked()[row()]}>
          <span class="grid-icon-cell" role="img" aria-label="Locked">
            <Lock />
          </span>
        </Show>
      ),
    },
  ];
}

/** Index of the territory by the first measure that is balanced; "" for Unassigned and where nothing is. */
function indexWords(planner: Planner, slot: number): string {
  const figure = planner.figures().measures.find(({ measure }) => measure.weight > 0);
  const index = figure ? indexOf(figure.totals[slot] ?? 0, figure.targets[slot] ?? 0) : Number.NaN;
  return slot === UNASSIGNED || Number.isNaN(index) ? "" : `index ${Math.round(index)}`;
}

function lockReason(planner: Planner, row: number): string {
  const plan = planner.plan();
  const lock = planner.alignment().locks.get(row);
  if (!lock || !isHeld(plan, planner.alignment(), row)) {
    const named = namedRecord(plan, row);
    return named ? `Named for ${repName(plan, named.rep)}` : "Locked";
  }
  const until = lock.until === null ? "" : ` through ${isoDay(lock.until)}`;
  return `Locked${until}${lock.reason ? `: ${lock.reason}` : ""}`;
}
