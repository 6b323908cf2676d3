import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { expectNoSeriousProblem } from "./helpers/accessibility";
import { chooseImport, IMPORT_BUTTON } from "./helpers/import-file";
import { openApp, temporaryProfile } from "./helpers/open-app";
import { isSaved, openSamplePlan } from "./helpers/plan-window";

async function openRules(page: Page): Promise<Locator> {
  await page.getByRole("tab", { name: /^Rules/ }).click();
  const rules = page.getByRole("grid", { name: "Rules" });
  await rules.waitFor();
  return rules;
}

const SHEETS = ".sheets";

/** Adds a rule for states; `target` chooses who gets it. */
async function addRule(
  page: Page,
  name: string,
  states: string,
  target: (dialog: Locator) => Promise<unknown>,
): Promise<void> {
  await page.getByRole("button", { name: "Add rule" }).click();
  const dialog = page.getByRole("dialog", { name: "New rule" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  if (states !== "") {
    await dialog.getByRole("button", { name: "Add condition" }).click();
    const values = dialog.getByRole("combobox", { name: "Values" });
    await values.fill(states);
    await values.press("Enter");
  }
  await target(dialog);
  await dialog.getByRole("button", { name: "Add rule" }).click();
  await dialog.waitFor({ state: "detached" });
}

const toRep = (name: string) => async (dialog: Locator) => {
  await dialog.getByRole("combobox", { name: "Goes to" }).selectOption("rep");
  await dialog.getByRole("combobox", { name: "Rep", exact: true }).selectOption({ label: name });
};

const toPool =
  (...names: string[]) =>
  async (dialog: Locator) => {
    await dialog.getByRole("combobox", { name: "Goes to" }).selectOption("pool");
    for (const name of names) {
      await dialog.getByRole("combobox", { name: "Add a rep" }).selectOption({ label: name });
    }
  };

/** Accounts without a territory, as the status bar counts them. */
async function unassigned(page: Page): Promise<number> {
  return Number.parseInt(
    (await page
      .getByText(/^[\d,]+ unassigned$/)
      .first()
      .textContent())!,
    10,
  );
}

const row = (page: Page, name: string) => page.getByRole("row", { name, exact: true });

it("makes rules, counts what they take, warns of a shadow, moves them by key, and keeps them", async () => {
  const profile = await temporaryProfile();
  const { page, close } = await openApp({ profile });
  await openSamplePlan(page);
  const rules = await openRules(page);
  const waiting = page.getByRole("button", { name: /^Route unassigned now/ });
  await expect.poll(() => waiting.isEnabled()).toBe(true);

  await addRule(page, "South", "TX, OK", toPool("Omar Haddad", "Tyler Brandt"));
  await addRule(page, "Texas", "TX", toRep("Isabel Navarro"));
  const texas = row(page, "Texas");
  await texas.getByText("Earlier rules take everything it matches").waitFor();
  await texas.getByText("0 leads").waitFor();
  expect(await row(page, "South").getByText("Earlier rules").count()).toBe(0);

  // The special case before the general one.
  await texas.focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => rules.locator("[data-rule]").first().getAttribute("aria-label")).toBe("Texas");
  await texas.getByText("Earlier rules take everything it matches").waitFor({ state: "detached" });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe("Texas");
  await texas.dragTo(row(page, "South"));
  await expect.poll(() => rules.locator("[data-rule]").first().getAttribute("aria-label")).toBe("South");
  await page.keyboard.press("Control+z");
  await expect.poll(() => rules.locator("[data-rule]").first().getAttribute("aria-label")).toBe("Texas");
  await texas.focus();
  await page.keyboard.press("Space");
  await expect.poll(() => texas.getByRole("checkbox").isChecked()).toBe(false);
  await page.keyboard.press("Space");
  await expect.poll(() => texas.getByRole("checkbox").isChecked()).toBe(true);

  const taken = await texas.getByRole("button", { name: /leads$/ }).textContent();
  await texas.getByRole("button", { name: /leads$/ }).click();
  const leads = page.getByRole("grid", { name: "Leads" });
  await leads.waitFor();
  await page.getByText(`${taken} of rule “Texas”`, { exact: true }).first().waitFor();
  expect(Number(await leads.getAttribute("aria-rowcount")) - 1).toBe(Number.parseInt(taken!, 10));

  await isSaved(page);
  await close();
  const again = await openApp({ profile });
  await again.page.getByRole("grid", { name: "Accounts" }).waitFor();
  await openRules(again.page);
  await row(again.page, "South")
    .getByText("State is TX or OK → Omar Haddad and Tyler Brandt, in turn")
    .waitFor();
  await again.page.getByRole("button", { name: "Undo" }).click();
});

it("tells a pasted lead's way through the rules", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await openRules(page);
  await addRule(page, "Ohio", "OH", toRep("Hannah Kowalski"));
  await addRule(page, "Texas", "TX", toPool("Omar Haddad", "Tyler Brandt"));
  await page.getByRole("button", { name: "Test a lead" }).click();
  const tester = page.getByRole("dialog", { name: "Test a lead" });
  await tester.getByRole("textbox", { name: "Lead" }).fill("State: TX\nEmployees: 250");
  await tester.getByRole("status", { name: "Goes to" }).getByText("Omar Haddad").waitFor();
  const steps = tester.getByRole("list", { name: "Way through the rules" }).getByRole("listitem");
  expect(await steps.allTextContents()).toEqual(["OhioNot so: State is OH", "TexasNext in turn"]);
  await tester.getByRole("textbox", { name: "Lead" }).fill("State: WA");
  await tester.getByRole("status", { name: "Goes to" }).getByText("Nobody").waitFor();
});

