import { cellText } from "../cells";
import { foldEntry } from "../fit/text-list";
import { columnByRole, isLive, type Table } from "../table";

/** What tells reps apart, the surest first. */
export const REP_IDENTITIES = ["key", "email", "name"] as const;
export type RepIdentity = Readonly<Partial<Record<(typeof REP_IDENTITIES)[number], string | undefined>>>;

/** Whom each listed rep is; rows that name nobody are nobody. */
export interface MatchedReps {
  /** By listed row: the row in the table of reps, from its count on for those who are new; -1 for nobody. */
  readonly rowOf: readonly number[];
  /** New reps. */
  readonly added: number;
  /** Reps of the plan that are listed. */
  readonly matched: number;
}

/**
 * Finds listed reps in the table by key, else by e-mail, else by name, and those who are listed twice. Two of the same name are two where
 * their keys or e-mails differ. A new rep needs a name.
 */
export function matchReps(reps: Table, listed: readonly RepIdentity[]): MatchedReps {
  const known = new Map<number, RepIdentity>();
  const byText = new Map<string, number[]>();
  const learn = (row: number, identity: RepIdentity) => {
    const before = known.get(row);
    known.set(row, {
      key: before?.key || identity.key,
      email: before?.email || identity.email,
      name: before?.name || identity.name,
    });
    for (const kind of REP_IDENTITIES) {
      const text = foldEntry(identity[kind] ?? "");
      const rows = byText.get(`${kind} ${text}`) ?? [];
      if (text !== "" && !rows.includes(row)) byText.set(`${kind} ${text}`, [...rows, row]);
    }
  };
  for (let row = 0; row < reps.count; row++) if (isLive(reps, row)) learn(row, identityAt(reps, row));
  let added = 0;
  const rowOf = listed.map((identity) => {
    for (const kind of REP_IDENTITIES) {
      const rows = byText.get(`${kind} ${foldEntry(identity[kind] ?? "")}`) ?? [];
      const found = rows.find((row) => !contradicts(known.get(row)!, identity, kind));
      if (found === undefined) continue;
      learn(found, identity);
      return found;
    }
    if (!identity.name) return -1;
    const row = reps.count + added++;
    learn(row, identity);
    return row;
  });
  const matched = new Set(rowOf.filter((row) => row >= 0 && row < reps.count)).size;
  return { rowOf, added, matched };
}

/** Whether something surer than what they share tells two reps apart. */
function contradicts(a: RepIdentity, b: RepIdentity, shared: keyof RepIdentity): boolean {
  return REP_IDENTITIES.slice(0, REP_IDENTITIES.indexOf(shared)).some(
    (kind) => a[kind] && b[kind] && foldEntry(a[kind]) !== foldEntry(b[kind]),
  );
}

function identityAt(reps: Table, row: number): RepIdentity {
  const text = (role: keyof RepIdentity) => cellText(columnByRole(reps, role), row);
  return { key: text("key"), email: text("email"), name: text("name") };
}
