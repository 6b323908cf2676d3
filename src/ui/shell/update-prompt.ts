/** What came of accepting an update. `unsaved`: this tab could not store its work; `busy`: another tab asked to wait. */
export type UpdateOutcome = "reloading" | "unsaved" | "busy" | "failed";

export interface UpdateWatch {
  /** Called once for each newer version that is ready; `accept` changes over to it and reloads. */
  readonly onOffer: (accept: () => Promise<UpdateOutcome>) => void;
  /** Stores what waits. False where it could not be stored, or where the planner is in the middle of something. */
  readonly flush: () => Promise<boolean>;
}

/** What the watch needs from the browser. */
export interface UpdateSurroundings {
  readonly register: () => Promise<ServiceWorkerRegistration>;
  /** A way to talk to the other tabs of the planner. */
  readonly channel: UpdateChannel;
  /** Number of open tabs of the planner, this one included. */
  readonly countTabs: () => Promise<number>;
  readonly reload: () => void;
  /** Calls back when it is worth asking the server for a newer version. */
  readonly onCheck: (check: () => void) => void;
}

export type UpdateChannel = Pick<
  BroadcastChannel,
  "postMessage" | "addEventListener" | "removeEventListener"
>;

type TabMessage =
  | { readonly kind: "may-update"; readonly ask: string }
  | { readonly kind: "answer"; readonly ask: string; readonly ready: boolean }
  | { readonly kind: "updated" };

/** A frozen tab cannot answer; it stored its work when it was hidden. */
const ANSWER_LIMIT_MS = 2_500;

/**
 * Registers the service worker and offers newer versions, never forcing one. Accepting stores this tab's work, asks the
 * other tabs to store theirs (one of them may veto), activates the new version, and only then reloads all of them:
 * a tab left on the old code would look for files that are gone.
 */
export async function watchForUpdate(
  watch: UpdateWatch,
  surroundings = browserSurroundings(),
): Promise<void> {
  if (!surroundings) return;
  const { channel, reload } = surroundings;
  channel.addEventListener("message", async (event) => {
    const message = event.data as TabMessage;
    if (message.kind === "may-update") {
      const ready = await watch.flush().catch(() => false);
      channel.postMessage({ kind: "answer", ask: message.ask, ready } satisfies TabMessage);
    } else if (message.kind === "updated") {
      if (await watch.flush().catch(() => false)) reload();
    }
  });

  // Where the browser keeps no service workers (private windows, for one), there is nothing to update and nothing lost.
  const registration = await surroundings.register().catch(() => null);
  if (!registration) return;
  const offered = new WeakSet<ServiceWorker>();
  const offer = () => {
    const { waiting } = registration;
    // Without an active version this is the first visit: there is nothing to update from.
    if (!waiting || !registration.active || offered.has(waiting)) return;
    offered.add(waiting);
    watch.onOffer(() => accept(waiting, watch, surroundings));
  };
  const follow = (worker: ServiceWorker | null) => worker?.addEventListener("statechange", offer);
  registration.addEventListener("updatefound", () => follow(registration.installing));
  follow(registration.installing);
  offer();
  // Offline is no news: the next check comes.
  surroundings.onCheck(() => registration.update().catch(() => {}));
}

async function accept(
  waiting: ServiceWorker,
  watch: UpdateWatch,
  { channel, countTabs, reload }: UpdateSurroundings,
): Promise<UpdateOutcome> {
  if (!(await watch.flush().catch(() => false))) return "unsaved";
  if (!(await othersAgree(channel, await countTabs()))) return "busy";
  // The reload must wait for the activation: before it, the old version would answer once more.
  const state = await activated(waiting);
  if (state !== "activated") return "failed";
  channel.postMessage({ kind: "updated" } satisfies TabMessage);
  reload();
  return "reloading";
}

function activated(worker: ServiceWorker): Promise<ServiceWorkerState> {
  return new Promise((settled) => {
    const look = () => {
      if (worker.state !== "activated" && worker.state !== "redundant") return;
      worker.removeEventListener("statechange", look);
      settled(worker.state);
    };
    worker.addEventListener("statechange", look);
    worker.postMessage({ type: "SKIP_WAITING" });
    look();
  });
}

/** Asks the other tabs; resolves at the first veto, when all have agreed, or when those left stay silent. */
function othersAgree(channel: UpdateChannel, tabs: number): Promise<boolean> {
  if (tabs <= 1) return Promise.resolve(true);
  const ask = `${Date.now()}-${Math.random()}`;
  return new Promise((settled) => {
    let answers = 0;
    const settle = (agreed: boolean) => {
      clearTimeout(limit);
      channel.removeEventListener("message", hear);
      settled(agreed);
    };
    const hear = (event: MessageEvent) => {
      const message = event.data as TabMessage;
      if (message.kind !== "answer" || message.ask !== ask) return;
      answers++;
      if (!message.ready) settle(false);
      else if (answers >= tabs - 1) settle(true);
    };
    const limit = setTimeout(() => settle(true), ANSWER_LIMIT_MS);
    channel.addEventListener("message", hear);
    channel.postMessage({ kind: "may-update", ask } satisfies TabMessage);
  });
}

const CHECK_EVERY_MS = 60 * 60_000;

/** The browser's own, or null where there are no service workers and in development, which has none. */
function browserSurroundings(): UpdateSurroundings | null {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return null;
  // Another copy of the planner may lie in another folder of the same host.
  const folder = new URL("./", location.href).pathname;
  const tabLock = `evenfield-tab:${folder}:`;
  // Each tab holds a lock as long as it lives, so that tabs can be counted.
  void navigator.locks?.request(`${tabLock}${crypto.randomUUID()}`, () => new Promise<never>(() => {}));
  return {
    register: () => navigator.serviceWorker.register("./sw.js", { scope: "./" }),
    channel: new BroadcastChannel(`evenfield-update:${folder}`),
    countTabs: async () => {
      const { held } = (await navigator.locks?.query()) ?? {};
      return held?.filter((lock) => lock.name?.startsWith(tabLock)).length ?? 1;
    },
    reload: () => location.reload(),
    onCheck: (check) => {
      setInterval(check, CHECK_EVERY_MS);
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "visible") check();
      });
    },
  };
}
