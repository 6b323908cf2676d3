import type { PlanStore } from "../../src/session/ports";
import { openPlanStore, type PlanStoreOptions } from "../../src/storage/plan-store";

/** A store whose clock, timers and idle time the test holds in hand. */
export function storeInHand(options: PlanStoreOptions = {}) {
  const idle: (() => void)[] = [];
  const timers = new Map<() => void, number>();
  const store: PlanStore = openPlanStore({
    now: () => 1_700_000_000_000,
    whenIdle: (callback) => idle.push(callback),
    timer: (ms, callback) => {
      timers.set(callback, ms);
      return () => timers.delete(callback);
    },
    locks: null,
    persist: () => {},
    ...options,
  });
  return {
    store,
    /** Does what waits for idle time. */
    runIdle() {
      for (const callback of idle.splice(0)) callback();
    },
    /** Lets `ms` pass for the timers that are running. */
    pass(ms: number) {
      for (const [callback, after] of [...timers]) {
        if (after > ms) continue;
        timers.delete(callback);
        callback();
      }
    },
  };
}
