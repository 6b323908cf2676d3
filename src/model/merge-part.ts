import { type Alignment, type Lock, type Territory, type TerritoryGroup, UNASSIGNED } from "./alignment";
import { cellValue } from "./cells";
import { cutOutOf } from "./cut-out";
import { countOf, moveAll } from "./edits/assign-accounts";
import { groupsWithin } from "./hierarchy";
import type { RowId } from "./ids";
import { mergeUnits, type UnitConflict } from "./merge-part-units";
import type { Change, Patch } from "./patch";
import type { AlignmentPath, Plan } from "./plan";
import type { CutOut } from "./planning/cut-out";
import { sameFields, sameValue } from "./same-value";
import { columnByKey, isLive, rowById } from "./table";

/** A change of the part that is left out because the plan has changed in the same place. */
export type MergeConflict =
  | UnitConflict
  | {
      readonly kind: "account";
      readonly account: RowId;
      readonly why: "moved-here" | "locked-here" | "gone-here" | "territory-gone" | "new-there";
    }
  | { readonly kind: "lock"; readonly account: RowId; readonly why: "changed-here" }
  | {
      readonly kind: "territory" | "group";
      readonly id: string;
      readonly name: string;
      /** Names of the fields that both sides changed; empty where it was deleted on one side. */
      readonly fields: readonly string[];
      readonly why: "changed-here" | "gone-here" | "still-used";
    };

export interface PartMerge {
  readonly patch: Patch;
  readonly conflicts: readonly MergeConflict[];
  /** Accounts, units, territories and groups that the patch changes. */
  readonly accounts: number;
  readonly units: number;
  readonly territories: number;
  readonly groups: number;
}

/** Why a plan cannot take a part back. */
export type NoMerge = "not-a-part" | "part-of-another-plan" | "alignment-gone";

/**
 * What a part that was cut out brings back: territories, groups, assignments of accounts and units, and locks that were changed in it since, told apart by the
 * state it was cut with and matched by ids. Where plan and part changed the same, the plan stays as it is and the conflict is listed.
 */
export function mergePart(plan: Plan, part: Plan): PartMerge | NoMerge {
  const record = cutOutOf(part);
  if (!record) return "not-a-part";
  if (record.plan !== plan.id) return "part-of-another-plan";
  const path: AlignmentPath = { scenario: record.scenario, layer: record.layer };
  const here = plan.scenarios.find(({ id }) => id === path.scenario)?.alignments[path.layer];
  const there = part.scenarios.find(({ id }) => id === path.scenario)?.alignments[path.layer];
  if (!here || !there) return "alignment-gone";
  const merge = new Merge(plan, part, path, here, there, record);
  return merge.run();
}

class Merge {
  readonly #plan: Plan;
  readonly #part: Plan;
  readonly #path: AlignmentPath;
  readonly #here: Alignment;
  readonly #there: Alignment;
  readonly #record: CutOut;
  readonly #conflicts: MergeConflict[] = [];
  readonly #slotOf = new Map<string, number>();
  #groups: readonly TerritoryGroup[];

  constructor(
    plan: Plan,
    part: Plan,
    path: AlignmentPath,
    here: Alignment,
    there: Alignment,
    record: CutOut,
  ) {
    this.#plan = plan;
    this.#part = part;
    this.#path = path;
    this.#here = here;
    this.#there = there;
    this.#record = record;
    this.#groups = here.groups;
    for (const [slot, territory] of here.territories.entries())
      if (slot > 0 && territory) this.#slotOf.set(territory.id, slot);
  }

  run(): PartMerge {
    const madeGroups = this.#mergeGroups();
    const territories = this.#mergeTerritories();
    const { moves, moved } = this.#mergeAssignments();
    const units = this.#mergeUnits();
    const locks = this.#mergeLocks();
    const { gone, goneGroups } = this.#mergeDeletions(moved, units.moved);
    const changes = [
      ...this.#newReps(),
      ...madeGroups,
      ...territories,
      ...moves,
      ...units.changes,
      ...locks,
      ...gone,
      ...goneGroups,
    ];
    const name = this.#here.groups.find(({ id }) => id === this.#record.group)?.name ?? "a part";
    return {
      patch: {
        label: `Merge ${name} back: ${countOf(moved.size)} moved`,
        cause: { kind: "action", action: "merge-part" },
        changes,
      },
      conflicts: this.#conflicts,
      accounts: moved.size,
      units: units.moved.size,
      territories: territories.length + gone.length,
      groups: madeGroups.length + goneGroups.length,
    };
  }

