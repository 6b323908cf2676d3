import { territorySlots } from "../../src/model/alignment";
import { applyPatch } from "../../src/model/apply-patch";
import { cellSource, cellValue } from "../../src/model/cells";
import { assignAccounts } from "../../src/model/edits/assign-accounts";
import { lockAccounts } from "../../src/model/edits/lock-accounts";
import { renamePlan, setMeasure, setScenario } from "../../src/model/edits/plan-records";
import { insertRows } from "../../src/model/edits/row-edits";
import { setPlanningRecord } from "../../src/model/edits/set-planning-record";
import { createTerritory, deleteTerritory, updateTerritory } from "../../src/model/edits/territory-edits";
import { makeRecordId, makeRowIds, type Random } from "../../src/model/ids";
import { invertPatch, isEmptyPatch, type Patch } from "../../src/model/patch";
import { alignmentAt, type Plan, type Scenario } from "../../src/model/plan";
import type { Revision } from "../../src/model/revision";
import type { PlanWithHistory } from "../../src/model/saved-plan";
import { rowById } from "../../src/model/table";
import { NASTY_TEXTS, pick, randomCell, randomColumn, seededRandom } from "./arbitrary-plan";

/** The plan after `steps` edits, undos and redos of every kind, with the revisions and every plan on the way. */
export function randomHistory(
  plan: Plan,
  seed: number,
  steps: number,
): PlanWithHistory & { readonly plans: readonly Plan[] } {
  // Dice apart from the plan's: thrown alike they would give new territories the ids of old ones.
  const random = seededRandom(seed ^ 0x5bd1e995);
  const revisions: Revision[] = [];
  const plans: Plan[] = [];
  const done: Patch[] = [];
  let current = plan;
  while (revisions.length < steps) {
    const undo = done.length > 0 && random() < 0.2;
    const patch = undo ? invertPatch(done.pop()!) : randomPatch(current, random);
    if (isEmptyPatch(patch)) continue;
    if (!undo) done.push(patch);
    current = applyPatch(current, patch);
    plans.push(current);
    revisions.push({
      id: makeRecordId(random),
      parent: revisions.at(-1)?.id ?? null,
      time: 1_700_000_000_000 + revisions.length,
      author: "Kim",
      origin: undo ? "undo" : "edit",
      patch,
    });
  }
  return { plan: current, revisions, plans };
}

/** One edit of any kind. */
export function randomPatch(plan: Plan, random: Random): Patch {
  const scenario = pick(random, plan.scenarios);
  const path = { scenario: scenario.id, layer: plan.layers[0]!.id };
  const alignment = alignmentAt(plan, path);
  const { accounts } = plan.tables;
  const row = Math.floor(random() * accounts.count);
  const slots = territorySlots(alignment);
  const action = (change: Patch["changes"][number]): Patch => ({
    label: "Change",
    cause: { kind: "action", action: "test" },
    changes: [change],
  });
  switch (Math.floor(random() * 15)) {
    case 12: {
      const record = pick(random, plan.planning.segmentations);
      if (!record) return renamePlan(plan, "unsegmented");
      const name = pick(random, NASTY_TEXTS);
      return setPlanningRecord(
        plan,
        "segmentations",
        record.id,
        random() < 0.3 ? null : { ...record, name },
        name,
      );
    }
    case 13: {
      const place = random() < 0.5 ? ({ before: row } as const) : ({ after: row } as const);
      return insertRows(plan, "accounts", place, [...makeRowIds(2, random, rowById(accounts))]);
    }
    case 14: {
      const { key, header, role } = pick(random, accounts.columns);
      const to = { header: pick(random, NASTY_TEXTS), role: random() < 0.5 ? null : role };
      return action({ kind: "column-label", table: "accounts", column: key, from: { header, role }, to });
    }
    case 0:
      return renamePlan(plan, `${plan.name} ${pick(random, NASTY_TEXTS)}`);
    case 1:
      return lockAccounts(plan, path, new Set([row]), random() < 0.5 ? { reason: "x", until: null } : null);
    case 2: {
      const id = makeRecordId(random);
      const territory = { id, name: "New", color: "#abcdef", group: null, coverage: [], share: 1 };
      return createTerritory(plan, path, territory);
    }
    case 3:
      return slots.length > 1 ? deleteTerritory(plan, path, pick(random, slots)) : renamePlan(plan, "few");
    case 4:
      return slots.length > 0
        ? updateTerritory(plan, path, pick(random, slots), { name: pick(random, NASTY_TEXTS) })
        : renamePlan(plan, "none");
    case 5:
      return setScenario(plan, scenario.id, { ...scenario, name: pick(random, NASTY_TEXTS) });
    case 6:
      return plan.scenarios.length > 2
        ? setScenario(plan, scenario.id, null)
        : copyOf(plan, scenario, makeRecordId(random));
    case 7:
      return setMeasure(
        plan,
        "m2",
        random() < 0.5 ? null : { ...plan.measures[0]!, id: "m2", weight: random() },
      );
    case 8: {
      const ids = [...makeRowIds(2, random, rowById(accounts))];
      const cells = accounts.columns
        .slice(0, 2)
        .map((column) => ({ column: column.key, values: ids.map(() => randomCell(random, column.type)) }));
      return action({ kind: "rows-added", table: "accounts", at: accounts.count, ids, cells });
    }
    case 9: {
      const live = !accounts.deleted?.[row];
      return action({ kind: "rows-deleted", table: "accounts", rows: Uint32Array.of(row), deleted: live });
    }
    case 10: {
      const at = Math.floor(random() * accounts.columns.length);
      const from = random() < 0.5 ? accounts.columns[at]! : null;
      const key = from?.key ?? makeRecordId(random);
      const to = randomColumn(
        random,
        key,
        pick(random, ["text", "number", "yesno"] as const),
        accounts.count,
      );
      return action({ kind: "column", table: "accounts", at, from, to });
    }
    default: {
      if (random() < 0.5) return assignAccounts(plan, path, new Set([row]), pick(random, [0, ...slots]));
      const column = pick(random, accounts.columns);
      const source = cellSource(column, row);
      const toSource = random() < 0.5 ? null : pick(random, NASTY_TEXTS);
      return action({
        kind: "cells",
        table: "accounts",
        column: column.key,
        rows: Uint32Array.of(row),
        from: [cellValue(column, row)],
        to: [randomCell(random, column.type)],
        fromSources: source === null ? null : [source],
        toSources: toSource === null ? null : [toSource],
      });
    }
  }
}

function copyOf(plan: Plan, scenario: Scenario, id: string): Patch {
  return setScenario(plan, id, { ...scenario, id, name: "Copy" });
}
