import { type TerritorySlot, territoryAt, UNASSIGNED } from "../../../model/alignment";
import { assignByName, slotNamed } from "../../../model/edits/assign-by-name";
import { joinEdits } from "../../../model/edits/join-edits";
import { lockAccounts } from "../../../model/edits/lock-accounts";
import { createTerritory } from "../../../model/edits/territory-edits";
import { isEligible } from "../../../model/eligibility";
import { makeRecordId } from "../../../model/ids";
import { isHeld } from "../../../model/named-accounts";
import { territoryColor } from "../../../model/palette";
import { parseYesNo, trimCell } from "../../../model/parse-cell";
import { alignmentAt } from "../../../model/plan";
import type { Planner } from "../../planner";
import type { CellWriter } from "../grid-column";

const PROPOSAL = "Accept or discard the proposal first.";

/** Takes names of territories: accounts are assigned to them, and unassigned by a blank. `lockReason` says why one is locked. */
export function territoryWriter(planner: Planner, lockReason: (row: number) => string): CellWriter {
  const territories = () => planner.alignment().territories;
  const nameOf = (slot: TerritorySlot) =>
    slot === UNASSIGNED ? null : territoryAt(planner.alignment(), slot).name;
  return {
    read: (text) => {
      const slot = slotNamed(territories(), text);
      if (slot === undefined) return { ok: false, message: "The plan has no territory of this name." };
      return { ok: true, value: nameOf(slot) };
    },
    patch: (plan, rows, names) => assignByName(plan, planner.path(), rows, names),
    refusal: (row, name) => {
      const alignment = planner.alignment();
      const slot = name === null ? UNASSIGNED : slotNamed(alignment.territories, String(name));
      if (slot === alignment.territoryOf[row]) return null;
      if (planner.preview()) return PROPOSAL;
      if (alignment.locked[row]) return `${lockReason(row)}.`;
      return isEligible(planner.plan(), planner.path().layer, row)
        ? null
        : "The account does not count in this layer.";
    },
    names: {
      noun: ["territory", "territories"],
      all: () =>
        territories().flatMap((territory, slot) =>
          slot === UNASSIGNED || !territory ? [] : [territory.name],
        ),
      make: (plan, name) => {
        const slot = alignmentAt(plan, planner.path()).territories.length;
        return createTerritory(plan, planner.path(), {
          id: makeRecordId(Math.random),
          name,
          color: territoryColor(slot),
          group: null,
          coverage: [],
          share: 1,
        });
      },
    },
  };
}

/** Takes yes and no: accounts are locked where they are, and unlocked. */
export function lockWriter(planner: Planner, lockReason: (row: number) => string): CellWriter {
  const lock = { reason: "", until: null };
  return {
    read: (text) => {
      const trimmed = trimCell(text);
      const value = trimmed === "" ? false : parseYesNo(trimmed);
      return value === null ? { ok: false, message: "Write yes or no." } : { ok: true, value };
    },
    patch: (plan, rows, values) => {
      const now = alignmentAt(plan, planner.path());
      const locked = rows.filter((row, i) => values[i] === true && !isHeld(plan, now, row));
      const unlocked = rows.filter((row, i) => values[i] !== true && now.locks.has(row));
      return joinEdits(plan, [
        (current) => lockAccounts(current, planner.path(), new Set(locked), lock),
        (current) => lockAccounts(current, planner.path(), new Set(unlocked), null),
      ]);
    },
    refusal: (row, value) => {
      const named =
        planner.alignment().locked[row] === 1 && !isHeld(planner.plan(), planner.alignment(), row);
      return named && value !== true ? `${lockReason(row)}.` : null;
    },
  };
}
