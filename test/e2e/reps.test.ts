import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import { importCsv, isSaved, openSamplePlan, selectFirstRows, sheet, territory } from "./helpers/plan-window";

it("explains the fit of the selected account, factor by factor", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const pane = await openReps(page);
  expect(await pane.getByRole("list", { name: "Reps" }).getByRole("listitem").count()).toBe(24);
  await pane.getByText("Select one account to see why").waitFor();

  await selectFirstRows(page, 1);
  const fit = pane.getByRole("region", { name: /^Fit of / });
  await fit.getByRole("heading", { name: /^Why \d+ for / }).waitFor();
  const candidates = fit.getByRole("radiogroup", { name: "Rep to explain" }).getByRole("radio");
  expect(await candidates.count()).toBeGreaterThanOrEqual(3);
  // Whoever is looked at: the points of the factors add up to the fit that the heading tells.
  for (let i = 0; i < (await candidates.count()); i++) {
    await candidates.nth(i).focus();
    await page.keyboard.press("Space");
    const heading = (await fit.getByRole("heading", { name: /^Why/ }).textContent()) ?? "";
    const points = await fit.locator(".fit-factor-points").allTextContents();
    const sum = points.reduce((total, text) => total + Number.parseFloat(text), 0);
    expect(Math.abs(sum - Number(/\d+/.exec(heading)![0]))).toBeLessThanOrEqual(0.5 + 0.05 * points.length);
  }
  await pane.getByRole("button", { name: "Back to the territories" }).click();
  await page.getByRole("region", { name: "Territories", exact: true }).waitFor();
});

it("counts fit anew when a weight changes, and goes back in one step", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const pane = await openReps(page);
  const mean = pane.getByRole("status", { name: "Mean fit" });
  const before = await mean.textContent();
  await pane.getByRole("button", { name: "How fit is counted" }).click();
  const dialog = page.getByRole("dialog", { name: "How fit is counted" });
  await dialog.getByRole("slider", { name: "Language" }).focus();
  await page.keyboard.press("End");
  await expect.poll(() => dialog.getByRole("status", { name: "Mean fit" }).textContent()).not.toBe(before);
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.keyboard.press("Control+z");
  await expect.poll(() => mean.textContent()).toBe(before);
});

it("proposes reps for territories, prices a wish, locks it, and goes back in one step", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const repBefore = await repOf(page, "Pacific Northwest");
  expect(repBefore).toBe("Erik Halvorsen");

  const dialog = await openAssignReps(page);
  const proposal = dialog.getByRole("status", { name: "Proposal" });
  expect(await proposal.textContent()).toMatch(/^Mean fit \d+\.\d → \d+\.\d, 2 territories change$/);
  const changes = dialog.getByRole("region", { name: "Proposed changes" });
  expect(await changes.getByRole("button").count()).toBe(2);

  // By keyboard from the cell that is proposed to the one that is wished for.
  const wish = dialog.getByRole("gridcell", { name: /^Kenji Watanabe in Pacific Northwest, fit \d+$/ });
  await dialog.getByRole("gridcell", { name: /^Erik Halvorsen in Pacific Northwest/ }).click();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  while ((await wish.getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowLeft");
  const panel = dialog.getByRole("region", { name: "Wish" });
  const price = /Costs ([\d.]+) fit points in total/.exec((await panel.textContent()) ?? "")?.[1];
  expect(Number(price)).toBeGreaterThan(1);
  expect(
    await panel.getByRole("list", { name: "Who else changes" }).getByRole("listitem").count(),
  ).toBeGreaterThan(0);

  await page.keyboard.press("Enter");
  await dialog.getByRole("gridcell", { name: /^Kenji Watanabe in Pacific Northwest, .*locked$/ }).waitFor();
  await expect.poll(() => proposal.textContent()).toContain(`locks cost ${price} points in total`);
  await dialog.getByRole("button", { name: "Accept proposal" }).click();
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => repOf(page, "Pacific Northwest")).toBe("Kenji Watanabe");
  await isSaved(page);

  // The lock stays with the plan.
  const again = await openAssignReps(page);
  await again.getByRole("gridcell", { name: /^Kenji Watanabe in Pacific Northwest, .*locked$/ }).waitFor();
  await again.getByRole("button", { name: "Cancel" }).click();
  await again.waitFor({ state: "detached" });

  await page.keyboard.press("Control+z");
  await expect.poll(() => repOf(page, "Pacific Northwest")).toBe(repBefore);
  const undone = await openAssignReps(page);
  await undone.getByRole("gridcell", { name: /^Kenji Watanabe in Pacific Northwest, fit \d+$/ }).waitFor();
});

