import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectNoSeriousProblem } from "./helpers/accessibility";
import {
  cursorOnMap,
  dragAlong,
  dragOverAll,
  findOnMap,
  hears,
  lastHeard,
  mapRegion,
  mapSurface,
  mapTool,
  nextFrames,
  paintBar,
  spotOnMap,
  zoomOut,
} from "./helpers/map-window";
import { openApp } from "./helpers/open-app";
import {
  expectFigures,
  exportedRows,
  openSamplePlan,
  planIsShown,
  selectFirstRows,
  shownFigures,
} from "./helpers/plan-window";

/** The sample plan with the paint tool in the hand, painting into Florida. */
async function openPainting(kind: string): Promise<Page> {
  const { page } = await openApp();
  await openSamplePlan(page);
  await takePaint(page, kind);
  return page;
}

async function takePaint(page: Page, kind: string): Promise<void> {
  await mapTool(page, "Paint").click();
  await paintBar(page).getByRole("combobox", { name: "Paint into" }).selectOption({ label: "Florida" });
  await paintBar(page).getByRole("radio", { name: kind }).click();
}

/** Aligns the plan by units; tells how many accounts are exceptions then. */
async function useUnits(page: Page, name: string): Promise<number> {
  const dialog = await openUnits(page);
  await dialog.getByRole("combobox", { name: "Units", exact: true }).selectOption({ label: name });
  await dialog.getByRole("button", { name: "Use these units" }).click();
  await dialog.getByRole("table", { name: "Units" }).waitFor();
  await dialog.getByRole("button", { name: "Done" }).click();
  return exceptionsNow(page);
}

async function openUnits(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Planning", exact: true }).click();
  await page.getByRole("menuitem", { name: "Units…" }).click();
  return page.getByRole("dialog", { name: "Units", exact: true });
}

async function exceptionsNow(page: Page): Promise<number> {
  const dialog = await openUnits(page);
  const told = await dialog.getByRole("status", { name: "Exceptions" }).innerText();
  await dialog.getByRole("button", { name: "Done" }).click();
  await dialog.waitFor({ state: "detached" });
  return Number.parseInt(told.replaceAll(",", ""), 10);
}

async function territories(page: Page): Promise<string[]> {
  return (await exportedRows(page)).map((row) => row.Territory ?? "");
}

const undo = (page: Page) => page.getByRole("button", { name: "Undo", exact: true }).first().click();

/** Grabs a border near the middle of the map and pulls it until something would change sides; tells what was heard then. */
async function pullByKeys(page: Page): Promise<string> {
  const pressUntil = async (keys: readonly string[], wanted: RegExp) => {
    for (let i = 0; i < 12 && !wanted.test(await lastHeard(page)); i++) {
      const heard = await lastHeard(page);
      await page.keyboard.press(keys[i % keys.length]!);
      await expect.poll(() => lastHeard(page)).not.toBe(heard);
    }
    return hears(page, wanted);
  };
  await pressUntil(["Enter", "ArrowDown"], /^Grabbed the border of .+ and .+\. Arrow keys/);
  return pressUntil(["ArrowRight"], /would go to/);
}

