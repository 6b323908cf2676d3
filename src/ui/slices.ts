/** Milliseconds of work after which the page gets its turn: with what else a frame needs, a slice stays under 16. */
const SLICE_MS = 6;

/** Whether a slice that began at `startedAt` (of `performance.now()`) has had its time. */
function isOver(startedAt: number): boolean {
  return performance.now() - startedAt >= SLICE_MS;
}

/**
 * Does work that yields between its steps, each of them short, a few milliseconds at a time, so that the page never stands still.
 * `done` hears what it returns. Returns how to drop it.
 */
export function inSlices<Result>(
  steps: Generator<unknown, Result>,
  done: (result: Result) => void = () => {},
): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const slice = () => {
    const startedAt = performance.now();
    do {
      const step = steps.next();
      if (step.done) return done(step.value);
    } while (!isOver(startedAt));
    timer = setTimeout(slice);
  };
  timer = setTimeout(slice);
  return () => clearTimeout(timer);
}

/**
 * Work for a value that keeps changing: what is under way is finished, then the newest value is taken up, and those between are
 * dropped.
 */
export interface NewestFirst<Value> {
  take(value: Value): void;
  /** Drops what is under way and what waits. */
  drop(): void;
}

/** Does `work` in slices for the newest value, and tells `done` of each that was finished. */
export function newestFirst<Value, Result>(
  work: (value: Value) => Generator<unknown, Result>,
  done: (value: Value, result: Result) => void,
): NewestFirst<Value> {
  let end: (() => void) | null = null;
  let waiting: { readonly value: Value } | null = null;
  const start = (value: Value) => {
    end = inSlices(work(value), (result) => {
      end = null;
      const next = waiting;
      waiting = null;
      done(value, result);
      if (next && !end) start(next.value);
    });
  };
  return {
    take: (value) => {
      if (end) waiting = { value };
      else start(value);
    },
    drop: () => {
      end?.();
      end = null;
      waiting = null;
    },
  };
}
