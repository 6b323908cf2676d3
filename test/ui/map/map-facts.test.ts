import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mercatorX, mercatorY } from "../../../src/geo/mercator";
import { accountFacts, accountName } from "../../../src/ui/map/account-facts";
import { accountPoints } from "../../../src/ui/map/account-points";
import { keptInView, LabelSpace } from "../../../src/ui/map/label-placement";
import { repHomes } from "../../../src/ui/map/rep-homes";
import { parseRgb } from "../../../src/ui/map/rgb";
import { scaleBar } from "../../../src/ui/map/scale-bar";
import { territoryLabels, unitTerritoryLabels } from "../../../src/ui/map/territory-labels";
import { alignedByUnits } from "../../helpers/unit-plan";
import { mapPlan } from "./map-plan";

const plan = mapPlan(400, 8, 20);
const alignment = plan.scenarios[0]!.alignments.main!;
const points = accountPoints(plan.tables.accounts);

describe("hovering over an account", () => {
  const account = alignment.territoryOf.indexOf(2);

  it("tells the territory, its rep, the place and each measure in the plan's money", () => {
    const { name, lines } = accountFacts(plan, alignment, account);
    const facts = Object.fromEntries(lines.map(({ label, value }) => [label, value]));
    expect(name).toBe(accountName(plan, account));
    expect(facts.Territory).toBe(alignment.territories[2]!.name);
    expect(facts.Rep).toMatch(/\w+ \w\./);
    expect(facts.Place).not.toBe("");
    expect(facts.Revenue).toMatch(/^\$[\d,]+$/);
    expect(facts).not.toHaveProperty("Accounts");
  });

  it("tells the unit, and whose it is where the account is an exception", () => {
    const units = alignedByUnits("AAB.", "111.");
    const { main } = units.scenarios[0]!.alignments;
    const unitOf = (row: number, shown: typeof main | null = main!) =>
      accountFacts(units, main!, row, shown).lines.find(({ label }) => label === "Unit")?.value;
    expect(unitOf(0)).toBe("One");
    expect(unitOf(2)).toBe("One (exception: it belongs to A)");
    expect(unitOf(2, null)).toBe("One");
    expect(unitOf(3)).toBeUndefined();
  });

  it("tells no rep of an unassigned account", () => {
    const unassigned = alignment.territoryOf.indexOf(0);
    const { lines } = accountFacts(plan, alignment, unassigned);
    expect(lines.map(({ label }) => label)).not.toContain("Rep");
    expect(lines[0]).toEqual({ label: "Territory", value: "Unassigned" });
  });

  it("names an account without a name by its row", () => {
    const accounts = { ...plan.tables.accounts, columns: [] };
    expect(accountName({ ...plan, tables: { ...plan.tables, accounts } }, 6)).toBe("Account 7");
  });
});

describe("names of territories", () => {
  const labels = territoryLabels(points, alignment.territoryOf, alignment.territories);

  it("stand in the middle of the located accounts, the largest territory first", () => {
    for (const label of labels) {
      const members = [...points.xs.keys()].filter(
        (account) => alignment.territoryOf[account] === label.slot && !Number.isNaN(points.xs[account]!),
      );
      expect(label.accounts).toBe(members.length);
      expect(label.x).toBeCloseTo(
        members.reduce((sum, account) => sum + points.xs[account]!, 0) / members.length,
      );
    }
    expect(labels.map(({ accounts }) => accounts)).toEqual(
      labels.map(({ accounts }) => accounts).sort((a, b) => b - a),
    );
  });

  it("leave out Unassigned and territories that are gone or have nobody on the map", () => {
    const territories = alignment.territories.map((territory, slot) => (slot === 3 ? null : territory));
    const slots = territoryLabels(points, alignment.territoryOf, territories).map(({ slot }) => slot);
    expect(slots).not.toContain(0);
    expect(slots).not.toContain(3);
    expect(slots).toContain(2);
  });
});

describe("the names of territories made of units", () => {
  // Two areas of territory 1 a long way apart, one of territory 2 between them, one of nobody.
  const set = {
    count: 4,
    centers: Float64Array.from([-120, 40, -70, 40, -95, 40, -95, 60]),
    areasKm2: Float64Array.from([300, 100, 50, 50]),
  };
  const slots = [1, 1, 2, 0];
  const labels = unitTerritoryLabels(points, alignment.territoryOf, alignment.territories, {
    set,
    slotOf: (unit) => slots[unit]!,
  });

  it("stand inside one of their own units, wherever their accounts lie", () => {
    const bySlot = new Map(labels.map(({ slot, x, y }) => [slot, [x, y]]));
    expect([...bySlot.keys()].sort()).toEqual([1, 2]);
    // The larger one is nearer to the middle, which lies in the unit of territory 2.
    expect(bySlot.get(1)).toEqual([mercatorX(-120), mercatorY(40)]);
    expect(bySlot.get(2)).toEqual([mercatorX(-95), mercatorY(40)]);
  });

  it("count the accounts of the territory on the map", () => {
    const counted = (slot: number) =>
      alignment.territoryOf.filter((of, account) => of === slot && !Number.isNaN(points.xs[account]!)).length;
    for (const { slot, accounts } of labels) expect(accounts).toBe(counted(slot));
  });
});

