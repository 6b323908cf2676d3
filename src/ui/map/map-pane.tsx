import MapPinOff from "lucide-solid/icons/map-pin-off";
import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  Match,
  on,
  onCleanup,
  onMount,
  Show,
  Switch,
  untrack,
} from "solid-js";
import type { TerritorySlot } from "../../model/alignment";
import type { Measure } from "../../model/measure";
import { chosenUnitSet } from "../../model/units";
import { usePlanner } from "../planner";
import { SelectionBar } from "../selection-bar";
import { takeDropsOnMap } from "./drop-on-map";
import { MapLegend, type ShownSigns, SIGNS_AT_FIRST } from "./map-legend";
import { MapLegendChoices } from "./map-legend-choices";
import { createMapScene, type MapScene, type ProposalView } from "./map-scene";
import "./map-pane.css";
import { mercatorX, mercatorY } from "../../geo/mercator";
import type { FoundPlace } from "../../geodata/place-search";
import { boxOf, unrolled } from "./account-points";
import { type Crosshair, createCrosshair } from "./crosshair";
import { createMapSelection } from "./map-selection";
import type { Stroke } from "./map-strokes";
import { MapToolbar } from "./map-toolbar";
import { type MapTopic, mapTopics, sizeMeasures, TERRITORIES } from "./map-topics";
import { MeasureWay } from "./measure-way";
import { PaintBar } from "./paint/paint-bar";
import { PaintOverlay } from "./paint/paint-overlay";
import { createPaintTool, type PaintKind } from "./paint/paint-tool";
import { type PaintPointer, watchPaint } from "./paint/watch-paint";
import { PlaceFinder } from "./place-finder";
import { pointRadius } from "./point-style";
import { ProposalSwitch } from "./proposal-switch";
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
const LEGEND_WIDTH_PX = 188;
const CREDIT = "Outlines: Natural Earth, U.S. Census Bureau · Cities: GeoNames";

