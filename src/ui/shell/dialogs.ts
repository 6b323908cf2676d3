import { type Accessor, createContext, createSignal, useContext } from "solid-js";
import type { ImportSource } from "../../files/import/import-job";
import type { RowId } from "../../model/ids";
import type { DerivedColumn, DerivedSource } from "../../model/planning/derived-column";
import type { OptimizationSettings } from "../../session/optimization-settings";

/** The one dialog that is open. */
export type OpenDialog =
  | { readonly kind: "import"; readonly source: ImportSource | null }
  | { readonly kind: "export" }
  | { readonly kind: "open-file"; readonly file: File }
  | { readonly kind: "plans" }
  /** `within` = the group whose territories are offered; absent = all. */
  | { readonly kind: "assign"; readonly accounts: readonly number[]; readonly within?: string }
  | { readonly kind: "territory"; readonly slot: number | null }
  | { readonly kind: "measures" }
  | { readonly kind: "workload" }
  | { readonly kind: "headcount" }
  /** A rep's details; null = a new one. */
  | { readonly kind: "rep"; readonly rep: RowId | null }
  | { readonly kind: "add-reps" }
  | { readonly kind: "fit" }
  | { readonly kind: "assign-reps" }
  | { readonly kind: "scenario"; readonly scenario: string }
  | { readonly kind: "compare" }
  | { readonly kind: "publish"; readonly scenario: string }
  | { readonly kind: "rules"; readonly show: RulesDialog }
  | { readonly kind: "event" }
  | { readonly kind: "planning"; readonly show: PlanningDialog }
  | { readonly kind: "settings" }
  | { readonly kind: "about" }
  | { readonly kind: "comments" }
  | { readonly kind: "palette" };

/** What there is around rules: one of them (null = a new one), the catch-all, and trying them. */
export type RulesDialog =
  | { readonly kind: "rule"; readonly rule: string | null }
  | { readonly kind: "catch-all" | "tester" | "dry-run" | "add-rows" | "rep-days" };

/** What there is around groups, segments, layers, and who keeps which account. */
export type PlanningDialog =
  /** A group to change, or with null a new one in `parent`. */
  | { readonly kind: "group"; readonly group: string | null; readonly parent: string | null }
  /** Territories, or a group, that are to lie somewhere else. */
  | { readonly kind: "move-into"; readonly slots: readonly number[]; readonly group: string | null }
  /** A territory that another one is to take over. */
  | { readonly kind: "merge-into"; readonly slot: number }
  | { readonly kind: "cut-out"; readonly group: string }
  | { readonly kind: "lock" | "name-accounts"; readonly accounts: readonly number[] }
  | { readonly kind: "segmentation"; readonly segmentation: string | null }
  /** A calculated column by id, or with null a new one. */
  | {
      readonly kind: "column";
      readonly table: DerivedColumn["table"];
      readonly column: string | null;
      readonly make?: DerivedSource["kind"];
    }
  | {
      readonly kind:
        | "levels"
        | "merge"
        | "segments"
        | "units"
        | "layers"
        | "named"
        | "families"
        | "hand-overs";
    };

export interface Dialogs {
  readonly current: Accessor<OpenDialog | null>;
  readonly open: (dialog: OpenDialog) => void;
  readonly close: () => void;
  /** The optimizer stands beside the map, not over the page: dialogs may open while it runs. */
  readonly optimizing: Accessor<boolean>;
  readonly setOptimizing: (optimizing: boolean) => void;
  /** The reps stand where the territories do. */
  readonly showsReps: Accessor<boolean>;
  readonly setShowsReps: (shows: boolean) => void;
  /** So does what is wrong with them. */
  readonly showsProblems: Accessor<boolean>;
  readonly setShowsProblems: (shows: boolean) => void;
  /** Opens the optimizer with these settings and has it search at once. */
  readonly optimizeWith: (settings: OptimizationSettings) => void;
  /** The settings of the newest `optimizeWith` that the optimizer has not taken yet. */
  readonly takeSettings: () => OptimizationSettings | null;
}

const DialogsContext = createContext<Dialogs>();

export const DialogsProvider = DialogsContext.Provider;

export function createDialogs(): Dialogs {
  const [current, setCurrent] = createSignal<OpenDialog | null>(null);
  const [optimizing, setOptimizing] = createSignal(false);
  const [beside, setBeside] = createSignal<"reps" | "problems" | null>(null);
  const [wanted, setWanted] = createSignal<OptimizationSettings | null>(null);
  return {
    current,
    open: (dialog) => setCurrent(dialog),
    close: () => setCurrent(null),
    optimizing,
    setOptimizing,
    showsReps: () => beside() === "reps",
    setShowsReps: (shows) => setBeside(shows ? "reps" : null),
    showsProblems: () => beside() === "problems",
    setShowsProblems: (shows) => setBeside(shows ? "problems" : null),
    optimizeWith: (settings) => {
      setWanted(settings);
      setOptimizing(true);
    },
    takeSettings: () => {
      const settings = wanted();
      if (settings) setWanted(null);
      return settings;
    },
  };
}

/** Throws outside of `DialogsProvider`. */
export function useDialogs(): Dialogs {
  const dialogs = useContext(DialogsContext);
  if (!dialogs) throw new Error("Expected to be inside DialogsProvider, got no dialogs.");
  return dialogs;
}
