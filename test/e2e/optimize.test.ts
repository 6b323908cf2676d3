import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import {
  expectFigures,
  findProposal,
  importCsv,
  isSaved,
  openSamplePlan,
  sheet,
  shownFigures,
} from "./helpers/plan-window";

const HEAD = "Account ID,Account Name,Annual Revenue,Latitude,Longitude,Territory,Owner";

/** Accounts as a file: name, revenue, place, and E or W for where they are. */
function csvOf(accounts: readonly (readonly [string, number, number, number, "E" | "W"])[]): string {
  const rows = accounts.map(([name, revenue, latitude, longitude, side], i) =>
    [
      `A${i}`,
      name,
      revenue,
      latitude,
      longitude,
      side === "E" ? "East" : "West",
      side === "E" ? "Ann" : "Bob",
    ].join(),
  );
  return [HEAD, ...rows].join("\n");
}

/** Acme brings more than any of two territories may hold. */
const ONE_GIANT = csvOf([
  ["Acme", 70, 40.7, -74, "E"],
  ["Bolt", 10, 40.8, -74.1, "E"],
  ["Core", 10, 34, -118, "E"],
  ["Dune", 10, 34.1, -118.1, "W"],
  ["Echo", 10, 34.2, -118.2, "W"],
  ["Flux", 10, 33.9, -118, "W"],
]);

/** Six alike accounts on either coast, one of each on the wrong side. */
const TWO_COASTS = csvOf([
  ...Array.from({ length: 6 }, (_, i) => [`East ${i}`, 10, 40 + i / 10, -74, i === 0 ? "W" : "E"] as const),
  ...Array.from({ length: 6 }, (_, i) => [`West ${i}`, 10, 34 + i / 10, -118, i === 0 ? "E" : "W"] as const),
]);

async function openOptimizer(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Optimize", exact: true }).click();
  return page.getByRole("dialog", { name: "Optimize territories" });
}

async function fold(within: Locator, title: string): Promise<void> {
  await within.locator("summary").filter({ hasText: title }).click();
}

/** Searches to its own end. */
async function findToTheEnd(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: "Find a better plan" }).click();
  await dialog.getByRole("button", { name: "Accept proposal" }).and(dialog.locator(":enabled")).waitFor();
}

it("says which account makes the rules impossible, and one press makes them possible", async () => {
  const { page } = await openApp();
  await importCsv(page, ONE_GIANT);
  const dialog = await openOptimizer(page);
  await dialog.getByRole("button", { name: "Find a better plan" }).click();
  const why = dialog.getByRole("region", { name: "Why not every rule can be met" });
  await why
    .getByText(/^Acme alone is 117 % of a territory's target in Annual Revenue; at most 110 %/)
    .waitFor();
  await why.getByRole("button", { name: /^Allow ±\d+(\.\d)? % for Annual Revenue/ }).click();
  await dialog.getByText("Every rule is met.").waitFor();
  await why.waitFor({ state: "detached" });
  await dialog.getByRole("button", { name: "Discard proposal" }).click();
  const slider = dialog.getByRole("slider", { name: "Tolerance of Annual Revenue" });
  expect(await slider.getAttribute("aria-valuetext")).not.toBe("±10 %");
});

it("names locks that stand in the way, and unlocks them with one press", async () => {
  const { page } = await openApp();
  await importCsv(page, TWO_COASTS);
  await sheet(page).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+Shift+A");
  const assign = page.getByRole("dialog", { name: /^Assign/ });
  await assign.getByRole("option", { name: /East/ }).click();
  await assign.waitFor({ state: "detached" });
  await page.keyboard.press("Control+Shift+K");
  const dialog = await openOptimizer(page);
  await dialog.getByRole("button", { name: "Find a better plan" }).click();
  const why = dialog.getByRole("region", { name: "Why not every rule can be met" });
  await why
    .getByText(/^The accounts locked to East are 200 %/)
    .first()
    .waitFor();
  await why.getByRole("button", { name: /^Unlock \d accounts$/ }).click();
  await dialog.getByText("Every rule is met.").waitFor();
  await dialog.getByRole("button", { name: "Accept proposal" }).and(dialog.locator(":enabled")).click();
  const { territories } = await shownFigures(page);
  expect([territories.East?.accounts, territories.West?.accounts]).toEqual([6, 6]);
});

it("says how near the best possible the plan is, and proves a small one", async () => {
  const { page } = await openApp();
  await importCsv(page, TWO_COASTS);
  const dialog = await openOptimizer(page);
  await findToTheEnd(dialog);
  const certificate = dialog.getByRole("status", { name: "Certificate" });
  await certificate
    .getByText(/^(Within [\d.]+ % of the best|The best)/)
    .first()
    .waitFor();
  await certificate
    .getByText(/^Proven for/)
    .first()
    .waitFor();
  await fold(dialog, "Proof");
  await dialog.getByRole("button", { name: "Prove it" }).click();
  await dialog.getByText(/Proven: no plan is better|none is better than it/).waitFor();
  await certificate.getByText(/^The best/).waitFor();
});

it("accepts only some territories, and the card follows the choice", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const before = await shownFigures(page);
  await openOptimizer(page);
  const dialog = await findProposal(page);
  const moved = dialog.getByText(/^[\d,]+ accounts? would move/);
  const score = dialog
    .getByRole("row", { name: /^Balance score/ })
    .getByRole("cell")
    .last();
  const all = { moved: await moved.innerText(), score: await score.innerText() };
  await fold(dialog, "Territories");
  const changes = dialog.getByRole("region", { name: "Changes by territory" });
  await changes.getByRole("checkbox", { name: "Accept the changes of Chicago" }).uncheck();
  await changes.getByRole("checkbox", { name: "Accept the changes of New York" }).uncheck();
  await expect.poll(() => moved.innerText()).not.toBe(all.moved);
  await expect.poll(() => score.innerText()).not.toBe(all.score);
  const part = Number(await score.innerText());
  await dialog.getByText(/^Counted with the chosen changes only, /).waitFor();
  // What is proven and how far the search travels is of the whole.
  for (const ofAll of [/^Within .* of the best/, /^Travel as the search/])
    expect(await dialog.getByText(ofAll).count()).toBe(0);
  await dialog.getByRole("button", { name: "Accept proposal" }).click();
  await dialog.waitFor({ state: "detached" });
  const after = await shownFigures(page);
  expect(after.score).toBe(part);
  expect(after.territories.Chicago).toEqual(before.territories.Chicago);
  expect(after.territories["New York"]).toEqual(before.territories["New York"]);
  expect(after.territories).not.toEqual(before.territories);
  await page.keyboard.press("Control+z");
  await expectFigures(page, before);
});

