import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type OpenOptions, openApp } from "./helpers/open-app";
import { importCsv, isSaved, middleOf, panel, sheet, territory } from "./helpers/plan-window";

/** Revenue in all 1,050: 350 is the target of each of three territories, and 2 accounts. */
const ACCOUNTS = `Account ID,Account Name,Territory,Account Owner,Zip,Annual Revenue,Signed,Jan 2025,Feb 2025,Mar 2025
A1,Acme,East,Ann,02108,100,2024-03-01,100,90,112
A2,Bolt,East,Ann,10001,200,2024-01-15,10,10,10
A3,Core,West,Bo,94103,300,2023-12-31,4,3,2
A4,Dyno,West,Bo,98101,400,,0,5,6
A5,Edge,South,Cy,77002,50,2024-02-02,7,,
A6,Flux,South,Cy,30303,,2024-05-05,,8,4
`;

async function openAccounts(options: OpenOptions = {}) {
  const opened = await openApp(options);
  await importCsv(opened.page, ACCOUNTS);
  return opened;
}

/** The cell of an account, by its name, in a column by its header. */
function cell(page: Page, account: string, column: string): Locator {
  return sheet(page).getByRole("row").filter({ hasText: account }).locator(`[data-column="${column}"]`);
}

const chip = (page: Page, account: string) => cell(page, account, "@territory").locator(".grid-chip-cell");
const ghost = (page: Page) => page.locator(".drag-ghost");
const said = (page: Page) => page.getByRole("status", { name: "Announcements" });

/** Takes an account by its territory's chip and holds it over something. */
async function hold(page: Page, account: string, over: Locator): Promise<void> {
  const [start, end] = [await middleOf(chip(page, account)), await middleOf(over)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 10, start.y + 6);
  await page.mouse.move(end.x, end.y, { steps: 5 });
}

/** Everything the ghost says, a line for each part. */
async function ghostLines(page: Page): Promise<string[]> {
  const text = await ghost(page).evaluate((element) => {
    const parts = [...element.querySelectorAll(":scope > strong, :scope > span, li")];
    return parts.map((part) => (part.textContent ?? "").replace(/\s+/g, " ").trim());
  });
  return text;
}

/** Puts the focus on a cell of the accounts sheet by its row and column, both counted from 0. */
async function focusCell(page: Page, account: string, column: string): Promise<void> {
  const target = cell(page, account, column);
  await target.click({ position: { x: 4, y: 20 } });
  await expect.poll(() => target.getAttribute("class")).toContain("grid-cell-focused");
}

/** The key of the column with this header. */
async function keyOf(page: Page, header: string): Promise<string> {
  const head = sheet(page).getByRole("columnheader").filter({ hasText: header });
  return (await head.first().getAttribute("data-column")) ?? "";
}

