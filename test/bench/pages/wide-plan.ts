import { Geodata } from "../../../src/geodata/load";
import { US_STATES } from "../../../src/geodata/us-states";
import type { Plan } from "../../../src/model/plan";
import { numberColumn, textColumn } from "../../../src/model/sample/column-makers";
import { seededRandom } from "../../../src/model/sample/dice";
import { makeSamplePlan } from "../../../src/model/sample/sample-plan";
import type { Column } from "../../../src/model/table";

const SEED = 2026;
const NOW = Date.UTC(2026, 4, 1);
const COLUMNS = 30;

/** The sample plan with any number of accounts and thirty columns, as wide as an export of a CRM. */
export async function widePlan(accounts: number): Promise<Plan> {
  const table = await new Geodata().usPostalTable();
  const states = US_STATES.map((state) => state.code);
  const plan = makeSamplePlan({ ...table, states }, { seed: SEED, now: NOW, accounts });
  const own = plan.tables.accounts;
  const random = seededRandom(SEED);
  const more = Array.from({ length: COLUMNS - own.columns.length }, (_, i): Column => {
    const cells = Array.from({ length: accounts }, () => Math.floor(random() * 10 ** (1 + (i % 6))));
    if (i % 2 === 0) return numberColumn(`more-${i}`, `Figure ${i + 1}`, null, cells);
    return textColumn(
      `more-${i}`,
      `Note ${i + 1}`,
      null,
      cells.map((cell) => `remark ${cell}`),
    );
  });
  return { ...plan, tables: { ...plan.tables, accounts: { ...own, columns: [...own.columns, ...more] } } };
}
