import type { Plan } from "../../model/plan";
import type { RuleField } from "../../model/planning/routing-rule";
import { fieldColumn } from "../../model/rules/rule-field";
import type { Column } from "../../model/table";

/** Texts offered at most. */
const MOST = 300;

/** The column that tells what kind of field it is: that of the accounts, else that of the leads. */
export function typicalColumn(plan: Plan, field: RuleField): Column | undefined {
  return fieldColumn(plan, "accounts", field) ?? fieldColumn(plan, "leads", field);
}

/** The texts that stand in a field of either table, the most frequent first. */
export function fieldTexts(plan: Plan, field: RuleField): readonly string[] {
  const counts = new Map<string, number>();
  for (const table of ["accounts", "leads"] as const) {
    const column = fieldColumn(plan, table, field);
    if (column?.kind === "yesno") return ["Yes", "No"];
    if (column?.kind !== "text") continue;
    const byCode = new Uint32Array(column.dictionary.size);
    for (const code of column.codes) byCode[code]!++;
    byCode.forEach((count, code) => {
      if (count === 0 || code === 0) return;
      const text = column.dictionary.text(code);
      counts.set(text, (counts.get(text) ?? 0) + count);
    });
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return sorted.slice(0, MOST).map(([text]) => text);
}

/** "750-753" as the beginnings 750, 751, 752 and 753; anything else as it is. */
export function readPrefixes(typed: string): readonly string[] {
  const [, from = "", to = ""] = /^(\d+)\s*[-–]\s*(\d+)$/.exec(typed) ?? [];
  const count = Number(to) - Number(from) + 1;
  if (from === "" || from.length !== to.length || count < 1 || count > 1_000) return [typed];
  return Array.from({ length: count }, (_, i) => String(Number(from) + i).padStart(from.length, "0"));
}
