import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { expectNoSeriousProblem } from "./helpers/accessibility";
import { openApp, temporaryProfile } from "./helpers/open-app";
import { drag, exportedRows, isSaved, openSamplePlan, sheet, shownFigures } from "./helpers/plan-window";

const WIDE = { width: 1900, height: 1250 };

it("groups by territory with subtotals that are the totals of the plan, and takes accounts dropped on a group", async () => {
  const { page } = await openApp({ viewport: WIDE });
  await openSamplePlan(page);
  await page.getByRole("button", { name: "Map", exact: true }).click();
  await groupBy(page, "Territory");
  await expect.poll(async () => (await headers(page)).length).toBe(25);
  await expectTotalsOfThePlan(page);
  await expectNoSeriousProblem(page, "[role=treegrid]");

  const [first, second] = await headers(page);
  await toggle(page, first!.name).click();
  await expect.poll(async () => (await header(page, first!.name)).expanded).toBe(true);
  expect(await rowCount(page)).toBe(25 + first!.count);
  await toggle(page, first!.name).click();
  expect(await rowCount(page)).toBe(25);

  await row(page, first!.name).getByText(first!.name, { exact: true }).click();
  await expectSelected(page, first!.count);
  await row(page, second!.name)
    .getByText(second!.name, { exact: true })
    .click({ modifiers: ["Control"] });
  await expectSelected(page, first!.count + second!.count);
  await row(page, first!.name).getByText(first!.name, { exact: true }).click();
  await expectSelected(page, first!.count);

  await toggle(page, second!.name).click();
  const account = tree(page)
    .getByRole("row")
    .filter({ has: page.getByRole("checkbox", { name: /^Select row/ }) })
    .first();
  await drag(page, account.getByText(second!.name, { exact: true }), row(page, first!.name));
  await expect.poll(async () => (await header(page, first!.name)).count).toBe(first!.count + 1);
  await toggle(page, second!.name).click();
  await expect.poll(() => rowCount(page)).toBe(25);
  await expectTotalsOfThePlan(page);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await header(page, first!.name)).count).toBe(first!.count);
});

it("opens, closes and selects groups within groups by keyboard alone", async () => {
  const { page } = await openApp({ viewport: WIDE });
  await openSamplePlan(page);
  await page.getByRole("button", { name: "Group by…" }).first().focus();
  for (const column of ["Territory", "Industry"]) {
    if (column !== "Territory") await page.getByRole("button", { name: "Group by…" }).first().focus();
    await press(page, "Enter");
    await page.getByRole("combobox", { name: "Group by" }).waitFor();
    await page.keyboard.type(column);
    await press(page, "Enter");
    await expect.poll(() => focusIsIn(tree(page))).toBe(true);
  }
  await press(page, "Control+Home");
  const [first] = await headers(page);
  expect(await focusedHeader(page)).toMatchObject({ name: first!.name, level: 1, expanded: false });
  await press(page, "ArrowRight");
  expect(await focusedHeader(page)).toMatchObject({ name: first!.name, expanded: true });
  await press(page, "ArrowDown");
  const inner = await focusedHeader(page);
  expect(inner).toMatchObject({ level: 2, expanded: false });
  const innerGroups = (await headers(page)).filter(({ level }) => level === 2);
  expect(innerGroups.reduce((sum, { count }) => sum + count, 0)).toBe(first!.count);

  await press(page, "Enter", "Space");
  expect((await focusedHeader(page)).expanded).toBe(true);
  await expectSelected(page, inner.count);
  await press(page, "ArrowLeft");
  expect(await focusedHeader(page)).toMatchObject({ name: inner.name, expanded: false });
  await press(page, "ArrowLeft");
  expect(await focusedHeader(page)).toMatchObject({ name: first!.name, level: 1, expanded: true });
  await press(page, "Alt+Shift+ArrowRight");
  const groups = await rowCount(page);
  expect(groups).toBeGreaterThan(1200 + 25);
  await press(page, "Alt+Shift+ArrowLeft");
  expect(await rowCount(page)).toBe(25);

  await page.getByRole("button", { name: "Remove group Territory" }).focus();
  await press(page, "Enter");
  await expect.poll(async () => (await headers(page)).some(({ name }) => name === "Retail")).toBe(true);
  await page.getByRole("button", { name: "Remove group Industry" }).focus();
  await press(page, "Enter");
  await sheet(page).waitFor();
});

it("orders groups by label, count and subtotal", async () => {
  const { page } = await openApp({ viewport: WIDE });
  await openSamplePlan(page);
  await groupBy(page, "Territory");
  const order = page.getByRole("combobox", { name: "Order of groups" });
  await order.selectOption({ label: "Most accounts first" });
  const counts = (await headers(page)).map(({ count }) => count);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  await order.selectOption({ label: "Z to A" });
  const names = (await headers(page)).map(({ name }) => name);
  expect(names).toEqual(names.toSorted((a, b) => b.localeCompare(a, "en-US")));
});

