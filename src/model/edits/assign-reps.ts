import { territoryAt } from "../alignment";
import type { RowId } from "../ids";
import type { Change, Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";

/**
 * Makes reps the primary ones of territories (by slot; null = nobody), and keeps `locks` (by slot) for the next time: other territories
 * lose theirs. Further roles stay, but for the rep who becomes the primary one.
 */
export function assignReps(
  plan: Plan,
  path: AlignmentPath,
  repOf: ReadonlyMap<number, RowId | null>,
  locks: ReadonlyMap<number, RowId>,
): Patch {
  const alignment = alignmentAt(plan, path);
  const changes: Change[] = [];
  for (const [slot, rep] of repOf) {
    const from = alignment.territories[slot];
    if (!from) continue;
    const primary = from.coverage.find(({ role }) => role === "primary")?.rep ?? null;
    if (primary === rep) continue;
    const others = from.coverage.filter((coverage) => coverage.role !== "primary" && coverage.rep !== rep);
    const coverage = rep === null ? others : [{ rep, role: "primary" }, ...others];
    changes.push({ kind: "territory", path, slot, from, to: { ...from, coverage } });
  }
  const count = changes.length;
  return {
    label:
      count === 0
        ? "Lock reps to territories"
        : `Assign reps to ${count === 1 ? "a territory" : `${count} territories`}`,
    cause: { kind: "action", action: "assign-reps" },
    changes: [...changes, ...lockChanges(plan, path, locks)],
  };
}

function lockChanges(plan: Plan, path: AlignmentPath, locks: ReadonlyMap<number, RowId>): Change[] {
  const alignment = alignmentAt(plan, path);
  const known = new Set(alignment.territories.map((territory) => territory?.id));
  const wanted = new Map([...locks].map(([slot, rep]) => [territoryAt(alignment, slot).id, rep]));
  const { repLocks } = plan.planning;
  const changes: Change[] = [];
  const collection = "repLocks";
  // From the last to the first, so that positions hold when they are taken back.
  for (const [at, lock] of [...repLocks.entries()].reverse()) {
    const rep = wanted.get(lock.id);
    // Locks of other scenarios' territories are not ours.
    if (!known.has(lock.id) || rep === lock.rep) continue;
    const to = rep === undefined ? null : { ...lock, rep };
    changes.push({ kind: "planning", collection, id: lock.id, at, from: lock, to });
  }
  let at =
    repLocks.length - changes.filter((change) => change.kind === "planning" && change.to === null).length;
  for (const [id, rep] of wanted) {
    if (repLocks.some((lock) => lock.id === id)) continue;
    changes.push({ kind: "planning", collection, id, at: at++, from: null, to: { id, rep } });
  }
  return changes;
}