describe("a drag to a territory", () => {
  it("says before the drop what it does to both sides, and does that", async () => {
    const { page } = await openAccounts();
    await hold(page, "Acme", territory(page, "West"));
    // Accounts: 2 of 2 → 1 and 3. Revenue: 300 and 700 of 350 → 200 and 800. The scores were 100 and 33, and will be 67 and 14.
    expect(await ghostLines(page)).toEqual([
      "1 account",
      "→ West",
      "Accounts 100 → 150▲",
      "Annual Revenue 200 → 229▲",
      "from East (1)",
      "Accounts 100 → 50▼",
      "Annual Revenue 86 → 57▼",
      "Balance 67 → 40",
    ]);
    await page.mouse.up();
    await expect.poll(() => chip(page, "Acme").textContent()).toBe("West");
    await expect.poll(() => said(page).textContent()).toBe("Moved 1 account to West.");
    const meter = territory(page, "West").getByRole("meter", { name: "Annual Revenue index" });
    expect(await meter.getAttribute("aria-valuenow")).toBe("229");
    await sheet(page).focus();
    await page.keyboard.press("Control+z");
    await expect.poll(() => said(page).textContent()).toBe("Undone: Move 1 account to West.");
    expect(await chip(page, "Acme").textContent()).toBe("East");
  });

  it("is given up with Esc", async () => {
    const { page } = await openAccounts();
    await hold(page, "Acme", territory(page, "West"));
    await ghost(page).waitFor();
    await page.keyboard.press("Escape");
    await ghost(page).waitFor({ state: "detached" });
    await page.mouse.up();
    expect(await chip(page, "Acme").textContent()).toBe("East");
    expect(await page.getByRole("button", { name: "Undo", exact: true }).isDisabled()).toBe(true);
  });

  it("counts who stays, and says why nothing moves", async () => {
    const { page } = await openAccounts();
    await focusCell(page, "Acme", "@territory");
    await page.keyboard.press("Control+Shift+K");
    await expect.poll(() => said(page).textContent()).toBe("Locked 1 account.");
    await page.keyboard.press("Shift+ArrowDown");
    const handle = page.locator(".selection-handle").first();
    const [start, end] = [await middleOf(handle), await middleOf(territory(page, "South"))];
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + 12, start.y + 8);
    await page.mouse.move(end.x, end.y, { steps: 5 });
    expect((await ghostLines(page)).slice(0, 3)).toEqual(["2 accounts", "1 of 2 locked, stays", "→ South"]);
    await page.mouse.up();
    await expect
      .poll(() => said(page).textContent())
      .toBe("Moved 1 account to South. 1 account locked, not moved.");
    expect(await chip(page, "Acme").textContent()).toBe("East");

    await hold(page, "Acme", territory(page, "South"));
    await page.mouse.up();
    await expect.poll(() => said(page).textContent()).toContain("Nothing moved. 1 account locked");
  });

  it("says over the sea that no territory lies there", async () => {
    const { page } = await openAccounts();
    const box = (await page.getByRole("region", { name: "Map", exact: true }).boundingBox())!;
    const start = await middleOf(chip(page, "Acme"));
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + 10, start.y + 6);
    await page.mouse.move(box.x + 40, box.y + box.height - 140, { steps: 5 });
    expect(await ghostLines(page)).toEqual(["1 account", "No territory lies here."]);
    await page.mouse.up();
    await expect.poll(() => said(page).textContent()).toBe("Nothing moved. No territory lies here.");
  });
});

describe("Assign to… by keyboard", () => {
  it("offers the nearest, the best for balance, and what was used last", async () => {
    const { page } = await openAccounts();
    await focusCell(page, "Dyno", "@territory");
    await page.keyboard.press("Control+Shift+A");
    const dialog = page.getByRole("dialog", { name: "Assign 1 account to…" });
    const names = () =>
      dialog
        .getByRole("option")
        .evaluateAll((options) =>
          options.map(
            (option) => option.querySelector(".assign-name")?.firstChild?.textContent ?? "Unassigned",
          ),
        );
    await dialog.getByText("Nearest", { exact: true }).click();
    // From Seattle to the middles of Houston and Atlanta, and of Boston and New York.
    await expect.poll(names).toEqual(["South", "East", "West", "Unassigned"]);
    await dialog.getByText("now here").waitFor();
    const south = dialog.getByRole("option").first();
    // Accounts 2 → 3; revenue 50 → 450 of 350.
    expect(await south.locator(".assign-effects > span").allInnerTexts()).toEqual([
      "Accounts 100 → 150 ▲",
      "Annual Revenue 14 → 129 ▲",
    ]);
    await dialog.getByRole("combobox", { name: "Territory" }).fill("sou");
    await page.keyboard.press("Enter");
    await expect.poll(() => chip(page, "Dyno").textContent()).toBe("South");

    await focusCell(page, "Core", "@territory");
    await page.keyboard.press("Control+Shift+A");
    await dialog.getByText("used last").waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => chip(page, "Core").textContent()).toBe("South");
  });

  it("says on the cell why an account stays", async () => {
    const { page } = await openAccounts();
    await focusCell(page, "Acme", "@territory");
    await page.keyboard.press("Control+Shift+K");
    await expect
      .poll(() => cell(page, "Acme", "@territory").getAttribute("aria-description"))
      .toMatch(/^Locked by somebody, /);
    await chip(page, "Acme").hover();
    await page
      .locator(".cell-card")
      .getByText(/^Locked by somebody/)
      .waitFor();
    await page.locator(".cell-card").getByText("Next nearest").waitFor();
  });
});