it("filters by picked values, pasted lists and the focused cell", async () => {
  const { page } = await openApp({ viewport: WIDE });
  await openSamplePlan(page);
  await sheet(page).focus();
  await press(page, "Control+Home", "ArrowRight", "Control+Shift+l");
  const popover = page.getByRole("dialog", { name: "Column Territory" });
  const values = popover.getByRole("listbox", { name: "Values" });
  await values.focus();
  await expectNoSeriousProblem(page, "[role=dialog]");
  const first = values.getByRole("option").first();
  const count = Number(/(\d+)$/.exec((await first.textContent()) ?? "")?.[1]);
  await press(page, "Space");
  await expect.poll(() => first.getAttribute("aria-selected")).toBe("false");
  await expect.poll(() => accountsShown(page)).toBe(1200 - count);
  await press(page, "Control+Space");
  await expect.poll(() => accountsShown(page)).toBe(count);
  await press(page, "Enter");
  await popover.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Remove filter Territory" }).click();

  const names = [await textIn(page, 2), await textIn(page, 3)];
  await sheet(page).focus();
  await press(page, "Control+Home", "Control+Shift+l");
  const byName = page.getByRole("dialog", { name: "Column Account" });
  await byName.getByRole("combobox", { name: "Condition" }).selectOption({ label: "is one of a list" });
  await byName.getByRole("textbox", { name: "List" }).fill(names.join("\n").toUpperCase());
  await press(page, "Escape");
  await expect.poll(() => accountsShown(page)).toBe(2);
  await page.getByRole("button", { name: "Remove filter Account" }).click();

  await sheet(page).focus();
  await press(page, "Control+Home", "ArrowRight", "Alt+Shift+l");
  const territory = (await textIn(page, 1, 1)) ?? "";
  const inPanel = (await shownFigures(page)).territories[territory]!.accounts;
  await expect.poll(() => accountsShown(page)).toBe(inPanel);
});

