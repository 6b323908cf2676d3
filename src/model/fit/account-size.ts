import { columnByRole, isLive, type Table } from "../table";
import type { AccountSize } from "./seniority-level";

/** By whose number accounts are called small, medium or large. */
export const SIZE_ROLES = ["employees", "potential", "revenue"] as const;
export type SizeRole = (typeof SIZE_ROLES)[number];

/** How large accounts are, by the first of employees, potential and revenue that the table has. */
export interface AccountSizes {
  readonly role: SizeRole | null;
  /** From here on an account is medium, and from here on large. NaN without a role. */
  readonly medium: number;
  readonly large: number;
  /** AccountSize by row, UNKNOWN_SIZE where the number is blank. */
  readonly of: Uint8Array;
}

export const UNKNOWN_SIZE = 3;

/** Headcounts that everyone calls by these names; amounts depend on what is sold, so there the largest twentieth and the next quarter count. */
const EMPLOYEES = { medium: 100, large: 1_000 };
const LARGE_SHARE = 0.05;
const MEDIUM_SHARE = 0.3;

/** Sizes of all accounts, deleted ones included. */
export function accountSizes(accounts: Table): AccountSizes {
  const of = new Uint8Array(accounts.count).fill(UNKNOWN_SIZE);
  for (const role of SIZE_ROLES) {
    const column = columnByRole(accounts, role);
    if (column?.kind !== "number") continue;
    const known = column.values.filter((value, row) => value > 0 && isLive(accounts, row)).sort();
    if (known.length === 0) continue;
    const from = (share: number) => known[Math.min(known.length - 1, Math.ceil(known.length * (1 - share)))]!;
    const { medium, large } =
      role === "employees" ? EMPLOYEES : { medium: from(MEDIUM_SHARE), large: from(LARGE_SHARE) };
    for (let row = 0; row < accounts.count; row++) {
      const value = column.values[row]!;
      if (value >= 0) of[row] = (value >= large ? 2 : value >= medium ? 1 : 0) satisfies AccountSize;
    }
    return { role, medium, large, of };
  }
  return { role: null, medium: Number.NaN, large: Number.NaN, of };
}