it("counts what the planner says of a rep, home included, from then on", async () => {
  const { page } = await openApp();
  await page.getByRole("button", { name: /^Import accounts/ }).waitFor();
  await importCsv(
    page,
    [
      "Account ID,Account Name,City,State,Zip,Owner,Language,Annual Revenue",
      "A-1,Acme,Denver,CO,80202,Ada Quinn,Spanish,1000",
      "A-2,Bolt,Boulder,CO,80301,Ada Quinn,English,2000",
      "A-3,Crane,Boston,MA,02108,Bo Reyes,English,3000",
    ].join("\n"),
  );
  const pane = await openReps(page);
  await selectFirstRows(page, 1);
  const fit = pane.getByRole("region", { name: "Fit of Acme" });
  await fit.getByText("Nothing that counts is known of both rep and account.").waitFor();

  await pane.getByRole("button", { name: "Details of Ada Quinn" }).click();
  const form = page.getByRole("dialog", { name: "Rep Ada Quinn" });
  await form.getByRole("textbox", { name: "Languages" }).fill("English; Spanish");
  await form.getByRole("textbox", { name: "Availability" }).fill("much");
  await form.getByText("This cannot be read: Availability.").waitFor();
  await form.getByRole("textbox", { name: "Availability" }).fill("80%");
  await form.getByRole("textbox", { name: "Home city" }).fill("Denver");
  await form.getByRole("textbox", { name: "State" }).fill("CO");
  await form.getByRole("textbox", { name: "Postal code" }).fill("80202");
  await form.getByRole("button", { name: "Save" }).click();

  await fit.getByText("Speaks Spanish.").waitFor();
  await fit.getByText(/^\d+(\.\d)? mi from home\.$/).waitFor();
  const card = pane.getByRole("listitem", { name: "Ada Quinn" });
  await card.getByText("works 80 %").waitFor();
  await isSaved(page);
});

it("assigns reps on a phone", async () => {
  const { page } = await openApp({ viewport: { width: 390, height: 844 }, touch: true });
  await page.getByRole("button", { name: "Open sample plan" }).tap();
  await sheet(page).waitFor();
  await page
    .getByRole("tablist", { name: "Views" })
    .getByRole("tab", { name: "Territories", exact: true })
    .tap();
  const pane = await openReps(page);
  await pane.getByRole("button", { name: "Assign reps…" }).tap();
  const dialog = page.getByRole("dialog", { name: "Assign reps" });
  await dialog.getByRole("grid", { name: "Fit of territories and reps" }).waitFor();
  const tooWide = await page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth);
  expect(tooWide).toBeLessThanOrEqual(0);
  await dialog.getByRole("button", { name: "Accept proposal" }).tap();
  await dialog.waitFor({ state: "detached" });
  await pane.getByRole("list", { name: "Reps" }).waitFor();
});

async function openReps(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Reps and fit" }).click();
  const pane = page.getByRole("region", { name: "Reps and fit" });
  await pane.waitFor();
  return pane;
}

async function openAssignReps(page: Page): Promise<Locator> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Action" }).fill("assign reps");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Assign reps" });
  await dialog.getByRole("grid", { name: "Fit of territories and reps" }).waitFor();
  return dialog;
}

async function repOf(page: Page, name: string): Promise<string> {
  return (await territory(page, name).locator(".territory-rep").textContent()) ?? "";
}
