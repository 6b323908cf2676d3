import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import { openSamplePlan, sheet, sheetRow } from "./helpers/plan-window";

it("copies a range as text and as a page, and pastes it into visible rows only, as one step", async () => {
  const page = await openPlan();
  await goTo(page, 1, "Account");
  await press(page, "Shift+ArrowDown", "Shift+ArrowRight", "Control+c");
  await expectAnnounced(page, "Copied 4 cells.");
  const names = [await cellText(page, 1, "Account"), await cellText(page, 2, "Account")];
  const territories = [await cellText(page, 1, "Territory"), await cellText(page, 2, "Territory")];
  expect(await clipboardText(page)).toBe(`${names[0]}\t${territories[0]}\r\n${names[1]}\t${territories[1]}`);
  expect(await copiedHtml(page)).toMatch(/<table>.*<tr>.*<td/s);

  await quickFilter(page, "health");
  const shown = await rowCount(page);
  const last = await cellText(page, 3, "Account");
  await goTo(page, 1, "Account");
  await press(page, "Control+v");
  await expectAnnounced(
    page,
    `Pasted 4 cells in 2 accounts. ${(1200 - shown).toLocaleString("en-US")} hidden rows untouched.`,
  );
  expect(await cellText(page, 1, "Account")).toBe(names[0]);
  expect(await cellText(page, 2, "Territory")).toBe(territories[1]);
  expect(await cellText(page, 3, "Account")).toBe(last);
  await press(page, "Control+z");
  await expectAnnounced(page, /^Undone: Paste 4 cells/);
});

it("fills a range with one value, repeats a block, and says what is cut off or cannot be read", async () => {
  const page = await openPlan();
  await goTo(page, 1, "Revenue");
  await press(page, "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown");
  await paste(page, "($1,200)\r\n");
  await expectAnnounced(
    page,
    /^Pasted 4 cells in 4 accounts\. 4 cells look wrong: Revenue \(4\): It is less than zero/,
  );
  for (const row of [1, 2, 3, 4]) expect(await cellText(page, row, "Revenue")).toBe("-$1,200");

  await paste(page, "1\n2");
  await expect.poll(() => cellText(page, 4, "Revenue")).toBe("$2");
  expect(await cellText(page, 3, "Revenue")).toBe("$1");

  await paste(page, "NaN\n5");
  await expectAnnounced(
    page,
    "Pasted 2 cells in 4 accounts. 2 cells not pasted: Revenue (2): This is not a number.",
  );
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.getByText("This is not a number.", { exact: true }).first().waitFor();
  expect(await focused(page)).toEqual({ row: 1, column: "Revenue" });

  await goTo(page, 1, "Rep");
  await paste(page, "Somebody\tYes");
  await expectAnnounced(page, /1 cell not pasted: Rep “Somebody”: The rep comes with the territory/);
  expect(await cellLabel(page, 1, "Locked")).toBe("Locked");

  await press(page, "End");
  const [account] = await columnTexts(page, "Account");
  await paste(page, "x\ty\tz");
  await expectAnnounced(page, /2 columns past the right edge left out/);
  expect((await columnTexts(page, "Account"))[0]).toBe(account);
});

it("assigns by names pasted into Territory, refuses locked accounts and asks about names it does not know", async () => {
  const page = await openPlan();
  const other = (await columnTexts(page, "Territory")).find((name) => name !== "Unassigned")!;
  await goTo(page, 1, "Locked");
  await paste(page, "yes");
  await expect.poll(() => cellLabel(page, 1, "Locked")).toBe("Locked");
  const before = await cellText(page, 1, "Territory");
  await goTo(page, 1, "Territory");
  const unlike = (await columnTexts(page, "Territory")).find(
    (name) => name !== before && name !== "Unassigned",
  )!;
  await paste(page, `${unlike}\n${other.toUpperCase()}\nNorth Pole\n<img src=x onerror=alert(1)>`);
  const dialog = page.getByRole("dialog", { name: "Unknown territories" });
  await dialog
    .getByRole("combobox", { name: /North Pole/ })
    .selectOption({ label: "New territory “North Pole”" });
  await dialog.getByRole("button", { name: "Paste" }).click();
  await expectAnnounced(page, /^Pasted 2 cells in 4 accounts\. 1 cell not pasted: Territory .*: Locked\.$/);
  expect(await cellText(page, 1, "Territory")).toBe(before);
  expect(await cellText(page, 2, "Territory")).toBe(other);
  expect(await cellText(page, 3, "Territory")).toBe("North Pole");
  await page.getByRole("listitem", { name: "North Pole", exact: true }).waitFor();
  await press(page, "Control+z");
  await expect.poll(() => page.getByRole("listitem", { name: "North Pole", exact: true }).count()).toBe(0);
});

