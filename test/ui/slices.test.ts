import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inSlices, newestFirst } from "../../src/ui/slices";

beforeEach(() => {
  // Every look at the clock is a millisecond later, so that a slice ends after a few steps.
  let now = 0;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.spyOn(performance, "now").mockImplementation(() => now++);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Counts to a number, a step each. */
function* counting(to: number, seen: number[] = []): Generator<void, number> {
  for (let i = 1; i <= to; i++) {
    seen.push(i);
    yield;
  }
  return to;
}

describe("work in slices", () => {
  it("lets the page have its turn, and tells the result at the end", () => {
    const seen: number[] = [];
    const done = vi.fn();
    inSlices(counting(40, seen), done);
    expect(seen).toEqual([]);
    vi.runOnlyPendingTimers();
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.length).toBeLessThan(40);
    expect(done).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(done).toHaveBeenCalledExactlyOnceWith(40);
  });

  it("does nothing more once it is dropped", () => {
    const seen: number[] = [];
    const drop = inSlices(counting(40, seen));
    vi.runOnlyPendingTimers();
    const before = seen.length;
    drop();
    vi.runAllTimers();
    expect(seen).toHaveLength(before);
  });
});

describe("work for the newest value", () => {
  it("finishes what is under way, then takes the newest and drops those between", () => {
    const done: number[] = [];
    const work = newestFirst(
      (to: number) => counting(to),
      (_, result) => done.push(result),
    );
    for (const value of [30, 31, 32, 33]) work.take(value);
    vi.runAllTimers();
    expect(done).toEqual([30, 33]);
    work.take(5);
    vi.runAllTimers();
    expect(done).toEqual([30, 33, 5]);
  });

  it("tells of nothing once it is dropped", () => {
    const done = vi.fn();
    const work = newestFirst((to: number) => counting(to), done);
    work.take(30);
    work.take(31);
    work.drop();
    vi.runAllTimers();
    expect(done).not.toHaveBeenCalled();
  });
});
