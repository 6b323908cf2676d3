import { createMemo, Show } from "solid-js";
import { UNASSIGNED, UNASSIGNED_TERRITORY } from "../../model/alignment";
import { movedFlags } from "../../model/compare/moved-flags";
import { baselineAt } from "../../model/plan";
import { codedTexts, type ViewColumn } from "../../model/views/view-column";
import type { Planner } from "../planner";
import type { GridColumn } from "./grid-column";

/** Columns that hold each account's place against the baseline: where it was, and whether it has moved since. */
export function createBaselineColumns(planner: Planner): readonly GridColumn[] {
  const baseline = createMemo(() => baselineAt(planner.plan(), planner.path()));
  const count = createMemo(() => planner.plan().tables.accounts.count);
  const slots = createMemo(() => {
    const before = baseline()?.territoryOf ?? new Uint16Array(0);
    if (before.length === count()) return before;
    const padded = new Uint16Array(count());
    padded.set(before.subarray(0, count()));
    return padded;
  });
  // Under the name and color it has now, where it is still there.
  const territories = createMemo(() => {
    const now = new Map(planner.alignment().territories.map((territory) => [territory?.id, territory]));
    const before = baseline()?.territories ?? [UNASSIGNED_TERRITORY];
    return before.map((territory) => territory && (now.get(territory.id) ?? territory));
  });
  const at = (slot: number) => territories()[slot] ?? UNASSIGNED_TERRITORY;
  const names = createMemo(() => codedTexts(territories().map((territory) => territory?.name ?? "")));
  const moved = createMemo(() => {
    const before = baseline();
    return before ? movedFlags(before, planner.alignment()) : new Uint8Array(count());
  });
  const slotsView = createMemo((): ViewColumn => ({ kind: "text", codes: slots(), texts: names() }));
  const movedView = createMemo((): ViewColumn => ({ kind: "yesno", flags: moved() }));
  return [
    {
      key: "@baseline",
      header: "Baseline territory",
      type: "choice",
      width: 160,
      live: true,
      hiddenAtFirst: true,
      view: slotsView,
      text: (row) => at(slots()[row] ?? UNASSIGNED).name,
      groups: { idOf: (slot) => at(slot).id, colorOf: (slot) => at(slot).color },
      readOnlyReason: "The baseline is the alignment as it was imported.",
      draw: (row) => (
        <span
          class="grid-chip-cell"
          classList={{ "grid-muted": (slots()[row()] ?? UNASSIGNED) === UNASSIGNED }}
        >
          <span class="swatch" style={{ "--swatch": at(slots()[row()] ?? UNASSIGNED).color }} />
          <span>{at(slots()[row()] ?? UNASSIGNED).name}</span>
        </span>
      ),
    },
    {
      key: "@moved",
      header: "Moved",
      type: "yesno",
      width: 84,
      live: true,
      hiddenAtFirst: true,
      view: movedView,
      text: (row) => (moved()[row] ? "Yes" : "No"),
      readOnlyReason: "Yes where the account is in another territory than in the baseline.",
      draw: (row) => <Show when={moved()[row()]}>Yes</Show>,
    },
  ];
}
