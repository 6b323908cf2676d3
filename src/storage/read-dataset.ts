import { applyPatch } from "../model/apply-patch";
import { type PackedRevision, unpackRevision } from "../model/packed-revision";
import type { Plan } from "../model/plan";
import { MAX_KEPT_REVISIONS, type Revision } from "../model/revision";
import { ENVELOPE, type Envelope, planOf, RECORDS_FORMAT, type RecordMark } from "./plan-records";
import type { StoredPlan, StoredRecord } from "./schema";
import { DamagedRecord, fromRecord } from "./stored-record";

/** Everything the database holds of one plan, as read in one transaction. */
export interface Dataset {
  readonly entry: StoredPlan;
  readonly records: ReadonlyMap<string, StoredRecord>;
  readonly journal: ReadonlyMap<number, StoredRecord>;
}

/** A plan out of the database. `base` is the plan as its records say, before the journal. */
export type DatasetResult =
  | {
      readonly status: "ok";
      readonly plan: Plan;
      readonly base: Plan;
      readonly marks: ReadonlyMap<string, RecordMark>;
      readonly revisions: readonly Revision[];
      /** What is wrong with revisions that the records contain already; they and all older ones are left out. */
      readonly historyDamage: string | null;
    }
  | { readonly status: "too-new" }
  | { readonly status: "damaged"; readonly reason: string };

/** Checks every record and journal entry and puts the plan together; a plan comes back whole or not at all. */
export function readDataset({ entry, records, journal }: Dataset): DatasetResult {
  try {
    const envelope = fromRecord(records.get(ENVELOPE), "the plan's description") as Envelope;
    if (envelope.format > RECORDS_FORMAT) return { status: "too-new" };
    if (records.size !== envelope.records.size + 1) throw new DamagedRecord("the number of records is wrong");
    const base = planOf(envelope, (name) => readPart(name, envelope, records));
    const pending: Revision[] = [];
    for (let number = envelope.folded + 1; number <= entry.head; number++) {
      pending.push(readRevision(journal, number));
    }
    const plan = pending.reduce((current, revision) => applyPatch(current, revision.patch), base);
    const { revisions: kept, damage } = readKept(journal, envelope.folded);
    const revisions = [...kept, ...pending];
    if (entry.head > 0 && revisions.length > 0 && revisions.at(-1)!.id !== entry.headRevision) {
      throw new DamagedRecord("the last revision is not the one that was saved last");
    }
    return { status: "ok", plan, base, marks: envelope.records, revisions, historyDamage: damage };
  } catch (error) {
    if (error instanceof DamagedRecord) return { status: "damaged", reason: error.message };
    const detail = error instanceof Error ? error.message : String(error);
    return { status: "damaged", reason: `its parts do not fit together (${detail})` };
  }
}

function readPart(name: string, envelope: Envelope, records: ReadonlyMap<string, StoredRecord>): unknown {
  const shown = partName(name);
  const record = records.get(name);
  const mark = envelope.records.get(name);
  const value = fromRecord(record, shown);
  if (!mark || record!.crc !== mark.crc || record!.count !== mark.count) {
    throw new DamagedRecord(`${shown} is not the one that was saved last`);
  }
  return value;
}

function readRevision(journal: ReadonlyMap<number, StoredRecord>, number: number): Revision {
  return unpackRevision(fromRecord(journal.get(number), `change ${number}`) as PackedRevision);
}

/** The revisions up to `folded`, back to the first gap. The newest 500 are kept, so that a gap among them is damage. */
function readKept(
  journal: ReadonlyMap<number, StoredRecord>,
  folded: number,
): { revisions: readonly Revision[]; damage: string | null } {
  const oldest = Math.max(1, folded - MAX_KEPT_REVISIONS + 1);
  const revisions: Revision[] = [];
  for (let number = folded; number >= oldest; number--) {
    try {
      revisions.unshift(readRevision(journal, number));
    } catch (error) {
      return { revisions, damage: error instanceof Error ? error.message : String(error) };
    }
  }
  return { revisions, damage: null };
}

/** A record's name for people: "the column c1 of accounts". */
function partName(name: string): string {
  const [kind, ...path] = JSON.parse(name) as [string, ...string[]];
  if (kind === "column") return `the column ${path[1]} of ${path[0]}`;
  if (kind === "alignment") return `the alignment of scenario ${path[0]}`;
  if (kind === "baseline") return `the baseline of layer ${path[0]}`;
  return `the ${kind} of ${path[0]}`;
}
