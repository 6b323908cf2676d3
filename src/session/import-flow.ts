import { applyFix, type ImportFix, isFixed, undoFix } from "../files/import/import-issue";
import {
  ImportCancelled,
  type ImportClient,
  type ImportProgress,
  type ImportSource,
} from "../files/import/import-job";
import {
  type ColumnPlan,
  columnWithRole,
  hasPlaceColumn,
  type ImportPlan,
  type ReadingChoice,
  type RollUp,
  type TerritorySource,
  withColumn,
} from "../files/import/import-plan";
import type { ImportPreview, ImportReview } from "../files/import/import-preview";
import type { ImportRefusal } from "../files/import/import-refusal";
import type { ImportReport } from "../files/import/import-report";
import type { Plan } from "../model/plan";
import type { Unsubscribe } from "./ports";

/** A file as read, the import plan as the planner has it, and what it would give. */
export interface ImportDraft {
  readonly preview: ImportPreview;
  readonly plan: ImportPlan;
  /** Of the plan, or of an earlier one while `checking`. */
  readonly review: ImportReview;
  readonly checking: boolean;
}

/** Where an import stands. Nothing outside of it changes before the planner takes the plan over. */
export type ImportState =
  | { readonly kind: "choosing" }
  | {
      readonly kind: "reading";
      readonly name: string;
      readonly progress: ImportProgress | null;
      /** What the file was read as before, while it is read otherwise. */
      readonly draft: ImportDraft | null;
    }
  | {
      readonly kind: "refused";
      readonly name: string;
      readonly refusal: ImportRefusal;
      readonly draft: ImportDraft | null;
    }
  | {
      readonly kind: "failed";
      readonly name: string;
      readonly message: string;
      readonly draft: ImportDraft | null;
    }
  | { readonly kind: "checking"; readonly draft: ImportDraft }
  | { readonly kind: "building"; readonly draft: ImportDraft; readonly progress: ImportProgress | null }
  | {
      readonly kind: "built";
      readonly draft: ImportDraft;
      readonly plan: Plan;
      readonly report: ImportReport;
    };

/** One file on its way into a plan: read, checked and corrected, built, and only then taken over. */
export class ImportFlow {
  readonly #client: ImportClient;
  readonly #observers = new Set<(state: ImportState) => void>();
  #state: ImportState = { kind: "choosing" };
  #source: ImportSource | null = null;
  #choice: ReadingChoice = {};
  /** Counts what was begun, so that an answer to something given up is dropped. */
  #turn = 0;
  /** True while the client holds the file: cancelling makes it forget. */
  #held = false;
  #reviewing = false;

  constructor(client: ImportClient) {
    this.#client = client;
  }

  get state(): ImportState {
    return this.#state;
  }

