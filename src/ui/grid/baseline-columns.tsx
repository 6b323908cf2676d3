import { createMemo, Show } from "solid-js";
import { UNASSIGNED, UNASSIGNED_TERRITORY } from "../../model/alignment";
import { movedFlags } from "../../model/compare/moved-flags";
import { baselineAt } from "../../model/plan";
import { codedTexts, type ViewColumn } from "../../model/views/view-column";
import type { Planner } from "../planner";
import type { GridColumn } from "./grid-column";
import { whenRead } from "./when-read";

/** Columns that hold each account's place against the baseline: where it was, and whether it has moved since. */
export function createBaselineColumns(planner: Planner): readonly GridColumn[] {
  const baseline = createMemo(() => baselineAt(planner.plan(), planner.path()));
  const count = createMemo(() => planner.plan().tables.accounts.count);
  const slots = whenRead(
    () => [baseline(), count()],
    (given, rows) => {
      const before = given?.territoryOf ?? new Uint16Array(0);
      if (before.length === rows) return before;
      const padded = new Uint16Array(rows);
      padded.set(before.subarray(0, rows));
      return padded;
    },
  );
  // Under the name and color it has now, where it is still there.
  const territories = whenRead(
    () => [baseline(), planner.alignment().territories],
    (given, current) => {
      const now = new Map(current.map((territory) => [territory?.id, territory]));
      const before = given?.territories ?? [UNASSIGNED_TERRITORY];
      return before.map((territory) => territory && (now.get(territory.id) ?? territory));
    },
  );
  const at = (slot: number) => territories()[slot] ?? UNASSIGNED_TERRITORY;
  const moved = whenRead(
    () => [baseline(), planner.alignment(), count()],
    (before, after, rows) => (before ? movedFlags(before, after) : new Uint8Array(rows)),
  );
  const slotsView = whenRead(
    () => [slots(), territories()],
    (codes, named): ViewColumn => ({
      kind: "text",
      codes,
      texts: codedTexts(named.map((territory) => territory?.name ?? "")),
    }),
  );
  const movedView = whenRead(
    () => [moved()],
    (flags): ViewColumn => ({ kind: "yesno", flags }),
  );
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
