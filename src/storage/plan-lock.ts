import type { PlanChannel } from "./plan-channel";
import type { Timer } from "./save-queue";

export type PlanRole = "writer" | "reader";

/** How long a tab that is asked to step back may take. */
const YIELD_MS = 3_000;

export interface PlanLockOptions {
  /** null where the browser has none (pages served without encryption): then every tab writes, and storage notices. */
  readonly locks: LockManager | null;
  readonly channel: PlanChannel;
  /** Stores what this tab has not yet stored. */
  readonly flush: () => Promise<unknown>;
  readonly timer: Timer;
}

/** A tab's place in the queue of those that want to change a plan: the first writes, the others read along. */
export class PlanLock {
  readonly #name: string;
  readonly #options: PlanLockOptions;
  readonly #listeners = new Set<(role: PlanRole) => void>();
  readonly #endListening: () => void;
  #role: PlanRole = "reader";
  #letGo: (() => void) | null = null;
  #waiting: AbortController | null = null;
  #released = false;

  private constructor(planId: string, options: PlanLockOptions) {
    this.#name = `evenfield/${planId}`;
    this.#options = options;
    this.#endListening = options.channel.listen((message) => {
      if (message.kind === "yield" && this.#role === "writer") void this.#stepBack();
    });
  }

  /** Takes the lock if it is free; else waits in line as a reader. */
  static async take(planId: string, options: PlanLockOptions): Promise<PlanLock> {
    const lock = new PlanLock(planId, options);
    if (!options.locks) lock.#become("writer");
    else if (!(await lock.#request({ ifAvailable: true }))) lock.#queue();
    return lock;
  }

  role(): PlanRole {
    return this.#role;
  }

  /** Hears the role, at once and on every change. */
  subscribe(listener: (role: PlanRole) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#role);
    return () => this.#listeners.delete(listener);
  }

  /** Asks the writer to step back; one that does not answer loses the lock. */
  async takeOver(): Promise<void> {
    if (this.#role === "writer" || this.#released) return;
    const granted = new Promise<void>((resolve) => {
      const end = this.subscribe((role) => {
        if (role !== "writer") return;
        queueMicrotask(() => end());
        resolve();
      });
    });
    const callOff = this.#options.timer(YIELD_MS, () => {
      if (this.#role === "writer" || this.#released) return;
      this.#waiting?.abort();
      void this.#request({ steal: true });
    });
    this.#options.channel.say({ kind: "yield" });
    await granted;
    callOff();
  }

  release(): void {
    this.#released = true;
    this.#endListening();
    this.#waiting?.abort();
    this.#letGo?.();
  }

  async #stepBack(): Promise<void> {
    this.#become("reader");
    await this.#options.flush();
    this.#letGo?.();
    this.#queue();
  }

  #queue(): void {
    if (this.#released) return;
    const waiting = new AbortController();
    this.#waiting = waiting;
    void this.#request({ signal: waiting.signal });
  }

  /** Resolves with true when the lock is held, with false when it is not to be had. */
  #request(options: LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      const held = this.#options.locks!.request(this.#name, options, (lock) => {
        if (!lock) return resolve(false);
        const letGo = new Promise<void>((done) => {
          this.#letGo = done;
        });
        if (this.#released) this.#letGo?.();
        else this.#become("writer");
        resolve(true);
        return letGo;
      });
      held.catch(() => {
        // Called off, or another tab took the lock away.
        resolve(false);
        if (options.signal?.aborted || this.#released) return;
        this.#become("reader");
        this.#queue();
      });
    });
  }

  #become(role: PlanRole): void {
    if (role === this.#role) return;
    this.#role = role;
    for (const listener of [...this.#listeners]) listener(role);
  }
}