describe("comments", () => {
  it("are written, answered, settled, listed and followed, each a step of undo", async () => {
    const { page } = await openAccounts();
    await focusCell(page, "Bolt", "@territory");
    await page.keyboard.press("Shift+F2");
    const popover = page.getByRole("dialog", { name: "Comment on Territory, row 2" });
    await popover.getByRole("textbox", { name: "Comment" }).fill("Too far from <b>Boston</b>?");
    await popover.getByRole("textbox", { name: "Your name on this device" }).fill("Kim");
    await popover.getByRole("button", { name: "Comment", exact: true }).click();
    await popover.waitFor({ state: "detached" });
    expect(await cell(page, "Bolt", "@territory").getAttribute("class")).toContain("grid-cell-commented");
    await expect
      .poll(() => cell(page, "Bolt", "@territory").getAttribute("aria-description"))
      .toBe("Comment by Kim: Too far from <b>Boston</b>?");
    await page.locator(".comment-reading").getByText("Too far from <b>Boston</b>?").waitFor();

    await page.keyboard.press("Control+Alt+M");
    await popover.getByRole("textbox", { name: "Reply" }).fill("No.");
    await page.keyboard.press("Control+Enter");
    await popover.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Comments, 1 open" }).waitFor();

    await focusCell(page, "Flux", "@territory");
    await page.getByRole("tab", { name: /^Leads/ }).click();
    await page.getByRole("button", { name: "Comments, 1 open" }).click();
    const list = page.getByRole("dialog", { name: "Comments" });
    await list.getByRole("searchbox").fill("boston");
    await list.getByText("No.", { exact: true }).waitFor();
    await list.getByRole("searchbox").fill("chicago");
    await list.getByText("No comment matches.").waitFor();
    await list.getByRole("searchbox").fill("");
    await list.getByRole("button", { name: "Accounts · Bolt · Territory" }).click();
    await expect
      .poll(() => cell(page, "Bolt", "@territory").getAttribute("class"))
      .toContain("grid-cell-focused");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Accounts");

    await page.keyboard.press("Shift+F2");
    await popover.getByRole("button", { name: "Resolve" }).click();
    await page.getByRole("button", { name: "Comments", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    expect(await cell(page, "Bolt", "@territory").getAttribute("class")).not.toContain("grid-cell-commented");
    await page.keyboard.press("Control+z");
    await page.getByRole("button", { name: "Comments, 1 open" }).waitFor();
  });

  it("are found again after a reload, and kept when their row goes", async () => {
    const { page } = await openAccounts();
    await cell(page, "Edge", "@territory").click({ button: "right" });
    await page.getByRole("menuitem", { name: /^Comment/ }).click();
    const text = page.getByRole("textbox", { name: "Comment" });
    await expect.poll(() => text.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type("Closing?");
    // What is being written survives a click beside it.
    await page.getByRole("heading", { name: "Territories", exact: true }).click();
    expect(await text.inputValue()).toBe("Closing?");
    await text.focus();
    await page.keyboard.press("Control+Enter");
    await isSaved(page);
    await page.reload();
    await page.getByRole("button", { name: "Comments, 1 open" }).waitFor();
    await focusCell(page, "Edge", "@territory");
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: /^Delete.*account/ }).click();
    const confirm = page.getByRole("button", { name: /^Delete/ });
    if (await confirm.count()) await confirm.first().click();
    await expect.poll(() => cell(page, "Edge", "@territory").count()).toBe(0);
    await page.getByRole("button", { name: "Comments, 1 open" }).click();
    const list = page.getByRole("dialog", { name: "Comments" });
    await list.getByText("Accounts · Edge (deleted) · Territory").waitFor();
  });
});

describe("the status bar", () => {
  it("tells what the selected cells come to, counted by hand", async () => {
    const { page, context } = await openAccounts({ viewport: { width: 1800, height: 900 } });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    // The column alone, brought into view by its key.
    const figures = page.getByRole("group", { name: "Figures of the selected cells" });
    const figure = (label: string) => figures.getByRole("button", { name: new RegExp(`^${label} `) });
    await showOnlySheets(page);
    const revenue = await keyOf(page, "Annual Revenue");
    await focusCell(page, "Acme", revenue);
    expect(await figures.count()).toBe(0);
    await page.keyboard.press("Control+ ");
    await expect.poll(() => figure("Sum").innerText()).toBe("Sum $1,050");
    expect(await figure("Average").innerText()).toBe("Average $210");
    expect(await figure("Count").innerText()).toBe("Count 5");

    await figures.getByRole("button", { name: "Figures shown" }).click();
    for (const name of ["Min", "Max", "Numbers"]) await page.getByRole("menuitemcheckbox", { name }).click();
    await page.keyboard.press("Escape");
    expect(await figure("Min").innerText()).toBe("Min $50");
    expect(await figure("Max").innerText()).toBe("Max $400");
    await figure("Sum").click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("1050");

    // With the day of signing beside it: money has a sum, days a first and a last.
    await focusCell(page, "Acme", revenue);
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await expect.poll(() => figure("Sum").innerText()).toBe("Sum $600");
    expect(await figure("Min").innerText()).toBe("Min $100 · Dec 31, 2023");
    expect(await figure("Max").innerText()).toBe("Max $300 · Mar 1, 2024");
    expect(await figure("Numbers").innerText()).toBe("Numbers 6");
    await figures.getByText("mixed: money, dates").waitFor();
  });
});

it("draws a series as a line that says what it shows, and sorts by the change", async () => {
  const { page } = await openAccounts({ viewport: { width: 1800, height: 900 } });
  await showOnlySheets(page);
  const trend = await keyOf(page, "Trend");
  const words = (account: string) => cell(page, account, trend).getByRole("img").getAttribute("aria-label");
  expect(await words("Acme")).toBe("up 12 % from Jan 2025 to Mar 2025");
  expect(await words("Bolt")).toBe("unchanged from Jan 2025 to Mar 2025");
  expect(await words("Core")).toBe("down 50 % from Jan 2025 to Mar 2025");
  expect(await words("Dyno")).toBe("up from Jan 2025 to Mar 2025");
  expect(await words("Flux")).toBe("down 50 % from Feb 2025 to Mar 2025");
  expect(await cell(page, "Edge", trend).getByRole("img").count()).toBe(0);
  // The greatest fall first; what has no course, or begins at nothing, last.
  await focusCell(page, "Acme", trend);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  const shown = () =>
    sheet(page)
      .getByRole("row")
      .evaluateAll((rows) =>
        rows
          .filter((row) => Number(row.getAttribute("data-position") ?? -1) >= 0)
          .sort((a, b) => Number(a.getAttribute("data-position")) - Number(b.getAttribute("data-position")))
          .map((row) => /Acme|Bolt|Core|Dyno|Edge|Flux/.exec(row.textContent ?? "")?.[0]),
      );
  await expect.poll(async () => (await shown()).slice(0, 4)).toEqual(["Core", "Flux", "Bolt", "Acme"]);
});

/** Gives the sheets the whole window, so that every column is in view. */
async function showOnlySheets(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Map", exact: true }).click();
  await page.getByRole("button", { name: "Territories", exact: true }).click();
  await panel(page).waitFor({ state: "detached" });
}