describe("painting accounts", () => {
  it("tells what a stroke would do, does it as one step, and takes back every figure", async () => {
    const page = await openPainting("Brush");
    const before = await shownFigures(page);
    const way = [await spotOnMap(page, 0.62, 0.5), await spotOnMap(page, 0.75, 0.54)];
    const heardBefore = await lastHeard(page);
    await dragAlong(page, way, async () => {
      const effects = paintBar(page).getByRole("table");
      await effects.getByRole("rowheader", { name: "+ Florida" }).waitFor();
      await effects.getByRole("cell").filter({ hasText: "→" }).first().waitFor();
      // Nothing is said, and nothing done, before the stroke ends.
      expect(await lastHeard(page)).toBe(heardBefore);
      expect(await shownFigures(page)).toEqual(before);
    });
    const heard = await hears(page, /^Painted \d+ accounts into Florida\. .*index \d+, now \d+\.$/);
    const painted = Number(/\d+/.exec(heard)![0]);
    await expect
      .poll(async () => (await shownFigures(page)).territories.Florida!.accounts)
      .toBe(before.territories.Florida!.accounts + painted);
    await undo(page);
    await expectFigures(page, before);
  });

  it("takes with a rectangle only what nobody has, if asked", async () => {
    const page = await openPainting("Rectangle");
    const before = await territories(page);
    await paintBar(page).getByRole("checkbox", { name: "Only unassigned" }).check();
    await mapTool(page, "Fit all").click();
    await dragOverAll(page);
    await hears(page, /^Painted \d+ accounts into Florida/);
    const after = await territories(page);
    expect(before.filter((name) => name === "Unassigned" || name === "").length).toBeGreaterThan(0);
    expect(after).toEqual(before.map((name) => (name === "" || name === "Unassigned" ? "Florida" : name)));
  });

  it("leaves locked accounts, unless locks are not respected, and erases", async () => {
    const { page } = await openApp();
    await openSamplePlan(page);
    await selectFirstRows(page, 5);
    await page
      .getByRole("toolbar", { name: "Selected accounts" })
      .first()
      .getByRole("button", { name: "Lock", exact: true })
      .click();
    const before = await territories(page);
    await takePaint(page, "Rectangle");
    // The bar of the tool must not lie over an account.
    await zoomOut(page);
    await dragOverAll(page);
    await hears(page, /^Painted/);
    const held = await territories(page);
    expect(held.slice(0, 5)).toEqual(before.slice(0, 5));
    expect(new Set(held.slice(5))).toEqual(new Set(["Florida"]));

    await paintBar(page).getByRole("checkbox", { name: "Respect locks" }).uncheck();
    await dragOverAll(page);
    await hears(page, /^Painted \d accounts? into Florida/);
    expect(new Set(await territories(page))).toEqual(new Set(["Florida"]));

    await mapSurface(page).focus();
    await page.keyboard.press("e");
    expect(await paintBar(page).getByRole("combobox", { name: "Paint into" }).inputValue()).toBe("0");
    await dragOverAll(page);
    await hears(page, /^Unassigned 1,200 accounts|^Unassigned 1200 accounts/);
    expect((await shownFigures(page)).territories.Florida!.accounts).toBe(0);
  });

  it("paints with a lasso what lies in it, and with a press the account there", async () => {
    const page = await openPainting("Lasso");
    const before = await territories(page);
    const ring = await Promise.all(
      [
        [0.2, 0.4],
        [0.7, 0.4],
        [0.7, 0.6],
        [0.2, 0.6],
      ].map(([across, down]) => spotOnMap(page, across!, down!)),
    );
    await dragAlong(page, [...ring, ring[0]!]);
    const heard = await hears(page, /^Painted \d+ accounts into Florida/);
    const after = await territories(page);
    const changed = after.filter((name, row) => name !== before[row]);
    expect(changed.length).toBe(Number(/\d+/.exec(heard)![0]));
    expect(new Set(changed)).toEqual(new Set(["Florida"]));
    await undo(page);
    await expect.poll(() => territories(page)).toEqual(before);

    await paintBar(page).getByRole("radio", { name: "One by one" }).click();
    await findOnMap(page, async ({ x, y }) => {
      await page.mouse.click(x, y);
      return (await lastHeard(page)).startsWith("Painted 1 account into Florida");
    });
  });

  it("pulls a border to the other side, where the pointer shows that it can be grabbed", async () => {
    const page = await openPainting("Pull a border");
    const before = await shownFigures(page);
    for (let i = 0; i < 6; i++) await page.keyboard.press("]");
    const grab = await findOnMap(page, async () => (await cursorOnMap(page)) === "grab");
    await dragAlong(page, [grab, { x: grab.x + 60, y: grab.y + 10 }], async () => {
      expect(await cursorOnMap(page)).toBe("grabbing");
      await paintBar(page).getByRole("table").waitFor();
    });
    await hears(page, /^(Painted|Unassigned) \d+ accounts?/);
    await undo(page);
    await expectFigures(page, before);
  });

  it("pulls a border by keyboard, and lets it go where it was with Esc", async () => {
    const page = await openPainting("Pull a border");
    const before = await shownFigures(page);
    await mapSurface(page).focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press("]");
    await pullByKeys(page);
    await paintBar(page).getByRole("table").waitFor();
    expect(await shownFigures(page)).toEqual(before);
    await page.keyboard.press("Escape");
    await hears(page, /^Stroke cancelled/);
    await paintBar(page).getByRole("table").waitFor({ state: "detached" });
    await paintBar(page).getByRole("radio", { name: "Pull a border", checked: true }).waitFor();

    const [, count, taker] = /^(\d+) accounts? would go to (.*)\.$/.exec(await pullByKeys(page))!;
    await page.keyboard.press("Enter");
    await hears(
      page,
      new RegExp(`^Painted ${count} accounts? into ${taker}\\.|^Unassigned ${count} accounts?`),
    );
    expect(await shownFigures(page)).not.toEqual(before);
    await page.keyboard.press("Control+z");
    await expectFigures(page, before);
  });

  it("cancels a stroke with Esc, then puts the tool away, with the keyboard back on the map", async () => {
    const page = await openPainting("Brush");
    const before = await shownFigures(page);
    await dragAlong(page, [await spotOnMap(page, 0.5, 0.5), await spotOnMap(page, 0.7, 0.5)], async () => {
      await paintBar(page).getByRole("table").waitFor();
      await page.keyboard.press("Escape");
    });
    await hears(page, /^Stroke cancelled/);
    expect(await shownFigures(page)).toEqual(before);
    await paintBar(page).getByRole("radio", { name: "Brush", checked: true }).waitFor();
    await page.keyboard.press("Escape");
    await paintBar(page).waitFor({ state: "detached" });
    expect(await mapSurface(page).evaluate((map) => map === document.activeElement)).toBe(true);

    await mapTool(page, "Paint").click();
    await paintBar(page).getByRole("button", { name: "Stop painting" }).click();
    expect(await mapSurface(page).evaluate((map) => map === document.activeElement)).toBe(true);
  });

  it("moves the map while Space is held, and sizes the brush with brackets", async () => {
    const page = await openPainting("Brush");
    const before = await shownFigures(page);
    await mapSurface(page).focus();
    const size = paintBar(page).getByRole("slider", { name: "Brush size" });
    const first = Number(await size.inputValue());
    await page.keyboard.press("]");
    expect(Number(await size.inputValue())).toBeGreaterThan(first);
    await page.keyboard.press("[");
    expect(Number(await size.inputValue())).toBeLessThanOrEqual(first);

    await page.keyboard.down("Space");
    expect(await cursorOnMap(page)).toBe("grab");
    const pane = mapSurface(page).locator(".leaflet-map-pane");
    const lay = await pane.evaluate((element) => element.getBoundingClientRect().x);
    await dragAlong(page, [await spotOnMap(page, 0.5, 0.5), await spotOnMap(page, 0.6, 0.5)]);
    await page.keyboard.up("Space");
    expect(await pane.evaluate((element) => element.getBoundingClientRect().x)).not.toBe(lay);
    expect(await shownFigures(page)).toEqual(before);
  });

  it("refuses in words while another tab changes the plan", async () => {
    const { page: first, newTab } = await openApp();
    await openSamplePlan(first);
    const second = await newTab();
    await planIsShown(second);
    await second.getByText(/open in another tab/).waitFor();
    expect(await mapTool(second, "Paint").isDisabled()).toBe(true);
    await mapSurface(second).focus();
    await second.keyboard.press("p");
    await hears(second, /being changed in another tab/);
    expect(await paintBar(second).count()).toBe(0);
  });
});