  /** Hears the state, at once and on every change. */
  observe(observer: (state: ImportState) => void): Unsubscribe {
    this.#observers.add(observer);
    observer(this.#state);
    return () => this.#observers.delete(observer);
  }

  /** Reads a file or a pasted text and proposes an import. */
  async read(source: ImportSource): Promise<void> {
    this.#stop();
    this.#source = source;
    this.#choice = {};
    await this.#inspect();
  }

  /** Reads the same file otherwise. What was decided about the columns stays where they are the same columns. */
  async reread(choice: ReadingChoice): Promise<void> {
    this.#choice = { ...this.#choice, ...choice };
    await this.#inspect();
  }

  change(update: (plan: ImportPlan) => ImportPlan): void {
    const draft = this.#draft();
    if (!draft || this.#state.kind !== "checking") return;
    this.#show({ kind: "checking", draft: { ...draft, plan: update(draft.plan), checking: true } });
    void this.#review();
  }

  changeColumn(index: number, change: Partial<ColumnPlan>): void {
    this.change((plan) => followRoles(plan, withColumn(plan, index, change)));
  }

  switchFix(fix: ImportFix): void {
    this.change((plan) => (isFixed(plan, fix) ? undoFix(plan, fix) : applyFix(plan, fix)));
  }

  async build(): Promise<void> {
    const draft = this.#draft();
    if (!draft) return;
    const turn = ++this.#turn;
    this.#reviewing = false;
    this.#show({ kind: "building", draft, progress: null });
    try {
      if (!this.#held) await this.#hold(draft);
      const { plan, report } = await this.#client.build(draft.plan, (progress) => {
        if (turn === this.#turn) this.#show({ kind: "building", draft, progress });
      });
      if (turn === this.#turn) this.#show({ kind: "built", draft, plan, report });
    } catch (error) {
      this.#fail(error, turn);
    }
  }

  /**
   * From a build, running, finished or failed, back to the columns; from a reading that was stopped or refused back to the one
   * before; from anything else to the choice of a file.
   */
  back(): void {
    const draft = this.#draft();
    if (draft && (this.#state.kind === "reading" || this.#state.kind === "refused")) {
      this.#stop();
      void this.reread(draft.plan.reading);
    } else if (draft && this.#state.kind !== "checking") {
      if (this.#state.kind === "building") this.#stop();
      this.#turn++;
      this.#show({ kind: "checking", draft: { ...draft, checking: true } });
      void this.#review();
    } else {
      this.reset();
    }
  }

  /** Stops whatever runs and forgets the file. */
  reset(): void {
    this.#stop();
    this.#source = null;
    this.#show({ kind: "choosing" });
  }

  async #inspect(): Promise<void> {
    const source = this.#source;
    if (!source) return;
    const { name } = source;
    const before = this.#draft();
    const turn = ++this.#turn;
    this.#reviewing = false;
    this.#show({ kind: "reading", name, progress: null, draft: before });
    try {
      const result = await this.#client.inspect(source, this.#choice, (progress) => {
        if (turn === this.#turn) this.#show({ kind: "reading", name, progress, draft: before });
      });
      if (turn !== this.#turn) return;
      this.#held = result.ok;
      if (!result.ok) {
        this.#show({ kind: "refused", name, refusal: result.refusal, draft: before });
        return;
      }
      const { preview } = result;
      const plan = keepDecisions(preview.plan, before?.plan ?? null);
      const draft = { preview, plan, review: preview.review, checking: plan !== preview.plan };
      this.#show({ kind: "checking", draft });
      if (draft.checking) await this.#review();
    } catch (error) {
      this.#fail(error, turn);
    }
  }

  /** Reviews the plan as it is, and once more where it was changed meanwhile: never two at a time. */
  async #review(): Promise<void> {
    if (this.#reviewing) return;
    this.#reviewing = true;
    const turn = this.#turn;
    try {
      for (;;) {
        const plan = this.#draft()?.plan;
        if (!plan) return;
        if (!this.#held) await this.#hold({ plan });
        const review = await this.#client.review(plan);
        const draft = this.#draft();
        if (turn !== this.#turn || !draft) return;
        const current = draft.plan === plan;
        this.#show({ kind: "checking", draft: { ...draft, review, checking: !current } });
        if (current) return;
      }
    } catch (error) {
      this.#fail(error, turn);
    } finally {
      if (turn === this.#turn) this.#reviewing = false;
    }
  }

  /** Has the client read the file again, as the plan has it. */
  async #hold(draft: { readonly plan: ImportPlan }): Promise<void> {
    const result = await this.#client.inspect(this.#source!, draft.plan.reading);
    if (!result.ok) throw new Error(`${result.refusal.title} ${result.refusal.advice}`);
    this.#held = true;
  }

  #stop(): void {
    this.#turn++;
    this.#reviewing = false;
    this.#held = false;
    this.#client.cancel();
  }

  #fail(error: unknown, turn: number): void {
    if (turn !== this.#turn || error instanceof ImportCancelled) return;
    this.#held = false;
    const message = error instanceof Error ? error.message : String(error);
    this.#show({ kind: "failed", name: this.#source?.name ?? "", message, draft: this.#draft() });
  }

  #draft(): ImportDraft | null {
    return "draft" in this.#state ? this.#state.draft : null;
  }

  #show(state: ImportState): void {
    this.#state = state;
    for (const observer of this.#observers) observer(state);
  }
}

/** True where the plan already does what the fix would. */
export const fixIsOn = isFixed;

/** The proposed plan with the planner's decisions, where the columns are the same ones. */
function keepDecisions(proposed: ImportPlan, kept: ImportPlan | null): ImportPlan {
  const same =
    kept?.columns.length === proposed.columns.length &&
    kept.columns.every((column, index) => column.header === proposed.columns[index]!.header);
  return kept && same
    ? { ...kept, reading: proposed.reading, excludedRows: proposed.excludedRows, swappedRows: [] }
    : proposed;
}

/** Whether something would be lost with the import: a file was chosen and is being read, was read, or made a plan. */
export function isWorthKeeping(state: ImportState): boolean {
  if (state.kind === "choosing") return false;
  return state.kind === "refused" || state.kind === "failed" ? state.draft !== null : true;
}

/** Whether fewer than half of the accounts of an import got a place on the map. */
export function isMostlyUnplaced(report: ImportReport): boolean {
  return report.unplaced.length * 2 > report.accountCount;
}

/** What stands against the map before an import: no column that says where the accounts are. */
export const hasNoPlaceColumn = (plan: ImportPlan): boolean => !hasPlaceColumn(plan);

/** The territory sources that the plan's columns allow, the fullest first. */
export function territorySources(plan: ImportPlan): readonly TerritorySource[] {
  const owner = columnWithRole(plan, "owner") !== undefined;
  const territory = columnWithRole(plan, "territory") !== undefined;
  if (owner && territory) return ["pairs", "territory", "owner", "none"];
  if (territory) return ["territory", "none"];
  return owner ? ["owner", "none"] : ["none"];
}

/** The edited plan, its territories made from whatever owner and territory columns it has now. */
function followRoles(before: ImportPlan, after: ImportPlan): ImportPlan {
  const sources = territorySources(after);
  const unchanged = sources.length === territorySources(before).length && sources.includes(after.territories);
  return unchanged ? after : { ...after, territories: sources[0]! };
}

/** The roll-up to begin with: the proposed one, or all rows that agree in the id, else in the name, else in the first column. */
export function rollUpFor(draft: ImportDraft): RollUp {
  const same = columnWithRole(draft.plan, "key") ?? columnWithRole(draft.plan, "name");
  return draft.preview.proposedRollUp ?? { groupBy: [same?.index ?? 0], countOf: null, countHeader: "Rows" };
}
