import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import { territoryAt, UNASSIGNED } from "../../../model/alignment";
import { countOf } from "../../../model/edits/assign-accounts";
import type { Planner } from "../../planner";
import { whyFixed } from "../../territories/drop-accounts";
import type { MapScene } from "../map-scene";
import { borderAt, UNDRAWN_REACH_PX } from "./border-near";
import { commitPaint } from "./commit-paint";
import type { PaintGround } from "./paint-ground";
import { PaintStroke } from "./paint-stroke";
import type { PaintTool } from "./paint-tool";
import { type Grabbed, pullBoundary } from "./pull-boundary";

/** A place in mercator units, and how many pixels the world is wide. */
export interface Middle {
  readonly x: number;
  readonly y: number;
  readonly worldSize: number;
}

/** A border that the keyboard holds in the middle of the map, while arrows move the map under it. */
export interface KeyPull {
  /** Where it was grabbed; null while none is held. */
  readonly held: Accessor<Grabbed | null>;
  /** Grabs the border near the middle, or lets go of the one that is held: what it passed changes sides. */
  readonly press: (ground: PaintGround) => void;
  /** Pulls the held border to the middle, and says what would change sides. */
  readonly follow: () => void;
  /** Lets go with nothing done; false where no border was held. */
  readonly cancel: () => boolean;
}

/** The keyboard has no hover to aim with: it reaches further than the pointer. */
const BORDER_REACH_PX = 40;

/** Whatever else happens to the plan or the tool lets the border go where it was. */
export function createKeyPull(
  planner: Planner,
  scene: MapScene,
  tool: PaintTool,
  middle: () => Middle,
): KeyPull {
  const [held, setHeld] = createSignal<Grabbed | null>(null);
  let pull: (() => void) | null = null;
  let finish: (() => void) | null = null;

  const letGo = (): boolean => {
    if (!held()) return false;
    pull = null;
    finish = null;
    setHeld(null);
    tool.setStroke(null);
    return true;
  };
  const cancel = () => {
    if (!letGo()) return false;
    planner.announce("Stroke cancelled.");
    return true;
  };
  createEffect(on([tool.kind, tool.what, planner.plan, planner.path], cancel, { defer: true }));
  onCleanup(letGo);

  const nameOf = (slot: number) => territoryAt(planner.alignment(), slot).name;
  const grab = (ground: PaintGround) => {
    const fixed = whyFixed(planner);
    if (fixed) {
      planner.announce(`Nothing painted. ${fixed}`);
      return;
    }
    const byUnits = tool.what() === "units";
    const { territoryOf, territoryOfUnit } = planner.alignment();
    const slotOf = (found: number) => (byUnits ? territoryOfUnit[found] : territoryOf[found]) ?? UNASSIGNED;
    const { x, y, worldSize } = middle();
    const grabbed = borderAt(scene, ground, slotOf, x, y, {
      drawn: BORDER_REACH_PX / worldSize,
      undrawn: UNDRAWN_REACH_PX / worldSize,
    });
    if (!grabbed) {
      planner.announce("No border of two territories lies here.");
      return;
    }
    const stroke = new PaintStroke(planner.plan(), planner.path(), tool.slot(), tool.rules(), byUnits);
    pull = () => {
      const to = middle();
      const radius = tool.radiusPx() / to.worldSize;
      const pulled = pullBoundary(ground, slotOf, grabbed, to.x, to.y, radius);
      stroke.restart(pulled.slot);
      if (byUnits) stroke.takeUnits(pulled.taken);
      else stroke.takeAccounts(pulled.taken);
      tool.setStroke(stroke.painted);
      const { units, accounts, slot } = stroke.painted;
      const what = [units.length === 1 ? "1 unit" : `${units.length} units`, countOf(accounts.length)];
      planner.announce(
        units.length + accounts.length === 0
          ? "Nothing changes sides yet."
          : `${byUnits ? what.join(" with ") : what[1]} would go to ${nameOf(slot)}.`,
      );
    };
    finish = () => {
      const { painted } = stroke;
      const rules = tool.rules();
      letGo();
      commitPaint(planner, painted, rules, byUnits);
    };
    setHeld(grabbed);
    const [one, other] = grabbed.sides.map(nameOf);
    planner.announce(
      `Grabbed the border of ${one} and ${other}. Arrow keys pull it, Enter lets it go there, Esc where it was.`,
    );
  };
  return {
    held,
    press: (ground) => (finish ? finish() : grab(ground)),
    follow: () => pull?.(),
    cancel,
  };
}
