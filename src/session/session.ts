import type { Alignment } from "../model/alignment";
import { applyPatch } from "../model/apply-patch";
import { dayIn } from "../model/day";
import { measuresDay } from "../model/formula/measured-formulas";
import { type Figures, figures, updateFigures } from "../model/metrics/figures";
import { invertPatch, isEmptyPatch, type Patch } from "../model/patch";
import { onDay } from "../model/pins";
import { type AlignmentPath, alignmentAt, baselineAt, type Plan } from "../model/plan";
import { MAX_KEPT_REVISIONS, type Revision } from "../model/revision";
import { type History, historyOf, recordRevision } from "./history";
import { NOTHING_SELECTED, type RowSelection } from "./row-selection";

/** What observers hear: the plan as it is now, and what made it so. */
export interface Change {
  readonly plan: Plan;
  readonly patch: Patch;
  readonly origin: Revision["origin"];
  readonly revision: Revision;
  /** True where another tab made it, and stored it. */
  readonly followed: boolean;
}

/** What a session needs from the outside. */
export interface SessionSurroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly makeId: () => string;
  /** Whose name stands beside the revisions. */
  readonly author: () => string;
}

/** What changed: the plan (with what was shown of it), only which alignment is shown, or only the selection. */
export type SessionEvent = { kind: "plan"; change: Change } | { kind: "view" } | { kind: "selection" };

/** One open plan: the way in for every edit, and the place where observers hear of it. */
export class Session {
  readonly #surroundings: SessionSurroundings;
  readonly #observers = new Set<(event: SessionEvent) => void>();
  #plan: Plan;
  #path: AlignmentPath;
  #figures: Figures;
  #history: History;
  #revisions: readonly Revision[];
  #selection: RowSelection = NOTHING_SELECTED;
  #readOnly = false;
  #followUp: ((plan: Plan, patch: Patch) => Patch) | null = null;

  constructor(plan: Plan, revisions: readonly Revision[], surroundings: SessionSurroundings) {
    this.#surroundings = surroundings;
    this.#plan = onDay(plan, this.#today(plan));
    this.#path = defaultPath(plan);
    this.#figures = figures(this.#plan, this.#path);
    this.#history = historyOf(revisions);
    this.#revisions = revisions;
  }

  get plan(): Plan {
    return this.#plan;
  }

  /** The alignment that grid, map and panel show. */
  get path(): AlignmentPath {
    return this.#path;
  }

  get alignment(): Alignment {
    return alignmentAt(this.#plan, this.#path);
  }

  get baseline(): Alignment | null {
    return baselineAt(this.#plan, this.#path);
  }

  /** Figures of the alignment at `path`. */
  get figures(): Figures {
    return this.#figures;
  }

  /** Id of the revision the plan is at; null before the first. */
  get lastRevision(): string | null {
    return this.#revisions.at(-1)?.id ?? null;
  }

  /** The newest revisions, oldest first, at most MAX_KEPT_REVISIONS. */
  get revisions(): readonly Revision[] {
    return this.#revisions;
  }

  get history(): History {
    return this.#history;
  }

  /** Selected accounts. */
  get selection(): RowSelection {
    return this.#selection;
  }

  /** True where another tab holds the plan: edits are refused. */
  get readOnly(): boolean {
    return this.#readOnly;
  }

  /** Calls `observer` after every change, in the order of subscription; returns how to stop. */
  observe(observer: (event: SessionEvent) => void): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  /** Does an edit. An empty patch does nothing. Returns whether the plan changed. */
  edit(patch: Patch): boolean {
    if (this.#readOnly || isEmptyPatch(patch)) return false;
    this.#commit(this.#followUp?.(this.#plan, patch) ?? patch, "edit");
    return true;
  }

  /** Takes the newest edit back; returns its label, or null where there is none. */
  undo(): string | null {
    const patch = this.#history.undo.at(-1);
    if (this.#readOnly || !patch) return null;
    this.#commit(invertPatch(patch), "undo");
    return patch.label;
  }

  /** Does the edit taken back last again; returns its label, or null where there is none. */
  redo(): string | null {
    const patch = this.#history.redo.at(-1);
    if (this.#readOnly || !patch) return null;
    this.#commit(patch, "redo");
    return patch.label;
  }

  /** A revision made in the tab that holds the plan, applied here too. */
  follow(revision: Revision): void {
    this.#apply(revision, true);
  }

  /** Shows another alignment of the plan. */
  show(path: AlignmentPath): void {
    alignmentAt(this.#plan, path);
    this.#path = path;
    this.#figures = figures(this.#plan, path);
    this.#tell({ kind: "view" });
  }

  /** Lets go of locks that have expired since the plan was opened or changed last: for whoever sees the days go by. */
  turnDay(): void {
    const plan = onDay(this.#plan, this.#today(this.#plan));
    if (plan === this.#plan) return;
    this.#plan = plan;
    if (measuresDay(plan)) this.#figures = figures(plan, this.#path);
    this.#tell({ kind: "view" });
  }

  select(selection: RowSelection): void {
    this.#selection = selection;
    this.#tell({ kind: "selection" });
  }

  /** Completes every edit with what follows from it, in the same step; null = nothing does. */
  setFollowUp(followUp: ((plan: Plan, patch: Patch) => Patch) | null): void {
    this.#followUp = followUp;
  }

  setReadOnly(readOnly: boolean): void {
    this.#readOnly = readOnly;
    this.#tell({ kind: "view" });
  }

  /** Every change goes through here, and every observer (storage, map, totals) hears it here. */
  #commit(patch: Patch, origin: Revision["origin"]): void {
    const revision: Revision = {
      id: this.#surroundings.makeId(),
      parent: this.lastRevision,
      time: this.#surroundings.now(),
      author: this.#surroundings.author(),
      origin,
      patch,
    };
    this.#apply(revision, false);
  }

  #apply(revision: Revision, followed: boolean): void {
    const { patch, origin } = revision;
    const before = this.#plan;
    const today = onDay(before, this.#today(before));
    this.#plan = applyPatch(today, patch);
    this.#history = recordRevision(this.#history, revision);
    this.#revisions = [...this.#revisions, revision].slice(-MAX_KEPT_REVISIONS);
    if (hasAlignment(this.#plan, this.#path)) {
      const turned = today !== before && measuresDay(this.#plan);
      this.#figures = turned
        ? figures(this.#plan, this.#path)
        : updateFigures(this.#figures, this.#plan, patch);
    } else {
      this.#path = defaultPath(this.#plan);
      this.#figures = figures(this.#plan, this.#path);
    }
    this.#tell({ kind: "plan", change: { plan: this.#plan, patch, origin, revision, followed } });
  }

  #today(plan: Plan): number {
    return dayIn(plan.settings.timeZone, this.#surroundings.now());
  }

  #tell(event: SessionEvent): void {
    for (const observer of this.#observers) observer(event);
  }
}

function hasAlignment({ layers, scenarios }: Plan, path: AlignmentPath): boolean {
  return (
    scenarios.some((scenario) => scenario.id === path.scenario) && layers.some(({ id }) => id === path.layer)
  );
}

/** The first scenario that is not archived, in the plan's first layer. */
function defaultPath(plan: Plan): AlignmentPath {
  const scenario = plan.scenarios.find((candidate) => !candidate.archived) ?? plan.scenarios[0];
  const layer = plan.layers[0];
  if (!scenario || !layer)
    throw new Error(`Expected a scenario and a layer in plan "${plan.name}", got none.`);
  return { scenario: scenario.id, layer: layer.id };
}
