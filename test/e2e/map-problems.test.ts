import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { expectNoSeriousProblem } from "./helpers/accessibility";
import { hears, mapTool } from "./helpers/map-window";
import { openApp } from "./helpers/open-app";
import { expectFigures, openSamplePlan, panel, shownFigures, territory } from "./helpers/plan-window";

async function openProblems(page: Page): Promise<Locator> {
  await mapTool(page, "See what is wrong").click();
  const pane = page.getByRole("region", { name: "What is wrong" });
  await pane.getByText(/^[\d,]+ .*found$/).waitFor();
  return pane;
}

/** One kind of problems: its title with the count beside it. */
function section(pane: Locator, title: string): Locator {
  return pane.getByRole("group").filter({ hasText: title });
}

async function countOf(pane: Locator, title: string): Promise<number> {
  const text = await section(pane, title).locator("summary").innerText();
  return Number(/([\d,]+)\s*$/.exec(text)![1]!.replaceAll(",", ""));
}

const undo = (page: Page) => page.getByRole("button", { name: "Undo", exact: true }).first().click();

it("leads from one problem to the next by keyboard, and selects what is wrong", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const pane = await openProblems(page);
  await expectNoSeriousProblem(page);
  const title = "Accounts that nobody has";
  const count = await countOf(pane, title);
  const unassigned = panel(page).or(page.locator("body")).getByText("unassigned").first();
  await unassigned.waitFor();
  expect(count).toBeGreaterThan(1);
  await section(pane, title).locator("summary").focus();
  await page.keyboard.press("Enter");
  const next = section(pane, title).getByRole("button", { name: `Go to next: ${title}` });
  await next.focus();
  await page.keyboard.press("Enter");
  await hears(page, new RegExp(`^1 of ${count}: `));
  await page.keyboard.press("Enter");
  await hears(page, new RegExp(`^2 of ${count}: `));
  expect(await next.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.getByRole("toolbar", { name: "Selected accounts" }).first().getByText("1 selected").waitFor();
  await section(pane, title)
    .getByRole("button", { name: `Previous: ${title}` })
    .click();
  await hears(page, new RegExp(`^1 of ${count}: `));
});

it("cleans up pieces that lie apart, keeps its place, and takes it back", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const figures = await shownFigures(page);
  const pane = await openProblems(page);
  const title = "Pieces apart from their territory";
  const before = await countOf(pane, title);
  expect(before).toBeGreaterThan(0);
  await section(pane, title).locator("summary").click();
  const mend = section(pane, title).getByRole("button", { name: "Clean up" });
  await mend.click();
  await hears(page, /^Cleaned up/);
  await expect.poll(() => countOf(pane, title)).toBeLessThan(before);
  expect(await mend.evaluate((button) => button === document.activeElement)).toBe(true);
  await undo(page);
  await expect.poll(() => countOf(pane, title)).toBe(before);
  await pane.getByRole("button", { name: "Back to the territories" }).click();
  await expectFigures(page, figures);
});

it("splits a territory, merges it back, and grows one to its target", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const before = await shownFigures(page);
  const choose = async (name: string, item: string | RegExp) => {
    await territory(page, name)
      .getByRole("button", { name: `Actions for ${name}` })
      .click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await choose("Florida", "Split it in two");
  await hears(page, /^Split Florida/);
  await expect
    .poll(async () => Object.keys((await shownFigures(page)).territories).length)
    .toBe(Object.keys(before.territories).length + 1);
  const halves = await shownFigures(page);
  const added = Object.keys(halves.territories).find((name) => !(name in before.territories))!;
  expect(halves.territories.Florida!.accounts + halves.territories[added]!.accounts).toBe(
    before.territories.Florida!.accounts,
  );

  await choose(added, "Merge into…");
  const dialog = page.getByRole("dialog", { name: `Merge ${added} into…` });
  await dialog.getByRole("option", { name: /^Florida/ }).click();
  await hears(page, /^Merged/);
  await expectFigures(page, before);

  await choose("Denver", /^Grow to its target/);
  await hears(page, /^Grew Denver/);
  const grown = await shownFigures(page);
  expect(grown.territories.Denver!.accounts).toBeGreaterThan(before.territories.Denver!.accounts);
  await undo(page);
  await expectFigures(page, before);
});
