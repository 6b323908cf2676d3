import { type Accessor, Match, Show, Switch } from "solid-js";
import type { FoundPlace } from "../../geodata/place-search";
import { usePlanner } from "../planner";
import { SelectionBar } from "../selection-bar";
import type { MapHand } from "./map-hand";
import type { MapScene, ProposalView } from "./map-scene";
import { MeasureWay } from "./measure-way";
import { PaintBar } from "./paint/paint-bar";
import type { PaintTool } from "./paint/paint-tool";
import { PlaceFinder } from "./place-finder";
import { ProposalSwitch } from "./proposal-switch";

/** What stands above the map: how a proposal is looked at, and the bar of the tool in the hand or of the selected accounts. */
export function MapNotes(props: {
  hand: MapHand;
  paint: PaintTool;
  scene: MapScene | null;
  container: HTMLElement;
  proposalView: ProposalView;
  onProposalView: (view: ProposalView) => void;
  onFly: (place: FoundPlace | null) => void;
  onAssign: () => void;
}) {
  const planner = usePlanner();
  const sceneFor =
    (tool: "measure" | "find"): Accessor<MapScene | null> =>
    () =>
      props.hand.tool() === tool ? props.scene : null;
  return (
    <div class="map-notes">
      <Show when={planner.preview()}>
        <ProposalSwitch view={props.proposalView} onView={props.onProposalView} />
      </Show>
      <Switch fallback={<SelectionBar onAssign={() => props.onAssign()} />}>
        <Match when={props.hand.tool() === "paint"}>
          <PaintBar tool={props.paint} onClose={props.hand.putAway} />
        </Match>
        <Match when={sceneFor("measure")()}>
          {(scene) => <MeasureWay scene={scene()} container={props.container} onClose={props.hand.putAway} />}
        </Match>
        <Match when={sceneFor("find")()}>
          {(scene) => <PlaceFinder scene={scene()} onFly={props.onFly} onClose={props.hand.putAway} />}
        </Match>
      </Switch>
      <Show when={props.hand.tool() === "lasso" && planner.selection().count === 0}>
        <p class="map-hint">Draw around accounts to select them. Esc puts the lasso away.</p>
      </Show>
    </div>
  );
}
