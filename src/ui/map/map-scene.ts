import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import type { Alignment, Territory, TerritorySlot } from "../../model/alignment";
import type { Measure } from "../../model/measure";
import { accountShares } from "../../model/metrics/account-shares";
import type { Planner } from "../planner";
import { type AccountPoints, accountPoints, samePlaces } from "./account-points";
import { areaLooksOf } from "./area-looks";
import { AreaPainter } from "./area-painter";
import type { BaseMap, BaseWaters, MapLine } from "./base-map";
import type { Paint } from "./canvas-layer";
import type { Frame } from "./frame";
import { LabelSpace } from "./label-placement";
import { loadBaseMap, loadCountyLines, loadWaters } from "./load-base-map";
import { type MapTheme, readMapTheme, watchTheme } from "./map-theme";
import type { MapTopic } from "./map-topics";
import { MapView } from "./map-view";
import { moveStyles } from "./move-style";
import type { Painted } from "./paint/paint-stroke";
import { paintAreas } from "./paint-areas";
import { COUNTIES_FROM_ZOOM, paintBaseMap, paintLand, worldsIn } from "./paint-base-map";
import { paintLabels } from "./paint-labels";
import { paintUnits } from "./paint-units";
import { countsByZoom, paintPlaceCounts, placedCounts } from "./place-counts";
import { type PointShades, pointShades, shadeColors } from "./point-shade";
import { type PointSizes, pointSizes } from "./point-size";
import { pointStyles } from "./point-style";
import { repHomes } from "./rep-homes";
import { isDark } from "./rgb";
import { settledCountries } from "./settled-countries";
import { paintSharedSpots, sharedSpots } from "./shared-spots";
import { createTerritoryAreas, type StartAreaMesh, type TerritoryAreas } from "./territory-areas";
import { territoryLabels, unitTerritoryLabels } from "./territory-labels";
import { createHeat, figureColors } from "./topic-layers";

import { createUnitAreas, type UnitAreas } from "./unit-areas";

/** What the planner chose to see. */
export interface MapChoices {
  readonly highlighted: Accessor<TerritorySlot | null>;
  readonly areasShown: Accessor<boolean>;
  readonly pointsShown: Accessor<boolean>;
  /** Whether every area has a pattern besides its color, or only those that need one. */
  readonly patternsShown: Accessor<boolean>;
  readonly namesShown: Accessor<boolean>;
  readonly countsShown: Accessor<boolean>;
  /** Whether accounts are counted by place while they are seen from afar. */
  readonly placeCountsShown: Accessor<boolean>;
  readonly homesShown: Accessor<boolean>;
  /** The measure that sizes the points; null = all alike. */
  readonly sizeBy: Accessor<Measure | null>;
  readonly topic: Accessor<MapTopic>;
  readonly proposalView: Accessor<ProposalView>;
  /** The stroke under way: what is shown is as it would leave it. */
  readonly painted: Accessor<Painted | null>;
  /** Whether the borders of units are needed to paint by them. */
  readonly paintsUnits: Accessor<boolean>;
}

/** How a proposal is looked at: as it would be, only what would move, or as it is today. */
export type ProposalView = "proposal" | "moves" | "before";

/** The plan as the map shows it. */
export interface MapScene {
  readonly view: MapView;
  readonly points: Accessor<AccountPoints>;
  /** The proposal being looked at, else the alignment. */
  readonly shown: Accessor<Pick<Alignment, "territoryOf" | "territories">>;
  /** Null until they are drawn, and while they are switched off. */
  readonly areas: Accessor<TerritoryAreas | null>;
  /** Null where points are not sized by a measure. */
  readonly sizes: Accessor<PointSizes | null>;
  /** Null where points are not shaded by a measure. */
  readonly shades: Accessor<PointShades | null>;
  /** What points are painted with, by territory slot or, where they are shaded, by shade. */
  readonly pointColors: Accessor<readonly string[]>;
  /** The greatest density of a heat map in view, weight per km²; null while there is none. */
  readonly densest: Accessor<number | null>;
  readonly units: UnitAreas;
  readonly topic: Accessor<MapTopic>;
  /** Whether the land is dark. */
  readonly isDark: Accessor<boolean>;
  /** By account row, see `point-style.ts`. */
  readonly styles: Accessor<Uint32Array>;
  readonly painters: ScenePainters;
  readonly theme: Accessor<MapTheme>;
  readonly pointsShown: Accessor<boolean>;
}

