import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AreaDrawing } from "../../src/geo/area-drawing";
import { areaMesh } from "../../src/geo/area-mesh";

const FAR = 3;
const somePoints = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 20 }),
    y: fc.integer({ min: 0, max: 20 }),
    from: fc.integer({ min: 0, max: 3 }),
    to: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 1, maxLength: 50 },
);

describe("areas drawn again and again", () => {
  it("are those drawn from scratch, and those before once labels are as before", () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const mesh = areaMesh(
          Float64Array.from(points, ({ x }) => x),
          Float64Array.from(points, ({ y }) => y),
          FAR,
        );
        const from = Uint16Array.from(points, (point) => point.from);
        const to = Uint16Array.from(points, (point) => point.to);
        const drawing = new AreaDrawing(mesh);
        const first = drawing.draw(from);
        expect(drawing.draw(to)).toEqual(new AreaDrawing(mesh).draw(to));
        expect(drawing.draw(from)).toEqual(first);
      }),
    );
  });

  it("tell who lies beside whom", () => {
    const mesh = areaMesh(Float64Array.of(0, 1, 2), Float64Array.of(0, 0, 0), FAR);
    const pairs = new AreaDrawing(mesh).draw(Uint16Array.of(1, 2, 3)).neighbors.map(({ a, b }) => [a, b]);
    expect(pairs).toContainEqual([1, 2]);
    expect(pairs).toContainEqual([2, 3]);
  });
});
