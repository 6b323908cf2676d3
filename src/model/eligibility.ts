import { type Condition, rowsMeeting } from "./condition";
import { withMeasuredFormulas } from "./formula/measured-formulas";
import type { Plan } from "./plan";
import { type Column, columnByKey, isLive, type Table } from "./table";

interface Judged {
  readonly columns: readonly (Column | undefined)[];
  readonly deleted: Uint8Array | null;
  readonly outside: Uint8Array | null;
}

const judgedBy = new WeakMap<Condition, Judged>();
const tables = new WeakMap<Table, WeakMap<Uint8Array, Table>>();
const plans = new WeakMap<Plan, Map<string, Plan>>();

/**
 * The plan as a layer counts it: accounts that are not eligible in it look deleted, so that every figure leaves them out, and formula
 * columns that are measured stand among the accounts' own. The same plan where all are eligible and no formula is measured.
 */
export function planOfLayer(plan: Plan, layer: string): Plan {
  const condition = plan.layers.find(({ id }) => id === layer)?.eligible;
  if (!condition && plan.planning.columns.length === 0) return plan;
  let byLayer = plans.get(plan);
  if (!byLayer) {
    byLayer = new Map();
    plans.set(plan, byLayer);
  }
  let seen = byLayer.get(layer);
  if (!seen) {
    const accounts = condition ? eligibleAccounts(plan.tables.accounts, condition) : plan.tables.accounts;
    seen = accounts === plan.tables.accounts ? plan : { ...plan, tables: { ...plan.tables, accounts } };
    seen = withMeasuredFormulas(seen);
    byLayer.set(layer, seen);
  }
  return seen;
}

/** Whether an account can be assigned in a layer: it is not deleted and meets the layer's condition. */
export function isEligible(plan: Plan, layer: string, account: number): boolean {
  return isLive(planOfLayer(plan, layer).tables.accounts, account);
}

/** Whether the layer's condition reads a column of the accounts. */
export function readsColumn(plan: Plan, layer: string, column: string): boolean {
  const condition = plan.layers.find(({ id }) => id === layer)?.eligible;
  return condition?.tests.some((test) => test.column === column) ?? false;
}

function eligibleAccounts(accounts: Table, condition: Condition): Table {
  const outside = accountsOutside(accounts, condition);
  if (outside === accounts.deleted || !outside) return accounts;
  let byFlags = tables.get(accounts);
  if (!byFlags) {
    byFlags = new WeakMap();
    tables.set(accounts, byFlags);
  }
  let eligible = byFlags.get(outside);
  if (!eligible) {
    eligible = { ...accounts, deleted: outside };
    byFlags.set(outside, eligible);
  }
  return eligible;
}

/** 1 for accounts that are deleted or do not meet the condition: the same array for as long as what it was judged by stays. */
function accountsOutside(accounts: Table, condition: Condition): Uint8Array | null {
  const columns = condition.tests.map(({ column }) => columnByKey(accounts, column));
  const before = judgedBy.get(condition);
  const same =
    before &&
    before.deleted === accounts.deleted &&
    (before.outside?.length ?? accounts.count) === accounts.count &&
    columns.every((column, i) => column === before.columns[i]);
  if (same) return before.outside;
  const meeting = rowsMeeting(accounts, condition);
  const outside = Uint8Array.from(meeting, (meets, row) => (meets && !accounts.deleted?.[row] ? 0 : 1));
  const judged = { columns, deleted: accounts.deleted, outside: outside.includes(1) ? outside : null };
  judgedBy.set(condition, judged);
  return judged.outside;
}
