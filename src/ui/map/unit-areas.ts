import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import type { Alignment, Territory } from "../../model/alignment";
import { unitsAsProposed } from "../../model/proposed-units";
import { chosenUnitSet, isAlignedByUnits } from "../../model/units";
import type { Planner } from "../planner";
import { sequentialColor } from "./color-scale";
import type { MapTheme } from "./map-theme";
import type { MapTopic } from "./map-topics";
import type { UnitLooks } from "./paint-units";
import { isDark, parseRgb } from "./rgb";
import type { UnitGround } from "./unit-ground";
import { strongestValue, valuesOfUnits, whiteSpace } from "./unit-values";

const TERRITORY_OPACITY = { light: 0.26, dark: 0.34 };
const VALUE_OPACITY = 0.8;

/** The units of the plan as the map draws them. */
export interface UnitAreas {
  /** Null while there is none to draw, or not yet. */
  readonly ground: Accessor<UnitGround | null>;
  readonly looks: Accessor<UnitLooks | null>;
  /** What the strongest color stands for; null while the map tells of nothing by unit. */
  readonly strongest: Accessor<number | null>;
  /** Whether territories are drawn by units rather than around accounts. */
  readonly areTerritories: Accessor<boolean>;
}

/** Follows the plan's units: loads their borders while territories are aligned by them or the map tells something by unit. */
export function createUnitAreas(
  planner: Planner,
  topic: Accessor<MapTopic>,
  areasShown: Accessor<boolean>,
  shownTerritories: Accessor<readonly (Territory | null)[]>,
  /** The proposal that is looked at, or null. */
  shownPreview: Accessor<Pick<Alignment, "territoryOf"> | null>,
  theme: Accessor<MapTheme>,
  painting: {
    /** Whether units are painted. */
    readonly wanted: Accessor<boolean>;
    /** By unit row, as the stroke under way leaves it; null while there is none. */
    readonly territoryOfUnit: Accessor<Uint16Array | null>;
  },
): UnitAreas {
  const record = createMemo(() => chosenUnitSet(planner.plan()));
  const byValue = createMemo(() => topic().kind === "units" || topic().kind === "white-space");
  const aligned = createMemo(() => isAlignedByUnits(planner.plan(), planner.alignment()));
  /** Where a proposal would have the units, which moves only accounts; null while there is none, or where units would mislead. */
  const proposed = createMemo(() => {
    const preview = shownPreview();
    const { territoryOfUnit } = planner.alignment();
    return preview && record() !== null && aligned()
      ? unitsAsProposed(planner.plan(), territoryOfUnit, preview.territoryOf)
      : null;
  });
  const areTerritories = createMemo(
    () => record() !== null && aligned() && (shownPreview() === null || proposed() !== null),
  );
  const wanted = createMemo(
    () => record() !== null && (byValue() || painting.wanted() || (areTerritories() && areasShown())),
  );
  const [loaded, setLoaded] = createSignal<{
    readonly id: string;
    readonly ground: UnitGround;
    readonly rowsOf: typeof import("./unit-ground").unitRows;
  } | null>(null);
  createEffect(() => {
    const set = record();
    if (!set || !wanted() || loaded()?.id === set.id) return;
    let current = true;
    onCleanup(() => {
      current = false;
    });
    import("./unit-ground")
      .then(async (module) => {
        const ground = await module.loadUnitGround(set);
        if (current) setLoaded({ id: set.id, ground, rowsOf: module.unitRows });
      })
      .catch(() => {
        if (current) planner.notify({ text: "The borders of the units could not be loaded.", tone: "bad" });
      });
  });
  const drawn = createMemo(() => (wanted() && loaded()?.id === record()?.id ? loaded() : null));
  const values = createMemo(() => {
    const shown = topic();
    if (shown.kind === "units") return valuesOfUnits(planner.plan(), planner.path(), shown.measure);
    return shown.kind === "white-space" ? whiteSpace(planner.plan(), planner.path(), shown.measure) : null;
  });
  const strongest = createMemo(() => {
    const ofUnits = values();
    return ofUnits && strongestValue(ofUnits);
  });
  const rows = createMemo(() => {
    const units = drawn();
    return units?.rowsOf(units.ground.set, planner.plan().tables.units) ?? null;
  });
  const looks = createMemo((): UnitLooks | null => {
    const rowOf = rows();
    if (!rowOf) return null;
    const { land, text, selection } = theme();
    const wantedRows = new Set(planner.pickedUnits());
    const picked =
      wantedRows.size > 0 ? [...rowOf.keys()].filter((unit) => wantedRows.has(rowOf[unit]!)) : [];
    const dark = isDark(land);
    const territoryOfUnit = painting.territoryOfUnit() ?? proposed() ?? planner.alignment().territoryOfUnit;
    const slotOf = (unit: number) => territoryOfUnit[rowOf[unit]!] ?? 0;
    const ofUnits = values();
    const most = strongest() ?? 0;
    if (ofUnits) {
      return {
        land,
        text,
        picked,
        selection,
        slotOf,
        opacity: VALUE_OPACITY,
        fillOf: (unit) => {
          const value = ofUnits[rowOf[unit]!] ?? 0;
          return value > 0 ? sequentialColor(Math.min(1, value / most), dark) : null;
        },
      };
    }
    const shaded = topic().kind === "accounts";
    const colors = shownTerritories().map((territory) => parseRgb(territory?.color ?? ""));
    return {
      land,
      text,
      picked,
      selection,
      slotOf,
      opacity: dark ? TERRITORY_OPACITY.dark : TERRITORY_OPACITY.light,
      fillOf: (unit) => (slotOf(unit) > 0 && !shaded ? (colors[slotOf(unit)] ?? null) : null),
    };
  });
  return { ground: () => drawn()?.ground ?? null, looks, strongest, areTerritories };
}
