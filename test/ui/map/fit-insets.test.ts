import { describe, expect, it } from "vitest";
import { fitInsets } from "../../../src/ui/map/fit-insets";

const LEGEND = { width: 248, height: 520 };
const TOOLS = { width: 40, height: 310 };

describe("what is fitted into the map", () => {
  it("stands between the open legend and the tools", () => {
    expect(fitInsets({ width: 1200, height: 800 }, LEGEND, TOOLS)).toEqual({
      left: 248,
      right: 40,
      bottom: 0,
    });
  });

  it("stands above the legend where there is no room beside it", () => {
    const phone = { width: 390, height: 760 };
    expect(fitInsets(phone, { width: 248, height: 300 }, TOOLS)).toEqual({ left: 0, right: 40, bottom: 300 });
  });

  it("goes below what covers most of the map", () => {
    expect(fitInsets({ width: 390, height: 400 }, LEGEND, TOOLS)).toEqual({ left: 0, right: 40, bottom: 0 });
    expect(fitInsets({ width: 60, height: 60 }, LEGEND, TOOLS)).toEqual({ left: 0, right: 0, bottom: 0 });
  });

  it("has the whole map where nothing covers it", () => {
    const nothing = { width: 0, height: 0 };
    expect(fitInsets({ width: 800, height: 600 }, nothing, nothing)).toEqual({
      left: 0,
      right: 0,
      bottom: 0,
    });
  });
});
