import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { editRep, REP_COLUMNS } from "../../../src/model/edits/edit-rep";
import { columnByRole } from "../../../src/model/table";
import { REP_FIELDS, readRepTexts, repField, repText } from "../../../src/ui/reps/rep-fields";
import { smallPlan } from "../../helpers/small-plan";

const plan = smallPlan("AB");
const { reps } = plan.tables;
const fields = REP_COLUMNS.map(({ role }) => repField(reps, role));

describe("the form of a rep", () => {
  it("has a field for everything but name and coordinates", () => {
    const shown = REP_FIELDS.flatMap(({ roles }) => roles);
    const hidden = REP_COLUMNS.map(({ role }) => role).filter((role) => !shown.includes(role));
    expect(hidden).toEqual(["name", "latitude", "longitude"]);
    expect(new Set(shown).size).toBe(shown.length);
  });
  it("reads percents, dates and numbers as the locale writes them, and a blank as nothing", () => {
    const typed = new Map([
      ["availability", "80%"],
      ["since", "2/1/2026"],
      ["quota", "1,250,000"],
      ["language", " English; Polish "],
      ["skills", " "],
    ] as const);
    expect(readRepTexts(fields, typed, plan.settings)).toEqual({
      details: {
        availability: 0.8,
        since: Date.UTC(2026, 1, 1) / 86_400_000,
        quota: 1_250_000,
        language: "English; Polish",
        skills: null,
      },
      unread: [],
    });
    const german = { ...plan.settings, locale: "de-DE" };
    expect(readRepTexts(fields, new Map([["since", "1.2.2026"]] as const), german).details.since).toBe(
      Date.UTC(2026, 1, 1) / 86_400_000,
    );
  });
  it("names what cannot be read", () =>
    expect(readRepTexts(fields, new Map([["capacity", "many"]] as const), plan.settings).unread).toEqual([
      "Capacity",
    ]));
  it("starts with what would have to be typed for it", () => {
    const details = { availability: 0.8, since: 20_000, capacity: 45.5, language: "English" };
    const known = applyPatch(plan, editRep(plan, 1, details)).tables.reps;
    const own = REP_COLUMNS.map(({ role }) => repField(known, role));
    const typed = new Map(own.map((field) => [field.role, repText(known, 0, field, plan.settings)]));
    expect(readRepTexts(own, typed, plan.settings).details).toMatchObject({ ...details, name: "Ann" });
    expect(repText(known, 1, own.find(({ role }) => role === "since")!, plan.settings)).toBe("");
  });
  it("calls a field what the plan calls its column", () => {
    const column = { ...columnByRole(reps, "name")!, header: "Seller" };
    expect(repField({ ...reps, columns: [column] }, "name").label).toBe("Seller");
  });
});
