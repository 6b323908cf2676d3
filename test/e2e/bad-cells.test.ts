import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import { exportedRows, importCsv, sheet } from "./helpers/plan-window";
import { cellText, editor, expectAnnounced, goTo, press } from "./helpers/spreadsheet";

const HEADERS = "Account ID,Account Name,ZIP Code,Latitude,Longitude,Owner,Annual Revenue,Last Visit";
const BOSTON = [
  "A-1,Acme,02139,42.36,-71.09,Ann,1000,2025-01-05",
  "A-2,Bolt,02140,42.39,-71.13,Ann,2000,2025-01-06",
  "A-3,Core,02141,42.37,-71.08,Bob,3000,2025-01-07",
  "007,Dust,02142,42.36,-71.08,Bob,4000,2025-01-08",
  "A-5,Echo,02143,42.38,-71.10,Bob,4000,2025-01-08",
  "A-6,Fern,02144,42.40,-71.12,Ann,4000,2025-01-08",
  "A-7,Gale,02145,42.39,-71.09,Bob,4000,2025-01-08",
];

it("keeps a ZIP code without its zero, says so, and puts it back on request", async () => {
  const page = await openBoston();
  await write(page, 1, "ZIP Code", "2139");
  await expectAnnounced(
    page,
    "1 cell looks wrong: ZIP Code “2139”: A zero at its beginning seems to be lost.",
  );
  expect(await cellText(page, 1, "ZIP Code")).toBe("2139");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Cells that look wrong" });
  await dialog.getByRole("button", { name: "Change to 02139" }).click();
  await expect.poll(() => cellText(page, 1, "ZIP Code")).toBe("02139");
});

it("warns of repeated and missing ids, and of places that are none", async () => {
  const page = await openBoston();
  await write(page, 2, "Account ID", "A-1");
  await expectAnnounced(page, /Account ID “A-1”: Another row has the same id/);
  await write(page, 3, "Account ID", "12345678901234567890");
  expect(await cellText(page, 3, "Account ID")).toBe("12345678901234567890");

  await select(page, 1, "Latitude");
  await paste(page, "91\t-71\n42.4\t181\n-71.1\t42.4\n0\t0");
  await expectAnnounced(page, /4 cells look wrong/);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Cells that look wrong" });
  await dialog.getByText("Latitudes lie between −90 and 90.").waitFor();
  await dialog.getByText("Longitudes go from −180 to 180.").waitFor();
  await dialog.getByText("0, 0 lies in the sea").waitFor();
  await dialog.getByRole("button", { name: "Swap latitude and longitude" }).click();
  await expect.poll(() => cellText(page, 3, "Latitude")).toBe("42.4");
  expect(await cellText(page, 3, "Longitude")).toBe("-71.1");
});

it("says how a typed date was read, and asks about pasted ones once a column", async () => {
  const page = await openBoston();
  await write(page, 1, "Last Visit", "03/04/2025");
  await expectAnnounced(page, "“03/04/2025” was read as Mar 4, 2025.");
  await page.getByRole("button", { name: "Make it Apr 3, 2025" }).click();
  await expect.poll(() => cellText(page, 1, "Last Visit")).toBe("Apr 3, 2025");

  await select(page, 1, "Last Visit");
  await paste(page, "05/06/2025\n07/08/2025");
  const dialog = page.getByRole("dialog", { name: "Dates in Last Visit" });
  await dialog.getByRole("radio", { name: "Day first: Jun 5, 2025" }).check();
  await dialog.getByRole("button", { name: "Paste" }).click();
  await expect.poll(() => cellText(page, 2, "Last Visit")).toBe("Aug 7, 2025");
  await select(page, 3, "Last Visit");
  await paste(page, "01/02/2025");
  await expect.poll(() => cellText(page, 3, "Last Visit")).toBe("Feb 1, 2025");
});

it("flags revenue below zero and past exact digits, and adds it up all the same", async () => {
  const page = await openBoston();
  await select(page, 1, "Annual Revenue");
  await paste(page, "-500\n9007199254740993");
  await expectAnnounced(
    page,
    /2 cells look wrong: .*It is less than zero.*more digits than are kept exactly/,
  );
  expect(await cellText(page, 1, "Annual Revenue")).toMatch(/500/);
});

it("shows, copies and pastes odd characters as they are, and runs nothing", async () => {
  const page = await openBoston();
  let ran = false;
  page.on("dialog", () => {
    ran = true;
  });
  const odd = [
    "cafe\u0301",
    "Acme\u00a0",
    "abc\u202egnp",
    "a\u200bb",
    "👩‍👩‍👧",
    "x\ud800y",
    "<img src=x onerror=alert(1)>",
    "=1+1",
  ];
  await select(page, 1, "Account Name");
  await paste(page, odd.slice(0, 4).join("\n"));
  await expectAnnounced(
    page,
    /2 cells look wrong: Account Name \(2\): It holds characters that cannot be seen/,
  );
  expect(await names(page)).toEqual(odd.slice(0, 4));
  await sheet(page).focus();
  await press(page, "Control+c", "Control+v");
  expect(await names(page)).toEqual(odd.slice(0, 4));
  await paste(page, odd.slice(4).join("\n"));
  await expect.poll(() => names(page)).toEqual(odd.slice(4));
  expect(ran).toBe(false);
  const rows = await exportedRows(page);
  expect(rows.map((row) => row["Account Name"])).toContain("'=1+1");
});

it("finds what can be done with the sheet by name", async () => {
  const page = await openBoston();
  const run = async (name: string) => {
    await press(page, "Control+k");
    await page.getByRole("dialog", { name: "Search actions" }).waitFor();
    await page.keyboard.type(name);
    await press(page, "Enter");
  };
  await run("Find and replace");
  await page.getByRole("textbox", { name: /^Replace/ }).waitFor();
  await run("Sort by");
  await page.getByRole("list", { name: "Sort keys" }).waitFor();
  await press(page, "Escape");
  await run("Group by");
  await page.getByPlaceholder("Group by…").waitFor();
  await press(page, "Escape");
  await run("Add account");
  await page.getByText("8 accounts").first().waitFor();
});

async function openBoston(): Promise<Page> {
  const { page, context } = await openApp({ viewport: { width: 1600, height: 900 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await importCsv(page, [HEADERS, ...BOSTON].join("\r\n"));
  await page.getByRole("group", { name: "Panes" }).getByRole("button", { name: "Map", exact: true }).click();
  return page;
}

async function select(page: Page, row: number, column: string): Promise<void> {
  await sheet(page).focus();
  await press(page, "Control+Home");
  for (let at = 1; at < row; at++) await press(page, "ArrowDown");
  await goTo(page, column);
}

async function write(page: Page, row: number, column: string, text: string): Promise<void> {
  await select(page, row, column);
  await press(page, "F2", "Control+a");
  await editor(page, column, row).fill(text);
  await press(page, "Enter");
}

/** As another program's text, which has no exact values beside it. */
async function paste(page: Page, text: string): Promise<void> {
  await sheet(page).evaluate((grid, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    grid.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function names(page: Page): Promise<(string | null)[]> {
  return [
    await cellText(page, 1, "Account Name"),
    await cellText(page, 2, "Account Name"),
    await cellText(page, 3, "Account Name"),
    await cellText(page, 4, "Account Name"),
  ];
}
