import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import { isSaved, meter, openSamplePlan, panel, planIsShown, selectFirstRows } from "./helpers/plan-window";

it("adds a blend measure and balances it", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await panel(page).getByRole("button", { name: "Measures" }).click();
  const dialog = page.getByRole("dialog", { name: "Measures to balance" });
  await dialog
    .getByRole("combobox", { name: "Add a measure" })
    .selectOption({ label: "Blend of columns and points" });
  const parts = dialog.getByRole("combobox", { name: "Add a part" });
  await parts.selectOption({ label: "Points by value" });
  await dialog.getByRole("combobox", { name: "Part 1: points by" }).selectOption({ label: "Status" });
  const points = dialog.getByRole("table", { name: "Points of part 1" });
  const statuses = await points.getByRole("rowheader").allTextContents();
  expect(statuses.at(-1)).toBe("Any other");
  for (const status of statuses.slice(0, -1)) {
    await setNumber(points.getByRole("spinbutton", { name: `Points for ${status}`, exact: true }), "50");
  }
  await setNumber(points.getByRole("spinbutton", { name: `Points for ${statuses[0]}`, exact: true }), "200");
  await parts.selectOption({ label: "Column × weight" });
  await dialog.getByRole("combobox", { name: "Part 2: column" }).selectOption({ label: "Revenue" });
  await dialog.getByRole("checkbox", { name: "in percent of its total" }).check();
  await dialog.getByRole("textbox", { name: "Name of Blend" }).fill("Score");
  await page.keyboard.press("Tab");

  // The target of one territory is typed, the others divide the rest.
  await dialog.getByText("Targets by territory").click();
  const typed = dialog.getByRole("spinbutton", { name: "Target of Chicago" });
  await setNumber(typed, "1");
  await expect.poll(() => scoreOf(page, "Chicago")).toBeGreaterThan(1000);
  await setNumber(typed, "");
  await expect.poll(() => scoreOf(page, "Chicago")).toBeLessThan(1000);
  await dialog.getByRole("button", { name: "Done" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.reload();
  await planIsShown(page);
  await meter(page, "Chicago", "Score").waitFor();
});

it("shows a territory's hours, which follow visits and moves", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await page.keyboard.press("Control+K");
  await page.keyboard.type("Workload");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Workload", exact: true });
  await dialog.getByRole("button", { name: "Balance workload" }).click();
  await expect.poll(() => hoursOf(page, "Chicago")).toBeGreaterThan(0);
  const before = await hoursOf(page, "Chicago");
  await dialog.getByRole("combobox", { name: "Visits a year come from" }).selectOption({ label: "Segment" });
  await expect.poll(() => hoursOf(page, "Chicago")).not.toBe(before);
  const usual = await hoursOf(page, "Chicago");
  const table = dialog.getByRole("table", { name: "Visits by segment" });
  await setNumber(table.getByRole("spinbutton", { name: "Visits a year of Small business" }), "60");
  await expect.poll(() => hoursOf(page, "Chicago")).toBeGreaterThan(2 * usual);
  const many = await hoursOf(page, "Chicago");
  await setNumber(dialog.getByRole("spinbutton", { name: "Minutes a visit", exact: true }), "90");
  await expect.poll(() => hoursOf(page, "Chicago")).toBeGreaterThan(many);

  await dialog.getByRole("button", { name: "Headcount…" }).click();
  const headcount = page.getByRole("dialog", { name: "Headcount" });
  await headcount.getByRole("table", { name: "Numbers of reps" }).waitFor();
  expect(await headcount.getByRole("rowheader").filter({ hasText: "needed" }).count()).toBe(1);
  await headcount.getByRole("button", { name: "Done" }).click();
  await headcount.waitFor({ state: "detached" });

  const long = await hoursOf(page, "Chicago");
  await selectFirstRows(page, 20);
  await page.keyboard.press("Control+Shift+A");
  await page.getByRole("combobox", { name: "Territory" }).fill("Chicago");
  await page.keyboard.press("Enter");
  await expect.poll(() => hoursOf(page, "Chicago")).toBeGreaterThan(long);

  // Back go the accounts, the minutes to 45, the visits to 6.
  for (let i = 0; i < 3; i++) await page.keyboard.press("Control+Z");
  await expect.poll(() => hoursOf(page, "Chicago")).toBe(usual);
  await isSaved(page);
});

/** Hours of a territory as its bar tells them: "Workload: 1,234 h, index …", short ones in thousands. */
async function hoursOf(page: Page, name: string): Promise<number> {
  const title = await behind(page, name, "[title^='Workload: ']").getAttribute("title");
  const [, number = "", thousands] = /^Workload: ([\d.]+)(K?) h/.exec(title ?? "") ?? [];
  return Number(number) * (thousands ? 1000 : 1);
}

function scoreOf(page: Page, name: string): Promise<number> {
  const bar = behind(page, name, "[role=meter][aria-label='Score index']");
  return bar.getAttribute("aria-valuenow").then(Number);
}

/** Part of a territory in the panel, also while a dialog stands over it and hides it from screen readers. */
function behind(page: Page, name: string, part: string): Locator {
  return page.locator(`li[aria-label='${name}'] ${part}`);
}

async function setNumber(input: ReturnType<Page["getByRole"]>, value: string): Promise<void> {
  await input.fill(value);
  await input.press("Tab");
}
