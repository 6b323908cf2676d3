import type { Plan } from "../model/plan";
import { MAX_KEPT_REVISIONS, type Revision } from "../model/revision";
import type { OpenResult, PlanSummary, PlanWithHistory, RecoveredPlan, SaveState } from "../model/saved-plan";
import { Connection, failureOf, type StorageFailure } from "./connection";
import { PlanChannel, type PlanMessage } from "./plan-channel";
import { PlanLock } from "./plan-lock";
import {
  appendRevisions,
  deletePlan,
  foldJournal,
  loadDataset,
  partsOf,
  storePlan,
  type WrittenParts,
} from "./plan-transactions";
import { type DatasetResult, readDataset } from "./read-dataset";
import { SaveQueue, type Timer } from "./save-queue";
import { DATABASE_NAME } from "./schema";
import type { Snapshots } from "./snapshots";
import { readPlanEntry } from "./stored-plan";
import { DamagedRecord } from "./stored-record";

/** Least time between two snapshots of a plan. */
const SNAPSHOT_MS = 5 * 60_000;

const TOO_NEW = "This plan was saved by a newer version of Evenfield. Reload the page to update.";

/** What the store uses of the platform; the browser's unless given. */
export interface PlanStoreOptions {
  readonly name?: string;
  readonly now?: () => number;
  readonly timer?: Timer;
  /** Calls back when the page has nothing to do. */
  readonly whenIdle?: (callback: () => void) => void;
  readonly snapshots?: Snapshots | null;
  readonly locks?: LockManager | null;
  /** Asks the browser not to clear what is stored. */
  readonly persist?: () => void;
}

type Job =
  | { readonly kind: "create"; readonly plan: Plan; readonly revisions: readonly Revision[] }
  | { readonly kind: "append"; readonly revision: Revision; readonly plan: Plan };

interface Follower {
  revisions(revisions: readonly Revision[]): void;
  replaced(): void;
  removed(): void;
}

/** The plans of this device. Opens the database at the first use, not before. */
export function openPlanStore(options?: PlanStoreOptions): IndexedPlanStore {
  return new IndexedPlanStore(options);
}

/** The plans of this device in IndexedDB. Satisfies the session's `PlanStore`. */
export class IndexedPlanStore {
  readonly #now: () => number;
  readonly #timer: Timer;
  readonly #whenIdle: (callback: () => void) => void;
  readonly #snapshots: Snapshots | null;
  readonly #locks: LockManager | null;
  readonly #persist: () => void;
  readonly #connection: Connection;
  readonly #queue: SaveQueue<Job>;
  readonly #channels = new Map<string, PlanChannel>();
  /** By plan: what its records were made of. */
  readonly #written = new Map<string, WrittenParts>();
  /** By plan: the newest plan and revision that the records do not contain yet. */
  readonly #unfolded = new Map<string, { readonly plan: Plan; readonly revision: string }>();
  /** Plans that another tab changed: what waits for them can never be stored. */
  readonly #conflicts = new Set<string>();
  readonly #snapshotTimes = new Map<string, number>();
  #persistent = false;

