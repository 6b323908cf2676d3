import { applyPatch } from "../model/apply-patch";
import { assignReps } from "../model/edits/assign-reps";
import { followNamed } from "../model/edits/name-accounts";
import { takeReps } from "../model/edits/take-reps";
import { foldEntry } from "../model/fit/text-list";
import { makeRowIds, type Random, type RowId } from "../model/ids";
import { placeOf } from "../model/metrics/places";
import type { Change, Patch } from "../model/patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../model/plan";
import { rowById, type Table } from "../model/table";
import type { RepUse } from "./rep-headers";
import { listedCells, type RepList, type UnreadCell } from "./rep-list";

/** Places homes of reps by their address; the patch sets what was found. */
export type LocateHomes = (
  plan: Plan,
  rows: readonly number[],
  table: "reps",
) => Promise<{ readonly patchFor: (plan: Plan) => Patch; readonly notFound: readonly unknown[] }>;

/** A list of reps as it would stand in the plan. Nothing is changed by it. */
export interface ArrivingReps {
  readonly added: number;
  readonly matched: number;
  /** By listed row: new, a rep of the plan, or a row that names nobody and is left out. */
  readonly fates: readonly ("new" | "known" | "nobody")[];
  readonly newHeaders: readonly string[];
  readonly unread: readonly UnreadCell[];
  /** Homes with an address that was not found. */
  readonly homeless: number;
  /** Territories that the list names and that would get another rep. */
  readonly covered: number;
  /** Names of territories that the plan does not have. */
  readonly unknownTerritories: readonly string[];
  /** Everything at once; `cover` also gives reps the territories that the list names. One undo step. */
  readonly patch: (cover: boolean) => Patch;
}

/** How a list is taken. */
export interface ArrivingRepsOptions {
  readonly uses: readonly RepUse[];
  /** True where the list wins over what the plan says; else it fills in blanks. */
  readonly replace: boolean;
  readonly locate: LocateHomes;
  readonly random: Random;
}

const ADDRESS_USES: readonly RepUse[] = ["city", "state", "postalCode", "country"];

/** Matches a list of reps with those of the plan, looks homes up, and finds the territories it names. */
export async function arrivingReps(
  plan: Plan,
  path: AlignmentPath,
  list: RepList,
  { uses, replace, locate, random }: ArrivingRepsOptions,
): Promise<ArrivingReps> {
  const { reps } = plan.tables;
  const { cells, unread } = listedCells(plan, list, uses);
  const ids = [...makeRowIds(list.rows.length, random, rowById(reps))];
  const taken = takeReps(plan, cells, ids, replace);
  const added = applyPatch(plan, taken.patch);
  const homes = homesToFind(added, taken.patch, taken.rowOf, list, uses);
  const located = homes.length > 0 ? await locate(added, homes, "reps") : null;
  const changes = [...taken.patch.changes, ...(located?.patchFor(added).changes ?? [])];
  const arrived = applyPatch(plan, { ...taken.patch, changes });
  const { repOf, unknown } = namedTerritories(arrived, path, list, uses, taken.rowOf);
  const covering = coverChanges(arrived, path, repOf);
  return {
    added: taken.added,
    matched: taken.matched,
    fates: taken.rowOf.map((row) => (row < 0 ? "nobody" : row < reps.count ? "known" : "new")),
    newHeaders: taken.newHeaders,
    unread,
    homeless: located?.notFound.length ?? 0,
    covered: covering.filter(({ kind }) => kind === "territory").length,
    unknownTerritories: unknown,
    patch: (cover) => {
      if (!cover || covering.length === 0) return { ...taken.patch, changes };
      return {
        ...taken.patch,
        label: `${taken.patch.label}, covering territories`,
        changes: [...changes, ...covering],
      };
    },
  };
}

/** Reps whose address is told and who have no place yet, or have another address than before. */
function homesToFind(
  plan: Plan,
  patch: Patch,
  rowOf: readonly number[],
  list: RepList,
  uses: readonly RepUse[],
): number[] {
  const { reps } = plan.tables;
  const address = uses.flatMap((use, i) => (ADDRESS_USES.includes(use) ? [i] : []));
  const moved = movedRows(patch, reps);
  const told = rowOf.filter((row, i) => row >= 0 && address.some((column) => list.rows[i]![column] !== ""));
  return [...new Set(told)].filter((row) => placeOf(reps, row) === null || moved.has(row));
}

/** Rows of reps whose address a patch changes without giving them a place. */
function movedRows(patch: Patch, reps: Table): Set<number> {
  const rowsOf = (wanted: (role: string) => boolean) =>
    patch.changes.flatMap((change) => {
      if (change.kind !== "cells") return [];
      const role = reps.columns.find(({ key }) => key === change.column)?.role;
      return role && wanted(role) ? [...change.rows] : [];
    });
  const placed = new Set(rowsOf((role) => role === "latitude" || role === "longitude"));
  const moved = rowsOf((role) => (ADDRESS_USES as readonly string[]).includes(role));
  return new Set(moved.filter((row) => !placed.has(row)));
}

/**
 * The rep of each territory (by slot) that a list names: the one who has it where the list says so too, else the first listed. A cell may
 * name several, separated by ";".
 */
function namedTerritories(
  plan: Plan,
  path: AlignmentPath,
  list: RepList,
  uses: readonly RepUse[],
  rowOf: readonly number[],
): { repOf: Map<number, RowId>; unknown: string[] } {
  const column = uses.indexOf("territory");
  const slots = new Map<string, number>();
  const { territories } = alignmentAt(plan, path);
  territories.forEach((territory, slot) => {
    if (territory) slots.set(foldEntry(territory.name), slot);
  });
  const repOf = new Map<number, RowId>();
  const unknown = new Set<string>();
  for (const [i, row] of rowOf.entries()) {
    if (column < 0 || row < 0) continue;
    const cell = list.rows[i]![column]!;
    const whole = slots.has(foldEntry(cell));
    for (const name of (whole ? [cell] : cell.split(";")).map((part) => part.trim())) {
      const slot = slots.get(foldEntry(name));
      if (name === "") continue;
      if (slot === undefined) unknown.add(name);
      else {
        const rep = plan.tables.reps.ids[row]!;
        const primary = territories[slot]!.coverage.find(({ role }) => role === "primary")?.rep;
        if (!repOf.has(slot) || primary === rep) repOf.set(slot, rep);
      }
    }
  }
  return { repOf, unknown: [...unknown] };
}

/** What makes reps the primary ones of territories; locks of reps stay, and named accounts follow. */
function coverChanges(plan: Plan, path: AlignmentPath, repOf: ReadonlyMap<number, RowId>): readonly Change[] {
  const assigning = assignReps(plan, path, repOf, new Map());
  const changes = assigning.changes.filter(({ kind }) => kind === "territory");
  return followNamed(plan, path, { ...assigning, changes }).changes;
}
