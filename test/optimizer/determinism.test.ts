import { describe, expect, it } from "vitest";
import { rowsOfEdges } from "../../src/geo/neighbor-graph";
import { balancedMeasure, evenTargets, type Problem } from "../../src/optimizer/problem";
import type { SearchOptions } from "../../src/optimizer/progress";
import { clusteredProblem } from "../bench/optimizer-cases";
import { run } from "./problems";

/** FNV-1a over the territories, as eight hexadecimal digits. */
function hash(assignment: Uint16Array): string {
  let state = 0x811c9dc5;
  for (const territory of assignment) {
    state = Math.imul(state ^ (territory & 0xff), 0x01000193);
    state = Math.imul(state ^ (territory >> 8), 0x01000193);
  }
  return (state >>> 0).toString(16).padStart(8, "0");
}

/** Places by arithmetic that every engine rounds alike: the generated accounts use `Math.exp`, so their sizes are rounded too. */
function repeatable(items: number, territories: number): Problem {
  const problem = clusteredProblem({ items, territories, tolerance: 0.1, seed: 1 });
  const rounded = (numbers: Float64Array, digits: number) =>
    numbers.map((value) => Math.round(value * digits) / digits);
  return {
    ...problem,
    places: rounded(problem.places, 1e9),
    measures: problem.measures.map(({ values }) => {
      const amounts = rounded(values, 1e3);
      return balancedMeasure(amounts, evenTargets(amounts, territories), 0.1);
    }),
  };
}

function inRows(problem: Problem, width: number): Problem {
  const edges: number[] = [];
  for (let item = 0; item + 1 < problem.itemCount; item++) {
    edges.push(item, item + 1);
    if (item + width < problem.itemCount) edges.push(item, item + width);
  }
  return {
    ...problem,
    neighbors: {
      placeCount: problem.itemCount,
      placeOf: Uint32Array.from({ length: problem.itemCount }, (_, item) => item),
      ...rowsOfEdges(problem.itemCount, Uint32Array.from(edges)),
    },
  };
}

// A change of the search changes these; a change of the machine or the engine must not.
describe("the same problem, options, seed and number of steps give the recorded plan on every machine", () => {
  const small = repeatable(600, 12);
  const options: SearchOptions = { mode: "fresh", keep: 1 };
  it("with free centers", () => expect(hash(run(small, 40, options, 7).assignment)).toBe("1e896f1d"));
  it("where territories must hang together", () =>
    expect(hash(run(inRows(repeatable(240, 6), 20), 20, options, 7).assignment)).toBe("a613094e"));
  it("in a repair", () => {
    const current = run(small, 10, options, 7).assignment.map((territory) =>
      territory === 3 ? 4 : territory,
    );
    const repair = {
      ...small,
      current,
      baselineRep: current,
      repOf: Uint16Array.from({ length: 12 }, (_, slot) => slot),
      disruptionPrice: new Float64Array(600).fill(50),
    };
    expect(hash(run(repair, 20, { mode: "repair", keep: 4 }, 7).assignment)).toBe("79d86008");
  });
});