it("routes what is unassigned, and adds leads that are routed as they come in; each is one step back", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await openRules(page);
  await addRule(page, "Texas", "TX", toPool("Omar Haddad", "Tyler Brandt"));
  await addRule(page, "Rest", "", async () => undefined);
  const waiting = page.getByRole("button", { name: /^Route unassigned now/ });
  const before = await unassigned(page);
  await waiting.click();
  const notice = page.getByText(/routed, \d+ left unassigned/).first();
  const [routed, left] = (await notice.textContent())!.match(/\d+/g)!.map(Number);
  expect(routed! + left!).toBe(before);
  await expect.poll(() => unassigned(page)).toBe(left);
  await page.keyboard.press("Control+z");
  await expect.poll(() => unassigned(page)).toBe(before);

  await page.getByRole("button", { name: "Add leads or accounts" }).click();
  const adding = page.getByRole("dialog", { name: "Add leads or accounts" });
  await adding
    .getByRole("textbox")
    .fill("Lead,State,Postal code\nJane Roe,TX,78701\nJo Doe,TX,75201\nMax Poe,WA,98101");
  await adding.getByText("Omar Haddad").waitFor();
  await adding.getByRole("button", { name: "Add 3 leads" }).click();
  await page.getByRole("tab", { name: /^Leads/ }).click();
  await page.getByText("603 leads", { exact: true }).waitFor();
  const filter = page.getByRole("textbox", { name: "Filter leads" });
  await filter.fill("Jo Doe");
  const leads = page.getByRole("grid", { name: "Leads" });
  await expect.poll(() => leads.getByRole("row").filter({ hasText: "Jo Doe" }).count()).toBe(1);
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await page.getByText("0 of 600 leads", { exact: true }).waitFor();
  await expect.poll(() => leads.getByRole("row").filter({ hasText: "Jo Doe" }).count()).toBe(0);
});

it("takes the rules along into an import, and routes what came without an owner", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await openRules(page);
  await addRule(page, "Texas", "TX", toRep("Omar Haddad"));
  const lines = [
    "Name,City,State,Zip,Owner",
    "Acme,Austin,TX,78701,Omar Haddad",
    "Bolt,Dallas,TX,75201,",
    "Cog,Boston,MA,02108,",
  ];
  const dialog = await chooseImport(page, { name: "new.csv", text: lines.join("\n") });
  await dialog.getByRole("button", { name: IMPORT_BUTTON }).click();
  const choice = dialog.getByRole("checkbox", {
    name: /^Take over the rules of “Sample: national expansion”/,
  });
  await choice.waitFor();
  await dialog.getByText(/Of 2 accounts without a territory they give one to 1/).waitFor();
  await dialog.getByRole("button", { name: "Open plan" }).click();
  const bolt = page.getByRole("grid", { name: "Accounts" }).getByRole("row").filter({ hasText: "Bolt" });
  await bolt.getByText("Omar Haddad").first().waitFor();
  await openRules(page);
  await row(page, "Texas").getByText("State is TX → Omar Haddad").waitFor();
});

it.each([1440, 390])("has no serious problem of accessibility at %d px", async (width) => {
  const { page } = await openApp({ viewport: { width, height: 844 } });
  await page.getByRole("button", { name: "Open sample plan" }).click();
  await openRules(page);
  await expectNoSeriousProblem(page, SHEETS);
  await addRule(page, "South", "TX, OK", toPool("Omar Haddad", "Tyler Brandt"));
  await addRule(page, "Texas", "TX", toRep("Isabel Navarro"));
  await row(page, "Texas").getByText("Earlier rules take everything it matches").waitFor();
  await row(page, "Texas").click();
  await expectNoSeriousProblem(page, SHEETS);
  await row(page, "South").press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save rule" }).waitFor();
  await expectNoSeriousProblem(page, "[role=dialog]");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Test a lead" }).click();
  await dialog.getByRole("textbox", { name: "Lead" }).fill("State: TX");
  await dialog.getByRole("status", { name: "Goes to" }).waitFor();
  await expectNoSeriousProblem(page, "[role=dialog]");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Dry run" }).click();
  await dialog.getByRole("button", { name: /^Move [\d,]+ leads/ }).waitFor();
  await expectNoSeriousProblem(page, "[role=dialog]");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Absence and caps" }).click();
  await dialog.getByRole("button", { name: "Done" }).waitFor();
  await expectNoSeriousProblem(page, "[role=dialog]");
});
