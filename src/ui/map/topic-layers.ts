import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { Territory } from "../../model/alignment";
import { accountShares } from "../../model/metrics/account-shares";
import type { Planner } from "../planner";
import type { AccountPoints } from "./account-points";
import { CanvasLayer } from "./canvas-layer";
import { indexColor } from "./color-scale";
import type { MapTheme } from "./map-theme";
import type { MapTopic } from "./map-topics";
import type { MapView } from "./map-view";
import { isDark, type Rgb } from "./rgb";

/** Follows the topic of the map that draws over areas: the heat map. Returns the greatest density in view, weight per km², or null. */
export function createHeat(
  view: MapView,
  planner: Planner,
  points: Accessor<AccountPoints>,
  topic: Accessor<MapTopic>,
  theme: Accessor<MapTheme>,
): Accessor<number | null> {
  const [densest, setDensest] = createSignal<number | null>(null);
  const [module, setModule] = createSignal<typeof import("./heat-layer") | null>(null);
  const isHeat = createMemo(() => topic().kind === "heat");
  const weights = createMemo(() => {
    const shown = topic();
    return shown.kind === "heat" ? accountShares(planner.plan(), planner.path(), shown.measure) : null;
  });
  const layer = new CanvasLayer("heat", (context, frame) => {
    const painter = module();
    const shares = weights();
    if (painter && shares)
      setDensest(painter.paintHeat(context, frame, points(), shares, isDark(theme().land)));
  });
  createEffect(() => {
    if (!isHeat()) return;
    void import("./heat-layer").then((loaded) => setModule(() => loaded));
    view.map.addLayer(layer);
    onCleanup(() => {
      view.map.removeLayer(layer);
      setDensest(null);
    });
  });
  createEffect(on([module, weights, points, theme], () => layer.schedule()));
  return densest;
}

/**
 * What areas are filled with in place of the territories' colors, by slot: by their indexes, where those are not blank; with nothing where
 * the ground tells of something else; null where they keep their own.
 */
export function figureColors(
  planner: Planner,
  topic: MapTopic,
  { territories, territoryOf }: { territories: readonly (Territory | null)[]; territoryOf: Uint16Array },
): (Rgb | null)[] | null {
  if (topic.kind === "territories") return null;
  if (topic.kind !== "index") return territories.map(() => null);
  const figure = planner.figures().measures.find(({ measure }) => measure.id === topic.measure.id);
  if (!figure) return null;
  const isPreview = territoryOf !== planner.alignment().territoryOf;
  const totals = isPreview
    ? totalsOf(accountShares(planner.plan(), planner.path(), topic.measure), territoryOf, territories.length)
    : figure.totals;
  return territories.map((territory, slot) => {
    const target = figure.targets[slot] ?? 0;
    return territory && slot > 0 && target > 0 ? indexColor((100 * totals[slot]!) / target) : null;
  });
}

function totalsOf(values: Float64Array, territoryOf: Uint16Array, slots: number): Float64Array {
  const totals = new Float64Array(slots);
  for (let account = 0; account < territoryOf.length; account++)
    totals[territoryOf[account]!]! += values[account] ?? 0;
  return totals;
}
