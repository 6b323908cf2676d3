import type { Plan } from "../model/plan";
import type { Revision } from "../model/revision";
import type { OpenResult, PlanSummary, SaveState } from "../model/saved-plan";
import type { PlanClaim, PlanStore, Unsubscribe } from "./ports";
import { Session, type SessionSurroundings } from "./session";

/** What the workspace shows: nothing open yet, a plan, or why a saved plan could not be opened. */
export type WorkspaceState =
  | { readonly kind: "starting" }
  | { readonly kind: "empty" }
  | { readonly kind: "open"; readonly session: Session; readonly recoveredBecause: string | null }
  | { readonly kind: "refused"; readonly planId: string; readonly result: OpenResult };

/** The plans of this device and the one that is open: opens, makes and closes sessions, and saves what they commit. */
export class Workspace {
  readonly #store: PlanStore;
  readonly #surroundings: SessionSurroundings;
  readonly #observers = new Set<(state: WorkspaceState) => void>();
  #state: WorkspaceState = { kind: "starting" };
  #claim: PlanClaim | null = null;
  #endings: Unsubscribe[] = [];
  #saveState: SaveState = { status: "saved" };
  /** Counts the plans asked for, so that one that took its time does not come after a later one. */
  #turn = 0;

  constructor(store: PlanStore, surroundings: SessionSurroundings) {
    this.#store = store;
    this.#surroundings = surroundings;
    store.subscribe((saveState) => {
      this.#saveState = saveState;
    });
  }

  get state(): WorkspaceState {
    return this.#state;
  }

  get saveState(): SaveState {
    return this.#saveState;
  }

  /** Hears the state, at once and on every change. */
  observe(observer: (state: WorkspaceState) => void): Unsubscribe {
    this.#observers.add(observer);
    observer(this.#state);
    return () => this.#observers.delete(observer);
  }

  /** Opens the plan that was open last, if there is one. */
  async start(): Promise<void> {
    const last = await this.#store.lastOpened().catch(() => null);
    if (last === null) this.#show({ kind: "empty" });
    else await this.open(last);
  }

  list(): Promise<readonly PlanSummary[]> {
    return this.#store.list();
  }

  /** Opens a saved plan. One that cannot be read whole is refused, or opened as recovered, saying so. */
  async open(planId: string): Promise<void> {
    const turn = await this.#leave();
    const result = await this.#store.open(planId);
    if (turn !== this.#turn) return;
    if (result.status === "missing") {
      await this.#store.setLastOpened(null);
      this.#show({ kind: "empty" });
    } else if (result.status === "ok" || result.status === "migrated") {
      await this.#enter(turn, result.plan, result.revisions, null);
    } else {
      this.#show({ kind: "refused", planId, result });
    }
  }

  /** Opens what could be saved of a damaged plan, after the planner was told. It is stored anew as it is. */
  async openRecovered(result: OpenResult): Promise<void> {
    if (result.status !== "damaged" || !result.recovered) return;
    const { plan, revisions } = result.recovered;
    const turn = await this.#leave();
    void this.#store.create(plan, revisions);
    await this.#enter(turn, plan, revisions, result.reason);
  }

  /** Makes a plan the open one and saves it, in the place of one with the same id. */
  async create(plan: Plan, revisions: readonly Revision[] = []): Promise<void> {
    const turn = await this.#leave();
    void this.#store.create(plan, revisions);
    await this.#enter(turn, plan, revisions, null);
  }

  /** Closes the open plan and shows the start page. */
  async close(): Promise<void> {
    const turn = await this.#leave();
    await this.#store.setLastOpened(null);
    if (turn === this.#turn) this.#show({ kind: "empty" });
  }

  /** Deletes a saved plan for good. */
  async remove(planId: string): Promise<void> {
    if (this.#state.kind === "open" && this.#state.session.plan.id === planId) await this.close();
    await this.#store.remove(planId);
  }

  /** Takes the right to change the open plan over from another tab. */
  async takeOver(): Promise<void> {
    await this.#claim?.takeOver();
  }

  /** Stores what waits and says what came of it. */
  flush(): Promise<SaveState> {
    return this.#store.flush();
  }

  async #enter(
    turn: number,
    plan: Plan,
    revisions: readonly Revision[],
    recoveredBecause: string | null,
  ): Promise<void> {
    if (turn !== this.#turn) return;
    // Before anything can be edited it must be known whether this tab may.
    const claim = await this.#store.claim(plan.id).catch(() => null);
    if (turn !== this.#turn) return claim?.release();
    this.#claim = claim;
    const session = new Session(plan, revisions, this.#surroundings);
    void this.#store.setLastOpened(plan.id);
    this.#endings.push(
      session.observe((event) => {
        if (event.kind !== "plan" || event.change.followed) return;
        void this.#store.append(plan.id, event.change.revision, event.change.plan);
      }),
      this.#store.follow(plan.id, {
        revisions: (theirs) => {
          for (const revision of theirs) {
            if (revision.parent === session.lastRevision) session.follow(revision);
            else return void this.open(plan.id);
          }
        },
        replaced: () => void this.open(plan.id),
        removed: () => void this.close(),
      }),
    );
    if (claim) this.#endings.push(claim.subscribe((role) => session.setReadOnly(role === "reader")));
    this.#show({ kind: "open", session, recoveredBecause });
  }

  /** Lets go of the open plan once its work is stored; returns the turn of what comes after. */
  async #leave(): Promise<number> {
    const turn = ++this.#turn;
    for (const end of this.#endings.splice(0)) end();
    if (this.#state.kind === "open") await this.#store.flush();
    this.#claim?.release();
    this.#claim = null;
    return turn;
  }

  #show(state: WorkspaceState): void {
    this.#state = state;
    for (const observer of this.#observers) observer(state);
  }
}
