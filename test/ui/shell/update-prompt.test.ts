import { describe, expect, it, vi } from "vitest";
import { type UpdateChannel, type UpdateOutcome, watchForUpdate } from "../../../src/ui/shell/update-prompt";

/** A service worker that is activated as soon as it is told to skip waiting, or fails to. */
class FakeWorker extends EventTarget {
  state: ServiceWorkerState = "installed";
  readonly #next: ServiceWorkerState;

  constructor(next: ServiceWorkerState = "activated") {
    super();
    this.#next = next;
  }

  postMessage(message: { type: string }) {
    if (message.type !== "SKIP_WAITING") return;
    queueMicrotask(() => {
      this.state = this.#next;
      this.dispatchEvent(new Event("statechange"));
    });
  }
}

class FakeRegistration extends EventTarget {
  active: unknown = {};
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  readonly update = vi.fn(async () => {});
}

/** Tabs of one browser: a message reaches all but its sender. */
class Tabs {
  readonly #tabs: EventTarget[] = [];

  open(): UpdateChannel {
    const own = new EventTarget();
    this.#tabs.push(own);
    return {
      postMessage: (data: unknown) => {
        const others = this.#tabs.filter((tab) => tab !== own);
        queueMicrotask(() => {
          for (const tab of others) tab.dispatchEvent(new MessageEvent("message", { data }));
        });
      },
      addEventListener: own.addEventListener.bind(own),
      removeEventListener: own.removeEventListener.bind(own),
    } as UpdateChannel;
  }

  get count(): number {
    return this.#tabs.length;
  }
}

function browser(registration: FakeRegistration) {
  const tabs = new Tabs();
  return async (flush: () => Promise<boolean> = async () => true) => {
    const offers: (() => Promise<UpdateOutcome>)[] = [];
    const reload = vi.fn();
    let check = () => {};
    await watchForUpdate(
      { onOffer: (accept) => offers.push(accept), flush },
      {
        register: async () => registration as unknown as ServiceWorkerRegistration,
        channel: tabs.open(),
        countTabs: async () => tabs.count,
        reload,
        onCheck: (look) => {
          check = look;
        },
      },
    );
    return { offers, reload, check: () => check() };
  };
}

function withWaiting(worker = new FakeWorker()): FakeRegistration {
  const registration = new FakeRegistration();
  registration.waiting = worker;
  return registration;
}

describe("offering", () => {
  it("offers a version that waits already", async () => {
    const tab = await browser(withWaiting())();
    expect(tab.offers).toHaveLength(1);
  });

  it("offers a version that arrives later, once", async () => {
    const registration = new FakeRegistration();
    const tab = await browser(registration)();
    const arriving = new FakeWorker();
    registration.installing = arriving;
    registration.dispatchEvent(new Event("updatefound"));
    expect(tab.offers).toHaveLength(0);
    registration.waiting = arriving;
    arriving.dispatchEvent(new Event("statechange"));
    arriving.dispatchEvent(new Event("statechange"));
    expect(tab.offers).toHaveLength(1);
  });

  it("offers nothing on the first visit", async () => {
    const registration = withWaiting();
    registration.active = null;
    expect((await browser(registration)()).offers).toHaveLength(0);
  });

  it("asks the server when it is told to", async () => {
    const registration = new FakeRegistration();
    const tab = await browser(registration)();
    tab.check();
    expect(registration.update).toHaveBeenCalledOnce();
  });

  it("lives without service workers", async () => {
    const watching = watchForUpdate(
      { onOffer: () => {}, flush: async () => true },
      {
        register: () => Promise.reject(new Error("not here")),
        channel: new Tabs().open(),
        countTabs: async () => 1,
        reload: () => {},
        onCheck: () => {},
      },
    );
    await expect(watching).resolves.toBeUndefined();
  });
});

describe("accepting", () => {
  it("stores the work, activates the version, then reloads", async () => {
    const worker = new FakeWorker();
    const states: string[] = [];
    const tab = await browser(withWaiting(worker))(async () => {
      states.push(worker.state);
      return true;
    });
    tab.reload.mockImplementation(() => states.push(worker.state));
    expect(await tab.offers[0]!()).toBe("reloading");
    expect(states).toEqual(["installed", "activated"]);
  });

  it("changes nothing while the work cannot be stored", async () => {
    const worker = new FakeWorker();
    const tab = await browser(withWaiting(worker))(async () => false);
    expect(await tab.offers[0]!()).toBe("unsaved");
    expect(worker.state).toBe("installed");
    expect(tab.reload).not.toHaveBeenCalled();
  });

  it("takes the other tabs along", async () => {
    const open = browser(withWaiting());
    const [tab, other] = [await open(), await open()];
    expect(await tab.offers[0]!()).toBe("reloading");
    await vi.waitFor(() => expect(other.reload).toHaveBeenCalledOnce());
  });

  it("waits for a tab that cannot leave off", async () => {
    const worker = new FakeWorker();
    const open = browser(withWaiting(worker));
    const tab = await open();
    const ready = await open();
    const busy = await open(async () => false);
    expect(await tab.offers[0]!()).toBe("busy");
    expect(worker.state).toBe("installed");
    for (const { reload } of [tab, ready, busy]) expect(reload).not.toHaveBeenCalled();
  });

  it("does not reload into a version that could not start", async () => {
    const tab = await browser(withWaiting(new FakeWorker("redundant")))();
    expect(await tab.offers[0]!()).toBe("failed");
    expect(tab.reload).not.toHaveBeenCalled();
  });
});
