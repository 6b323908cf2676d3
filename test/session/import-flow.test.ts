import { describe, expect, it } from "vitest";
import { ImportCancelled, type ImportClient, type ImportProgress } from "../../src/files/import/import-job";
import { ImportSession } from "../../src/files/import/import-session";
import {
  ImportFlow,
  type ImportState,
  isMostlyUnplaced,
  isWorthKeeping,
  rollUpFor,
  territorySources,
} from "../../src/session/import-flow";

const CSV =
  "Name,ZIP,Owner,Region,Sales\nNorth,02139,Ann,East,10\nSouth,73301,Ben,West,20\nNorth,02139,Ann,East,5\n";
const source = { name: "accounts.csv", text: CSV };

/** The real import without its worker; answers wait until they are let go. */
class HeldClient implements ImportClient {
  readonly asked: string[] = [];
  reviews = 0;
  builds: ((fail?: Error) => void)[] = [];
  #session = new ImportSession();
  #pending: ((error: Error) => void)[] = [];
  #letReviewGo: (() => void)[] = [];
  holdReviews = false;

  inspect: ImportClient["inspect"] = (file, choice = {}) => {
    this.asked.push(`inspect ${JSON.stringify(choice)}`);
    return this.#answer(() =>
      this.#session.inspect(file.name, { text: file instanceof File ? "" : file.text }, choice),
    );
  };

  review: ImportClient["review"] = (plan) => {
    this.asked.push("review");
    this.reviews++;
    if (!this.holdReviews) return this.#answer(() => this.#session.review(plan));
    return new Promise((resolve) => this.#letReviewGo.push(() => resolve(this.#session.review(plan))));
  };

  /** Never answers: the test cancels it. */
  build: ImportClient["build"] = (_plan, onProgress) => {
    this.asked.push("build");
    onProgress?.({ step: "locating", done: 1, total: 2 } satisfies ImportProgress);
    return new Promise((_resolve, reject) => this.#pending.push(reject));
  };

  cancel(): void {
    this.asked.push("cancel");
    this.#session = new ImportSession();
    for (const reject of this.#pending.splice(0)) reject(new ImportCancelled());
  }

  letReviewGo(): void {
    this.#letReviewGo.shift()?.();
  }

  #answer<Value>(make: () => Value): Promise<Value> {
    return Promise.resolve().then(make);
  }
}

describe("an import", () => {
  it("shows what it reads, then what it proposes", async () => {
    const { flow, kinds } = following(new HeldClient());
    await flow.read(source);
    expect(kinds).toEqual(["choosing", "reading", "checking"]);
    expect(draftOf(flow).review.accountCount).toBe(3);
  });

  it("names why a file is refused, and goes back to the choice of a file", async () => {
    const flow = new ImportFlow(new HeldClient());
    await flow.read({ name: "empty.csv", text: "" });
    expect(flow.state).toMatchObject({ kind: "refused", name: "empty.csv", refusal: { kind: "empty" } });
    flow.back();
    expect(flow.state.kind).toBe("choosing");
  });

  it("keeps what was decided about the columns when the same columns are read otherwise", async () => {
    const flow = new ImportFlow(new HeldClient());
    await flow.read(source);
    flow.changeColumn(4, { include: false });
    await flow.reread({ quotes: false });
    expect(draftOf(flow).plan.columns[4]?.include).toBe(false);
    expect(draftOf(flow).plan.reading.quotes).toBe(false);

    await flow.reread({ delimiter: ";" });
    expect(draftOf(flow).plan.columns).toHaveLength(1);
  });

  it("reviews the newest plan, and never two at a time", async () => {
    const client = new HeldClient();
    const flow = new ImportFlow(client);
    await flow.read(source);
    client.holdReviews = true;
    flow.changeColumn(3, { role: null });
    flow.changeColumn(2, { role: null });
    flow.changeColumn(4, { include: false });
    expect(client.reviews).toBe(1);
    client.letReviewGo();
    await settled();
    expect(draftOf(flow).checking).toBe(true);
    expect(client.reviews).toBe(2);
    client.letReviewGo();
    await settled();
    expect(draftOf(flow).checking).toBe(false);
    expect(draftOf(flow).review.territoryCount).toBe(0);
    expect(client.reviews).toBe(2);
  });

  it("comes back from a cancelled build with every decision, and can go on", async () => {
    const client = new HeldClient();
    const flow = new ImportFlow(client);
    await flow.read(source);
    flow.changeColumn(4, { include: false });
    await settled();
    const building = flow.build();
    expect(flow.state).toMatchObject({ kind: "building", progress: { step: "locating", done: 1 } });
    flow.back();
    await building;
    await settled();
    expect(flow.state.kind).toBe("checking");
    expect(draftOf(flow).plan.columns[4]?.include).toBe(false);
    // the client forgot the file when it was cancelled
    expect(client.asked.slice(-2)).toEqual([
      `inspect ${JSON.stringify(draftOf(flow).plan.reading)}`,
      "review",
    ]);
  });

  it("comes back from a build that failed", async () => {
    const client = new HeldClient();
    client.build = () => Promise.reject(new Error("out of memory"));
    const flow = new ImportFlow(client);
    await flow.read(source);
    flow.changeColumn(4, { include: false });
    await settled();
    await flow.build();
    expect(flow.state).toMatchObject({ kind: "failed", message: "out of memory" });
    flow.back();
    await settled();
    expect(draftOf(flow).plan.columns[4]?.include).toBe(false);
    expect(draftOf(flow).checking).toBe(false);
  });

  it("is worth a question before it is left from the moment a file is read to the plan that was built", async () => {
    const client = new HeldClient();
    const flow = new ImportFlow(client);
    const worth: string[] = [];
    flow.observe((state) => worth.push(`${state.kind} ${isWorthKeeping(state)}`));
    await flow.read({ name: "empty.csv", text: "" });
    await flow.read(source);
    const plan = { plan: {} as never, report: {} as never };
    client.build = () => Promise.resolve(plan);
    await flow.build();
    flow.reset();
    expect(worth).toEqual([
      "choosing false",
      "reading true",
      "refused false",
      "reading true",
      "checking true",
      "building true",
      "built true",
      "choosing false",
    ]);
  });

  it("is doubtful where most of its accounts are not on the map", () => {
    const report = (accountCount: number, lost: number) => ({
      ...({} as Parameters<typeof isMostlyUnplaced>[0]),
      accountCount,
      unplaced: Array.from({ length: lost }, (_, account) => ({
        account,
        line: account + 2,
        name: "",
        place: "",
        reason: "",
      })),
    });
    expect([
      isMostlyUnplaced(report(4, 4)),
      isMostlyUnplaced(report(4, 3)),
      isMostlyUnplaced(report(4, 2)),
    ]).toEqual([true, true, false]);
  });

  it("drops the answer about a file that was given up", async () => {
    const { flow, kinds } = following(new HeldClient());
    const first = flow.read(source);
    const second = flow.read({ name: "other.csv", text: "Account Name,City\nA,Boston\n" });
    await Promise.all([first, second]);
    expect(draftOf(flow).preview.fileName).toBe("other.csv");
    expect(kinds.filter((kind) => kind === "checking")).toHaveLength(1);
  });
});

describe("territories of an import", () => {
  it("come from whatever columns say who has an account", async () => {
    const flow = new ImportFlow(new HeldClient());
    await flow.read({ name: "a.csv", text: "Name,Owner,Territory\nA,Ann,East\nB,Ben,East\nC,Ben,West\n" });
    expect(territorySources(draftOf(flow).plan)).toEqual(["pairs", "territory", "owner", "none"]);
    expect(draftOf(flow).plan.territories).toBe("pairs");
    flow.changeColumn(2, { role: null });
    expect(draftOf(flow).plan.territories).toBe("owner");
    flow.changeColumn(1, { include: false, role: null });
    expect(draftOf(flow).plan.territories).toBe("none");
    flow.changeColumn(1, { include: true, role: "owner" });
    expect(draftOf(flow).plan.territories).toBe("owner");
  });

  it("stay as chosen while other columns change", async () => {
    const flow = new ImportFlow(new HeldClient());
    await flow.read({ name: "a.csv", text: "Name,Owner,Territory,Note\nA,Ann,East,x\nB,Ben,West,y\n" });
    flow.change((plan) => ({ ...plan, territories: "none" }));
    flow.changeColumn(3, { include: false });
    expect(draftOf(flow).plan.territories).toBe("none");
  });
});

it("combines rows by id or name where nothing else is proposed", async () => {
  const flow = new ImportFlow(new HeldClient());
  await flow.read({ name: "a.csv", text: "City,Account Name\nBoston,A\nAustin,B\n" });
  const draft = draftOf(flow);
  expect(draft.preview.proposedRollUp).toBeNull();
  expect(rollUpFor(draft)).toMatchObject({ groupBy: [1] });
});

function following(client: ImportClient): { flow: ImportFlow; kinds: ImportState["kind"][] } {
  const flow = new ImportFlow(client);
  const kinds: ImportState["kind"][] = [];
  flow.observe((state) => {
    if (kinds.at(-1) !== state.kind) kinds.push(state.kind);
  });
  return { flow, kinds };
}

function draftOf(flow: ImportFlow) {
  const { state } = flow;
  if (state.kind !== "checking") throw new Error(`Expected a draft, got the state "${state.kind}".`);
  return state.draft;
}

/** Lets every promise that can go on do so. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
