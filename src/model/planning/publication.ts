/** That a scenario was put in force: the copy that was frozen for it, from which day, by whom. */
export interface Publication {
  readonly id: string;
  /** The archived copy of the scenario as it was when it was published. */
  readonly frozen: string;
  /** The scenario that was published; it may have changed, or be gone. */
  readonly source: string;
  readonly name: string;
  /** First day in force: days since 1970-01-01. */
  readonly effective: number;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  readonly author: string;
  readonly note: string;
}

/** A publication with the day on which the next one took over; null while it is the last. */
export interface Term {
  readonly publication: Publication;
  readonly until: number | null;
}

/**
 * What was, is and will be in force when, earliest first. Of several with the same first day the one published last counts: the others
 * were never in force and are left out.
 */
export function termsOf(publications: readonly Publication[]): Term[] {
  const sorted = publications.toSorted(
    (a, b) => a.effective - b.effective || a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1),
  );
  const counting = sorted.filter(({ effective }, i) => sorted[i + 1]?.effective !== effective);
  return counting.map((publication, i) => ({ publication, until: counting[i + 1]?.effective ?? null }));
}

/** What is in force on a day, or null before the first. */
export function inForceOn(publications: readonly Publication[], day: number): Publication | null {
  return (
    termsOf(publications).findLast(({ publication }) => publication.effective <= day)?.publication ?? null
  );
}
