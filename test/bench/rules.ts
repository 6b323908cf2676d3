import { applyPatch } from "../../src/model/apply-patch";
import { cellText } from "../../src/model/cells";
import { acceptRouting } from "../../src/model/edits/accept-routing";
import { formatRowId } from "../../src/model/ids";
import type { Plan } from "../../src/model/plan";
import { EVERY_ELIGIBILITY, type RoutingRule, type RuleTest } from "../../src/model/planning/routing-rule";
import { analyzeRules } from "../../src/model/rules/analyze-rules";
import { dryRun } from "../../src/model/rules/route-rows";
import { seededRandom } from "../../src/model/sample/dice";
import { columnByRole } from "../../src/model/table";
import { BENCH_SEED, largePlan } from "./large-plan";
import { printTable, quantile, sizesOf } from "./report";

export const title =
  "what 100 rules take and what shadows them, in ms (aim: 200 at 100,000 accounts), and a dry run";

const RULES = 100;
const RUNS = 9;

export async function run(args: readonly string[]): Promise<void> {
  const rows = [];
  for (const size of sizesOf(args)) {
    const { plan: plain, path } = largePlan(size, 24);
    const plan = { ...plain, planning: { ...plain.planning, rules: randomRules(plain) } };
    const analysis = timesOf(() => analyzeRules(plan, path));
    const dry = timesOf(() => dryRun(plan, path, "accounts", 20_000));
    const decisions = dryRun(plan, path, "accounts", 20_000);
    const accept = timesOf(() => applyPatch(plan, acceptRouting(plan, path, "accounts", decisions)));
    rows.push({
      accounts: size,
      rules: RULES,
      "analysis, median": quantile(analysis),
      "analysis, worst": Math.max(...analysis),
      "dry run, median": quantile(dry),
      "accept, median": quantile(accept),
    });
  }
  console.log(
    `seed ${BENCH_SEED}, rules of one to three random tests, a third each to a territory, the nearest one, and a pool`,
  );
  printTable(rows);
}

function timesOf(work: () => unknown): number[] {
  return Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

function randomRules(plan: Plan): RoutingRule[] {
  const random = seededRandom(BENCH_SEED);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  const { accounts, reps } = plan.tables;
  const textOf = (role: "state" | "industry" | "postalCode") =>
    cellText(columnByRole(accounts, role), Math.floor(random() * accounts.count));
  const test = (): RuleTest =>
    pick<() => RuleTest>([
      () => ({
        kind: "cell",
        field: { kind: "role", role: "state" },
        test: { kind: "one-of", texts: [textOf("state"), textOf("state")] },
      }),
      () => ({
        kind: "cell",
        field: { kind: "role", role: "industry" },
        test: { kind: "none-of", texts: [textOf("industry")] },
      }),
      () => ({
        kind: "cell",
        field: { kind: "role", role: "postalCode" },
        test: { kind: "starts-with-any", texts: [textOf("postalCode").slice(0, 2)] },
      }),
      () => ({
        kind: "cell",
        field: { kind: "role", role: "employees" },
        test: { kind: "range", from: random() * 100, to: null },
      }),
    ])();
  const territories = plan.scenarios[0]!.alignments[plan.layers[0]!.id]!.territories;
  const pool = [...reps.ids].slice(0, 6).map((id) => ({ rep: formatRowId(id), weight: 1 }));
  return Array.from({ length: RULES }, (_, i) => ({
    id: `${i}`,
    name: `Rule ${i}`,
    enabled: true,
    rows: "both",
    match: "all",
    tests: Array.from({ length: 1 + (i % 3) }, test),
    target:
      i % 3 === 0
        ? { kind: "territory", territory: territories[1 + (i % 24)]!.id }
        : i % 3 === 1
          ? { kind: "nearest-territory", among: [] }
          : { kind: "pool", reps: pool, share: "turns" },
    eligibility: EVERY_ELIGIBILITY,
    otherwise: "next",
  }));
}
