import { describe, it } from "vitest";
import { expectNoSeriousProblem } from "./helpers/accessibility";
import { openApp } from "./helpers/open-app";
import { planIsShown } from "./helpers/plan-window";

const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

describe.each(SCREENS)("at $width px", (viewport) => {
  it("has no serious problem on the start page and in the import", async () => {
    const { page } = await openApp({ viewport });
    await page.getByRole("button", { name: "Open sample plan" }).waitFor();
    await expectNoSeriousProblem(page);

    await page.getByRole("button", { name: /^Import accounts/ }).click();
    const dialog = page.getByRole("dialog", { name: "Import accounts" });
    await dialog.waitFor();
    await expectNoSeriousProblem(page);
    const lines = [
      "Name,City,State,Zip,Owner,Revenue",
      "Acme,Denver,CO,80202,Ada,1000",
      "Bolt,Boston,MA,2108,Bo,-",
    ];
    await dialog.getByRole("textbox", { name: /paste rows/ }).fill(lines.join("\n"));
    await dialog.getByRole("button", { name: "Use the pasted rows" }).click();
    await dialog.getByRole("button", { name: "Import 2 accounts" }).waitFor();
    await expectNoSeriousProblem(page);
    await dialog.getByRole("button", { name: "Import 2 accounts" }).click();
    await dialog.getByRole("button", { name: "Open plan" }).waitFor();
    await expectNoSeriousProblem(page);
  });

  it.each(["light", "dark"] as const)("has no serious problem in the open plan, %s", async (colorScheme) => {
    const { page } = await openApp({ viewport, colorScheme });
    await page.getByRole("button", { name: "Open sample plan" }).click();
    if (viewport.width > 640) await planIsShown(page);
    const views = page.getByRole("tablist", { name: "Views" });
    for (const view of viewport.width > 640 ? [] : ["Map", "Territories", "Accounts"]) {
      await views.getByRole("tab", { name: view }).click();
      await page.getByRole(view === "Accounts" ? "grid" : "region", { name: view, exact: true }).waitFor();
      await expectNoSeriousProblem(page);
    }
    await page.getByRole("grid", { name: "Accounts", exact: true }).focus();
    await page.keyboard.press("Shift+ArrowDown");
    await expectNoSeriousProblem(page);

    await page.keyboard.press("Control+Shift+A");
    await page.getByRole("dialog", { name: /^Assign / }).waitFor();
    await expectNoSeriousProblem(page);
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: "Optimize", exact: true }).click();
    await page.getByRole("button", { name: "Find a better plan" }).waitFor();
    await expectNoSeriousProblem(page);
    await page.getByRole("button", { name: "Find a better plan" }).click();
    await page.getByRole("button", { name: "Accept proposal" }).waitFor();
    await expectNoSeriousProblem(page);
  });
});

it.each([
  { width: 1440, height: 900, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
] as const)("has no serious problem in measures, workload and headcount at $width px", async (look) => {
  const { colorScheme, ...viewport } = look;
  const { page } = await openApp({ viewport, colorScheme });
  await page.getByRole("button", { name: "Open sample plan" }).click();
  await page.getByRole("grid", { name: "Accounts", exact: true }).waitFor();
  await page.keyboard.press("Control+K");
  await page.keyboard.type("Measures to balance");
  await page.keyboard.press("Enter");
  const measures = page.getByRole("dialog", { name: "Measures to balance" });
  const add = measures.getByRole("combobox", { name: "Add a measure" });
  await add.selectOption({ label: "Workload: visits and travel" });
  await add.selectOption({ label: "Blend of columns and points" });
  const parts = measures.getByRole("combobox", { name: "Add a part" });
  for (const part of ["Points by value", "Column × weight", "Points for a condition"]) {
    await parts.selectOption({ label: part });
  }
  await measures.getByRole("combobox", { name: "Divided by" }).selectOption({ label: "The reps' quotas" });
  await measures
    .getByRole("combobox", { name: "The most one rep can carry" })
    .selectOption({ label: "The same for every rep" });
  await measures.getByText("Targets by territory").click();
  await expectNoSeriousProblem(page);
  await measures.getByRole("button", { name: "Workload…" }).click();
  const workload = page.getByRole("dialog", { name: "Workload", exact: true });
  await workload
    .getByRole("combobox", { name: "Visits a year come from" })
    .selectOption({ label: "Segment" });
  await expectNoSeriousProblem(page);
  await workload.getByRole("button", { name: "Headcount…" }).click();
  await page.getByRole("dialog", { name: "Headcount" }).waitFor();
  await expectNoSeriousProblem(page);
});

const SHEETS = ["Accounts", "Leads", "Deals", "Reps", "Territories", "Rules", "Moves"];

it.each([
  { width: 1440, height: 900, colorScheme: "light" },
  { width: 1440, height: 900, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "light" },
] as const)("has no serious problem on any sheet and in comments, $width px $colorScheme", async (look) => {
  const { colorScheme, ...viewport } = look;
  const { page } = await openApp({ viewport, colorScheme });
  await page.getByRole("button", { name: "Open sample plan" }).click();
  await page.getByRole("grid", { name: "Accounts", exact: true }).waitFor();
  const tabs = page.getByRole("tablist", { name: "Sheets" });
  for (const name of SHEETS) {
    await tabs.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
    const panel = `[role=tabpanel][aria-label="${name}"]`;
    await page.locator(`${panel} :is([role=grid], [role=treegrid])`).waitFor();
    await expectNoSeriousProblem(page, panel);
  }

  await tabs.getByRole("tab", { name: /^Accounts/ }).click();
  await page.getByRole("grid", { name: "Accounts", exact: true }).focus();
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < 3; i++) await page.keyboard.press("Shift+ArrowRight");
  await page.getByRole("group", { name: "Figures of the selected cells" }).waitFor();
  await expectNoSeriousProblem(page);
  await page.keyboard.press("Shift+F2");
  const popover = page.getByRole("dialog", { name: /^Comment on / });
  await popover.getByRole("textbox", { name: "Comment" }).fill("Why here?");
  await expectNoSeriousProblem(page);
  await page.keyboard.press("Control+Enter");
  await popover.waitFor({ state: "detached" });
  await page.locator(".comment-reading").waitFor();
  await expectNoSeriousProblem(page);
  await page.keyboard.press("Control+K");
  await page.keyboard.type("Comments");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Comments" }).getByText("Why here?").waitFor();
  await expectNoSeriousProblem(page);
});