it("paints by keyboard alone, with arrows among the tools and the middle of the map as the brush", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const before = await shownFigures(page);
  await mapSurface(page).focus();
  await page.keyboard.press("p");
  await paintBar(page).waitFor();
  await expectNoSeriousProblem(page);
  const brush = paintBar(page).getByRole("radio", { name: "Brush" });
  await brush.focus();
  await page.keyboard.press("ArrowRight");
  await paintBar(page).getByRole("radio", { name: "Rectangle", checked: true }).waitFor();
  await page.keyboard.press("ArrowLeft");
  await paintBar(page).getByRole("radio", { name: "Brush", checked: true }).waitFor();
  // The others are no stops of the Tab key.
  expect(await paintBar(page).getByRole("radio", { checked: false }).first().getAttribute("tabindex")).toBe(
    "-1",
  );
  await paintBar(page).getByRole("combobox", { name: "Paint into" }).selectOption({ label: "Florida" });

  await mapSurface(page).focus();
  for (let i = 0; i < 10; i++) await page.keyboard.press("]");
  await page.keyboard.press("ArrowRight");
  await hears(page, /index \d+.*(Beside|No neighbors)|No territory here/);
  await page.keyboard.press("Enter");
  await hears(page, /^Painted \d+ accounts? into Florida/);
  expect(await shownFigures(page)).not.toEqual(before);
  await page.keyboard.press("Control+z");
  await expectFigures(page, before);
});

it("selects through the crosshair", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await mapSurface(page).focus();
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("ArrowRight");
    await hears(page, /accounts|No territory/);
    await page.keyboard.press("Enter");
    if (/1 selected/.test(await hears(page, /selected|No account here/))) break;
  }
  await page.getByRole("toolbar", { name: "Selected accounts" }).first().getByText("1 selected").waitFor();
});

