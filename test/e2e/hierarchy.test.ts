import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import { drag, isSaved, openSamplePlan, panel, planIsShown, territory } from "./helpers/plan-window";

const heading = (page: Page, name: string) => panel(page).getByRole("region", { name, exact: true });
const rolledUp = async (page: Page, name: string, measure: string) =>
  Number(
    await heading(page, name)
      .getByRole("meter", { name: `${measure} index` })
      .getAttribute("aria-valuenow"),
  );
const accountsOf = async (page: Page, name: string) => {
  const text = await territory(page, name).locator(".territory-count").innerText();
  return Number.parseInt(text.replaceAll(",", ""), 10);
};

it("makes a region, moves territories into it, and rolls their figures up", async () => {
  // High enough that what is dragged and where to are both in view.
  const { page } = await openApp({ viewport: { width: 1440, height: 2400 } });
  await openSamplePlan(page);
  await panel(page).getByRole("button", { name: "New region" }).click();
  const dialog = page.getByRole("dialog", { name: "New region" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Corridor");
  await dialog.getByRole("checkbox", { name: /^New York/ }).check();
  await dialog.getByRole("checkbox", { name: /^New Jersey/ }).check();
  await dialog.getByRole("button", { name: "Create region" }).click();
  const corridor = heading(page, "Region Corridor");
  await corridor.getByText("Region · 2 territories").waitFor();
  const both = (await accountsOf(page, "New York")) + (await accountsOf(page, "New Jersey"));
  await corridor.getByText(`${both} accounts`, { exact: true }).waitFor();
  // 1,200 accounts in 24 equal territories: two should hold 100.
  expect(await rolledUp(page, "Region Corridor", "Accounts")).toBe(both);

  // A third one comes by its handle, and leaves by the keyboard.
  const pennsylvania = territory(page, "Pennsylvania");
  await drag(page, pennsylvania.locator(".tree-handle"), corridor.locator(".group-name"));
  await corridor.getByText("Region · 3 territories").waitFor();
  await page.getByRole("button", { name: "Actions for Pennsylvania", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Move into…" }).focus();
  await page.keyboard.press("Enter");
  const moving = page.getByRole("dialog", { name: "Move Pennsylvania into…" });
  await moving.getByRole("combobox", { name: "Group" }).fill("East");
  await page.keyboard.press("Enter");
  await corridor.getByText("Region · 2 territories").waitFor();

  // An area within it, and the region goes with what is in it to the top.
  await page.getByRole("button", { name: "Actions for Corridor", exact: true }).click();
  await page.getByRole("menuitem", { name: "New area in it…" }).click();
  const area = page.getByRole("dialog", { name: "New area" });
  await area.getByRole("textbox", { name: "Name" }).fill("Hudson");
  await area.getByRole("checkbox", { name: /^New York/ }).check();
  await area.getByRole("button", { name: "Create area" }).click();
  await heading(page, "Area Hudson").getByText("Area · 1 territory").waitFor();
  await corridor.getByText("Region · 2 territories").waitFor();
  await corridor.getByRole("button", { name: "Corridor", exact: true }).click();
  await heading(page, "Area Hudson").waitFor({ state: "detached" });
  await corridor.getByRole("button", { name: "Corridor", exact: true }).click();
  await page.getByRole("button", { name: "Actions for Corridor", exact: true }).click();
  await page.getByRole("menuitem", { name: "Delete region" }).click();
  await heading(page, "Region Hudson").getByText("Region · 1 territory").waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await heading(page, "Area Hudson").waitFor();

  await isSaved(page);
  await page.reload();
  await planIsShown(page);
  await heading(page, "Area Hudson").waitFor();
  expect(await rolledUp(page, "Region Corridor", "Accounts")).toBe(both);
});

it("cuts a region out and merges its changes back", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await page.getByRole("button", { name: "Actions for West", exact: true }).click();
  await page.getByRole("menuitem", { name: "Save as a plan of its own…" }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "Save plan file" }).click();
  const file = await (await saving).path();

  const merge = async (path: string) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").last().fill("Merge a part back");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Merge a part back" });
    const chooser = page.waitForEvent("filechooser");
    await dialog.getByRole("button", { name: "Choose a plan file" }).click();
    await (await chooser).setFiles({
      name: "West.evenfield",
      mimeType: "application/zip",
      buffer: await readFile(path),
    });
    return dialog;
  };
  const unchanged = await merge(file);
  await unchanged.getByText("nothing was changed in it").waitFor();
  await unchanged.getByRole("button", { name: "Cancel" }).click();

  // The manager renames a territory in the part, in a window of their own, and sends it back.
  const { page: other } = await openApp();
  const chooser = other.waitForEvent("filechooser");
  await other.getByRole("button", { name: /^Open plan file/ }).click();
  await (await chooser).setFiles({
    name: "West.evenfield",
    mimeType: "application/zip",
    buffer: await readFile(file),
  });
  await planIsShown(other);
  expect(await panel(other).getByRole("listitem", { name: "Chicago", exact: true }).count()).toBe(0);
  await other.getByRole("button", { name: "Actions for Denver", exact: true }).click();
  await other.getByRole("menuitem", { name: "Name, color, rep…" }).click();
  await other.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Front Range");
  await other.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await other.getByRole("button", { name: "Export", exact: true }).click();
  const exporting = other.getByRole("dialog", { name: "Export" });
  await exporting.getByRole("radio", { name: /Plan file/ }).check();
  const back = other.waitForEvent("download");
  await exporting.getByRole("button", { name: /^Save/ }).click();
  const changed = await (await back).path();

  await page.bringToFront();
  const merging = await merge(changed);
  await merging.getByText("1 territory changes").waitFor();
  await merging.getByRole("button", { name: "Merge", exact: true }).click();
  await territory(page, "Front Range").waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await territory(page, "Denver").waitFor();
});
