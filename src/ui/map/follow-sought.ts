import { createEffect, on, onCleanup, untrack } from "solid-js";
import { chosenUnitSet } from "../../model/units";
import type { Planner } from "../planner";
import { boxOf } from "./account-points";
import type { Insets } from "./fit-insets";
import type { MapScene } from "./map-scene";

/**
 * Moves the map to where somebody wants to look: to all accounts of a plan that has just been opened, to accounts or a unit that were sought,
 * and back into shape when its size changes. `covered` is what lies over the sides of the map; `resized` hears of new sizes.
 */
export function followSought(
  container: HTMLElement,
  planner: Planner,
  scene: MapScene,
  covered: () => Insets,
  resized: () => void,
): void {
  const { view } = scene;
  let fittedPlan = "";
  const fitNewPlan = () => {
    const { mainBox: box } = scene.points();
    const { id } = planner.plan();
    if (id === fittedPlan || !box || !view.hasRoom) return;
    fittedPlan = id;
    view.fit(box, false, covered());
  };
  createEffect(() => {
    scene.points();
    planner.plan();
    untrack(fitNewPlan);
  });
  createEffect(
    on(planner.sought, (accounts) => {
      const box = accounts && boxOf(scene.points(), accounts);
      if (box) view.fit(box, true, covered());
      if (accounts) planner.showOnMap(null);
    }),
  );
  createEffect(
    on(planner.soughtUnit, (unit) => {
      const record = chosenUnitSet(planner.plan());
      if (unit === null || !record) return;
      planner.showUnitOnMap(null);
      void import("./unit-ground").then(async (module) => {
        const ground = await module.loadUnitGround(record);
        const box = module.boxOfUnit(ground, planner.plan().tables.units, unit);
        if (box) view.fit(box, true, covered());
      });
    }),
  );
  const resize = new ResizeObserver(() => {
    view.resized();
    fitNewPlan();
    resized();
  });
  resize.observe(container);
  onCleanup(() => resize.disconnect());
}
