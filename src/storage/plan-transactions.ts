import { makeRecordId } from "../model/ids";
import { packRevision } from "../model/packed-revision";
import type { Plan } from "../model/plan";
import { MAX_KEPT_REVISIONS, type Revision } from "../model/revision";
import { ENVELOPE, envelopeOf, planParts, type RecordMark } from "./plan-records";
import type { Dataset } from "./read-dataset";
import type { Database, StoredPlan, StoredRecord } from "./schema";
import { planEntry, readPlanEntry, summaryOf } from "./stored-plan";
import { toRecord } from "./stored-record";
import { writeStrictly } from "./transaction";

/** Another tab changed the plan in the meantime. Nothing was written. */
export class ChangedElsewhere extends Error {}

/** What is known of a plan's records without reading them: the objects they were made of, and their checksums. */
export interface WrittenParts {
  readonly dataset: string;
  readonly base: string;
  readonly parts: ReadonlyMap<string, { readonly part: object; readonly mark: RecordMark }>;
}

/** All keys of a dataset. */
export function datasetRange(dataset: string): IDBKeyRange {
  return IDBKeyRange.bound([dataset], [dataset, []]);
}

/** Reads all of a plan in one transaction; null if it is not there. Throws `DamagedRecord` for a damaged entry. */
export async function loadDataset(database: Database, planId: string): Promise<Dataset | null> {
  const transaction = database.transaction(["plans", "records", "journal"], "readonly");
  const stored = await transaction.objectStore("plans").get(planId);
  if (!stored) return null;
  const entry = readPlanEntry(stored);
  const range = datasetRange(entry.dataset);
  const records = transaction.objectStore("records");
  const journal = transaction.objectStore("journal");
  const [recordKeys, recordValues, journalKeys, journalValues] = await Promise.all([
    records.getAllKeys(range),
    records.getAll(range),
    journal.getAllKeys(range),
    journal.getAll(range),
  ]);
  return {
    entry,
    records: new Map(recordKeys.map(([, name], i) => [name, recordValues[i]!])),
    journal: new Map(journalKeys.map(([, number], i) => [number, journalValues[i]!])),
  };
}

/** Saves a whole plan under a new dataset, makes the list point there and drops the old one, all or nothing. */
export async function storePlan(
  database: Database,
  plan: Plan,
  revisions: readonly Revision[],
  now: number,
): Promise<WrittenParts> {
  const dataset = makeRecordId(Math.random);
  const base = makeRecordId(Math.random);
  const kept = revisions.slice(-MAX_KEPT_REVISIONS);
  const { parts, changed } = await encodeParts(plan, null);
  const envelope = toRecord(envelopeOf(plan, kept.length, marksOf(parts)));
  const entries = kept.map((revision) => toRecord(packRevision(revision)));
  const entry: StoredPlan = {
    ...summaryOf(plan, now),
    dataset,
    base,
    head: kept.length,
    headRevision: kept.at(-1)?.id ?? null,
  };
  await writeStrictly(database, ["plans", "records", "journal"], async (transaction, request) => {
    const plans = transaction.objectStore("plans");
    const records = transaction.objectStore("records");
    const journal = transaction.objectStore("journal");
    const old = datasetOf(await plans.get(plan.id));
    for (const [name, record] of changed) request(records.put(record, [dataset, name]));
    request(records.put(envelope, [dataset, ENVELOPE]));
    for (const [i, record] of entries.entries()) request(journal.put(record, [dataset, i + 1]));
    request(plans.put(planEntry(entry), plan.id));
    if (old !== null) {
      request(records.delete(datasetRange(old)));
      request(journal.delete(datasetRange(old)));
    }
  });
  return { dataset, base, parts };
}

/**
 * Writes revisions behind the newest one. Those that are there already (a lost connection does not say how far it got)
 * are left out. Throws `ChangedElsewhere` where the first does not follow on the stored plan.
 */
export async function appendRevisions(
  database: Database,
  planAfter: Plan,
  revisions: readonly Revision[],
  now: number,
): Promise<void> {
  const entries = revisions.map((revision) => toRecord(packRevision(revision)));
  await writeStrictly(database, ["plans", "journal"], async (transaction, request) => {
    const plans = transaction.objectStore("plans");
    const stored = await plans.get(planAfter.id);
    if (!stored) throw new ChangedElsewhere("the plan was deleted");
    const entry = readPlanEntry(stored);
    const present = revisions.findIndex((revision) => revision.id === entry.headRevision) + 1;
    const first = revisions[present];
    if (!first) return;
    if (first.parent !== entry.headRevision) throw new ChangedElsewhere("another tab changed the plan");
    let head = entry.head;
    for (const record of entries.slice(present)) {
      head++;
      request(transaction.objectStore("journal").put(record, [entry.dataset, head]));
    }
    const headRevision = revisions.at(-1)!.id;
    request(
      plans.put(planEntry({ ...entry, ...summaryOf(planAfter, now), head, headRevision }), planAfter.id),
    );
  });
}

