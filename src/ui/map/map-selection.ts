import type { LeafletMouseEvent } from "leaflet";
import { type Accessor, createSignal, onCleanup } from "solid-js";
import { countOf } from "../../model/edits/assign-accounts";
import type { RowSelection } from "../../session/row-selection";
import type { Planner } from "../planner";
import { accountFacts, accountName } from "./account-facts";
import type { MapScene } from "./map-scene";
import { type Stroke, selectionMode, watchStrokes } from "./map-strokes";
import { MapTooltip, TOOLTIP_NAMES } from "./map-tooltip";
import {
  type AccountStack,
  accountsInStroke,
  nextOfStack,
  pickedSelection,
  stackAt,
  territoriesIn,
} from "./pick-accounts";
import { isFaded } from "./point-style";

/** How far beside a point one may press, in CSS pixels. */
const REACH_PX = 4;
const TOUCH_REACH_PX = 14;

/** Lets the planner select accounts and ask about them. Returns the stroke being drawn. */
export function createMapSelection(
  container: HTMLElement,
  planner: Planner,
  scene: MapScene,
  lasso: Accessor<boolean>,
  painting: Accessor<boolean>,
): Accessor<Stroke | null> {
  const [stroke, setStroke] = createSignal<Stroke | null>(null);
  const { map } = scene.view;
  const tooltip = new MapTooltip(container);
  let byTouch = false;

  const accept = (account: number) => !isFaded(scene.styles()[account] ?? 0);
  const stackUnder = (x: number, y: number): AccountStack => {
    const beside = byTouch ? TOUCH_REACH_PX : REACH_PX;
    const reachOf = (account: number) => scene.view.points.radiusOf(account) + beside;
    return stackAt(scene.points(), scene.view.view, x, y, reachOf, accept);
  };
  const select = (selection: RowSelection) => {
    planner.session.select(selection);
    planner.announce(selection.count === 0 ? "Nothing selected" : `${countOf(selection.count)} selected`);
  };
  const tell = (x: number, y: number, stack: AccountStack, account: number) => {
    const plan = planner.plan();
    const { territories, territoryOf } = scene.shown();
    const color = territories[territoryOf[account] ?? 0]?.color ?? "";
    const names = stack.length > 1 ? stack.slice(-TOOLTIP_NAMES).reverse() : [];
    tooltip.show(
      x,
      y,
      accountFacts(plan, scene.shown(), account, planner.preview() ? null : planner.alignment()),
      color,
      stack.length,
      territoriesIn(stack, territoryOf),
      names.map((row) => accountName(plan, row)),
    );
  };

  const click = ({ containerPoint: { x, y }, originalEvent }: LeafletMouseEvent) => {
    if (painting()) return;
    const mode = selectionMode(originalEvent);
    const stack = stackUnder(x, y);
    const rowCount = planner.plan().tables.accounts.count;
    const account = mode === "replace" ? nextOfStack(stack, planner.selection()) : (stack.at(-1) ?? null);
    if (account === null) {
      tooltip.hide();
      if (mode === "replace" && planner.selection().count > 0)
        select(pickedSelection(planner.selection(), rowCount, [], mode));
      return;
    }
    select(pickedSelection(planner.selection(), rowCount, [account], mode));
    if (byTouch || stack.length > 1) tell(x, y, stack, account);
  };
  map.on("click", click);
  map.on("movestart zoomstart", () => tooltip.hide());

  let hovering = 0;
  const hover = (event: PointerEvent) => {
    if (event.pointerType === "touch") return;
    cancelAnimationFrame(hovering);
    if (event.buttons !== 0 || painting()) return tooltip.hide();
    const { left, top } = container.getBoundingClientRect();
    const x = event.clientX - left;
    const y = event.clientY - top;
    hovering = requestAnimationFrame(() => {
      const stack = stackUnder(x, y);
      const account = stack.findLast((row) => planner.selection().flags[row]) ?? stack.at(-1);
      container.classList.toggle("map-over-account", account !== undefined && !lasso());
      if (account === undefined) tooltip.hide();
      else tell(x, y, stack, account);
    });
  };
  const leave = () => {
    cancelAnimationFrame(hovering);
    if (!byTouch) tooltip.hide();
  };
  const notePointer = (event: PointerEvent) => {
    byTouch = event.pointerType === "touch";
  };
  container.addEventListener("pointerdown", notePointer, true);
  container.addEventListener("pointermove", hover);
  container.addEventListener("pointerleave", leave);

  const stopStrokes = watchStrokes(container, {
    toolFor: (press) =>
      painting() ? null : lasso() ? "lasso" : press.shiftKey && press.pointerType === "mouse" ? "box" : null,
    draw: (next) => {
      tooltip.hide();
      setStroke(next);
    },
    finish: (finished, mode) => {
      const picked = accountsInStroke(scene.points(), scene.view.view, finished, accept);
      select(pickedSelection(planner.selection(), planner.plan().tables.accounts.count, picked, mode));
    },
  });
  onCleanup(() => {
    cancelAnimationFrame(hovering);
    stopStrokes();
    tooltip.remove();
    container.removeEventListener("pointerdown", notePointer, true);
    container.removeEventListener("pointermove", hover);
    container.removeEventListener("pointerleave", leave);
  });
  return stroke;
}