it("paints with one finger and zooms with two", async () => {
  const { page, context } = await openApp({ viewport: { width: 390, height: 844 }, touch: true });
  await page.getByRole("button", { name: "Open sample plan" }).click();
  await page.getByRole("tab", { name: "Map", exact: true }).click();
  await mapTool(page, "Paint").click();
  await paintBar(page).getByRole("combobox", { name: "Paint into" }).selectOption({ label: "Florida" });
  const devtools = await context.newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...points: { x: number; y: number }[]) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points.map((at, id) => ({ ...at, id })) });
  const from = await spotOnMap(page, 0.6, 0.5);
  await touch("touchStart", from);
  for (let i = 1; i < 8; i++) await touch("touchMove", { x: from.x + 6 * i, y: from.y + 2 * i });
  await paintBar(page).getByRole("table").waitFor();
  await touch("touchEnd");
  const heard = await hears(page, /^Painted \d+ accounts into Florida/);

  const scale = mapRegion(page).locator(".map-scale");
  const before = await scale.textContent();
  const [a, b] = [await spotOnMap(page, 0.4, 0.55), await spotOnMap(page, 0.6, 0.65)];
  await touch("touchStart", a);
  await touch("touchStart", a, b);
  for (let i = 1; i < 14; i++) {
    await touch("touchMove", { x: a.x - 5 * i, y: a.y - 5 * i }, { x: b.x + 5 * i, y: b.y + 5 * i });
    await nextFrames(page);
  }
  await touch("touchEnd");
  await expect.poll(() => scale.textContent()).not.toBe(before);
  expect(await lastHeard(page)).toBe(heard);
});

describe("painting units", () => {
  it("gives counties away with their accounts, and takes them back", async () => {
    const { page } = await openApp();
    await openSamplePlan(page);
    await useUnits(page, "US counties");
    const before = await shownFigures(page);

    await takePaint(page, "Brush");
    await paintBar(page).getByRole("combobox", { name: "What is painted" }).waitFor();
    const way = [await spotOnMap(page, 0.62, 0.5), await spotOnMap(page, 0.7, 0.52)];
    // The areas of the units are loaded when they are first painted.
    await expect
      .poll(
        async () => {
          let units = 0;
          await dragAlong(page, way, async () => {
            const header = paintBar(page).getByRole("columnheader").first();
            const text = (await header.count()) > 0 ? ((await header.textContent()) ?? "") : "";
            units = Number(/^(\d+) units/.exec(text)?.[1] ?? 0);
          });
          return units;
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBeGreaterThan(1);
    await hears(page, /^Gave \d+ units to Florida with \d+ accounts/);
    expect((await shownFigures(page)).territories.Florida!.accounts).toBeGreaterThan(
      before.territories.Florida!.accounts,
    );
    await undo(page);
    await expectFigures(page, before);
  });

  it("gives a state away with a press, with its accounts but for locked ones, which are counted", async () => {
    const { page } = await openApp();
    await openSamplePlan(page);
    const before = await useUnits(page, "US states");
    await selectFirstRows(page, 1);
    const bar = page.getByRole("toolbar", { name: "Selected accounts" }).first();
    await bar.getByRole("button", { name: "Lock", exact: true }).click();
    await bar.getByRole("button", { name: "Zoom to selected" }).click();
    const rows = await exportedRows(page);
    const [locked] = rows;
    const inState = rows.filter((row) => row.State === locked!.State);
    expect(locked!.Territory).not.toBe("Florida");
    expect(inState.length).toBeGreaterThan(5);
    const figures = await shownFigures(page);

    await takePaint(page, "One by one");
    const middle = await spotOnMap(page, 0.5, 0.5);
    // The areas of the units are loaded when they are first painted.
    await expect
      .poll(
        async () => {
          await page.mouse.click(middle.x, middle.y);
          return lastHeard(page);
        },
        { timeout: 20_000, interval: 500 },
      )
      .toMatch(/^Gave 1 unit to Florida with \d+ accounts/);
    const after = await territories(page);
    for (const [at, row] of rows.entries())
      if (row.State === locked!.State && at > 0) expect(after[at]).toBe("Florida");
    expect(after[0]).toBe(locked!.Territory);
    const left = (row: number) => after[row] !== rows[row]!.Territory;
    expect([...after.keys()].filter(left).every((row) => rows[row]!.State === locked!.State)).toBe(true);

    // The locked account is the state's only exception now; until then those were that others than most had.
    const held = inState.map((row) => row.Territory);
    const most = Math.max(...held.map((name) => held.filter((each) => each === name).length));
    expect((await exceptionsNow(page)) - before).toBe(1 - (inState.length - most));
    await undo(page);
    await expectFigures(page, figures);
  });
});
