import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import {
  drag,
  expectFigures,
  exportedRows,
  findProposal,
  isSaved,
  openSamplePlan,
  type ShownFigures,
  sheetRow,
  shownFigures,
  territory,
} from "./helpers/plan-window";

/** The sample's measures, as the dialog "Measures to balance" shows them. */
const MEASURES = [
  { name: "Accounts", weight: 1, of: () => 1 },
  { name: "Potential", weight: 2, of: (row: Row) => Number(row.Potential) },
  { name: "Revenue", weight: 1, of: (row: Row) => Number(row.Revenue) },
];

type Row = Record<string, string>;

it("shows the figures that the exported rows add up to", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const shown = await shownFigures(page);
  const rows = await exportedRows(page);
  expect(rows).toHaveLength(1200);
  expect(Object.keys(shown.territories)).toHaveLength(24);
  expect(shown).toEqual(figuresOf(rows, Object.keys(shown.territories)));
});

it("moves every figure when accounts are dragged onto a territory, and takes it back", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const before = await shownFigures(page);
  const names = Object.keys(before.territories);
  const rows = await exportedRows(page);
  const target = names[0]!;
  const moved = (count: number) =>
    figuresOf(
      rows.map((row, i) => (i < count ? { ...row, Territory: target } : row)),
      names,
    );

  await drag(page, nameCell(1), territory(page, target));
  await expectFigures(page, moved(1));

  await nameCell(1).click();
  await nameCell(12).click({ modifiers: ["Shift"] });
  await drag(page, nameCell(5), territory(page, target));
  await expectFigures(page, moved(12));
  const after = moved(12);
  expect(after.territories[target]!.accounts).toBeGreaterThan(before.territories[target]!.accounts + 8);
  expect(after.territories[target]!.indexes).not.toEqual(before.territories[target]!.indexes);

  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expectFigures(page, moved(1));
  await page.keyboard.press("Control+z");
  await expectFigures(page, before);
  await page.keyboard.press("Control+y");
  await expectFigures(page, moved(1));
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await expectFigures(page, moved(12));

  function nameCell(position: number) {
    return sheetRow(page, position).getByRole("gridcell").first();
  }
});

it("balances the plan with the optimizer, and exports what the panel shows", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const before = await shownFigures(page);

  await page.getByRole("button", { name: "Optimize", exact: true }).click();
  const dialog = await findProposal(page);
  const proposed = await dialog
    .getByRole("row", { name: /^Balance score/ })
    .getByRole("cell")
    .allTextContents();
  expect(proposed[0]).toBe(String(before.score));
  await dialog.getByRole("button", { name: "Accept proposal" }).click();
  await dialog.waitFor({ state: "detached" });
  await isSaved(page);

  const after = await shownFigures(page);
  expect(after.score).toBe(Number(proposed[1]));
  expect(after.score).toBeGreaterThan(before.score);
  expect(after.score).toBeGreaterThanOrEqual(90);

  const rows = await exportedRows(page);
  expect(after).toEqual(figuresOf(rows, Object.keys(after.territories)));
  expect(rows.filter((row) => row.Territory !== "" && row.Rep === "")).toEqual([]);
});

/** The panel's figures from scratch: index = 100 × share held ÷ equal share; score = weighted mean of 100 − mean deviation. */
function figuresOf(rows: readonly Row[], names: readonly string[]): ShownFigures {
  const measures = MEASURES.map(({ name, weight, of }) => {
    const totals = new Map(names.map((territoryName) => [territoryName, 0]));
    let all = 0;
    for (const row of rows) {
      all += of(row);
      const before = totals.get(row.Territory ?? "");
      if (before !== undefined) totals.set(row.Territory ?? "", before + of(row));
    }
    const target = all / names.length;
    const deviations = [...totals.values()].map((total) => Math.abs(total - target) / target);
    const score = Math.max(0, 100 * (1 - sum(deviations) / names.length));
    return { name, weight, score, index: (of: string) => Math.round((100 * totals.get(of)!) / target) };
  });
  const weights = sum(measures.map(({ weight }) => weight));
  return {
    score: Math.round(sum(measures.map(({ weight, score }) => weight * score)) / weights),
    territories: Object.fromEntries(
      names.map((name) => [
        name,
        {
          accounts: rows.filter((row) => row.Territory === name).length,
          indexes: Object.fromEntries(measures.map((measure) => [measure.name, measure.index(name)])),
        },
      ]),
    ),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