describe("homes of reps", () => {
  it("stand once for each rep who owns a territory", () => {
    const [unassigned, first] = alignment.territories;
    const twice = [unassigned!, first!, first!, null];
    expect(repHomes(plan.tables.reps, twice, 0)).toHaveLength(1);
    expect(repHomes(plan.tables.reps, alignment.territories, 0)).toHaveLength(8);
  });

  it("leave out reps who are gone", () => {
    const reps = {
      ...plan.tables.reps,
      deleted: Uint8Array.from({ length: 8 }, (_, row) => (row === 0 ? 1 : 0)),
    };
    expect(repHomes(reps, alignment.territories, 0)).toHaveLength(7);
  });
});

it("keeps labels from covering each other", () => {
  const box = fc.record({
    left: fc.integer({ min: -300, max: 300 }),
    top: fc.integer({ min: -300, max: 300 }),
    width: fc.integer({ min: 1, max: 200 }),
    height: fc.integer({ min: 1, max: 30 }),
  });
  fc.assert(
    fc.property(fc.array(box), (boxes) => {
      const space = new LabelSpace();
      const kept: typeof boxes = [];
      for (const next of boxes) {
        const free = kept.every(
          (taken) =>
            taken.left + taken.width <= next.left ||
            next.left + next.width <= taken.left ||
            taken.top + taken.height <= next.top ||
            next.top + next.height <= taken.top,
        );
        expect(space.claim(next)).toBe(free);
        if (free) kept.push(next);
      }
    }),
  );
});

describe("the scale bar", () => {
  it("is a round distance that fits", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        fc.double({ min: 1, max: 17, noNaN: true }),
        fc.constantFrom("km" as const, "mi" as const),
        (y, zoom, unit) => {
          const { label, widthPx } = scaleBar(y, 256 * 2 ** zoom, unit, 100);
          expect(widthPx).toBeGreaterThan(45);
          expect(widthPx).toBeLessThanOrEqual(100);
          expect(label).toMatch(/^[1235]0*(,000)* (km|mi|m|ft)$|^[1235]0?0?(,000)* (km|mi|m|ft)$/);
        },
      ),
    );
  });

  it("measures along the parallel", () => {
    // At zoom 8 a pixel on the equator is 40,075 km / 65,536 = 0.61 km, and half of that at 60° N.
    expect(scaleBar(0.5, 65_536, "km", 100)).toEqual({ label: "50 km", widthPx: 82 });
    const north = 0.5 - Math.log(Math.tan(Math.PI / 4 + Math.PI / 6)) / (2 * Math.PI);
    expect(scaleBar(north, 65_536, "km", 100)).toEqual({ label: "30 km", widthPx: 98 });
  });
});

it("reads colors as styles and plans write them", () => {
  expect(parseRgb("#0a80ff")).toEqual({ red: 10, green: 128, blue: 255 });
  expect(parseRgb("rgb(10, 128, 255)")).toEqual({ red: 10, green: 128, blue: 255 });
  expect(parseRgb("rgba(10, 128, 255, 0.5)")).toEqual({ red: 10, green: 128, blue: 255 });
});

describe("a label at the edge of the view", () => {
  const view = { left: 100, top: 100, right: 500, bottom: 400 };
  const around = (x: number, y: number) => ({ left: x - 60, top: y - 9, width: 120, height: 18 });
  const kept = (x: number, y: number) => keptInView(around(x, y), { x, y }, view);

  it("is moved in, so that it is never cut", () => {
    expect(kept(110, 200)!.left).toBeGreaterThanOrEqual(view.left);
    const { left, top, width, height } = kept(495, 399)!;
    expect(left + width).toBeLessThanOrEqual(view.right);
    expect(top + height).toBeLessThanOrEqual(view.bottom);
    expect(kept(300, 200)).toEqual(around(300, 200));
  });

  it("is left out where its place is out of view but it would reach in", () => {
    expect(kept(60, 200)).toBeNull();
    expect(kept(20, 200)).toEqual(around(20, 200));
  });

  it("is left out where the view is narrower than the label", () =>
    expect(keptInView(around(150, 200), { x: 150, y: 200 }, { ...view, right: 200 })).toBeNull());
});
