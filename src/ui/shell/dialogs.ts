import { type Accessor, createContext, createSignal, useContext } from "solid-js";
import type { ImportSource } from "../../files/import/import-job";

/** The one dialog that is open. */
export type OpenDialog =
  | { readonly kind: "import"; readonly source: ImportSource | null }
  | { readonly kind: "export" }
  | { readonly kind: "open-file"; readonly file: File }
  | { readonly kind: "plans" }
  | { readonly kind: "assign"; readonly accounts: readonly number[] }
  | { readonly kind: "territory"; readonly slot: number | null }
  | { readonly kind: "measures" }
  | { readonly kind: "rep" }
  | { readonly kind: "scenario"; readonly scenario: string }
  | { readonly kind: "compare" }
  | { readonly kind: "publish"; readonly scenario: string }
  | { readonly kind: "settings" }
  | { readonly kind: "about" }
  | { readonly kind: "palette" };

export interface Dialogs {
  readonly current: Accessor<OpenDialog | null>;
  readonly open: (dialog: OpenDialog) => void;
  readonly close: () => void;
  /** The optimizer stands beside the map, not over the page: dialogs may open while it runs. */
  readonly optimizing: Accessor<boolean>;
  readonly setOptimizing: (optimizing: boolean) => void;
}

const DialogsContext = createContext<Dialogs>();

export const DialogsProvider = DialogsContext.Provider;

export function createDialogs(): Dialogs {
  const [current, setCurrent] = createSignal<OpenDialog | null>(null);
  const [optimizing, setOptimizing] = createSignal(false);
  return {
    current,
    open: (dialog) => setCurrent(dialog),
    close: () => setCurrent(null),
    optimizing,
    setOptimizing,
  };
}

/** Throws outside of `DialogsProvider`. */
export function useDialogs(): Dialogs {
  const dialogs = useContext(DialogsContext);
  if (!dialogs) throw new Error("Expected to be inside DialogsProvider, got no dialogs.");
  return dialogs;
}