it("adds rows past the end, asks past 100 of them, and refuses what no sheet holds", async () => {
  const page = await openPlan();
  await goTo(page, 1200, "Account");
  await paste(page, "Last of them\nNew one\nNew two");
  await expectAnnounced(page, "Pasted 3 cells in 1 account. Added 2 accounts.");
  expect(await rowCount(page)).toBe(1202);
  expect(await cellText(page, 1202, "Account")).toBe("New two");
  await press(page, "Control+z");
  await expect.poll(() => rowCount(page)).toBe(1200);

  const many = Array.from({ length: 151 }, (_, i) => `Row ${i}`).join("\n");
  await goTo(page, 1200, "Account");
  await paste(page, many);
  const dialog = page.getByRole("dialog", { name: "Add 150 accounts?" });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(await rowCount(page)).toBe(1200);
  await paste(page, many);
  await dialog.getByRole("button", { name: "Add 150 accounts" }).click();
  await expect.poll(() => rowCount(page)).toBe(1350);
  await press(page, "Control+z");
  await expect.poll(() => rowCount(page)).toBe(1200);

  await paste(page, "x\n".repeat(300_000));
  await expectAnnounced(page, /^More than 250,000 rows cannot be pasted/);
  expect(await rowCount(page)).toBe(1200);
});

it("moves cut cells when they are pasted, and pastes only the text with Shift", async () => {
  const page = await openPlan();
  const [first, second] = await columnTexts(page, "Account");
  await goTo(page, 1, "Account");
  await press(page, "Control+x");
  expect(await cellText(page, 1, "Account")).toBe(first);
  await press(page, "ArrowDown", "Control+v");
  await expectAnnounced(page, "Moved 1 cell.");
  expect(await cellText(page, 1, "Account")).toBe("");
  expect(await cellText(page, 2, "Account")).toBe(first);
  await press(page, "Control+z");
  await expect.poll(() => cellText(page, 1, "Account")).toBe(first);
  expect(await cellText(page, 2, "Account")).toBe(second);

  await goTo(page, 1, "Account");
  await press(page, "Control+x", "ArrowDown", "Control+Shift+v");
  await expectAnnounced(page, "Pasted 1 cell.");
  expect(await cellText(page, 1, "Account")).toBe(first);
  expect(await cellText(page, 2, "Account")).toBe(first);
});