  #mergeGroups(): Change[] {
    const base = new Map(this.#record.base.groups.map((group) => [group.id, group]));
    const changes: Change[] = [];
    for (const group of this.#there.groups) {
      const from = this.#groups.find(({ id }) => id === group.id) ?? null;
      const start = base.get(group.id);
      // The top of the part is the top only there.
      const to = { ...group, parent: group.parent ?? this.#record.group };
      if (!from) {
        if (start) {
          if (!sameFields(start, group, GROUP_FIELDS)) this.#lost("group", group, "gone-here");
          continue;
        }
        changes.push({
          kind: "group",
          path: this.#path,
          id: group.id,
          at: this.#groups.length,
          from: null,
          to,
        });
        this.#groups = [...this.#groups, to];
        continue;
      }
      const fields = group.id === this.#record.group ? (["name"] as const) : GROUP_FIELDS;
      const merged = this.#mergeFields(
        "group",
        start && { ...start, parent: start.parent ?? this.#record.group },
        from,
        to,
        fields,
      );
      if (sameFields(merged, from, GROUP_FIELDS)) continue;
      if (merged.parent !== null && groupsWithin(this.#groups, group.id).has(merged.parent)) {
        this.#conflicts.push({
          kind: "group",
          id: group.id,
          name: from.name,
          fields: ["parent"],
          why: "changed-here",
        });
        continue;
      }
      changes.push({
        kind: "group",
        path: this.#path,
        id: group.id,
        at: this.#groups.indexOf(from),
        from,
        to: merged,
      });
      this.#groups = this.#groups.map((other) => (other === from ? merged : other));
    }
    return changes;
  }

