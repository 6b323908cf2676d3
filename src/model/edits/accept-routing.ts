import { territoryAt, UNASSIGNED } from "../alignment";
import { applyPatch } from "../apply-patch";
import { cellText } from "../cells";
import type { Change, Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import type { RoutedTable } from "../planning/routing-rule";
import type { Decision } from "../rules/decision";
import { reasonWords, repName } from "../rules/reason-words";
import { CATCH_ALL_NAME } from "../rules/routing-state";
import { type CellValue, type Column, type ColumnRole, columnByKey, columnByRole } from "../table";
import { TextDictionary } from "../text-dictionary";
import { moveAll } from "./assign-accounts";
import { editCells } from "./edit-cells";

/** Headers of the columns that routing adds where a table has none of the role. */
const HEADERS = {
  owner: "Owner",
  territory: "Territory",
  routedBy: "Routed by",
  routingReason: "Why",
  routedAt: "Routed at",
} as const satisfies Partial<Record<ColumnRole, string>>;

/**
 * Gives rows to whom the decisions say: an account to the territory in this alignment, a lead to the rep and territory by name in its
 * own columns, and both with rule, reason and time. Rows that nobody is to have stay with whoever has them, and accounts that are locked
 * where they are. Missing columns are added. The patch is empty where nothing changes.
 */
export function acceptRouting(
  plan: Plan,
  path: AlignmentPath,
  table: RoutedTable,
  decisions: readonly Decision[],
): Patch {
  const alignment = alignmentAt(plan, path);
  const isLead = table === "leads";
  const isOpen = (row: number) => isLead || !alignment.locked[row];
  const given = decisions.filter(({ row, answer }) => answer.given && isOpen(row));
  const rows = given.map(({ row }) => row);
  const changes: Change[] = [];
  let now = plan;
  const take = (added: readonly Change[]) => {
    changes.push(...added);
    now = applyPatch(now, { label: "", cause: CAUSE, changes: added });
  };
  const write = (role: keyof typeof HEADERS, to: readonly number[], values: readonly CellValue[]) => {
    const known = columnByRole(now.tables[table], role);
    if (!known && values.every((value) => value === null)) return;
    const column = known ?? blankColumn(now, table, role);
    if (!known) {
      take([{ kind: "column", table, at: now.tables[table].columns.length, from: null, to: column }]);
    }
    take(editCells(now, table, column.key, to, values).changes);
  };
  const territories = given.map(({ answer }) => (answer.given ? answer.territory : UNASSIGNED));
  if (isLead) {
    const reps = given.map(({ answer }) =>
      answer.given && answer.rep >= 0 ? repName(plan, answer.rep) : null,
    );
    write("owner", rows, reps);
    const names = territories.map((slot) => (slot === UNASSIGNED ? null : territoryAt(alignment, slot).name));
    write("territory", rows, names);
  } else {
    const moved = given.flatMap(({ row }, i) => (alignment.territoryOf[row] === territories[i] ? [] : [i]));
    if (moved.length > 0) {
      const accounts = Uint32Array.from(moved, (i) => rows[i]!);
      take([
        moveAll(
          plan,
          path,
          accounts,
          Uint16Array.from(moved, (i) => territories[i]!),
          "rule",
        ),
      ]);
    }
  }
  write(
    "routedBy",
    rows,
    given.map(({ rule }) => rule?.name ?? CATCH_ALL_NAME),
  );
  write(
    "routedAt",
    rows,
    given.map(({ at }) => at),
  );
  const owner = columnByRole(plan.tables.leads, "owner");
  const nobody = decisions.filter(
    ({ row, answer }) =>
      !answer.given &&
      (isLead ? cellText(owner, row) === "" : isOpen(row) && alignment.territoryOf[row] === UNASSIGNED),
  );
  const told = [...given, ...nobody];
  write(
    "routingReason",
    told.map(({ row }) => row),
    told.map((decision) => reasonWords(plan, path, decision)),
  );
  return { label: `Route ${countWords(given.length, table)}`, cause: CAUSE, changes };
}

const CAUSE = { kind: "action", action: "route" } as const;

function countWords(count: number, table: RoutedTable): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? table.slice(0, -1) : table}`;
}

function blankColumn(plan: Plan, table: RoutedTable, role: keyof typeof HEADERS): Column {
  const { count } = plan.tables[table];
  let key: string = role;
  while (columnByKey(plan.tables[table], key)) key = `${key}-`;
  const base = { key, header: HEADERS[role], role, origin: "planner", source: null } as const;
  if (role === "routedAt") {
    return { ...base, kind: "number", type: "datetime", values: new Float64Array(count).fill(Number.NaN) };
  }
  return {
    ...base,
    kind: "text",
    type: "text",
    codes: new Uint32Array(count),
    dictionary: new TextDictionary(),
  };
}
