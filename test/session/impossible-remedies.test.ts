import { describe, expect, it } from "vitest";
import type { Remedy, SettingsLoosening } from "../../src/session/impossible";
import { givesUpBalance, isLimitBinding, offeredRemedies } from "../../src/session/impossible-remedies";

const by = (...loosenings: SettingsLoosening[]): Remedy => ({ loosenings, isLeast: false });
const all = (tolerance: number) => by({ kind: "tolerance", measure: "revenue", tolerance });
const north = by({ kind: "territory-tolerance", measure: "revenue", territory: "north", tolerance: 1.3 });
const unlock = by({ kind: "unlock", accounts: [1, 2] });
const change = (share: number) => by({ kind: "change-limit", share });

describe("the remedies that are offered", () => {
  it("are the newest of each kind, in the order the kinds were found", () =>
    expect(offeredRemedies([change(0.3), change(0.2), north, all(0.4), all(0.3)])).toEqual([
      change(0.2),
      north,
      all(0.3),
    ]));

  it("give up balance only where nothing else helps", () => {
    expect(offeredRemedies([north, unlock, all(1.28)])).toEqual([north, unlock]);
    expect(offeredRemedies([all(1.28)])).toEqual([all(1.28)]);
  });

  it("count an exception for one territory, however wide, as keeping balance", () => {
    expect(givesUpBalance(north)).toBe(false);
    expect(givesUpBalance(all(0.51))).toBe(true);
    expect(givesUpBalance(all(0.5))).toBe(false);
  });
});

describe("the limit on change", () => {
  it("binds where lifting it is enough", () => {
    expect(isLimitBinding([north, change(0.18)])).toBe(true);
    const both = by(
      { kind: "change-limit", share: 0.2 },
      { kind: "tolerance", measure: "x", tolerance: 0.2 },
    );
    expect(isLimitBinding([both, unlock])).toBe(false);
  });
});
