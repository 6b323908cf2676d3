import { rowsMeeting } from "./condition";
import type { Segmentation } from "./planning/segmentation";
import { type Column, columnByKey, type Table } from "./table";

/** Which accounts are in which segment. Numbers of segments are 1 + their position; 0 stands for "Other". */
export interface SegmentMembership {
  /** Number of the segment each account is in: the first whose condition it meets. By account row, deleted ones included. */
  readonly of: Uint16Array;
  /** Live accounts in each, by number. */
  readonly counts: Float64Array;
  /** Live accounts that meet the condition of each, in an earlier one or not, by number; 0 for "Other". */
  readonly meeting: Float64Array;
  /** 1 for each live account that meets more than one condition, by account row. */
  readonly overlaps: Uint8Array;
  readonly overlapping: number;
}

interface Judged {
  readonly columns: readonly (Column | undefined)[];
  readonly ids: Float64Array;
  readonly deleted: Uint8Array | null;
  readonly membership: SegmentMembership;
}

const judged = new WeakMap<Segmentation, Judged>();

/** The accounts by segment. Judged again only after a column that a condition reads has changed. Shared: do not write to it. */
export function segmentMembership(accounts: Table, segmentation: Segmentation): SegmentMembership {
  const columns = segmentation.segments.flatMap(({ condition }) =>
    condition.tests.map(({ column }) => columnByKey(accounts, column)),
  );
  const before = judged.get(segmentation);
  const same =
    before?.ids === accounts.ids &&
    before.deleted === accounts.deleted &&
    columns.every((column, i) => column === before.columns[i]);
  if (same) return before.membership;
  const membership = membershipOf(accounts, segmentation);
  judged.set(segmentation, { columns, ids: accounts.ids, deleted: accounts.deleted, membership });
  return membership;
}

function membershipOf(accounts: Table, { segments }: Segmentation): SegmentMembership {
  const of = new Uint16Array(accounts.count);
  const counts = new Float64Array(segments.length + 1);
  const meeting = new Float64Array(segments.length + 1);
  const overlaps = new Uint8Array(accounts.count);
  let overlapping = 0;
  for (const [position, { condition }] of segments.entries()) {
    const meets = rowsMeeting(accounts, condition);
    for (let row = 0; row < accounts.count; row++) {
      if (meets[row] === 0) continue;
      const live = !accounts.deleted?.[row];
      if (live) meeting[position + 1]!++;
      if (of[row] === 0) of[row] = position + 1;
      else if (live && overlaps[row] === 0) {
        overlaps[row] = 1;
        overlapping++;
      }
    }
  }
  for (let row = 0; row < accounts.count; row++) if (!accounts.deleted?.[row]) counts[of[row]!]!++;
  return { of, counts, meeting, overlaps, overlapping };
}

/** Names by number: "Other", then the segments'. */
export function segmentNames({ segments }: Segmentation): string[] {
  return ["Other", ...segments.map(({ name }) => name)];
}

/** What a territory lists to take the accounts that are in no segment of a segmentation. */
export function otherSegment(segmentation: string): string {
  return `other:${segmentation}`;
}

/** Ids that a territory may list, by number: the one for "Other", then the segments'. */
export function segmentIds({ id, segments }: Segmentation): string[] {
  return [otherSegment(id), ...segments.map((segment) => segment.id)];
}
