import { type Accessor, createSignal, onCleanup } from "solid-js";
import { selectRows, withRows } from "../../session/row-selection";
import type { Planner } from "../planner";
import { accountName } from "./account-facts";
import type { MapScene } from "./map-scene";
import { linesBetween } from "./paint/border-near";
import { commitPaint } from "./paint/commit-paint";
import { accountGround, unitGround } from "./paint/paint-ground";
import { PaintStroke } from "./paint/paint-stroke";
import type { PaintTool } from "./paint/paint-tool";
import { createKeyPull } from "./paint/pull-by-keys";
import type { PaintPointer } from "./paint/watch-paint";
import { placeWords } from "./place-words";

/** An account so near to the middle of the map is meant, in CSS pixels. */
const REACH_PX = 24;

/** The middle of the map as a pointer for the keyboard: arrows move the map under it, Enter selects or paints there. */
export interface Crosshair {
  readonly shown: Accessor<boolean>;
  /** Does what Enter asks for; `add` keeps what is selected. */
  readonly press: (add: boolean) => void;
  /** The middle as the map lies now, and the border that it holds, if one is being pulled. */
  readonly pointer: () => PaintPointer;
}

/** Shows itself while the map is moved by keys, and says what lies in the middle whenever the map has come to rest. */
export function createCrosshair(
  container: HTMLElement,
  planner: Planner,
  scene: MapScene,
  tool: PaintTool,
): Crosshair {
  const [shown, setShown] = createSignal(false);
  const { map } = scene.view;
  const middle = () => {
    const { left, top, width, height, worldSize } = scene.view.view;
    return { x: (left + width / 2) / worldSize, y: (top + height / 2) / worldSize, worldSize };
  };
  const border = createKeyPull(planner, scene, tool, middle);
  const tell = () => {
    if (!shown()) return;
    if (border.held()) {
      border.follow();
      return;
    }
    const { x, y } = middle();
    planner.announce(placeWords(planner, scene, x, y));
  };
  const keys = (event: KeyboardEvent) => {
    if (event.target !== container) return;
    if (event.key.startsWith("Arrow") || event.key === "Enter") setShown(true);
    if (event.key !== "Escape" || !border.cancel()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const hide = () => {
    border.cancel();
    setShown(false);
  };
  map.on("moveend", tell);
  container.addEventListener("keydown", keys, true);
  container.addEventListener("pointerdown", hide, true);
  container.addEventListener("blur", hide);
  onCleanup(() => {
    container.removeEventListener("keydown", keys, true);
    container.removeEventListener("pointerdown", hide, true);
    container.removeEventListener("blur", hide);
  });

  const select = (add: boolean) => {
    const { x, y, worldSize } = middle();
    const account = accountGround(scene.points()).at(x, y, REACH_PX / worldSize);
    if (account < 0) {
      planner.announce("No account here.");
      return;
    }
    const { count } = planner.plan().tables.accounts;
    const selection = planner.selection();
    planner.session.select(
      add
        ? withRows(selection, count, [account], selection.flags[account] !== 1)
        : selectRows(count, [account]),
    );
    planner.announce(`${accountName(planner.plan(), account)}, ${planner.selection().count} selected`);
  };
  const paint = () => {
    const { x, y, worldSize } = middle();
    const byUnits = tool.what() === "units";
    const units = scene.units.ground();
    if (byUnits && !units) {
      planner.announce("The units are still being loaded.");
      return;
    }
    const ground = byUnits ? unitGround(units!, planner.plan().tables.units) : accountGround(scene.points());
    if (tool.kind() === "boundary") {
      border.press(ground);
      return;
    }
    const stroke = new PaintStroke(planner.plan(), planner.path(), tool.slot(), tool.rules(), byUnits);
    const one = tool.kind() === "click" ? ground.at(x, y, REACH_PX / worldSize) : -1;
    const under = () => Array.from(ground.under(x, y, x, y, tool.radiusPx() / worldSize));
    const found = tool.kind() !== "click" ? under() : one < 0 ? [] : [one];
    if (byUnits) stroke.takeUnits(found);
    else stroke.takeAccounts(found);
    commitPaint(planner, stroke.painted, tool.rules(), byUnits);
  };
  const pointer = (): PaintPointer => {
    const { left, top, width, height, worldSize } = scene.view.view;
    const held = border.held();
    return {
      x: width / 2,
      y: height / 2,
      ring: null,
      grabbed: held && { x: held.x * worldSize - left, y: held.y * worldSize - top },
      border: held ? linesBetween(scene, held.sides) : [],
    };
  };
  return { shown, press: (add) => (tool.kind() ? paint() : select(add)), pointer };
}
