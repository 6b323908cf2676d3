import MapPinOff from "lucide-solid/icons/map-pin-off";
import { type Accessor, createEffect, createMemo, createSignal, onMount, Show } from "solid-js";
import type { FoundPlace } from "../../geodata/place-search";
import { exceptionsOf } from "../../model/units";
import { selectedRows } from "../../session/row-selection";
import { usePlanner } from "../planner";
import { useDialogs } from "../shell/dialogs";
import { accountsIn, spotlightOn } from "../territories/spotlights";
import { exceptionWords } from "../units/exception-words";
import { type Crosshair, createCrosshair } from "./crosshair";
import { takeDropsOnMap } from "./drop-on-map";
import { fitInsets } from "./fit-insets";
import { followSought } from "./follow-sought";
import { createMapHand } from "./map-hand";
import { mapKeys } from "./map-keys";
import { MapLegend } from "./map-legend";
import { MapLegendChoices } from "./map-legend-choices";
import { createMapLooks } from "./map-looks";
import { EmptyMap, FoundMark, noLocation, StrokeOverlay } from "./map-marks";
import { MapNotes } from "./map-notes";
import { mapPictures } from "./map-pictures";
import { createMapScene, type MapScene } from "./map-scene";
import { createMapSelection } from "./map-selection";
import type { Stroke } from "./map-strokes";
import { MapToolbar } from "./map-toolbar";
import "./map-pane.css";
import { PaintOverlay } from "./paint/paint-overlay";
import { createPaintTool } from "./paint/paint-tool";
import { type PaintPointer, watchPaint } from "./paint/watch-paint";
import { pointRadius } from "./point-style";
import { scaleBar } from "./scale-bar";
import { createStreetMap, StreetMapControl, type StreetMapStore } from "./street-map";
import type { StartAreaMesh } from "./territory-areas";

export interface MapPaneProps {
  /** Triangulates the accounts, on which territories are drawn as areas. */
  readonly startAreaMesh: StartAreaMesh;
  readonly streetMaps: StreetMapStore;
  /** Asks the planner which territory the selected accounts go to. */
  readonly onAssign: () => void;
  /** Shows the accounts that have no place, so that they can be repaired. */
  readonly onShowUnlocated: () => void;
}

const SCALE_WIDTH_PX = 96;
/** A map so wide shows the legend beside the accounts, a narrower one only when asked. */
const ROOM_FOR_LEGEND_PX = 640;
const COVER_GAP_PX = 8;
const CREDIT = "Outlines: Natural Earth, U.S. Census Bureau · Cities: GeoNames";

