import type { SaveFailure, SaveState } from "../model/saved-plan";
import { failure, type StorageFailure } from "./connection";

/** After this long without an answer the planner is told. */
export const WATCHDOG_MS = 5_000;

/** How long after a failure the work is tried again by itself. */
export const RETRY_MS = 10_000;

/** Calls back after a time; returns how to call it off. */
export type Timer = (ms: number, callback: () => void) => () => void;

/** A piece of work that waits to be stored. */
interface Waiting<Job> {
  readonly job: Job;
  readonly resolve: () => void;
}

export interface SaveQueueOptions<Job> {
  /** Jobs with the same key depend on each other; one that fails does not hold up the others. */
  readonly key: (job: Job) => string;
  /** The jobs at the head of those waiting with one key that go into one transaction; at least one. */
  readonly batch: (waiting: readonly Job[]) => readonly Job[];
  /** Stores a batch; resolves once it is on the disk, or to what went wrong. */
  readonly store: (jobs: readonly Job[]) => Promise<StorageFailure | null>;
  readonly timer: Timer;
}

/**
 * Stores jobs one after the other, in order. A job that cannot be stored stays at the head of its key and is tried
 * again with the next one, on `flush` and after a while: nothing is dropped, and the state says so all the time.
 */
export class SaveQueue<Job> {
  readonly #options: SaveQueueOptions<Job>;
  readonly #listeners = new Set<(state: SaveState) => void>();
  #waiting: Waiting<Job>[] = [];
  #working = false;
  #state: SaveState = { status: "saved" };
  #callOffRetry: (() => void) | null = null;

  constructor(options: SaveQueueOptions<Job>) {
    this.#options = options;
  }

  subscribe(listener: (state: SaveState) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#state);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves once the job is on the disk, however many tries that takes. */
  add(job: Job): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ job, resolve });
      void this.#work();
    });
  }

  /** The jobs that are not on the disk yet, in order. */
  get waiting(): readonly Job[] {
    return this.#waiting.map(({ job }) => job);
  }

  /** Forgets the jobs that have become pointless. */
  drop(pointless: (job: Job) => boolean): void {
    const dropped = this.#waiting.filter(({ job }) => pointless(job));
    this.#waiting = this.#waiting.filter(({ job }) => !pointless(job));
    for (const { resolve } of dropped) resolve();
    if (this.#waiting.length === 0 && !this.#working) this.#tell({ status: "saved" });
  }

  /** Tries now, and resolves with the state as soon as it is known: after the watchdog's time at the latest. */
  flush(): Promise<SaveState> {
    void this.#work();
    return new Promise((resolve) => {
      const end = this.subscribe((state) => {
        if (state.status === "saving") return;
        // The first call comes before `subscribe` has returned.
        queueMicrotask(() => end());
        resolve(state);
      });
    });
  }

  /** Says that nothing can be stored any more. */
  fail(reason: SaveFailure): void {
    this.#tell({ status: "failed", ...failure(reason) });
  }

  stop(): void {
    this.#callOffRetry?.();
    this.#callOffRetry = null;
  }

  async #work(): Promise<void> {
    if (this.#working || this.#waiting.length === 0) return;
    this.#working = true;
    this.stop();
    const failures = new Map<string, StorageFailure>();
    for (let jobs = this.#next(failures); jobs.length > 0; jobs = this.#next(failures)) {
      this.#tell({ status: "saving" });
      const batch = new Set(this.#options.batch(jobs));
      const callOff = this.#options.timer(WATCHDOG_MS, () => this.fail("slow"));
      const failed = await this.#options.store([...batch]);
      callOff();
      if (failed) {
        failures.set(this.#options.key(jobs[0]!), failed);
        continue;
      }
      const stored = this.#waiting.filter(({ job }) => batch.has(job));
      this.#waiting = this.#waiting.filter(({ job }) => !batch.has(job));
      if (this.#waiting.length === 0) this.#tell({ status: "saved" });
      for (const { resolve } of stored) resolve();
    }
    this.#working = false;
    const [failed] = failures.values();
    if (!failed) return;
    // What failed may have been dropped while it was being stored.
    if (this.#waiting.length === 0) return this.#tell({ status: "saved" });
    this.#tell({ status: "failed", ...failed });
    this.#callOffRetry = this.#options.timer(RETRY_MS, () => void this.#work());
  }

  /** What waits with the first key that has not failed in this round. */
  #next(failures: ReadonlyMap<string, StorageFailure>): Job[] {
    const jobs = this.#waiting.map(({ job }) => job).filter((job) => !failures.has(this.#options.key(job)));
    return jobs.filter((job) => this.#options.key(job) === this.#options.key(jobs[0]!));
  }

  #tell(state: SaveState): void {
    if (state.status === this.#state.status && state.status !== "failed") return;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener(state);
  }
}