it("says of the workload what the card counts, whatever the search estimated", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await page.keyboard.press("Control+K");
  await page.keyboard.type("Workload");
  await page.keyboard.press("Enter");
  const workload = page.getByRole("dialog", { name: "Workload", exact: true });
  await workload.getByRole("button", { name: "Balance workload" }).click();
  await workload.getByRole("button", { name: "Done", exact: true }).click();
  await workload.waitFor({ state: "detached" });
  const dialog = await openOptimizer(page);
  await dialog.getByRole("button", { name: "Find a better plan" }).click();
  await dialog
    .getByRole("button", { name: "Stop and keep the best" })
    .and(dialog.locator(":enabled"))
    .click();
  await dialog.getByRole("button", { name: "Accept proposal" }).and(dialog.locator(":enabled")).waitFor();
  const rows = await dialog.getByRole("row").allInnerTexts();
  const at = rows.findIndex((text) => text.startsWith("Workload\t"));
  const [within = 0, of = 0] = (rows[at + 1]?.split("\t").at(-1) ?? "").split("/").map(Number);
  expect(of).toBeGreaterThan(1);
  const told = await dialog.locator(".run-phase").first().innerText();
  const outside = `Workload is outside its tolerance in ${of - within} of ${of} `;
  expect(told.includes("Workload is outside")).toBe(within < of);
  expect(told.includes(outside)).toBe(within < of);
  await dialog.getByRole("row", { name: /^Workload of all, a year [\d,]+ h [\d,]+ h$/ }).waitFor();
});

it("accepts a proposal as a new scenario and leaves the one it was made for", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const before = await shownFigures(page);
  await openOptimizer(page);
  const dialog = await findProposal(page);
  await dialog.getByRole("button", { name: "Accept as a new scenario" }).click();
  await dialog.waitFor({ state: "detached" });
  const tab = (name: string) => page.getByRole("tablist", { name: "Scenarios" }).getByRole("tab", { name });
  await tab("Scenario 1").and(page.locator("[aria-selected=true]")).waitFor();
  const after = await shownFigures(page);
  expect(after.score).toBeGreaterThan(before.score);
  await tab("Current").click();
  await expectFigures(page, before);
  await page.keyboard.press("Control+z");
  await tab("Scenario 1").waitFor({ state: "detached" });
  await isSaved(page);
});

it("goes on from a stopped proposal, and keeps what it had", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await openOptimizer(page);
  const dialog = await findProposal(page);
  await dialog.getByText("Every rule is met.").waitFor();
  await dialog.getByRole("button", { name: "Continue" }).click();
  await dialog.getByRole("progressbar", { name: "Optimizing" }).waitFor();
  await dialog
    .getByRole("button", { name: "Stop and keep the best" })
    .and(dialog.locator(":enabled"))
    .click();
  await dialog.getByText("Every rule is met.").waitFor();
  const accept = dialog.getByRole("button", { name: "Accept proposal" }).and(dialog.locator(":enabled"));
  await accept.waitFor();
  const shown = dialog
    .getByRole("row", { name: /^Balance score/ })
    .getByRole("cell")
    .last();
  const score = Number(await shown.innerText());
  await accept.click();
  await dialog.waitFor({ state: "detached" });
  expect((await shownFigures(page)).score).toBe(score);
  expect(score).toBeGreaterThanOrEqual(90);
});

