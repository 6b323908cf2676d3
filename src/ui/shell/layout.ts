import { createSignal } from "solid-js";
import type { PlanStore } from "../../session/ports";

export type PaneName = "sheets" | "map" | "territories";

export interface Layout {
  readonly sheetsWidth: number;
  readonly territoriesWidth: number;
  readonly hidden: readonly PaneName[];
}

const SETTING = "layout";

/** Sizes and visibility of the panes, remembered on this device. */
export function createLayout(store: PlanStore) {
  const [layout, setLayout] = createSignal<Layout>({
    sheetsWidth: Math.round(innerWidth * 0.38),
    territoriesWidth: 340,
    hidden: [],
  });
  void store
    .setting(SETTING)
    .then((saved) => isLayout(saved) && setLayout(saved))
    .catch(() => undefined);
  const change = (fields: Partial<Layout>) => {
    setLayout({ ...layout(), ...fields });
    void store.setSetting(SETTING, layout());
  };
  const toggle = (pane: PaneName) => {
    const { hidden } = layout();
    const next = hidden.includes(pane) ? hidden.filter((name) => name !== pane) : [...hidden, pane];
    // One of the two wide panes always stays.
    if (!(next.includes("sheets") && next.includes("map"))) change({ hidden: next });
  };
  return { layout, change, toggle };
}

function isLayout(value: unknown): value is Layout {
  if (typeof value !== "object" || value === null) return false;
  const { sheetsWidth, territoriesWidth, hidden } = value as Partial<Layout>;
  return typeof sheetsWidth === "number" && typeof territoriesWidth === "number" && Array.isArray(hidden);
}
