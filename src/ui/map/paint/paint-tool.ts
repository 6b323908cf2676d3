import { type Accessor, createMemo, createSignal } from "solid-js";
import { type TerritorySlot, UNASSIGNED } from "../../../model/alignment";
import type { PaintRules } from "../../../model/edits/paint-accounts";
import { chosenUnitSet } from "../../../model/units";
import type { Planner } from "../../planner";
import type { Painted } from "./paint-stroke";

/** `boundary`: pull the border between two territories. */
export type PaintKind = "brush" | "box" | "lasso" | "click" | "boundary";

export const PAINT_KINDS: readonly PaintKind[] = ["brush", "box", "lasso", "click", "boundary"];

export const MIN_RADIUS_PX = 4;
export const MAX_RADIUS_PX = 160;
const FIRST_RADIUS_PX = 24;
/** A key press makes the brush so much larger. */
const GROWTH = 1.25;

/** What the planner paints with, and the stroke under way. */
export interface PaintTool {
  /** Null while nothing is painted. */
  readonly kind: Accessor<PaintKind | null>;
  readonly setKind: (kind: PaintKind | null) => void;
  /** Units only where the plan has some. */
  readonly what: Accessor<"accounts" | "units">;
  readonly setWhat: (what: "accounts" | "units") => void;
  readonly hasUnits: Accessor<boolean>;
  /** The territory painted with; Unassigned erases. Always one that exists. */
  readonly slot: Accessor<TerritorySlot>;
  readonly setSlot: (slot: TerritorySlot) => void;
  /** Erases, or goes back to the territory painted with before. */
  readonly toggleErase: () => void;
  readonly radiusPx: Accessor<number>;
  readonly setRadiusPx: (radius: number) => void;
  /** Makes the brush larger (above 0) or smaller by steps. */
  readonly resize: (steps: number) => void;
  readonly rules: Accessor<PaintRules>;
  readonly setRules: (rules: PaintRules) => void;
  readonly stroke: Accessor<Painted | null>;
  readonly setStroke: (stroke: Painted | null) => void;
}

export function createPaintTool(planner: Planner): PaintTool {
  const [kind, setKind] = createSignal<PaintKind | null>(null);
  const [wantedWhat, setWhat] = createSignal<"accounts" | "units">("units");
  const [wantedSlot, setSlot] = createSignal<TerritorySlot | null>(null);
  const [before, setBefore] = createSignal<TerritorySlot | null>(null);
  const [radiusPx, setRadius] = createSignal(FIRST_RADIUS_PX);
  const [rules, setRules] = createSignal<PaintRules>({ onlyUnassigned: false, respectLocks: true });
  const [stroke, setStroke] = createSignal<Painted | null>(null);
  const hasUnits = createMemo(() => chosenUnitSet(planner.plan()) !== null);
  const slot = createMemo(() => {
    const { territories } = planner.alignment();
    const wanted = wantedSlot();
    if (wanted !== null && (wanted === UNASSIGNED || territories[wanted])) return wanted;
    return Math.max(
      UNASSIGNED,
      territories.findIndex((territory, at) => at > UNASSIGNED && territory !== null),
    );
  });
  const setRadiusPx = (radius: number) =>
    setRadius(Math.round(Math.max(MIN_RADIUS_PX, Math.min(MAX_RADIUS_PX, radius))));
  return {
    kind,
    setKind,
    what: createMemo(() => (hasUnits() ? wantedWhat() : "accounts")),
    setWhat,
    hasUnits,
    slot,
    setSlot,
    toggleErase: () => {
      if (slot() !== UNASSIGNED) {
        setBefore(slot());
        setSlot(UNASSIGNED);
      } else setSlot(before());
    },
    radiusPx,
    setRadiusPx,
    resize: (steps) => {
      const next = radiusPx() * GROWTH ** steps;
      setRadiusPx(steps > 0 ? Math.max(radiusPx() + 1, next) : Math.min(radiusPx() - 1, next));
    },
    rules,
    setRules,
    stroke,
    setStroke,
  };
}
