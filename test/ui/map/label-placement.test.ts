import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LabelSpace, leastHiding } from "../../../src/ui/map/label-placement";

const at = (left: number, top: number) => ({ left, top, width: 60, height: 20 });

describe("the place of a name", () => {
  it("is the first that hides no account", () => {
    const places = [at(0, 0), at(0, -22), at(0, 22)];
    expect(leastHiding(places, [{ x: 30, y: 10 }], 5)[0]).toEqual(at(0, -22));
    expect(leastHiding(places, [], 5)[0]).toEqual(at(0, 0));
  });

  it("counts an account as hidden whose edge is", () => {
    const places = [at(0, 0), at(100, 0)];
    expect(leastHiding(places, [{ x: -4, y: 10 }], 5)[0]).toEqual(at(100, 0));
    expect(leastHiding(places, [{ x: -6, y: 10 }], 5)[0]).toEqual(at(0, 0));
  });

  it("is where fewest are hidden, if everywhere some are", () => {
    const dots = [
      { x: 10, y: 10 },
      { x: 20, y: 10 },
      { x: 110, y: 10 },
    ];
    expect(leastHiding([at(0, 0), at(100, 0)], dots, 5)[0]).toEqual(at(100, 0));
  });

  it("is never shared", () => {
    const box = fc.record({
      left: fc.integer({ min: -200, max: 400 }),
      top: fc.integer({ min: -200, max: 400 }),
      width: fc.integer({ min: 1, max: 150 }),
      height: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 40 }), (boxes) => {
        const space = new LabelSpace();
        const taken = boxes.filter((each) => space.claim(each));
        for (const [i, a] of taken.entries())
          for (const b of taken.slice(i + 1)) {
            const apart =
              a.left + a.width <= b.left ||
              b.left + b.width <= a.left ||
              a.top + a.height <= b.top ||
              b.top + b.height <= a.top;
            expect(apart).toBe(true);
          }
      }),
    );
  });
});
