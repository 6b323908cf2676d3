/** What one way of searching used up and gained of late. */
interface Account {
  spent: number;
  gained: number;
}

/** Share of the time that each way gets whatever it gained, beside its share of the gains. */
const FLOOR = 0.15;
/** How fast old gains are forgotten, by turn. */
const MEMORY = 0.96;

/** Shares out time among ways of searching, by what each gained of late. Work, not time, is counted, so that runs can be repeated. */
export interface Portfolio {
  /** The way whose turn it is, as a position. */
  next(): number;
  /** Books what a turn used up and gained. */
  book(way: number, spent: number, gained: number): void;
}

export function makePortfolio(ways: number): Portfolio {
  const accounts: Account[] = Array.from({ length: ways }, () => ({ spent: 0, gained: 0 }));
  return {
    next: () => {
      let total = 0;
      for (const { gained } of accounts) total += gained;
      let due = 0;
      let least = Number.POSITIVE_INFINITY;
      accounts.forEach(({ spent, gained }, way) => {
        const used = spent / (FLOOR + (total > 0 ? gained / total : 0));
        if (used >= least) return;
        least = used;
        due = way;
      });
      return due;
    },
    book: (way, spent, gained) => {
      for (const account of accounts) {
        account.spent *= MEMORY;
        account.gained *= MEMORY;
      }
      accounts[way]!.spent += spent;
      accounts[way]!.gained += gained;
    },
  };
}
