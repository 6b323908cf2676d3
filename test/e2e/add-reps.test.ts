import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { expectNoSeriousProblem } from "./helpers/accessibility";
import { openApp } from "./helpers/open-app";
import { importCsv, isSaved, territory } from "./helpers/plan-window";

const ACCOUNTS = [
  "Account ID,Account Name,City,State,Zip,Owner,Territory,Annual Revenue",
  "A-1,Acme,Denver,CO,80202,Ada Quinn,West,1000",
  "A-2,Bolt,Boulder,CO,80301,Ada Quinn,West,2000",
  "A-3,Crane,Boston,MA,02108,Bo Reyes,East,3000",
].join("\n");
const REPS = [
  "Rep;Title;Home City;Home State;Home ZIP;Annual Quota;Territory;Desk",
  '"Ada Quinn";Senior;Denver;CO;80202;300,000;West;4',
  '"Reyes; Cleo";Junior;Boston;MA;02108;250,000;East;5',
].join("\n");

async function repNames(page: Page): Promise<string[]> {
  const items = page.getByRole("list", { name: "Reps", exact: true }).getByRole("listitem");
  return items.evaluateAll((nodes) => nodes.flatMap((node) => node.getAttribute("aria-label") ?? []));
}

it("brings in a file of reps: matched, their homes found, their territories covered, in one step", async () => {
  const { page } = await openApp();
  await page.getByRole("button", { name: /^Import accounts/ }).waitFor();
  await importCsv(page, ACCOUNTS);
  await page.getByRole("button", { name: "Reps and fit" }).click();
  const pane = page.getByRole("region", { name: "Reps and fit" });
  await pane.getByRole("listitem", { name: "Bo Reyes" }).waitFor();
  expect(await repNames(page)).toEqual(["Ada Quinn", "Bo Reyes"]);

  await pane.getByRole("button", { name: "Add reps…" }).click();
  const dialog = page.getByRole("dialog", { name: "Add reps" });
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles({ name: "reps.csv", mimeType: "text/csv", buffer: Buffer.from(REPS) });

  const summary = dialog.getByRole("status", { name: "What comes in" });
  await expect.poll(() => summary.textContent()).toBe("1 new, 1 already in the plan.");
  await dialog.getByRole("row", { name: /^New Reyes; Cleo Junior/ }).waitFor();
  await dialog.getByRole("row", { name: /^Known Ada Quinn Senior/ }).waitFor();
  const meaning = (header: string) =>
    dialog.getByRole("combobox", { name: `Meaning of column ${header}`, exact: true });
  expect(await meaning("Title").inputValue()).toBe("seniority");
  expect(await meaning("Desk").inputValue()).toBe("kept");
  await meaning("Desk").selectOption({ label: "Capacity" });
  await expect.poll(() => dialog.getByText(/^New columns: /).textContent()).toContain("Capacity");
  // West is Ada's already.
  await dialog
    .getByRole("checkbox", { name: "Give the territory named in the list to these reps" })
    .waitFor();
  await expectNoSeriousProblem(page);
  await dialog.getByRole("button", { name: "Add reps" }).click();
  await dialog.waitFor({ state: "detached" });

  await pane.getByRole("listitem", { name: "Reyes; Cleo" }).waitFor();
  expect(await repNames(page)).toEqual(["Ada Quinn", "Bo Reyes", "Reyes; Cleo"]);
  // The capacity came with the column that was given that meaning.
  await pane.getByRole("button", { name: "Details of Ada Quinn" }).click();
  const form = page.getByRole("dialog", { name: "Rep Ada Quinn" });
  expect(await form.getByRole("textbox", { name: "Capacity" }).inputValue()).toBe("4");
  expect(await form.getByRole("textbox", { name: "Home city" }).inputValue()).toBe("Denver");
  await form.getByRole("button", { name: "Cancel" }).click();
  await form.waitFor({ state: "detached" });
  await isSaved(page);
  await pane.getByRole("button", { name: "Back to the territories" }).click();
  const repOfEast = () => territory(page, "East").locator(".territory-rep").textContent();
  await expect.poll(repOfEast).toBe("Reyes; Cleo");

  await page.keyboard.press("Control+z");
  await expect.poll(repOfEast).toBe("Bo Reyes");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Action" }).fill("add reps");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Add reps" }).waitFor();
});