/** The accounts where they are, colored by territory. Everything but the two questions comes from `usePlanner`. */
export function MapPane(props: MapPaneProps) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  let container!: HTMLDivElement;
  const looks = createMapLooks(planner);
  const paint = createPaintTool(planner);
  const hand = createMapHand(planner, paint, () => container.focus({ preventScroll: true }));
  const lasso = () => hand.tool() === "lasso";
  const painting = () => hand.tool() === "paint";
  const [pointer, setPointer] = createSignal<PaintPointer | null>(null);
  const [foundPlace, setFoundPlace] = createSignal<FoundPlace | null>(null);
  const [crosshair, setCrosshair] = createSignal<Crosshair | null>(null);
  const [legendOpen, setLegendOpen] = createSignal(false);
  const [scene, setScene] = createSignal<MapScene | null>(null);
  const [stroke, setStroke] = createSignal<Accessor<Stroke | null>>(() => null);
  const [rest, setRest] = createSignal(0);
  const cameToRest = () => setRest(rest() + 1);
  const covered = () => {
    const legend = legendOpen() ? sizeOver(".map-corner") : { width: 0, height: 0 };
    const map = { width: container.clientWidth, height: container.clientHeight };
    return fitInsets(map, legend, sizeOver(".map-toolbar"));
  };
  /** Size of something in a corner of the map, with the gap that keeps it from the edges. */
  const sizeOver = (selector: string) => {
    const box = container.parentElement?.querySelector(selector)?.getBoundingClientRect();
    return {
      width: (box?.width ?? -COVER_GAP_PX) + COVER_GAP_PX,
      height: (box?.height ?? -COVER_GAP_PX) + COVER_GAP_PX,
    };
  };

  onMount(() => {
    const made = createMapScene(
      container,
      planner,
      {
        highlighted: looks.highlighted,
        areasShown: () => looks.signs().areas,
        pointsShown: () => looks.signs().points,
        patternsShown: () => looks.signs().patterns,
        namesShown: () => looks.signs().names,
        countsShown: () => looks.signs().counts,
        placeCountsShown: () => looks.signs().placeCounts,
        homesShown: () => looks.signs().homes,
        sizeBy: looks.sizeBy,
        topic: looks.topic,
        proposalView: looks.proposalView,
        painted: paint.stroke,
        paintsUnits: () => painting() && paint.what() === "units",
      },
      props.startAreaMesh,
    );
    const { map } = made.view;
    const pressesAreTaken = () => painting() || hand.tool() === "measure";
    const drawn = createMapSelection(container, planner, made, lasso, pressesAreTaken);
    watchPaint(container, planner, made, paint, hand.panning, setPointer);
    setCrosshair(createCrosshair(container, planner, made, paint));
    takeDropsOnMap(container, made);
    map.on("moveend", cameToRest);
    setLegendOpen(container.clientWidth >= ROOM_FOR_LEGEND_PX);
    followSought(container, planner, made, covered, cameToRest);
    createEffect(() => {
      const drags = hand.panning() || (!lasso() && !painting());
      if (drags) map.dragging.enable();
      else map.dragging.disable();
    });
    setScene(made);
    setStroke(() => drawn);
  });

  const streets = createStreetMap(
    () => scene()?.view ?? null,
    () => scene()?.isDark() ?? false,
    props.streetMaps,
    planner,
  );
  const credit = () => (streets.credit() ? `${CREDIT} · ${streets.credit()}` : CREDIT);
  const locale = () => planner.plan().settings.locale;
  const located = () => scene()?.points().located ?? 0;
  const unlocated = () => scene()?.points().unlocated ?? 0;
  const zoom = () => {
    rest();
    return scene()?.view.map.getZoom() ?? 0;
  };
  const scale = createMemo(() => {
    rest();
    const view = scene()?.view.view;
    if (!view || view.height === 0) return null;
    const middle = (view.top + view.height / 2) / view.worldSize;
    return scaleBar(middle, view.worldSize, planner.plan().settings.distanceUnit, SCALE_WIDTH_PX);
  });
  const summary = () => {
    const on = `${located().toLocaleString(locale())} accounts on the map`;
    return unlocated() > 0 ? `${on}, ${unlocated().toLocaleString(locale())} without a place` : on;
  };
  const exceptions = createMemo(() => {
    if (!legendOpen() || planner.preview()) return null;
    const found = exceptionsOf(planner.plan(), planner.path());
    return found.count > 0 ? found : null;
  });
  const showExceptions = () => {
    const flags = exceptions()?.flags ?? new Uint8Array(0);
    const accounts = [...flags.keys()].filter((account) => flags[account] === 1);
    spotlightOn(planner, "not in the territory of their unit", accounts);
  };
  const fitAll = () => {
    const made = scene();
    const box = made?.points().box;
    if (made && box) made.view.fit(box, true, covered());
  };
  const zoomToSelected = () => {
    const selection = planner.selection();
    if (selection.count > 0) planner.showOnMap(selectedRows(selection));
    else planner.announce("Nothing is selected.");
  };
  const key = mapKeys(() => container, hand, paint, {
    fitAll,
    zoomToSelected,
    press: (add) => crosshair()?.press(add),
  });
  const stopPanning = () => hand.setPanning(false);
  /** The brush stands in the middle while the keyboard paints. */
  const brush = (): PaintPointer | null => {
    rest();
    const middle = crosshair();
    return middle?.shown() ? middle.pointer() : pointer();
  };
  const pictures = createMemo(() => {
    const made = scene();
    return made ? mapPictures(planner, made, credit) : [];
  });

  return (
    <section
      class="map-pane"
      aria-label="Map"
      onKeyDown={key}
      onKeyUp={(event) => {
        if (event.key === " ") stopPanning();
      }}
      onFocusOut={stopPanning}
    >
      <div
        ref={container}
        classList={{
          "map-surface": true,
          "map-lasso": lasso(),
          "map-painting": painting() && !hand.panning(),
          "map-panning": hand.panning(),
          "map-can-grab": (pointer()?.border.length ?? 0) > 0,
          "map-grabbing": pointer()?.grabbed != null,
        }}
        role="application"
        aria-roledescription="map"
        aria-label={`Map: ${summary()}. Arrow keys move it, plus and minus zoom, Enter selects what is in the middle, L starts the lasso, P paints, F shows all, Z what is selected.`}
      />
      <Show when={stroke()()}>{(drawn) => <StrokeOverlay stroke={drawn()} />}</Show>
      <Show when={painting() && scene() && brush()}>
        {(at) => <PaintOverlay tool={paint} pointer={at()} view={scene()!.view.view} />}
      </Show>
      <Show when={hand.tool() === "find" && foundPlace() && scene()}>
        {(made) => <FoundMark scene={made()} place={foundPlace()!} rest={rest()} />}
      </Show>
      <Show when={crosshair()?.shown()}>
        <div class="map-crosshair" aria-hidden="true" />
      </Show>
      <p class="visually-hidden" role="status">
        {scene() ? summary() : ""}
      </p>
      <MapNotes
        hand={hand}
        paint={paint}
        scene={scene()}
        container={container}
        proposalView={looks.proposalView()}
        onProposalView={looks.setProposalView}
        onFly={setFoundPlace}
        onAssign={() => props.onAssign()}
      />
      <MapToolbar
        map={scene()?.view.map ?? null}
        zoom={zoom()}
        hand={hand}
        hasAccounts={located() > 0}
        canPaint={!planner.readOnly() && planner.preview() === null && planner.figures().territoryCount > 0}
        onFit={fitAll}
        anySelected={planner.selection().count > 0}
        onZoomToSelected={zoomToSelected}
        onProblems={() => dialogs.setShowsProblems(!dialogs.showsProblems())}
        problemsShown={dialogs.showsProblems()}
        pictures={pictures()}
      />
      <div class="map-corner">
        <Show when={unlocated() > 0 && located() > 0}>
          <button type="button" class="button map-unlocated" onClick={() => props.onShowUnlocated()}>
            <MapPinOff aria-hidden="true" />
            {noLocation(unlocated(), locale())}
          </button>
        </Show>
        <Show when={located() > 0}>
          <MapLegend
            territories={scene()?.shown().territories ?? []}
            counts={planner.preview() ? null : planner.figures().accounts}
            locale={locale()}
            open={legendOpen()}
            onOpen={setLegendOpen}
            highlighted={looks.highlighted()}
            onHighlight={looks.highlight}
            onZoom={(slot) => planner.showOnMap(accountsIn(planner, slot))}
            choices={
              <MapLegendChoices
                plan={planner.plan()}
                topic={looks.topic()}
                onTopic={looks.setTopic}
                sizeBy={looks.sizeBy()}
                onSizeBy={looks.setSizeBy}
                largest={scene()?.sizes()?.largest ?? null}
                plainRadius={pointRadius(zoom(), located())}
                strongest={scene()?.shades()?.largest ?? null}
                densest={scene()?.densest() ?? null}
                largestUnit={scene()?.units.strongest() ?? null}
                dark={scene()?.isDark() ?? false}
              />
            }
            streets={<StreetMapControl map={streets} />}
            signs={looks.signs()}
            onSigns={looks.setSigns}
            exceptions={exceptions() && exceptionWords(exceptions()!, locale())}
            onExceptions={showExceptions}
            movesShown={planner.preview() !== null && looks.proposalView() !== "before"}
          />
        </Show>
      </div>
      <footer class="map-footer">
        <Show when={scale()}>
          {(bar) => (
            <span class="map-scale" style={{ width: `${bar().widthPx}px` }}>
              {bar().label}
            </span>
          )}
        </Show>
        <span class="map-credit">{credit()}</span>
      </footer>
      <Show when={scene() && located() === 0}>
        <EmptyMap unlocated={unlocated()} locale={locale()} onShowUnlocated={() => props.onShowUnlocated()} />
      </Show>
    </section>
  );
}