/** The accounts where they are, colored by territory. Everything but the two questions comes from `usePlanner`. */
export function MapPane(props: MapPaneProps) {
  const planner = usePlanner();
  const [picked, setHighlighted] = createSignal<TerritorySlot | null>(null);
  /** A territory that is gone must not leave everything else faded. */
  const highlighted = createMemo(() => {
    const slot = picked();
    const { territories } = planner.preview() ?? planner.alignment();
    return slot !== null && territories[slot] ? slot : null;
  });
  const [topic, setTopic] = createSignal<MapTopic>(TERRITORIES);
  const [sizeBy, setSizeBy] = createSignal<Measure | null>(null);
  /** As the plan has them now: measures come and go. */
  const shownTopic = createMemo(() => {
    const chosen = topic();
    const choice = mapTopics(planner.plan()).find(
      (each) =>
        each.topic.kind === chosen.kind &&
        (!("measure" in each.topic) || !("measure" in chosen) || each.topic.measure.id === chosen.measure.id),
    );
    return choice?.topic ?? TERRITORIES;
  });
  const sizeMeasure = createMemo(
    () => sizeMeasures(planner.plan()).find((measure) => measure.id === sizeBy()?.id) ?? null,
  );
  const [signs, setSigns] = createSignal<ShownSigns>(SIGNS_AT_FIRST);
  const [proposalView, setProposalView] = createSignal<ProposalView>("proposal");
  const [lasso, setLasso] = createSignal(false);
  const paint = createPaintTool(planner);
  const painting = () => paint.kind() !== null;
  const [pointer, setPointer] = createSignal<PaintPointer | null>(null);
  const [panning, setPanning] = createSignal(false);
  /** What is asked of the map besides selecting and painting. */
  const [asking, setAsking] = createSignal<"measure" | "find" | null>(null);
  const [foundPlace, setFoundPlace] = createSignal<FoundPlace | null>(null);
  const [crosshair, setCrosshair] = createSignal<Crosshair | null>(null);
  const [legendOpen, setLegendOpen] = createSignal(false);
  const [scene, setScene] = createSignal<MapScene | null>(null);
  const [stroke, setStroke] = createSignal<Accessor<Stroke | null>>(() => null);
  const [rest, setRest] = createSignal(0);
  let container!: HTMLDivElement;

  onMount(() => {
    const made = createMapScene(
      container,
      planner,
      {
        highlighted,
        areasShown: () => signs().areas,
        pointsShown: () => signs().points,
        patternsShown: () => signs().patterns,
        namesShown: () => signs().names,
        countsShown: () => signs().counts,
        homesShown: () => signs().homes,
        sizeBy: sizeMeasure,
        topic: shownTopic,
        proposalView,
        painted: paint.stroke,
        paintsUnits: () => painting() && paint.what() === "units",
      },
      props.startAreaMesh,
    );
    const drawn = createMapSelection(
      container,
      planner,
      made,
      lasso,
      () => painting() || asking() === "measure",
    );
    watchPaint(container, planner, made, paint, panning, setPointer);
    setCrosshair(createCrosshair(container, planner, made, paint));
    const { view } = made;
    takeDropsOnMap(container, made);
    view.map.on("moveend", () => setRest(rest() + 1));
    let fittedPlan = "";
    const fitNewPlan = () => {
      const { mainBox: box } = made.points();
      const { id } = planner.plan();
      if (id === fittedPlan || !box || !view.hasRoom) return;
      fittedPlan = id;
      view.fit(box, false, legendInset());
    };
    setLegendOpen(container.clientWidth >= ROOM_FOR_LEGEND_PX);
    createEffect(() => {
      made.points();
      planner.plan();
      untrack(fitNewPlan);
    });
    createEffect(
      on(planner.sought, (accounts) => {
        const box = accounts && boxOf(made.points(), accounts);
        if (box) view.fit(box, true, legendInset());
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
          if (box) view.fit(box, true, legendInset());
        });
      }),
    );
    createEffect(() => {
      const drags = !lasso() && (!painting() || panning());
      if (drags) view.map.dragging.enable();
      else view.map.dragging.disable();
    });
    const resize = new ResizeObserver(() => {
      view.resized();
      fitNewPlan();
      setRest(rest() + 1);
    });
    resize.observe(container);
    onCleanup(() => resize.disconnect());
    setScene(made);
    setStroke(() => drawn);
  });

  const streets = createStreetMap(
    () => scene()?.view ?? null,
    () => scene()?.isDark() ?? false,
    props.streetMaps,
    planner,
  );
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
  const legendInset = () =>
    legendOpen() && container.clientWidth >= ROOM_FOR_LEGEND_PX ? LEGEND_WIDTH_PX : 0;
  const fitAll = () => {
    const made = scene();
    const box = made?.points().box;
    if (made && box) made.view.fit(box, true, legendInset());
  };
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isFormField(event.target)) return;
    const tool = painting() ? PAINT_KEYS[event.key.toLowerCase()] : undefined;
    if (tool) paint.setKind(tool);
    else if (event.key === "l" || event.key === "L") setLasso(!lasso());
    else if (event.key === "f" || event.key === "F") fitAll();
    else if (event.key === "p" || event.key === "P") togglePainting();
    else if (event.key === "m" || event.key === "M") ask("measure");
    else if (event.key === "s" || event.key === "S") ask("find");
    else if (event.key === "Escape" && asking()) setAsking(null);
    else if (event.key === "Escape" && lasso()) setLasso(false);
    else if (event.key === "Escape" && painting()) paint.setKind(null);
    else if (event.key === "Enter" && event.target === container) crosshair()?.press(event.shiftKey);
    else if (!painting()) return;
    else if (event.key === " " && event.target === container) setPanning(true);
    else if (event.key === "[" || event.key === "]") paint.resize(event.key === "]" ? 1 : -1);
    else if (event.key === "e" || event.key === "E") paint.toggleErase();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const pictures = () => {
    const made = scene();
    const make = (work: (module: typeof import("./picture/save-picture")) => Promise<void> | void) => () =>
      void import("./picture/save-picture")
        .then(work)
        .catch((error: unknown) =>
          planner.notify({ text: `The map could not be saved: ${String(error)}`, tone: "bad" }),
        );
    if (!made) return [];
    return [
      { label: "Save as PNG", run: make(({ savePng }) => savePng(planner, made, CREDIT)) },
      { label: "Save as SVG", run: make(({ saveSvg }) => saveSvg(planner, made, CREDIT)) },
      { label: "Print", run: make(({ printMap }) => printMap(planner, made, CREDIT)) },
    ];
  };
  const ask = (what: "measure" | "find") => {
    setLasso(false);
    paint.setKind(null);
    setFoundPlace(null);
    setAsking(asking() === what ? null : what);
    if (asking() === "measure") container.focus({ preventScroll: true });
  };
  const togglePainting = () => {
    setLasso(false);
    setAsking(null);
    paint.setKind(painting() ? null : "brush");
    if (painting()) container.focus({ preventScroll: true });
  };

  return (
    <section
      class="map-pane"
      aria-label="Map"
      onKeyDown={key}
      onKeyUp={(event) => {
        if (event.key === " ") setPanning(false);
      }}
      onFocusOut={() => setPanning(false)}
    >
      <div
        ref={container}
        classList={{
          "map-surface": true,
          "map-lasso": lasso(),
          "map-painting": painting() && !panning(),
          "map-panning": panning(),
        }}
        role="application"
        aria-roledescription="map"
        aria-label={`Map: ${summary()}. Arrow keys move it, plus and minus zoom, Enter selects what is in the middle, L starts the lasso, P paints, F shows all.`}
      />
      <Show when={stroke()()}>{(drawn) => <StrokeOverlay stroke={drawn()} />}</Show>
      <Show when={painting() && pointer()}>{(at) => <PaintOverlay tool={paint} pointer={at()} />}</Show>
      <Show when={asking() === "find" && foundPlace() && scene()}>
        {(made) => <FoundMark scene={made()} place={foundPlace()!} rest={rest()} />}
      </Show>
      <Show when={crosshair()?.shown()}>
        <div class="map-crosshair" aria-hidden="true" />
      </Show>
      <p class="visually-hidden" role="status">
        {scene() ? summary() : ""}
      </p>
      <div class="map-notes">
        <Show when={planner.preview()}>
          <ProposalSwitch view={proposalView()} onView={setProposalView} />
        </Show>
        <Switch fallback={<SelectionBar onAssign={() => props.onAssign()} />}>
          <Match when={painting()}>
            <PaintBar tool={paint} onClose={() => paint.setKind(null)} />
          </Match>
          <Match when={asking() === "measure" && scene()}>
            {(made) => <MeasureWay scene={made()} container={container} onClose={() => setAsking(null)} />}
          </Match>
          <Match when={asking() === "find" && scene()}>
            {(made) => (
              <PlaceFinder
                scene={made()}
                onFly={setFoundPlace}
                onClose={() => {
                  setAsking(null);
                  container.focus({ preventScroll: true });
                }}
              />
            )}
          </Match>
        </Switch>
        <Show when={lasso() && planner.selection().count === 0}>
          <p class="map-hint">Draw around accounts to select them. Esc puts the lasso away.</p>
        </Show>
      </div>
      <MapToolbar
        canZoomIn={zoom() < (scene()?.view.map.getMaxZoom() ?? 0)}
        canZoomOut={zoom() > (scene()?.view.map.getMinZoom() ?? 0)}
        canFit={located() > 0}
        lasso={lasso()}
        painting={painting()}
        canPaint={!planner.readOnly() && planner.preview() === null && planner.figures().territoryCount > 0}
        onZoomIn={() => scene()?.view.map.zoomIn()}
        onZoomOut={() => scene()?.view.map.zoomOut()}
        onFit={fitAll}
        onLasso={() => {
          paint.setKind(null);
          setAsking(null);
          setLasso(!lasso());
        }}
        onPaint={togglePainting}
        finding={asking() === "find"}
        onFind={() => ask("find")}
        measuring={asking() === "measure"}
        onMeasure={() => ask("measure")}
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
            highlighted={highlighted()}
            onHighlight={setHighlighted}
            choices={
              <MapLegendChoices
                plan={planner.plan()}
                topic={shownTopic()}
                onTopic={(next) => {
                  setTopic(next);
                  // Points would hide what the ground tells; the planner may switch them on again.
                  setSigns({ ...signs(), points: next.kind === "territories" });
                }}
                sizeBy={sizeMeasure()}
                onSizeBy={setSizeBy}
                largest={scene()?.sizes()?.largest ?? null}
                plainRadius={pointRadius(zoom(), located())}
                densest={scene()?.densest() ?? null}
                largestUnit={scene()?.units.strongest() ?? null}
                dark={scene()?.isDark() ?? false}
              />
            }
            streets={<StreetMapControl map={streets} />}
            signs={signs()}
            onSigns={setSigns}
            movesShown={planner.preview() !== null && proposalView() !== "before"}
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
        <span class="map-credit">{streets.credit() ? `${CREDIT} · ${streets.credit()}` : CREDIT}</span>
      </footer>
      <Show when={scene() && located() === 0}>
        <EmptyMap unlocated={unlocated()} locale={locale()} onShowUnlocated={() => props.onShowUnlocated()} />
      </Show>
    </section>
  );
}