/** What draws the parts of the map on any context, from the bottom up. */
export interface ScenePainters {
  readonly base: Paint;
  /** The land alone, opaque: what areas are cut to. */
  readonly land: Paint;
  readonly units: Paint;
  readonly areas: Paint;
  readonly labels: Paint;
}

const NAMES_AFTER_MS = 60;
/** So few accounts are seen one by one: names stand beside them. */
const FEW_ACCOUNTS = 400;
const NO_STYLES = new Uint32Array(0);
const NO_POINTS = { xs: new Float64Array(0), ys: new Float64Array(0), sizes: new Uint8Array(0), located: 0 };
const DELETED_COLOR = "#9aa0a6";

/** Follows the plan and draws it into the container for as long as the owner lives. */
export function createMapScene(
  container: HTMLElement,
  planner: Planner,
  choices: MapChoices,
  startMesh: StartAreaMesh,
): MapScene {
  const accounts = createMemo(() => planner.plan().tables.accounts, undefined, { equals: samePlaces });
  const points = createMemo(() => accountPoints(accounts()));
  const sizeValues = createMemo(() => {
    const measure = choices.sizeBy();
    return measure && accountShares(planner.plan(), planner.path(), measure);
  });
  const sizes = createMemo(() => {
    const values = sizeValues();
    return values && pointSizes(values);
  });
  const sizedPoints = createMemo(() => {
    const { xs, ys, crowds, located } = points();
    return { xs, ys, sizes: sizes()?.classes ?? crowds, located };
  });
  const preview = createMemo(() => (choices.proposalView() === "before" ? null : planner.preview()));
  /** What is shown when no stroke is under way; names keep their place while one is. */
  const settled = createMemo(() => preview() ?? planner.alignment());
  const shown = createMemo(() => {
    const stroke = choices.painted();
    return stroke
      ? { territoryOf: stroke.territoryOf, territories: planner.alignment().territories }
      : settled();
  });
  const colors = createMemo(() => colorsOf(shown().territories), undefined, { equals: sameTexts });
  /** Where accounts are now: a proposal may do without some of these territories. */
  const colorsNow = createMemo(() => colorsOf(planner.alignment().territories), undefined, {
    equals: sameTexts,
  });
  const shownFlags = createMemo(() => flagsOf(planner.shownAccounts(), accounts().count));
  const moves = createMemo(() => {
    const proposed = preview();
    const { territoryOf } = planner.alignment();
    const { flags } = planner.selection();
    return proposed && moveStyles(accounts().count, territoryOf, proposed.territoryOf, flags);
  });
  /** Accounts that are not faded: those the filter lets through and, if only moves are looked at, would move. */
  const lit = createMemo(() => {
    const moved = choices.proposalView() === "moves" ? moves() : null;
    const filtered = shownFlags();
    return moved ? moved.map((style, row) => (style !== 0 && (filtered?.[row] ?? 1) ? 1 : 0)) : filtered;
  });
  const shades = createMemo(() => {
    const topic = choices.topic();
    return topic.kind === "accounts"
      ? pointShades(accountShares(planner.plan(), planner.path(), topic.measure))
      : null;
  });
  const styles = createMemo(() => {
    const { territoryOf } = shown();
    const highlighted = choices.highlighted();
    const shaded = shades();
    const others = lit();
    return pointStyles(accounts().count, {
      territoryOf: shaded?.classes ?? territoryOf,
      locked: planner.alignment().locked,
      selected: planner.selection().flags,
      // A shade does not tell the territory.
      shown: shaded && highlighted !== null ? within(territoryOf, highlighted, others) : others,
      highlighted: shaded ? null : highlighted,
    });
  });
  const homes = createMemo(() =>
    choices.homesShown() ? repHomes(planner.plan().tables.reps, settled().territories, points().seam) : [],
  );
  const placeCountsAt = createMemo(() => (choices.placeCountsShown() ? countsByZoom(points(), lit()) : null));
  const [theme, setTheme] = createSignal<MapTheme>(readMapTheme(container));
  onCleanup(watchTheme(() => setTheme(readMapTheme(container))));
  const pointColors = createMemo(() => (shades() ? shadeColors(isDark(theme().land)) : colors()));
  const [baseMap, setBaseMap] = createSignal<BaseMap | null>(null);
  const [waters, setWaters] = createSignal<BaseWaters | null>(null);
  const [counties, setCounties] = createSignal<readonly MapLine[]>([]);

  const territoryOf = createMemo(() => shown().territoryOf);
  const units = createUnitAreas(
    planner,
    choices.topic,
    choices.areasShown,
    () => shown().territories,
    preview,
    theme,
    {
      wanted: choices.paintsUnits,
      territoryOfUnit: () => choices.painted()?.territoryOfUnit ?? null,
    },
  );
  const labels = createMemo(() => {
    if (!choices.namesShown()) return [];
    const { territoryOf, territories } = settled();
    const set = units.areTerritories() ? units.ground()?.set : undefined;
    const slotOf = units.looks()?.slotOf;
    return set && slotOf
      ? unitTerritoryLabels(points(), territoryOf, territories, { set, slotOf })
      : territoryLabels(points(), territoryOf, territories);
  });
  const areasWanted = createMemo(() => choices.areasShown() || choices.topic().kind === "index");
  const drawnAreas = createTerritoryAreas(points, territoryOf, areasWanted, startMesh);
  const areas = createMemo(() => (areasWanted() && !units.areTerritories() ? drawnAreas() : null));
  const locale = () => planner.plan().settings.locale;
  const spots = createMemo(() => {
    const drawn = drawnAreas();
    return drawn ? sharedSpots(drawn.mesh, drawn.territoryOf) : [];
  });
  const areaLooks = createMemo(() =>
    areaLooksOf(areas(), shown().territories, theme(), {
      highlighted: choices.highlighted(),
      everyPattern: choices.patternsShown(),
      figureColors: figureColors(planner, choices.topic(), shown()),
    }),
  );
  const areaPainter = new AreaPainter();
  /** Told apart when areas are first there to be cut: points come first. */
  const hasAreas = createMemo(() => areas() !== null);
  const countries = createMemo((): ReadonlySet<number> => {
    const map = baseMap();
    return map && hasAreas() ? settledCountries(map, points()) : new Set();
  });

  const painters: ScenePainters = {
    base: (context, frame) => {
      const map = baseMap();
      if (map) paintBaseMap(context, frame, map, waters(), counties(), theme());
    },
    land: (context, frame) => {
      const map = baseMap();
      if (map) paintLand(context, frame, map, countries());
    },
    units: (context, frame) => {
      const ground = units.ground();
      const looks = units.looks();
      if (ground && looks) paintUnits(context, frame, ground, looks);
    },
    areas: (context, frame) => {
      const drawn = areas();
      if (drawn) paintAreas(context, frame, drawn.borders, drawn.rings, areaLooks());
    },
    labels: (context, frame) => {
      const { territories } = shown();
      if (choices.pointsShown())
        paintSharedSpots(context, frame, spots(), points().located, territories, theme());
      // Names find their places around the counts: a count that is left out would be missing from the sum.
      const space = new LabelSpace();
      const counts = placeCountsAt()?.(frame.zoom) ?? [];
      const numberText = (count: number) => count.toLocaleString(locale());
      const placed = placedCounts(context, frame, counts, theme(), numberText, space);
      const dots = choices.pointsShown() && points().located <= FEW_ACCOUNTS ? points() : null;
      const countText = choices.countsShown() ? numberText : null;
      const signs = { labels: labels(), homes: homes(), territories, countText, dots };
      paintLabels(context, frame, signs, theme(), space);
      paintPlaceCounts(context, frame, placed, theme());
    },
  };
  const view = new MapView(container, {
    base: painters.base,
    areas: (context, frame) => {
      painters.units(context, frame);
      areaPainter.paint(context, frame, areas(), areaLooks(), baseMap(), countries());
    },
    areaSteps: function* (context, frame) {
      painters.units(context, frame);
      yield* areaPainter.steps(context, frame, areas(), areaLooks(), baseMap(), countries());
    },
    labels: painters.labels,
  });
  onCleanup(() => view.remove());
  const densest = createHeat(view, planner, points, choices.topic, theme);

  loadBaseMap().then(setBaseMap, () =>
    planner.notify({
      text: "The outlines of the map could not be loaded. Your accounts are all there.",
      tone: "bad",
    }),
  );
  const lookClosely = () => {
    const { frame } = view.base;
    const map = untrack(baseMap);
    if (!frame || !map || frame.zoom < COUNTIES_FROM_ZOOM || untrack(counties).length > 0) return;
    if (showsAny(frame, map.states)) void loadCountyLines().then(setCounties, () => {});
  };
  view.map.on("moveend", lookClosely);
  onCleanup(() => view.map.off("moveend", lookClosely));
  createEffect(on(baseMap, lookClosely));
  // After what the map cannot do without; and without them it is a map all the same.
  createEffect(() => baseMap() && void loadWaters().then(setWaters, () => {}));
  createEffect(() => {
    baseMap();
    waters();
    counties();
    theme();
    view.base.schedule();
  });
  createEffect(() => {
    baseMap();
    areas();
    countries();
    areaLooks();
    units.looks();
    view.areas.schedule();
  });
  createEffect(() =>
    view.points.show(
      { points: choices.pointsShown() ? sizedPoints() : NO_POINTS, colors: pointColors(), theme: theme() },
      untrack(styles),
    ),
  );
  createEffect(() => view.points.restyle(styles()));
  const hasMoves = createMemo(() => moves() !== null);
  createEffect(() => {
    const scene = { points: hasMoves() ? sizedPoints() : NO_POINTS, colors: colorsNow(), theme: theme() };
    view.moves.show(scene, untrack(moves) ?? NO_STYLES);
  });
  createEffect(() => view.moves.restyle(moves() ?? NO_STYLES));
  createEffect(() => {
    labels();
    homes();
    theme();
    spots();
    choices.countsShown();
    placeCountsAt();
    choices.pointsShown();
    // Names may come a moment after the points that moved: hundreds take longer than a frame has.
    const timer = setTimeout(() => view.labels.schedule(), NAMES_AFTER_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return {
    view,
    points,
    shown,
    areas,
    sizes,
    shades,
    pointColors,
    densest,
    units,
    topic: choices.topic,
    isDark: () => isDark(theme().land),
    styles,
    painters,
    theme,
    pointsShown: choices.pointsShown,
  };
}

function flagsOf(rows: Uint32Array | null, count: number): Uint8Array | null {
  if (!rows) return null;
  const flags = new Uint8Array(count);
  for (const row of rows) flags[row] = 1;
  return flags;
}

/** Whether a frame shows a part of one of the lines, as their boxes tell, on whichever copy of the world. */
function showsAny(frame: Frame, lines: readonly MapLine[]): boolean {
  const { left, top, width, height, worldSize } = frame;
  return worldsIn(frame).some((world) =>
    lines.some(
      ({ box }) =>
        (box.minX + world) * worldSize < left + width &&
        (box.maxX + world) * worldSize > left &&
        box.minY * worldSize < top + height &&
        box.maxY * worldSize > top,
    ),
  );
}

/** 1 for each account of a territory that is also among the others given; null = all are. */
function within(territoryOf: Uint16Array, slot: TerritorySlot, others: ArrayLike<number> | null): Uint8Array {
  const flags = new Uint8Array(territoryOf.length);
  for (let row = 0; row < flags.length; row++)
    flags[row] = territoryOf[row] === slot && (others?.[row] ?? 1) ? 1 : 0;
  return flags;
}

function colorsOf(territories: readonly (Territory | null)[]): string[] {
  return territories.map((territory) => territory?.color ?? DELETED_COLOR);
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
