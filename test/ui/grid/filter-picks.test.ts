import fc from "fast-check";
import { expect, it } from "vitest";
import type { ColumnFilter } from "../../../src/model/views/column-filter";
import { listedTexts } from "../../../src/ui/grid/filter-kinds";
import { isPicked, withPicks } from "../../../src/ui/grid/filter-picks";

const ALL = ["", "a", "b", "c"];

it("keeps values that come later where some of all were unticked", () => {
  const filter = withPicks(undefined, ["b"], false, ALL)!;
  expect(ALL.filter((text) => isPicked(filter, text))).toEqual(["", "a", "c"]);
  expect(isPicked(filter, "new")).toBe(true);
});
it("takes no further values where they were ticked from none", () => {
  const filter = withPicks({ kind: "values", values: new Set() }, ["b"], true, ALL)!;
  expect(isPicked(filter, "b")).toBe(true);
  expect(isPicked(filter, "new")).toBe(false);
});
it("starts from nothing where a condition is in force", () => {
  const filter = withPicks({ kind: "blank" }, ["a"], true, ALL)!;
  expect(ALL.filter((text) => isPicked(filter, text))).toEqual(["a"]);
});
it("is as ticked, in any order of ticks, and no filter once all are", () => {
  const tick = fc.tuple(fc.constantFrom(...ALL), fc.boolean());
  fc.assert(
    fc.property(fc.array(tick), (ticks) => {
      let filter: ColumnFilter | undefined;
      const wanted = new Set(ALL);
      for (const [text, on] of ticks) {
        filter = withPicks(filter, [text], on, ALL) ?? undefined;
        if (on) wanted.add(text);
        else wanted.delete(text);
        expect(ALL.filter((each) => isPicked(filter, each))).toEqual(ALL.filter((each) => wanted.has(each)));
        expect(filter === undefined).toBe(wanted.size === ALL.length);
      }
    }),
  );
});
it("reads pasted lists by line, else by comma", () => {
  expect(listedTexts("Acme, Inc\r\nGlobex\n\n Acme, Inc ")).toEqual(["Acme, Inc", "Globex"]);
  expect(listedTexts("a; b,c\td")).toEqual(["a", "b", "c", "d"]);
});
