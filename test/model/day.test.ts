import { describe, expect, it } from "vitest";
import { dayIn, dayOfIso, isoDay } from "../../src/model/day";

describe("days", () => {
  const lateEvening = Date.UTC(2026, 4, 31, 23, 30);
  it("depend on where one is", () => {
    expect(isoDay(dayIn("UTC", lateEvening))).toBe("2026-05-31");
    expect(isoDay(dayIn("Europe/Berlin", lateEvening))).toBe("2026-06-01");
    expect(isoDay(dayIn("America/Chicago", lateEvening))).toBe("2026-05-31");
  });
  it("are read as they are written", () => {
    expect(dayOfIso("1970-01-02")).toBe(1);
    expect(dayOfIso(isoDay(20_604))).toBe(20_604);
    for (const text of ["", "31.05.2026", "2026-13-01", "2026-5-1"]) expect(dayOfIso(text)).toBeNull();
  });
});