  constructor(options: PlanStoreOptions = {}) {
    this.#now = options.now ?? Date.now;
    this.#timer = options.timer ?? browserTimer;
    this.#whenIdle = options.whenIdle ?? whenBrowserIdles;
    this.#snapshots = options.snapshots ?? null;
    this.#locks = options.locks === undefined ? (globalThis.navigator?.locks ?? null) : options.locks;
    this.#persist =
      options.persist ?? (() => void globalThis.navigator?.storage?.persist?.().catch(() => {}));
    this.#connection = new Connection(options.name ?? DATABASE_NAME, () => this.#queue.fail("outdated"));
    this.#queue = new SaveQueue<Job>({
      key: (job) => job.plan.id,
      batch: leadingBatch,
      store: (jobs) => this.#store(jobs),
      timer: this.#timer,
    });
  }

  async list(): Promise<readonly PlanSummary[]> {
    const entries = await this.#try((database) => database.getAll("plans"), []);
    const summaries = entries.flatMap((entry): PlanSummary[] => {
      try {
        const { id, name, updatedAt, counts, scenarios } = readPlanEntry(entry);
        return [{ id, name, updatedAt, counts, scenarios }];
      } catch {
        return [];
      }
    });
    return summaries.sort((a, b) => b.updatedAt - a.updatedAt);
  }

  async open(planId: string): Promise<OpenResult> {
    if (this.#conflicts.has(planId)) this.#forget(planId);
    const waiting = this.#queue.waiting.filter((job) => job.plan.id === planId);
    if (waiting[0]?.kind === "create") return withWaiting({ plan: waiting[0].plan, revisions: [] }, waiting);
    let result: DatasetResult;
    let updatedAt = 0;
    try {
      const dataset = await this.#connection.run((database) => loadDataset(database, planId));
      if (!dataset) return { status: "missing" };
      updatedAt = dataset.entry.updatedAt;
      result = readDataset(dataset);
      if (result.status === "ok") this.#remember(planId, dataset.entry, result);
    } catch (error) {
      if (!(error instanceof DamagedRecord)) {
        const { reason, message } = failureOf(error);
        return reason === "outdated"
          ? { status: "too-new", reason: TOO_NEW }
          : { status: "unavailable", reason: message };
      }
      result = { status: "damaged", reason: error.message };
    }
    if (result.status === "too-new") return { status: "too-new", reason: TOO_NEW };
    if (result.status === "damaged") {
      const recovered = await this.#newestSnapshot(planId);
      return { status: "damaged", reason: `This plan is damaged: ${result.reason}.`, recovered };
    }
    const { plan, historyDamage } = result;
    const revisions = result.revisions.slice(-MAX_KEPT_REVISIONS);
    if (historyDamage === null) return withWaiting({ plan, revisions }, waiting);
    const reason = `The plan is whole, but a part of its undo history is damaged: ${historyDamage}.`;
    return {
      status: "damaged",
      reason,
      recovered: { plan, revisions, from: "database", savedAt: updatedAt },
    };
  }

  create(plan: Plan, revisions: readonly Revision[] = []): Promise<void> {
    this.#forget(plan.id);
    return this.#queue.add({ kind: "create", plan, revisions });
  }

  append(_planId: string, revision: Revision, planAfter: Plan): Promise<void> {
    return this.#queue.add({ kind: "append", revision, plan: planAfter });
  }

  async remove(planId: string): Promise<void> {
    this.#forget(planId);
    this.#unfolded.delete(planId);
    this.#written.delete(planId);
    const removed = await this.#try(async (database) => {
      await deletePlan(database, planId);
      return true;
    }, false);
    if (!removed) return;
    this.#snapshotTimes.delete(planId);
    this.#say(planId, { kind: "removed" });
    await this.#snapshots?.remove(planId).catch(() => {});
  }

  async duplicate(planId: string, copy: { readonly id: string; readonly name: string }): Promise<boolean> {
    const opened = await this.open(planId);
    if (opened.status !== "ok" && opened.status !== "migrated") return false;
    await this.create({ ...opened.plan, ...copy, createdAt: this.#now() });
    return true;
  }

  async lastOpened(): Promise<string | null> {
    const planId = await this.setting("lastOpened");
    return typeof planId === "string" ? planId : null;
  }

  setLastOpened(planId: string | null): Promise<void> {
    return this.setSetting("lastOpened", planId);
  }

  setting(key: string): Promise<unknown> {
    return this.#try((database) => database.get("settings", key), undefined);
  }

  async setSetting(key: string, value: unknown): Promise<void> {
    await this.#try((database) => database.put("settings", value, key), "");
  }

  claim(planId: string): Promise<PlanLock> {
    return PlanLock.take(planId, {
      locks: this.#locks,
      channel: this.#channel(planId),
      flush: () => this.flush(),
      timer: this.#timer,
    });
  }

  follow(planId: string, follower: Follower): () => void {
    return this.#channel(planId).listen((message) => {
      if (message.kind === "revisions") follower.revisions(message.revisions);
      else if (message.kind === "replaced") follower.replaced();
      else if (message.kind === "removed") follower.removed();
    });
  }

  subscribe(listener: (state: SaveState) => void): () => void {
    return this.#queue.subscribe(listener);
  }

  flush(): Promise<SaveState> {
    return this.#queue.flush();
  }

  async close(): Promise<void> {
    await this.flush();
    this.#queue.stop();
    for (const channel of this.#channels.values()) channel.close();
    this.#channels.clear();
    await this.#connection.close();
  }

  async #store(jobs: readonly Job[]): Promise<StorageFailure | null> {
    const [first] = jobs;
    try {
      if (first?.kind === "create") await this.#storeNew(first.plan, first.revisions);
      else await this.#storeRevisions(jobs.filter((job) => job.kind === "append"));
    } catch (error) {
      const failed = failureOf(error);
      if (failed.reason === "elsewhere" && first) this.#conflicts.add(first.plan.id);
      return failed;
    }
    if (!this.#persistent) this.#persist();
    this.#persistent = true;
    return null;
  }

  async #storeNew(plan: Plan, revisions: readonly Revision[]): Promise<void> {
    const written = await this.#connection.run((database) =>
      storePlan(database, plan, revisions, this.#now()),
    );
    this.#written.set(plan.id, written);
    this.#unfolded.delete(plan.id);
    this.#say(plan.id, { kind: "replaced" });
  }

  async #storeRevisions(jobs: readonly Extract<Job, { kind: "append" }>[]): Promise<void> {
    const revisions = jobs.map((job) => job.revision);
    const { plan, revision } = jobs.at(-1)!;
    await this.#connection.run((database) => appendRevisions(database, plan, revisions, this.#now()));
    this.#say(plan.id, { kind: "revisions", revisions });
    const scheduled = this.#unfolded.has(plan.id);
    this.#unfolded.set(plan.id, { plan, revision: revision.id });
    if (!scheduled) this.#whenIdle(() => void this.#fold(plan.id));
  }

  /** Drops what waits for a plan: it was replaced or removed, or the planner takes what another tab made of it. */
  #forget(planId: string): void {
    this.#conflicts.delete(planId);
    this.#queue.drop((job) => job.plan.id === planId);
  }

  /** Brings the records up to date. A failure costs nothing: the journal still holds everything. */
  async #fold(planId: string): Promise<void> {
    const unfolded = this.#unfolded.get(planId);
    if (!unfolded) return;
    this.#unfolded.delete(planId);
    const { plan, revision } = unfolded;
    const written = this.#written.get(planId) ?? null;
    try {
      const known = await this.#connection.run((database) => foldJournal(database, plan, revision, written));
      if (known) this.#written.set(planId, known);
      else this.#written.delete(planId);
      if (known && known !== written) await this.#snapshot(plan);
    } catch {
      this.#written.delete(planId);
    }
  }

  async #snapshot(plan: Plan): Promise<void> {
    const now = this.#now();
    if (!this.#snapshots || now - (this.#snapshotTimes.get(plan.id) ?? 0) < SNAPSHOT_MS) return;
    this.#snapshotTimes.set(plan.id, now);
    await this.#snapshots.save(plan, now).catch(() => {});
    // The plan was deleted meanwhile: a copy of it must not stay behind.
    if (!this.#snapshotTimes.has(plan.id)) await this.#snapshots.remove(plan.id).catch(() => {});
  }

  #newestSnapshot(planId: string): Promise<RecoveredPlan | null> {
    return this.#snapshots?.newest(planId).catch(() => null) ?? Promise.resolve(null);
  }

  /** Notes what the records of an opened plan were made of, so that only what changes is written again. */
  #remember(
    planId: string,
    { dataset, base }: { readonly dataset: string; readonly base: string },
    result: Extract<DatasetResult, { status: "ok" }>,
  ): void {
    const parts = partsOf(result.base, result.marks);
    this.#written.set(planId, { dataset, base, parts });
  }

  async #try<Result>(work: Parameters<Connection["run"]>[0], otherwise: Result): Promise<Result> {
    try {
      return (await this.#connection.run(work)) as Result;
    } catch {
      return otherwise;
    }
  }

  #channel(planId: string): PlanChannel {
    let channel = this.#channels.get(planId);
    if (!channel) {
      channel = new PlanChannel(planId);
      this.#channels.set(planId, channel);
    }
    return channel;
  }

  #say(planId: string, message: PlanMessage): void {
    this.#channel(planId).say(message);
  }
}