it("keeps views in the plan, shows that one was changed, and brings a sheet back as it was", async () => {
  const profile = await temporaryProfile();
  const first = await openApp({ profile, viewport: WIDE });
  const { page } = first;
  await openSamplePlan(page);
  await views(page, "Unassigned");
  const status = page.getByText(/^[\d,]+ unassigned$/).first();
  const unassigned = Number.parseInt((await status.textContent()) ?? "", 10);
  expect(unassigned).toBeGreaterThan(0);
  await expect.poll(() => accountsShown(page)).toBe(unassigned);
  await views(page, "Moved from baseline");
  await expect.poll(() => accountsShown(page)).toBe(0);
  await views(page, "Locked");
  await expect.poll(() => accountsShown(page)).toBe(0);
  await views(page, "All");
  await expect.poll(() => accountsShown(page)).toBe(1200);

  await groupBy(page, "Industry");
  await views(page, "Save as a view…");
  const dialog = page.getByRole("dialog", { name: "Save view" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("By industry");
  await press(page, "Enter");
  await page.getByRole("button", { name: "Views: By industry", exact: true }).waitFor();
  await page.getByRole("textbox", { name: "Filter accounts" }).fill("health");
  await page.getByRole("button", { name: "Views: By industry, changed" }).waitFor();
  const shown = await accountsShown(page);
  await page.getByRole("button", { name: "Changed – Save" }).click();
  await page.getByRole("button", { name: "Views: By industry", exact: true }).waitFor();
  await views(page, "All");
  await expect.poll(() => accountsShown(page)).toBe(1200);
  await views(page, "By industry");
  await expect.poll(() => accountsShown(page)).toBe(shown);
  await tree(page).waitFor();
  await isSaved(page);
  await expect.poll(() => storedLooks(page)).toContain("health");
  await first.close();

  const again = await openApp({ profile, viewport: WIDE });
  await tree(again.page).waitFor();
  await again.page.getByRole("button", { name: "Views: By industry", exact: true }).waitFor();
  await expect.poll(() => accountsShown(again.page)).toBe(shown);
  await views(again.page, "Delete “By industry”");
  await again.page.getByRole("button", { name: "Views: All, changed" }).waitFor();
  await again.page.getByRole("button", { name: /^Undo/ }).click();
  await again.page.getByRole("button", { name: "Views: By industry", exact: true }).waitFor();
});

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

function tree(page: Page): Locator {
  return page.getByRole("treegrid", { name: "Accounts" });
}

async function groupBy(page: Page, column: string): Promise<void> {
  await page.getByRole("button", { name: "Group by…" }).first().click();
  await page.getByRole("combobox", { name: "Group by" }).fill(column);
  await page.getByRole("option", { name: column, exact: true }).click();
  await tree(page).waitFor();
}

async function views(page: Page, choice: string): Promise<void> {
  await page
    .getByRole("button", { name: /^Views:/ })
    .first()
    .click();
  await page
    .getByRole("menuitem", { name: new RegExp(`^${choice}`) })
    .first()
    .click();
  await page.getByRole("menu").waitFor({ state: "detached" });
}

/** The header of a group of the outermost level. */
function row(page: Page, name: string): Locator {
  return tree(page)
    .getByRole("row", { level: 1 })
    .filter({ has: page.getByText(name, { exact: true }) });
}

function toggle(page: Page, name: string): Locator {
  return row(page, name).locator("[data-group-toggle]");
}

interface Header {
  readonly name: string;
  readonly count: number;
  readonly level: number;
  readonly expanded: boolean;
  /** Cells by the column's header. */
  readonly cells: Readonly<Record<string, string>>;
}

/** The headers of groups in view, from top to bottom. */
function headers(page: Page): Promise<readonly Header[]> {
  return tree(page).evaluate((grid) => {
    const named = [...grid.querySelectorAll("[role=columnheader]")].map(
      (head) => [head.getAttribute("aria-colindex"), head.textContent ?? ""] as const,
    );
    const rows = [...grid.querySelectorAll("[role=row][aria-level]")].filter(
      (each) => getComputedStyle(each).visibility !== "hidden",
    );
    return rows
      .sort((a, b) => Number(a.getAttribute("aria-rowindex")) - Number(b.getAttribute("aria-rowindex")))
      .map((each) => {
        const textAt = (at: string | null) =>
          each.querySelector(`[role=gridcell][aria-colindex="${at}"]`)?.textContent ?? "";
        const [, name = "", count = ""] = /^(.*?)([\d,]+) accounts?/.exec(textAt("2")) ?? [];
        return {
          name,
          count: Number(count.replaceAll(",", "")),
          level: Number(each.getAttribute("aria-level")),
          expanded: each.getAttribute("aria-expanded") === "true",
          cells: Object.fromEntries(named.map(([at, head]) => [head, textAt(at)])),
        };
      });
  });
}

async function header(page: Page, name: string): Promise<Header> {
  const found = (await headers(page)).find((each) => each.name === name);
  if (!found) throw new Error(`Expected a group ${name}, got none.`);
  return found;
}

async function focusedHeader(page: Page): Promise<Header> {
  const index = await tree(page).evaluate((grid) =>
    document
      .getElementById(grid.getAttribute("aria-activedescendant") ?? "")
      ?.closest("[role=row]")
      ?.getAttribute("aria-rowindex"),
  );
  const indexes = await tree(page).evaluate((grid) =>
    [...grid.querySelectorAll("[role=row][aria-level]")]
      .filter((each) => getComputedStyle(each).visibility !== "hidden")
      .map((each) => each.getAttribute("aria-rowindex"))
      .sort((a, b) => Number(a) - Number(b)),
  );
  const found = (await headers(page))[indexes.indexOf(index ?? null)];
  if (!found) throw new Error("Expected the focus on the header of a group, got another cell.");
  return found;
}

/** Every group's accounts and revenue are what the panel and an export of the plan come to. */
async function expectTotalsOfThePlan(page: Page): Promise<void> {
  const rows = await exportedRows(page);
  const { territories } = await shownFigures(page);
  const groups = await headers(page);
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
  for (const { name, count, cells } of groups) {
    const own = rows.filter((each) => (each.Territory || "Unassigned") === name);
    expect([name, count]).toEqual([name, own.length]);
    if (territories[name]) expect([name, territories[name].accounts]).toEqual([name, count]);
    const revenue = own.reduce((sum, each) => sum + Number(each.Revenue || 0), 0);
    const shown = Number((cells.Revenue ?? "").replaceAll(/[$,]/g, ""));
    expect(Math.abs(shown - revenue)).toBeLessThanOrEqual(0.51);
  }
}

async function rowCount(page: Page): Promise<number> {
  return Number(await tree(page).getAttribute("aria-rowcount")) - 1;
}

async function expectSelected(page: Page, count: number): Promise<void> {
  await page
    .getByText(`${count.toLocaleString("en-US")} selected`)
    .first()
    .waitFor();
}

/** Accounts that the bar above the sheet counts. */
async function accountsShown(page: Page): Promise<number> {
  const text = await page
    .getByRole("status")
    .filter({ hasText: /^[\d,]+ (of [\d,]+ )?accounts$/ })
    .first()
    .textContent();
  return Number.parseInt((text ?? "").replaceAll(",", ""), 10);
}

/** Text of a cell by its row and column, counted from 1 and 0. */
function textIn(page: Page, position: number, column = 0): Promise<string | null> {
  return sheet(page).evaluate(
    (grid, [at, col]) =>
      grid.querySelector(
        `[role=row][aria-rowindex="${at! + 1}"] [role=gridcell][aria-colindex="${col! + 2}"]`,
      )?.textContent ?? null,
    [position, column],
  );
}

function focusIsIn(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** What the device remembers of sheets, as text. */
function storedLooks(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const request = indexedDB.open(name ?? "");
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
      for (const store of database.objectStoreNames) {
        if (!/setting/i.test(store)) continue;
        const values = await new Promise<unknown>((done) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => done(request.result);
        });
        found.push(JSON.stringify(values));
      }
      database.close();
    }
    return found.join("\n");
  });
}
