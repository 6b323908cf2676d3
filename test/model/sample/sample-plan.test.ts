import { describe, expect, it } from "vitest";
import { greatCircleKm } from "../../../src/geo/distance";
import { primaryRep, territorySlots, UNASSIGNED } from "../../../src/model/alignment";
import { cellNumber, cellText, cellValue } from "../../../src/model/cells";
import { figures } from "../../../src/model/metrics/figures";
import { packPlan } from "../../../src/model/packed-plan";
import { alignmentAt, type Plan } from "../../../src/model/plan";
import { makeSamplePlan } from "../../../src/model/sample/sample-plan";
import { type ColumnRole, columnByKey, columnByRole, rowById, type Table } from "../../../src/model/table";
import { usPostalCodes } from "./sample-places";

const NOW = Date.UTC(2026, 4, 1, 15);
const TODAY = NOW / 86_400_000;
const SEEDS = [1, 2, 3, 7, 2026];

const sample = (seed = 1, now = NOW): Plan => makeSamplePlan(usPostalCodes, { seed, now });
const plan = sample();
const path = { scenario: plan.scenarios[0]!.id, layer: plan.layers[0]!.id };
const alignment = alignmentAt(plan, path);
const { accounts, reps, leads, deals } = plan.tables;

const texts = (table: Table, role: ColumnRole): string[] =>
  Array.from({ length: table.count }, (_, row) => cellText(columnByRole(table, role), row));
const numbers = (table: Table, role: ColumnRole): number[] =>
  Array.from({ length: table.count }, (_, row) => cellNumber(columnByRole(table, role)!, row));
const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number =>
  items.filter(holds).length / items.length;

/** Everything in a plan as one text; NaN differs from 0. */
const fingerprint = (made: Plan): string =>
  JSON.stringify(packPlan(made), (_, value) => {
    if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, String).join();
    return value;
  });

describe("chance", () => {
  it("makes the same plan of the same seed and time", () => {
    expect(fingerprint(sample(5))).toBe(fingerprint(sample(5)));
  });

  it("makes another plan of another seed", () => {
    expect(texts(sample(6).tables.accounts, "name")).not.toEqual(texts(accounts, "name"));
  });

  it("moves dates along with the time, and nothing else", () => {
    const later = sample(1, NOW + 10 * 86_400_000);
    expect(texts(later.tables.accounts, "name")).toEqual(texts(accounts, "name"));
    expect(numbers(later.tables.deals, "created")).toEqual(numbers(deals, "created").map((day) => day + 10));
  });

  it("makes as many rows as asked for", () => {
    const large = makeSamplePlan(usPostalCodes, { seed: 1, now: NOW, accounts: 5_000, leads: 0, deals: 10 });
    expect([large.tables.accounts.count, large.tables.leads.count, large.tables.deals.count]).toEqual([
      5_000, 0, 10,
    ]);
    expect(new Set(texts(large.tables.accounts, "name")).size).toBe(5_000);
  });
});

describe("accounts", () => {
  it("are 1,200 with ids and names of their own", () => {
    expect(accounts.count).toBe(1_200);
    expect(new Set(accounts.ids).size).toBe(1_200);
    expect(new Set(texts(accounts, "key")).size).toBe(1_200);
    expect(new Set(texts(accounts, "name")).size).toBe(1_200);
  });

  it("stand at real postal codes of their state, near the middle of the code's area", () => {
    const [codes, states] = [texts(accounts, "postalCode"), texts(accounts, "state")];
    const [latitudes, longitudes] = [numbers(accounts, "latitude"), numbers(accounts, "longitude")];
    for (let account = 0; account < accounts.count; account++) {
      expect(codes[account]).toMatch(/^\d{5}$/);
      const i = usPostalCodes.codes.indexOf(Number(codes[account]));
      expect(i, `${codes[account]} exists`).toBeGreaterThanOrEqual(0);
      expect(usPostalCodes.states[usPostalCodes.state[i]!]).toBe(states[account]);
      const km = greatCircleKm(
        usPostalCodes.longitude[i]!,
        usPostalCodes.latitude[i]!,
        longitudes[account]!,
        latitudes[account]!,
      );
      expect(km).toBeLessThan(4);
    }
  });

  it("are where businesses are: most in large metro areas, some in nearly every state", () => {
    const states = texts(accounts, "state");
    expect(new Set(states).size).toBeGreaterThanOrEqual(40);
    expect(share(states, (state) => ["CA", "TX", "NY", "FL"].includes(state))).toBeGreaterThan(0.25);
    expect(share(states, (state) => state === "WY" || state === "VT")).toBeLessThan(0.02);
  });

  it("are many small companies and a few large ones, in the right segment", () => {
    const segments = texts(accounts, "segment");
    expect(share(segments, (segment) => segment === "Small business")).toBeGreaterThan(0.5);
    expect(share(segments, (segment) => segment === "Enterprise")).toBeGreaterThan(0.02);
    expect(share(segments, (segment) => segment === "Enterprise")).toBeLessThan(0.1);
    numbers(accounts, "employees").forEach((employees, account) => {
      expect(segments[account] === "Enterprise").toBe(employees >= 1_000);
    });
  });

  it("pay no more than they could, and nothing before they are customers", () => {
    const [revenue, potential] = [numbers(accounts, "revenue"), numbers(accounts, "potential")];
    const status = columnByKey(accounts, "status")!;
    for (let account = 0; account < accounts.count; account++) {
      expect(potential[account]).toBeGreaterThan(0);
      expect(revenue[account]).toBeLessThanOrEqual(potential[account]!);
      expect(revenue[account]! > 0).toBe(cellValue(status, account) === "Customer");
    }
  });
});