/** A plan as stored, with the work that could not be stored yet: leaving a plan and coming back must not lose it. */
function withWaiting(stored: PlanWithHistory, waiting: readonly Job[]): OpenResult {
  const revisions = [...stored.revisions];
  for (const job of waiting) {
    if (job.kind === "create") revisions.push(...job.revisions);
    // It may have been stored while the records were read.
    else if (!revisions.some(({ id }) => id === job.revision.id)) revisions.push(job.revision);
  }
  const { plan } = waiting.at(-1) ?? stored;
  return { status: "ok", plan, revisions: revisions.slice(-MAX_KEPT_REVISIONS) };
}

/** A new plan alone, or all revisions that follow each other. */
function leadingBatch(waiting: readonly Job[]): readonly Job[] {
  const first = waiting[0]!;
  if (first.kind === "create") return [first];
  const end = waiting.findIndex((job) => job.kind !== "append");
  return end < 0 ? waiting : waiting.slice(0, end);
}

function browserTimer(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}

/** Idle for a while: a planner who drags one account after the other is not to wait for the disk. */
function whenBrowserIdles(callback: () => void): void {
  const QUIET_MS = 3_000;
  setTimeout(() => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(callback, { timeout: 10_000 });
    else callback();
  }, QUIET_MS);
}
