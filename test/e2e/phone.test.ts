import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import { isSaved, panel, sheet, sheetRow, shownFigures, territory } from "./helpers/plan-window";

const PHONE = { viewport: { width: 390, height: 844 }, touch: true };

it("assigns accounts by menu and by Assign to… on a phone", async () => {
  const { page } = await openApp(PHONE);
  await page.getByRole("button", { name: "Open sample plan" }).tap();
  await sheet(page).waitFor();
  await isSaved(page);

  await view(page, "Territories").tap();
  await panel(page).waitFor();
  const before = await shownFigures(page);
  expect(Object.keys(before.territories)).toHaveLength(24);
  const names = Object.keys(before.territories);

  await view(page, "Accounts").tap();
  const homes: string[] = [];
  for (const position of [1, 2, 3]) {
    const row = sheetRow(page, position);
    await row.getByRole("checkbox").tap();
    homes.push((await row.getByRole("gridcell").nth(1).textContent()) ?? "");
  }
  const target = names.find((name) => !homes.includes(name))!;

  await view(page, "Territories").tap();
  await territory(page, target)
    .getByRole("button", { name: `Actions for ${target}` })
    .tap();
  await page.getByRole("menuitem", { name: "Move the selected accounts here" }).tap();
  await expect.poll(() => accountsOf(page, target)).toBe(before.territories[target]!.accounts + 3);

  await view(page, "Map").tap();
  const bar = page.getByRole("toolbar", { name: "Selected accounts" });
  await bar.getByText("3 selected").waitFor();
  await bar.getByRole("button", { name: "Assign to…" }).tap();
  const dialog = page.getByRole("dialog", { name: "Assign 3 accounts to…" });
  const other = names.find((name) => name !== target && !homes.includes(name))!;
  await dialog.getByRole("option", { name: new RegExp(`^${other}\\b`) }).tap();
  await view(page, "Territories").tap();
  await expect.poll(() => accountsOf(page, other)).toBe(before.territories[other]!.accounts + 3);
  expect(await accountsOf(page, target)).toBe(before.territories[target]!.accounts);
});

it("fits every screen into the width of a phone", async () => {
  const { page } = await openApp(PHONE);
  await page.getByRole("button", { name: "Open sample plan" }).waitFor();
  await expectToFit(page, "start page");
  await page.getByRole("button", { name: /^Import accounts/ }).tap();
  const importing = page.getByRole("dialog", { name: "Import accounts" });
  const lines = Array.from(
    { length: 9 },
    (_, i) => `A-${i},Account ${i},Denver,CO,8020${i},Ada Quinn,${i}000`,
  );
  const paste = importing.getByRole("textbox", { name: /paste rows/ });
  await paste.fill(["Account ID,Account Name,City,State,Zip,Owner,Annual Revenue", ...lines].join("\n"));
  await expectToFit(page, "import, choice of file");
  await importing.getByRole("button", { name: "Use the pasted rows" }).tap();
  await importing.getByRole("button", { name: "Import 9 accounts" }).waitFor();
  await expectToFit(page, "import, columns");
  await importing.getByRole("button", { name: "Import 9 accounts" }).tap();
  await importing.getByRole("button", { name: "Open plan" }).waitFor();
  await expectToFit(page, "import, report");
  await importing.getByRole("button", { name: "Open plan" }).tap();

  for (const name of ["Accounts", "Map", "Territories"]) {
    await view(page, name).tap();
    await page.getByRole(name === "Accounts" ? "grid" : "region", { name, exact: true }).waitFor();
    await expectToFit(page, name);
  }
  await panel(page).getByRole("button", { name: "New territory" }).tap();
  await page.getByRole("dialog", { name: "New territory" }).waitFor();
  await expectToFit(page, "new territory");
  await page.keyboard.press("Escape");
  await panel(page).getByRole("button", { name: "Measures" }).tap();
  const measures = page.getByRole("dialog", { name: "Measures to balance" });
  await measures.waitFor();
  await expectToFit(page, "measures");
  await measures.getByRole("button", { name: "Done" }).tap();
  await page.getByRole("button", { name: "Export", exact: true }).tap();
  const exporting = page.getByRole("dialog", { name: "Export" });
  await exporting.waitFor();
  await expectToFit(page, "export");
  await exporting.getByRole("button", { name: "Cancel" }).tap();
  await page.getByRole("button", { name: "Optimize", exact: true }).tap();
  await page.getByRole("button", { name: "Find a better plan" }).waitFor();
  await expectToFit(page, "optimize");
  await page.getByRole("button", { name: "Find a better plan" }).tap();
  await page.getByRole("button", { name: "Accept proposal" }).waitFor();
  await expectToFit(page, "proposal");
});

function view(page: Page, name: string) {
  return page.getByRole("tablist", { name: "Views" }).getByRole("tab", { name, exact: true });
}

async function accountsOf(page: Page, name: string): Promise<number> {
  return (await shownFigures(page)).territories[name]!.accounts;
}

/** Nothing to scroll sideways, and no button, field or link that ends outside of the window. */
async function expectToFit(page: Page, what: string): Promise<void> {
  const { width, outside } = await page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>("button, input, select, textarea, a[href]")];
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const cut = controls.filter((control) => {
      const { left, right, width, height } = control.getBoundingClientRect();
      return (
        width > 1 && height > 1 && (left < -1 || right > innerWidth + 1) && !scrolls(control.parentElement)
      );
    });
    return {
      width: document.scrollingElement!.scrollWidth - innerWidth,
      outside: cut.map(
        (control) => control.getAttribute("aria-label") ?? control.textContent?.trim() ?? control.tagName,
      ),
    };
  });
  expect({ what, tooWide: Math.max(0, width), outside }).toEqual({ what, tooWide: 0, outside: [] });
}