/**
 * Rewrites the records of what changed since `written`, so that opening need not replay the journal, and forgets the
 * oldest revisions. Does nothing unless `revision` is the newest one stored; then returns what is known of the records:
 * `written` as it was, or null where another tab has rewritten them.
 */
export async function foldJournal(
  database: Database,
  plan: Plan,
  revision: string,
  written: WrittenParts | null,
): Promise<WrittenParts | null> {
  const { parts, changed } = await encodeParts(plan, written);
  return writeStrictly(database, ["plans", "records", "journal"], async (transaction, request) => {
    const plans = transaction.objectStore("plans");
    const records = transaction.objectStore("records");
    const stored = await plans.get(plan.id);
    const entry = stored && readPlanEntry(stored);
    if (!entry) return null;
    const { dataset } = entry;
    // Another tab may have rewritten the records since: then none of ours can be relied on.
    if (written && (entry.base !== written.base || dataset !== written.dataset)) return null;
    if (entry.headRevision !== revision) return written;
    const base = makeRecordId(Math.random);
    for (const [, name] of await records.getAllKeys(datasetRange(dataset))) {
      if (!parts.has(name) && name !== ENVELOPE) request(records.delete([dataset, name]));
    }
    for (const [name, record] of changed) request(records.put(record, [dataset, name]));
    const envelope = envelopeOf(plan, entry.head, marksOf(parts));
    request(records.put(toRecord(envelope), [dataset, ENVELOPE]));
    const forgotten = IDBKeyRange.bound([dataset], [dataset, entry.head - MAX_KEPT_REVISIONS]);
    request(transaction.objectStore("journal").delete(forgotten));
    request(plans.put(planEntry({ ...entry, base }), plan.id));
    return { dataset, base, parts };
  });
}

/** Deletes a plan with all that belongs to it. */
export async function deletePlan(database: Database, planId: string): Promise<void> {
  await writeStrictly(database, ["plans", "records", "journal"], async (transaction, request) => {
    const dataset = datasetOf(await transaction.objectStore("plans").get(planId));
    request(transaction.objectStore("plans").delete(planId));
    if (dataset === null) return;
    request(transaction.objectStore("records").delete(datasetRange(dataset)));
    request(transaction.objectStore("journal").delete(datasetRange(dataset)));
  });
}

/** The page gets its turn after this many milliseconds of encoding: 100,000 rows of 30 columns take 200 in all. */
const TURN_MS = 8;

/** The parts as they will be stored, and the records of those that differ from what is. Gives way to the page in between. */
async function encodeParts(plan: Plan, written: WrittenParts | null) {
  const parts = new Map<string, { readonly part: object; readonly mark: RecordMark }>();
  const changed = new Map<string, StoredRecord>();
  let began = performance.now();
  for (const { name, part, count, value } of planParts(plan)) {
    const known = written?.parts.get(name);
    if (known?.part === part) {
      parts.set(name, known);
      continue;
    }
    const record = toRecord(value(), count);
    changed.set(name, record);
    parts.set(name, { part, mark: { crc: record.crc, count } });
    if (performance.now() - began < TURN_MS) continue;
    await new Promise<void>((go) => setTimeout(go));
    began = performance.now();
  }
  return { parts, changed };
}

function marksOf(parts: WrittenParts["parts"]): Map<string, RecordMark> {
  return new Map([...parts].map(([name, { mark }]) => [name, mark]));
}

/** The dataset of an entry; null where there is none, or it is too damaged to say. */
function datasetOf(record: StoredRecord | undefined): string | null {
  try {
    return record ? readPlanEntry(record).dataset : null;
  } catch {
    return null;
  }
}

/** What the records of an opened plan were made of: the parts of the plan that came out of them. */
export function partsOf(base: Plan, marks: ReadonlyMap<string, RecordMark>): WrittenParts["parts"] {
  const parts = new Map<string, { readonly part: object; readonly mark: RecordMark }>();
  for (const { name, part } of planParts(base)) {
    const mark = marks.get(name);
    if (mark) parts.set(name, { part, mark });
  }
  return parts;
}
