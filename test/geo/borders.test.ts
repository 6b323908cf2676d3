import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaMesh } from "../../src/geo/area-mesh";
import { labelAt, nearestBorder, neighborsOf, ringPoints, ringsOfBorders } from "../../src/geo/areas";
import { borderEdges, bordersOf, updateBorderEdges } from "../../src/geo/borders";
import { placeLabels, updatePlaceLabels } from "../../src/geo/place-labels";
import { createRandom } from "../../src/optimizer/random";

const FAR = 3;

/** One character a point, on a grid of unit squares: a letter is its label (A = 1), "." nobody's, a space no point. */
function drawn(...rows: string[]) {
  const points = rows.flatMap((row, y) =>
    [...row].flatMap((letter, x) => (letter === " " ? [] : [{ x, y, label: labelOfLetter(letter) }])),
  );
  return areasOf(points);
}

function labelOfLetter(letter: string): number {
  return letter === "." ? 0 : letter.charCodeAt(0) - 64;
}

function areasOf(points: readonly { x: number; y: number; label: number }[]) {
  const mesh = areaMesh(
    Float64Array.from(points, ({ x }) => x),
    Float64Array.from(points, ({ y }) => y),
    FAR,
  );
  const labels = placeLabels(
    mesh,
    Uint16Array.from(points, ({ label }) => label),
  );
  const borders = bordersOf(mesh, labels);
  const rings = ringsOfBorders(borders);
  const at = (x: number, y: number) => labelAt(borders, rings, x, y);
  return { mesh, labels, borders, rings, at };
}

/** Twice the area inside a ring, above 0 where it runs clockwise on a map with north up. */
function turn(ring: Float64Array): number {
  let sum = 0;
  for (let i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2) {
    sum += ring[before]! * ring[i + 1]! - ring[i]! * ring[before + 1]!;
  }
  return sum;
}