  #mergeTerritories(): Change[] {
    const base = new Map(this.#record.base.territories.map((territory) => [territory.id, territory]));
    const known = new Set(this.#groups.map(({ id }) => id));
    const inside = (territory: Territory): Territory => ({
      ...territory,
      group: territory.group !== null && known.has(territory.group) ? territory.group : this.#record.group,
    });
    const changes: Change[] = [];
    let next = this.#here.territories.length;
    for (const [at, territory] of this.#there.territories.entries()) {
      if (at === 0 || !territory) continue;
      const start = base.get(territory.id);
      const slot = this.#slotOf.get(territory.id);
      if (slot === undefined) {
        if (start) {
          if (!sameFields(start, territory, TERRITORY_FIELDS))
            this.#lost("territory", territory, "gone-here");
          continue;
        }
        this.#slotOf.set(territory.id, next);
        changes.push({
          kind: "territory",
          path: this.#path,
          slot: next++,
          from: null,
          to: inside(territory),
        });
        continue;
      }
      const from = this.#here.territories[slot]!;
      const merged = this.#mergeFields(
        "territory",
        start && inside(start),
        from,
        inside(territory),
        TERRITORY_FIELDS,
      );
      if (!sameFields(merged, from, TERRITORY_FIELDS))
        changes.push({ kind: "territory", path: this.#path, slot, from, to: merged });
    }
    return changes;
  }

  #mergeAssignments(): { moves: Change[]; moved: Map<number, number> } {
    const baseOf = new Map<RowId, string>();
    for (const [i, territory] of this.#record.base.territories.entries())
      for (const account of this.#record.base.accounts[i] ?? []) baseOf.set(account, territory.id);
    const { accounts } = this.#plan.tables;
    const rows = rowById(accounts);
    const idAt = (alignment: Alignment, row: number) => {
      const slot = alignment.territoryOf[row] ?? UNASSIGNED;
      return slot === UNASSIGNED ? null : (alignment.territories[slot]?.id ?? null);
    };
    const moved = new Map<number, number>();
    for (const [at, account] of this.#part.tables.accounts.ids.entries()) {
      const conflict = (why: Extract<MergeConflict, { kind: "account" }>["why"]) =>
        this.#conflicts.push({ kind: "account", account, why });
      const start = baseOf.get(account);
      const there = idAt(this.#there, at);
      const row = rows.get(account);
      if (start === undefined) {
        if (row === undefined) conflict("new-there");
        continue;
      }
      if (there === start || !isLive(this.#part.tables.accounts, at)) continue;
      if (row === undefined || !isLive(accounts, row)) {
        conflict("gone-here");
        continue;
      }
      const here = idAt(this.#here, row);
      if (here === there) continue;
      const slot = there === null ? UNASSIGNED : this.#slotOf.get(there);
      if (here !== start) conflict("moved-here");
      else if (this.#here.locked[row]) conflict("locked-here");
      else if (slot === undefined) conflict("territory-gone");
      else moved.set(row, slot);
    }
    if (moved.size === 0) return { moves: [], moved };
    const to = Uint16Array.from(moved.values());
    return { moves: [moveAll(this.#plan, this.#path, Uint32Array.from(moved.keys()), to, "dragged")], moved };
  }

  #mergeUnits() {
    const sides = {
      plan: this.#plan,
      part: this.#part,
      path: this.#path,
      here: this.#here,
      there: this.#there,
      record: this.#record,
    };
    const merge = mergeUnits(sides, this.#slotOf);
    this.#conflicts.push(...merge.conflicts);
    return merge;
  }

  #mergeLocks(): Change[] {
    const { ids } = this.#part.tables.accounts;
    const rows = rowById(this.#plan.tables.accounts);
    const base = new Map(this.#record.base.locks.map(({ account, lock }) => [account, lock]));
    const there = new Map([...this.#there.locks].map(([row, lock]) => [ids[row]!, lock]));
    const accounts: number[] = [];
    const from: (Lock | null)[] = [];
    const to: (Lock | null)[] = [];
    for (const account of new Set([...base.keys(), ...there.keys()])) {
      const row = rows.get(account);
      const after = there.get(account) ?? null;
      if (row === undefined || sameValue(base.get(account) ?? null, after)) continue;
      const now = this.#here.locks.get(row) ?? null;
      if (sameValue(now, after)) continue;
      if (!sameValue(now, base.get(account) ?? null)) {
        this.#conflicts.push({ kind: "lock", account, why: "changed-here" });
        continue;
      }
      accounts.push(row);
      from.push(now);
      to.push(after);
    }
    if (accounts.length === 0) return [];
    return [{ kind: "locks", path: this.#path, accounts: Uint32Array.from(accounts), from, to }];
  }

  #mergeDeletions(
    moved: ReadonlyMap<number, number>,
    movedUnits: ReadonlyMap<number, number>,
  ): { gone: Change[]; goneGroups: Change[] } {
    const used = new Set<number>();
    for (const [row, slot] of this.#here.territoryOf.entries()) used.add(moved.get(row) ?? slot);
    for (const [unit, slot] of this.#here.territoryOfUnit.entries()) used.add(movedUnits.get(unit) ?? slot);
    const there = new Set(this.#there.territories.map((territory) => territory?.id));
    const gone: Change[] = [];
    for (const start of this.#record.base.territories) {
      const slot = this.#slotOf.get(start.id);
      if (there.has(start.id) || slot === undefined) continue;
      const from = this.#here.territories[slot]!;
      if (used.has(slot)) this.#lost("territory", from, "still-used");
      else if (!sameFields(start, { ...from, group: start.group }, TERRITORY_FIELDS))
        this.#lost("territory", from, "changed-here");
      else gone.push({ kind: "territory", path: this.#path, slot, from, to: null });
    }
    return {
      gone,
      goneGroups: this.#deletedGroups(new Set(gone.map((change) => (change as { slot: number }).slot))),
    };
  }

  #deletedGroups(goneSlots: ReadonlySet<number>): Change[] {
    const there = new Set(this.#there.groups.map(({ id }) => id));
    const changes: Change[] = [];
    // The lowest first: a group may go once those in it have gone.
    const deleted = this.#record.base.groups.filter(({ id }) => !there.has(id) && id !== this.#record.group);
    const merged = new Map(
      this.#there.territories.flatMap((territory) => (territory ? [[territory.id, territory.group]] : [])),
    );
    for (const { id } of deleted.toReversed()) {
      const at = this.#groups.findIndex((group) => group.id === id);
      const from = this.#groups[at];
      if (!from) continue;
      const held = this.#here.territories.some(
        (territory, slot) =>
          territory && !goneSlots.has(slot) && territory.group === id && !merged.has(territory.id),
      );
      if (held || this.#groups.some(({ parent }) => parent === id)) {
        this.#lost("group", from, "still-used");
        continue;
      }
      changes.push({ kind: "group", path: this.#path, id, at, from, to: null });
      this.#groups = this.#groups.filter((group) => group !== from);
    }
    return changes;
  }

  /** Reps who were added in the part, so that what they cover can name them. */
  #newReps(): Change[] {
    const { reps } = this.#plan.tables;
    const known = rowById(reps);
    const added = [...this.#part.tables.reps.ids.keys()].filter(
      (row) => !known.has(this.#part.tables.reps.ids[row]!) && isLive(this.#part.tables.reps, row),
    );
    if (added.length === 0) return [];
    const cells = reps.columns.flatMap(({ key, kind }) => {
      const column = columnByKey(this.#part.tables.reps, key);
      return column?.kind === kind
        ? [{ column: key, values: added.map((row) => cellValue(column, row)) }]
        : [];
    });
    const ids = added.map((row) => this.#part.tables.reps.ids[row]!);
    return [{ kind: "rows-added", table: "reps", at: reps.count, ids, cells }];
  }

  #mergeFields<Item extends Territory | TerritoryGroup>(
    kind: "territory" | "group",
    start: Item | undefined,
    here: Item,
    there: Item,
    fields: readonly (keyof Item & string)[],
  ): Item {
    const merged = { ...here };
    const clashes: string[] = [];
    for (const field of fields) {
      if (start && sameValue(start[field], there[field])) continue;
      if (sameValue(here[field], there[field])) continue;
      if (start && sameValue(start[field], here[field])) merged[field] = there[field];
      else clashes.push(field);
    }
    if (clashes.length > 0)
      this.#conflicts.push({ kind, id: here.id, name: here.name, fields: clashes, why: "changed-here" });
    return merged;
  }

  #lost(
    kind: "territory" | "group",
    { id, name }: { id: string; name: string },
    why: "changed-here" | "gone-here" | "still-used",
  ) {
    this.#conflicts.push({ kind, id, name, fields: [], why });
  }
}

const GROUP_FIELDS = ["name", "parent"] as const;
const TERRITORY_FIELDS = ["name", "color", "group", "coverage", "share", "segments"] as const;