it("tells why accounts move, and shows one on the map", async () => {
  const { page } = await openApp();
  await importCsv(page, TWO_COASTS);
  const dialog = await openOptimizer(page);
  await findToTheEnd(dialog);
  await dialog.getByText("2 accounts would move").waitFor();
  const map = page.getByRole("region", { name: "Map", exact: true });
  await map.getByRole("radio", { name: "Only moves" }).check({ force: true });
  await fold(dialog, "Moves");
  const moves = dialog.getByRole("region", { name: "Accounts that would move" });
  const move = moves.getByRole("button", { name: /^East 0/ });
  await move.getByText("West → East").waitFor();
  await move.getByText(/less travel/).waitFor();
  await move.click();
  await page.getByText("1 selected", { exact: true }).first().waitFor();
  await moves.getByRole("button", { name: "Show in the sheet" }).click();
  await page.getByText("2 accounts would move").first().waitFor();
  expect(await sheet(page).getAttribute("aria-rowcount")).toBe("3");
});

it("goes to the map when an account is asked for on a phone", async () => {
  const { page } = await openApp({ viewport: { width: 390, height: 844 }, touch: true });
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /^Import accounts/ }).click();
  const importing = page.getByRole("dialog", { name: "Import accounts" });
  await importing.getByRole("button", { name: "Choose a file" }).click();
  const buffer = Buffer.from(TWO_COASTS);
  await (await chooser).setFiles({ name: "accounts.csv", mimeType: "text/csv", buffer });
  await importing.getByRole("button", { name: /^Import [\d,]+ accounts$/ }).click();
  await importing.getByRole("button", { name: "Open plan" }).click();
  const dialog = await openOptimizer(page);
  await findToTheEnd(dialog);
  await fold(dialog, "Moves");
  await dialog.getByRole("button", { name: /^East 0/ }).click();
  await page.getByRole("tab", { name: "Map" }).and(page.locator("[aria-selected=true]")).waitFor();
  await page.getByRole("region", { name: "Map", exact: true }).getByText("1 selected").waitFor();
  await page.getByRole("tab", { name: "Territories" }).click();
  await dialog.getByRole("button", { name: "Accept proposal" }).waitFor();
});

it("offers other plans between least change and best balance, one to look at and accept", async () => {
  const { page } = await openApp();
  await importCsv(page, TWO_COASTS);
  const dialog = await openOptimizer(page);
  await findToTheEnd(dialog);
  await fold(dialog, "Other plans");
  await dialog.getByRole("button", { name: "Work out other plans" }).click();
  const slider = dialog.getByRole("slider", { name: /^From least change to most/ });
  await slider.waitFor();
  await expect.poll(() => slider.getAttribute("max"), { timeout: 60_000 }).not.toBe("0");
  await slider.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await dialog.getByText("0 accounts would move").waitFor();
  expect(await slider.getAttribute("aria-valuetext")).toMatch(/0 change hands/);
  await dialog.getByRole("button", { name: "Back to the plan found first" }).click();
  await dialog.getByText("2 accounts would move").waitFor();
});

it("keeps what changes hands under a limit", async () => {
  const { page } = await openApp();
  await importCsv(page, TWO_COASTS);
  const dialog = await openOptimizer(page);
  await fold(dialog, "Protect");
  await dialog.getByRole("radio", { name: /^Draw freely/ }).check();
  await dialog.getByRole("checkbox", { name: "Limit what changes hands" }).check();
  // One of twelve may change hands, but the two on the wrong side could only be exchanged.
  await dialog.getByRole("spinbutton", { name: /^Most that may change hands/ }).fill("10");
  await dialog.getByRole("combobox", { name: "Of what" }).selectOption("accounts");
  await findToTheEnd(dialog);
  await dialog.getByText("0 accounts would move").waitFor();
  await dialog.getByRole("button", { name: "Discard proposal" }).click();
  await fold(dialog, "Protect");
  await dialog.getByRole("spinbutton", { name: /^Most that may change hands/ }).fill("20");
  await findToTheEnd(dialog);
  await dialog.getByText("2 accounts would move").waitFor();
});

it("draws as many territories as a capacity asks for", async () => {
  const { page } = await openApp();
  await importCsv(page, TWO_COASTS);
  const dialog = await openOptimizer(page);
  await fold(dialog, "Territories");
  await fold(dialog, "How many do I need?");
  await dialog.getByRole("combobox", { name: "Measure that limits a territory" }).selectOption("Accounts");
  await dialog.getByRole("spinbutton", { name: "What one territory can carry" }).fill("4");
  await dialog.getByRole("button", { name: "Work it out" }).click();
  await dialog.getByText(/^3 territories are needed/).waitFor();
  await dialog.getByRole("button", { name: "Draw 3 anew" }).click();
  expect(await dialog.getByRole("spinbutton", { name: "Number of territories" }).inputValue()).toBe("3");
});