describe("reps", () => {
  it("are 24 with homes, quotas and a team lead each but the leads", () => {
    expect(reps.count).toBe(24);
    const names = texts(reps, "name");
    expect(new Set(names).size).toBe(24);
    const seniority = texts(reps, "seniority");
    texts(reps, "manager").forEach((manager, rep) => {
      if (seniority[rep] === "Team lead") expect(manager).toBe("");
      else expect(seniority[names.indexOf(manager)]).toBe("Team lead");
    });
    expect(numbers(reps, "quota").every((quota) => quota > 0)).toBe(true);
    expect(numbers(reps, "latitude").every((latitude) => latitude > 18 && latitude < 72)).toBe(true);
    expect(texts(reps, "email").every((email) => /^[a-z]+\.[a-z]+@example\.com$/.test(email))).toBe(true);
  });
});

describe("the current alignment", () => {
  it("has 24 territories in four regions, each with a rep", () => {
    const slots = territorySlots(alignment);
    expect(slots).toHaveLength(24);
    const rows = rowById(reps);
    const covering = slots.map((slot) => rows.get(primaryRep(alignment.territories[slot]!)!));
    expect(new Set(covering).size).toBe(24);
    expect(covering).not.toContain(undefined);
    const groups = slots.map((slot) => alignment.territories[slot]!.group);
    for (const group of alignment.groups) expect(groups.filter((id) => id === group.id)).toHaveLength(6);
    expect(alignment.groups.map((group) => group.name)).toEqual(["West", "Central", "South", "East"]);
    expect(new Set(slots.map((slot) => alignment.territories[slot]!.color)).size).toBe(24);
  });

  it("is the baseline", () => {
    expect(plan.layers[0]!.baseline).toBe(alignment);
    expect(figures(plan, path).disruption?.changedAccounts).toBe(0);
  });

  it.each(SEEDS)("is lopsided but not absurd (seed %i)", (seed) => {
    const made = sample(seed);
    const shown = figures(made, { scenario: made.scenarios[0]!.id, layer: made.layers[0]!.id });
    expect(shown.balanceScore).toBeGreaterThan(45);
    expect(shown.balanceScore).toBeLessThan(70);
    const held = [...shown.accounts].slice(1);
    expect(Math.min(...held)).toBeGreaterThan(0);
    expect(Math.max(...held) / Math.min(...held)).toBeGreaterThan(3);
    const unassigned = shown.accounts[UNASSIGNED]! / made.tables.accounts.count;
    expect(unassigned).toBeGreaterThan(0.01);
    expect(unassigned).toBeLessThan(0.06);
  });

  it("can be balanced: no account is worth more than half a territory", () => {
    const { measures } = figures(plan, path);
    const potential = measures.find((figure) => figure.measure.name === "Potential")!;
    expect(Math.max(...numbers(accounts, "potential"))).toBeLessThan(potential.targets[1]! / 2);
  });

  it("balances accounts, potential and revenue within 10 %", () => {
    expect(plan.measures.map((measure) => measure.name)).toEqual(["Accounts", "Potential", "Revenue"]);
    for (const measure of plan.measures) {
      expect(measure.tolerance).toBe(0.1);
      if (measure.source.kind === "column")
        expect(columnByKey(accounts, measure.source.column)).toBeDefined();
    }
  });
});

describe("leads and deals", () => {
  it("belong to reps who exist", () => {
    const names = new Set(texts(reps, "name"));
    for (const owner of texts(leads, "owner")) expect(names).toContain(owner);
    for (const owner of texts(deals, "owner")) if (owner !== "") expect(names).toContain(owner);
  });

  it("came in before now, and were answered after they came, or not yet", () => {
    expect(leads.count).toBe(600);
    const [created, answered] = [numbers(leads, "created"), numbers(leads, "firstResponse")];
    const status = texts(leads, "stage");
    for (let lead = 0; lead < leads.count; lead++) {
      expect(created[lead]).toBeLessThan(TODAY);
      if (status[lead] === "New") expect(answered[lead]).toBeNaN();
      else {
        expect(answered[lead]).toBeGreaterThan(created[lead]!);
        expect(answered[lead]).toBeLessThan(TODAY);
      }
    }
    expect(share(status, (state) => state === "New")).toBeGreaterThan(0.02);
    expect(share(status, (state) => state === "New")).toBeLessThan(0.3);
  });

  it("refer to accounts that exist, and are closed exactly where their closing date has passed", () => {
    expect(deals.count).toBe(500);
    const keys = new Set(texts(accounts, "key"));
    const [stages, created, closes] = [
      texts(deals, "stage"),
      numbers(deals, "created"),
      numbers(deals, "closed"),
    ];
    for (let deal = 0; deal < deals.count; deal++) {
      expect(keys).toContain(cellText(columnByRole(deals, "account"), deal));
      expect(closes[deal]).toBeGreaterThan(created[deal]!);
      expect(stages[deal]!.startsWith("Closed")).toBe(closes[deal]! < Math.floor(TODAY));
    }
    expect(share(stages, (stage) => stage === "Closed won")).toBeGreaterThan(0.1);
  });
});