/** Keys of the paint tools, while one is in hand. */
const PAINT_KEYS: Readonly<Record<string, PaintKind>> = {
  b: "brush",
  r: "box",
  l: "lasso",
  c: "click",
  g: "boundary",
};

/** A ring around the place that was found, once the map has come to rest. */
function FoundMark(props: { scene: MapScene; place: FoundPlace; rest: number }) {
  const at = () => {
    void props.rest;
    const { left, top, worldSize } = props.scene.view.view;
    const x = unrolled(mercatorX(props.place.longitude), props.scene.points().seam);
    return { x: x * worldSize - left, y: mercatorY(props.place.latitude) * worldSize - top };
  };
  return (
    <svg class="map-stroke" aria-hidden="true">
      <circle class="map-found" cx={at().x} cy={at().y} r={12} />
    </svg>
  );
}

function isFormField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

function StrokeOverlay(props: { stroke: Stroke }) {
  const corners = () => {
    const texts: string[] = [];
    for (let i = 0; i < props.stroke.ring.length; i += 2) {
      texts.push(`${props.stroke.ring[i]},${props.stroke.ring[i + 1]}`);
    }
    return texts.join(" ");
  };
  return (
    <svg class="map-stroke" aria-hidden="true">
      <polygon points={corners()} />
    </svg>
  );
}

function EmptyMap(props: { unlocated: number; locale: string; onShowUnlocated: () => void }) {
  return (
    <div class="map-empty">
      <MapPinOff aria-hidden="true" />
      <Show when={props.unlocated > 0} fallback={<p>Accounts appear here once the plan has some.</p>}>
        <p class="map-empty-title">{noLocation(props.unlocated, props.locale)}</p>
        <p>A postal code, a city with its state, or latitude and longitude puts an account on the map.</p>
        <button type="button" class="button" onClick={() => props.onShowUnlocated()}>
          Show these accounts
        </button>
      </Show>
    </div>
  );
}

function noLocation(count: number, locale: string): string {
  return count === 1
    ? "1 account has no location"
    : `${count.toLocaleString(locale)} accounts have no location`;
}
