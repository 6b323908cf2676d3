import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import { importCsv, isSaved, sheet, shownFigures, territory } from "./helpers/plan-window";

const ROWS = 100_000;
const OWNERS = 20;

it("imports 100,000 accounts, shows the last of them and moves 5,000", async () => {
  const { page } = await openApp();
  await importCsv(page, makeCsv());
  await page.getByText("100,000 accounts").first().waitFor();
  const before = await shownFigures(page);
  expect(Object.values(before.territories).map(({ accounts }) => accounts)).toEqual(Array(OWNERS).fill(5000));

  await sheet(page).focus();
  await page.keyboard.press("Control+End");
  await sheet(page).getByRole("gridcell", { name: "Account 100000", exact: true }).waitFor();
  await page.keyboard.press("Control+Home");
  await sheet(page).getByRole("gridcell", { name: "Account 1", exact: true }).waitFor();

  await territory(page, "Rep 7").getByRole("button", { name: "Rep 7", exact: true }).click();
  await page.getByText("5,000 selected").first().waitFor();
  await territory(page, "Rep 3").getByRole("button", { name: "Actions for Rep 3" }).click();
  await page.getByRole("menuitem", { name: "Move the selected accounts here" }).click();
  await expect.poll(async () => counts(await shownFigures(page))).toEqual([10_000, 0]);
  await isSaved(page);
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect.poll(() => shownFigures(page)).toEqual(before);
});

function counts({ territories }: Awaited<ReturnType<typeof shownFigures>>) {
  return [territories["Rep 3"]?.accounts, territories["Rep 7"]?.accounts];
}

/** Accounts all over the country, dealt to twenty owners in turn. */
function makeCsv(): string {
  const lines = ["Account ID,Account Name,Latitude,Longitude,Owner,Annual Revenue,Employees,Industry,Phone"];
  for (let i = 0; i < ROWS; i++) {
    const latitude = (26 + ((i * 7919) % 22_000) / 1000).toFixed(3);
    const longitude = (-122 + ((i * 104_729) % 47_000) / 1000).toFixed(3);
    const industry = ["Software", "Health", "Retail", "Energy"][i % 4];
    lines.push(
      `A-${i + 1},Account ${i + 1},${latitude},${longitude},Rep ${(i % OWNERS) + 1},${1000 + ((i * 37) % 90_000)},${1 + (i % 500)},${industry},555-${String(i).padStart(6, "0")}`,
    );
  }
  return lines.join("\r\n");
}
