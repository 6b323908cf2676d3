import { type Accessor, createRoot, createSignal } from "solid-js";
import { inSlices } from "../../slices";
import type { GridState } from "../grid-state";

/** Work that takes longer than this goes on in slices, so that keys and screen stay alive. */
const AT_ONCE_MS = 60;
/** And past this the planner sees how far it is. */
const SHOWN_AFTER_MS = 250;

/** Work on many cells that is under way. */
export interface CellTask {
  /** "Pasting": what is being done. */
  readonly words: string;
  /** Part that is done, 0 to 1; null while it is not known. */
  readonly done: number | null;
  readonly cancel: () => void;
}

/** Does work on a sheet's cells, one at a time. */
export interface CellWork {
  /** What the planner is shown of it; null while there is none, or none worth showing. */
  readonly task: Accessor<CellTask | null>;
  /** True while something is under way: nothing else may begin. */
  readonly busy: () => boolean;
  /**
   * Runs steps to their end, short work at once. Each step may yield the part that is done. null where the planner cancels it: until
   * then nothing has been changed.
   */
  readonly run: <Result>(words: string, steps: Generator<number | null, Result>) => Promise<Result | null>;
}

const works = new WeakMap<GridState, CellWork>();

/** The work on a sheet's cells. */
export function cellWork(grid: GridState): CellWork {
  let work = works.get(grid);
  if (!work) {
    work = createRoot(createCellWork);
    works.set(grid, work);
  }
  return work;
}

function createCellWork(): CellWork {
  const [task, setTask] = createSignal<CellTask | null>(null);
  let busy = false;
  return {
    task,
    busy: () => busy,
    run: async <Result>(words: string, steps: Generator<number | null, Result>) => {
      const startedAt = performance.now();
      let done: number | null = null;
      while (performance.now() - startedAt < AT_ONCE_MS) {
        const step = steps.next();
        if (step.done) return step.value;
        done = step.value;
      }
      busy = true;
      try {
        return await new Promise<Result | null>((resolve, reject) => {
          const drop = inSlices(following(), resolve);
          function cancel(): void {
            drop();
            resolve(null);
          }
          function* following(): Generator<unknown, Result> {
            try {
              for (;;) {
                const step = steps.next();
                if (step.done) return step.value;
                done = step.value ?? done;
                if (performance.now() - startedAt > SHOWN_AFTER_MS) setTask({ words, done, cancel });
                yield;
              }
            } catch (error) {
              reject(error);
              // The promise is settled; the slices only need an end.
              return undefined as Result;
            }
          }
        });
      } finally {
        busy = false;
        setTask(null);
      }
    },
  };
}