it("keeps texts that look like formulas, numbers or markup exactly, on the way out and back", async () => {
  const page = await openPlan();
  const odd = [
    "=1+1",
    "+1-555-0100",
    "-5",
    "＝1",
    "007",
    "1E5",
    "12345678901234567890",
    "'=quoted",
    "<img src=x onerror=alert(1)>",
    "cafe\u0301 \u202etxt \u{1f469}\u200d\u{1f467}",
    '5" pipe',
  ];
  const quoted = 'two\nlines\tand ""quotes""';
  await goTo(page, 1, "Account");
  await paste(page, [...odd, `"${quoted}"`].join("\n"));
  await expectAnnounced(
    page,
    /^Pasted 12 cells in 12 accounts\. 1 cell looks wrong: .*characters that cannot be seen/,
  );
  for (const [i, text] of odd.entries())
    expect(await cellText(page, i + 1, "Account")).toBe(text.replace(/^'=/, "="));
  expect(await cellText(page, 12, "Account")).toBe('two\nlines\tand "quotes"');

  // What was pasted is selected.
  await press(page, "Control+c");
  await expectAnnounced(page, "Copied 12 cells.");
  const lines = (await clipboardText(page)).split("\r\n");
  expect(lines.slice(0, 4)).toEqual(["'=1+1", "'+1-555-0100", "'-5", "'＝1"]);
  expect(await copiedHtml(page)).not.toContain("<img");
  await goTo(page, 21, "Account");
  // As another program would bring it: without the exact values.
  await paste(page, await clipboardText(page));
  await expect.poll(() => cellText(page, 21, "Account")).toBe("=1+1");
  expect(await cellText(page, 23, "Account")).toBe("-5");
  await goTo(page, 32, "Account");
  expect(await cellText(page, 32, "Account")).toBe('two\nlines\tand "quotes"');
});

it("copies, cuts and pastes from the menu, with headers where they are wanted", async () => {
  const page = await openPlan();
  await goTo(page, 1, "Account");
  await menu(page, "Copy with headers");
  const name = await cellText(page, 1, "Account");
  await expect.poll(() => clipboardText(page)).toBe(`Account\r\n${name}`);
  await menu(page, "Copy");
  await expect.poll(() => clipboardText(page)).toBe(name);
  await goTo(page, 3, "Account");
  await menu(page, "Paste");
  await expect.poll(() => cellText(page, 3, "Account")).toBe(name);
});

it("says which keys do it where the browser does not let a menu read the clipboard", async () => {
  const { page, context } = await openApp();
  await context.clearPermissions();
  await page.addInitScript(() => {
    Object.defineProperty(navigator.clipboard, "read", { value: () => Promise.reject(new Error("refused")) });
  });
  await page.reload();
  await openSamplePlan(page);
  await goTo(page, 1, "Account");
  const before = await cellText(page, 1, "Account");
  await menu(page, "Paste");
  await expectAnnounced(page, /press Ctrl\+V/);
  expect(await cellText(page, 1, "Account")).toBe(before);
});

it("fills down, right and the whole selection, and clears what can be cleared", async () => {
  const page = await openPlan();
  await goTo(page, 1, "Account");
  await press(page, "Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
  await expectAnnounced(page, "Filled 2 cells.");
  const [first, second, third] = await columnTexts(page, "Account");
  expect([second, third]).toEqual([first, first]);
  await goTo(page, 4, "Account");
  await press(page, "Control+d");
  await expect.poll(() => cellText(page, 4, "Account")).toBe(first);

  await goTo(page, 1, "Account");
  await press(page, "Shift+ArrowDown", "Shift+ArrowRight", "Shift+ArrowRight", "Delete");
  await expectAnnounced(page, /^Cleared 4 cells\. 2 cells not cleared: Rep \(2\): The rep comes/);
  expect(await cellText(page, 2, "Account")).toBe("");
  expect(await cellText(page, 2, "Territory")).toBe("Unassigned");
  await press(page, "Control+z");
  await expect.poll(() => cellText(page, 2, "Account")).toBe(first);
});

it("finds and replaces literally, by the columns' types, as one step", async () => {
  const page = await openPlan();
  await goTo(page, 1, "Account");
  await paste(page, "x(a+)+$y\n(A+)+$");
  await press(page, "Control+Home", "Control+f");
  const bar = page.getByRole("search", { name: "Find in Accounts" });
  const matches = bar.getByRole("status", { name: "Matches" });
  await page.keyboard.type("(a+)+$");
  await expect.poll(() => matches.textContent()).toBe("1 of 2");
  await press(page, "Enter");
  await expect.poll(() => matches.textContent()).toBe("2 of 2");
  await press(page, "F3");
  await expect.poll(() => matches.textContent()).toBe("1 of 2");
  await bar.getByRole("button", { name: "Match case" }).click();
  await expect.poll(() => matches.textContent()).toBe("1 of 1");
  await bar.getByRole("button", { name: "Match case" }).click();

  await bar.getByRole("button", { name: "Replace…" }).click();
  await bar.getByRole("textbox", { name: "Replace with" }).fill("$&");
  await expect.poll(() => matches.textContent()).toMatch(/^(1 of 2|2 found)$/);
  await bar.getByRole("button", { name: "Replace all" }).click();
  await expectAnnounced(page, "Replaced 2 cells.");
  expect((await columnTexts(page, "Account")).slice(0, 2)).toEqual(["x$&y", "$&"]);

  await press(page, "Escape");
  await expect.poll(() => bar.count()).toBe(0);
  await goTo(page, 1, "Revenue");
  await paste(page, "123");
  await press(page, "Control+h");
  await bar.getByRole("combobox", { name: "Where to find" }).selectOption({ label: "Revenue" });
  await bar.getByRole("textbox", { name: "Find", exact: true }).fill("123");
  await bar.getByRole("button", { name: "Match the whole cell" }).click();
  await bar.getByRole("textbox", { name: "Replace with" }).fill("many");
  await expect.poll(() => matches.textContent()).toMatch(/1/);
  await bar.getByRole("button", { name: "Replace all" }).click();
  await expectAnnounced(page, "1 cell not replaced: Revenue “many”: This is not a number.");
  expect(await cellText(page, 1, "Revenue")).toBe("$123");
});

it("opens links of the web, and none that would run", async () => {
  const page = await openPlan();
  await goTo(page, 1, "Account");
  await paste(page, "javascript:alert(1)\nAcme");
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: /^Copy( ?Ctrl.*)?$/ }).waitFor();
  expect(await page.getByRole("menuitem", { name: "Open link" }).count()).toBe(0);
  await press(page, "Escape");
  await paste(page, "https://example.com/");
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Open link" }).waitFor();
});

async function openPlan(): Promise<Page> {
  const { page, context } = await openApp();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openSamplePlan(page);
  await sheet(page).focus();
  return page;
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Puts a text on the system's clipboard, as another program would, and pastes it. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((written) => navigator.clipboard.writeText(written), text);
  await press(page, "Control+v");
}

function clipboardText(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The page that a copy puts beside the text: read as a paste event has it, as another program would take it. */
async function copiedHtml(page: Page): Promise<string> {
  await sheet(page).evaluate((grid) => {
    grid.addEventListener("copy", (event) => {
      grid.dataset.copied = (event as ClipboardEvent).clipboardData?.getData("text/html") ?? "";
    });
  });
  await press(page, "Control+c");
  return (await sheet(page).getAttribute("data-copied")) ?? "";
}

async function menu(page: Page, name: string): Promise<void> {
  await press(page, "Shift+F10");
  await page.getByRole("menuitem", { name: new RegExp(`^${name}( ?Ctrl.*)?$`) }).click();
}

/** Moves the active cell by keys. */
async function goTo(page: Page, row: number, header: string): Promise<void> {
  await sheet(page).focus();
  const rows = await rowCount(page);
  await press(page, "Escape", row > rows / 2 ? "Control+End" : "Control+Home", "Home");
  for (let at = row > rows / 2 ? rows : 1; at !== row; at += at < row ? 1 : -1)
    await press(page, at < row ? "ArrowDown" : "ArrowUp");
  for (let i = 0; i < 60 && (await focused(page)).column !== header; i++) await press(page, "ArrowRight");
  expect(await focused(page)).toEqual({ row, column: header });
}

function focused(page: Page): Promise<{ row: number; column: string }> {
  return sheet(page).evaluate((grid) => {
    const cell = document.getElementById(grid.getAttribute("aria-activedescendant") ?? "");
    const row = Number(cell?.closest("[role=row]")?.getAttribute("aria-rowindex")) - 1;
    const index = cell?.getAttribute("aria-colindex");
    const header = grid.querySelector(`[role=columnheader][aria-colindex="${index}"] .grid-head-text`);
    return { row, column: header?.textContent ?? "" };
  });
}

async function rowCount(page: Page): Promise<number> {
  return Number(await sheet(page).getAttribute("aria-rowcount")) - 1;
}

async function quickFilter(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Filter accounts" }).fill(text);
  await expect.poll(() => rowCount(page)).toBeLessThan(1200);
}

async function cellOf(page: Page, row: number, header: string) {
  const index = await sheet(page).evaluate(
    (grid, wanted) =>
      [...grid.querySelectorAll("[role=columnheader]")]
        .find((head) => head.querySelector(".grid-head-text")?.textContent === wanted)
        ?.getAttribute("aria-colindex"),
    header,
  );
  return sheetRow(page, row).locator(`[role=gridcell][aria-colindex="${index}"]`);
}

async function cellText(page: Page, row: number, header: string): Promise<string> {
  return (await (await cellOf(page, row, header)).textContent()) ?? "";
}

async function cellLabel(page: Page, row: number, header: string): Promise<string | null> {
  const icon = (await cellOf(page, row, header)).getByRole("img");
  return (await icon.count()) === 0 ? null : icon.getAttribute("aria-label");
}

/** What the first rows show in a column, where they are in view. */
async function columnTexts(page: Page, header: string): Promise<string[]> {
  return Promise.all([1, 2, 3, 4, 5, 6].map((row) => cellText(page, row, header)));
}

async function expectAnnounced(page: Page, text: string | RegExp): Promise<void> {
  const status = page.getByRole("status", { name: "Announcements" });
  const said = async () => (await status.textContent())?.replaceAll("\u200b", "");
  if (typeof text === "string") await expect.poll(said).toBe(text);
  else await expect.poll(said).toMatch(text);
}