const somePoints = fc
  .array(
    fc.record({
      x: fc.double({ min: 0, max: 8, noNaN: true }),
      y: fc.double({ min: 0, max: 8, noNaN: true }),
      label: fc.integer({ min: 0, max: 4 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  // A grain keeps places either equal or apart, as coordinates with decimals are.
  .map((points) =>
    points.map(({ x, y, label }) => ({ x: Math.round(x * 50) / 50, y: Math.round(y * 50) / 50, label })),
  );

describe("territory areas", () => {
  it("surround every point with its own territory", () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const { mesh, labels, at } = areasOf(points);
        for (let place = 0; place < mesh.placeCount; place++) {
          expect(at(mesh.coordinates[2 * place]!, mesh.coordinates[2 * place + 1]!)).toBe(labels[place]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("share every border, so that nothing overlaps or gapes", () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const { borders, rings } = areasOf(points);
        const uses = new Map<number, number>();
        for (const directed of rings.lines) uses.set(directed, (uses.get(directed) ?? 0) + 1);
        for (let line = 0; line < borders.lineCount; line++) {
          expect(borders.left[line]).not.toBe(borders.right[line]);
          expect(uses.get(2 * line) ?? 0).toBe(borders.left[line] === 0 ? 0 : 1);
          expect(uses.get(2 * line + 1) ?? 0).toBe(borders.right[line] === 0 ? 0 : 1);
        }
        for (let ring = 0; ring < rings.ringCount; ring++) {
          expect(ringPoints(borders, rings, ring).length).toBeGreaterThanOrEqual(6);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("end at most as far from a lone account as asked for", () => {
    const { borders, at } = areasOf([{ x: 10, y: 20, label: 1 }]);
    for (let i = 0; i < borders.points.length; i += 2) {
      const distance = Math.hypot(borders.points[i]! - 10, borders.points[i + 1]! - 20);
      expect(distance).toBeGreaterThan(0.5 * FAR);
      expect(distance).toBeLessThanOrEqual(1.3 * FAR);
    }
    expect(at(10, 20)).toBe(1);
    expect(at(14, 20)).toBe(0);
  });

  it("leave out the desert between far groups, and fill the usual gaps within one", () => {
    const group = (x0: number) =>
      Array.from({ length: 49 }, (_, i) => ({ x: x0 + (i % 7) / 2, y: Math.floor(i / 7) / 2, label: 1 }));
    const { rings, at } = areasOf([...group(0), ...group(30)]);
    expect(rings.ringCount).toBe(2);
    expect(at(1.3, 1.3)).toBe(1);
    expect(at(31.3, 1.3)).toBe(1);
    expect(at(16, 1.3)).toBe(0);
  });

  it("have holes, enclaves and islands", () => {
    const { at, rings, borders } = drawn(
      "AAAAAAAA          CC",
      "AAAAAAAA          CC",
      "AABBBAAA     ",
      "AABABA.A     ",
      "AABBBAAA     ",
      "AAAAAAAA     ",
    );
    expect([at(1, 1), at(3, 2), at(3, 3), at(6, 3), at(18, 1)]).toEqual([1, 2, 1, 0, 3]);
    const byLabel = (label: number) =>
      [...rings.labels.keys()].filter((ring) => rings.labels[ring] === label);
    // Outer edge, hole for B, enclave inside of it, hole for nobody.
    expect(byLabel(1).length).toBe(4);
    expect(byLabel(2).length).toBe(2);
    const turns = byLabel(2).map((ring) => Math.sign(turn(ringPoints(borders, rings, ring))));
    expect(turns.sort()).toEqual([-1, 1]);
    expect(neighborsOf(borders).map(({ a, b }) => [a, b])).toEqual([[1, 2]]);
  });

  it("name the territory on the left of a border as one goes along with north up", () => {
    const { borders } = drawn("AB", "AB");
    const line = [...borders.left.keys()].find(
      (candidate) => borders.left[candidate]! * borders.right[candidate]! > 0,
    )!;
    const [first, last] = [borders.start[line]!, borders.start[line + 1]! - 1];
    const south = borders.points[2 * last + 1]! > borders.points[2 * first + 1]!;
    // Going south, the east with B is on the left.
    expect(borders.left[line]).toBe(south ? 2 : 1);
  });

  it("give a spot to the territory of most of its accounts, among equals to the topmost", () => {
    const spot = (labels: number[]) => {
      const points = labels.map((label) => ({ x: 1, y: 1, label }));
      return areasOf(points).at(1, 1);
    };
    expect(spot([1, 2, 2])).toBe(2);
    expect(spot([2, 1])).toBe(1);
    expect(spot([0, 0, 3])).toBe(0);
  });

  it("stand without accounts, and on one line", () => {
    expect(areasOf([]).rings.ringCount).toBe(0);
    expect(areasOf([{ x: Number.NaN, y: 1, label: 1 }]).rings.ringCount).toBe(0);
    const { at } = drawn("AABB");
    expect([at(0, 0), at(3, 0)]).toEqual([1, 2]);
  });

  it("are the same after moves as made anew", () => {
    const random = createRandom(11);
    const count = 400;
    const xs = Float64Array.from({ length: count }, () => Math.round(random.next() * 300) / 30);
    const ys = Float64Array.from({ length: count }, () => Math.round(random.next() * 300) / 30);
    const mesh = areaMesh(xs, ys, FAR);
    const labelOf = Uint16Array.from({ length: count }, () => random.below(5));
    let labels = placeLabels(mesh, labelOf);
    let edges = borderEdges(mesh, labels);
    for (let step = 0; step < 40; step++) {
      const moved = new Set(Array.from({ length: 1 + random.below(30) }, () => random.below(count)));
      for (const point of moved) labelOf[point] = random.below(5);
      const updated = updatePlaceLabels(mesh, labels, labelOf, moved);
      labels = updated.labels;
      edges = updateBorderEdges(mesh, edges, labels, updated.places);
      expect(labels).toEqual(placeLabels(mesh, labelOf));
      expect(edges).toEqual(borderEdges(mesh, labels));
    }
  });

  it("find the border nearest to a pointer", () => {
    const { borders } = drawn("AB", "AB");
    const spot = nearestBorder(borders, 0.45, 0.5, 0.2)!;
    expect(spot.x).toBeCloseTo(0.5, 1);
    expect([borders.left[spot.line], borders.right[spot.line]].sort()).toEqual([1, 2]);
    expect(nearestBorder(borders, 0, 0.5, 0.1)).toBeNull();
  });
});
