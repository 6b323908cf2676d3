import KDBush from "kdbush";
import type { UnitSet } from "./unit-set";

/** About as many cells as give a small country some and the world not too many. */
const CELLS = 1 << 14;
/** Edges of a unit that share a band of latitudes; a test looks at one band. */
const EDGES_PER_BAND = 8;
/** Outlines are simplified and end at the shore: a place in the water this near belongs to the nearest land. */
const SHORE_KM = 10;
const KM_PER_DEGREE = 111.2;

/** Which unit of a set a place lies in. Made once per set; indexes of single units are made when first asked for. */
export interface UnitLookup {
  /** The unit at a place, or the nearest within 10 km where it lies in no unit (at a shore); -1 where there is none, and for NaN. */
  readonly unitAt: (longitude: number, latitude: number) => number;
  /** Every unit whose rings hold a place: more than one where areas overlap. */
  readonly unitsHolding: (longitude: number, latitude: number) => number[];
  /** `unitAt` for many places; `report` hears how far it has got, from 0 to 1. */
  readonly unitsAt: (
    longitudes: ArrayLike<number>,
    latitudes: ArrayLike<number>,
    report?: (done: number) => void,
  ) => Int32Array;
}

/** Where rings overlap, the unit with the smaller area has the place. */
export function createUnitLookup(set: UnitSet): UnitLookup {
  const grid = new BoxGrid(set);
  const bands: (BandedRings | undefined)[] = new Array(set.count);
  const shore = new Shore(set);
  const holds = (unit: number, longitude: number, latitude: number): boolean => {
    const box = 4 * unit;
    if (longitude < set.boxes[box]! || latitude < set.boxes[box + 1]!) return false;
    if (longitude > set.boxes[box + 2]! || latitude > set.boxes[box + 3]!) return false;
    bands[unit] ??= new BandedRings(set.ringsOf(unit), set.boxes[box + 1]!, set.boxes[box + 3]!);
    return bands[unit].holds(longitude, latitude);
  };
  const unitAt = (longitude: number, latitude: number): number => {
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return -1;
    for (const unit of grid.unitsNear(longitude, latitude)) if (holds(unit, longitude, latitude)) return unit;
    return shore.nearest(longitude, latitude);
  };
  const unitsHolding = (longitude: number, latitude: number): number[] =>
    [...grid.unitsNear(longitude, latitude)].filter((unit) => holds(unit, longitude, latitude));
  const unitsAt: UnitLookup["unitsAt"] = (longitudes, latitudes, report) => {
    const units = new Int32Array(longitudes.length);
    for (let i = 0; i < units.length; i++) {
      units[i] = unitAt(longitudes[i]!, latitudes[i]!);
      if (report && i % 10_000 === 0) report(i / units.length);
    }
    return units;
  };
  return { unitAt, unitsHolding, unitsAt };
}

/** Units whose box meets each cell of an even grid over the set. */
class BoxGrid {
  readonly #west: number;
  readonly #south: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #step: number;
  readonly #cells: Uint32Array[];

  constructor({ count, boxes, areasKm2 }: UnitSet) {
    let [west, south, east, north] = [180, 90, -180, -90];
    for (let unit = 0; unit < count; unit++) {
      west = Math.min(west, boxes[4 * unit]!);
      south = Math.min(south, boxes[4 * unit + 1]!);
      east = Math.max(east, boxes[4 * unit + 2]!);
      north = Math.max(north, boxes[4 * unit + 3]!);
    }
    [this.#west, this.#south] = [west, south];
    const [width, height] = [Math.max(east - west, 1e-6), Math.max(north - south, 1e-6)];
    this.#step = Math.sqrt((width * height) / CELLS);
    this.#columns = Math.floor(width / this.#step) + 1;
    this.#rows = Math.floor(height / this.#step) + 1;
    const lists: number[][] = Array.from({ length: this.#columns * this.#rows }, () => []);
    const smallestFirst = Array.from({ length: count }, (_, unit) => unit).sort(
      (a, b) => areasKm2[a]! - areasKm2[b]!,
    );
    for (const unit of smallestFirst) {
      if (boxes[4 * unit]! > boxes[4 * unit + 2]!) continue;
      const [left, right] = [this.#column(boxes[4 * unit]!), this.#column(boxes[4 * unit + 2]!)];
      const [bottom, top] = [this.#row(boxes[4 * unit + 1]!), this.#row(boxes[4 * unit + 3]!)];
      for (let row = bottom; row <= top; row++) {
        for (let column = left; column <= right; column++) lists[row * this.#columns + column]!.push(unit);
      }
    }
    this.#cells = lists.map((list) => Uint32Array.from(list));
  }

  unitsNear(longitude: number, latitude: number): Uint32Array {
    const [column, row] = [this.#column(longitude), this.#row(latitude)];
    if (column < 0 || row < 0 || column >= this.#columns || row >= this.#rows) return NONE;
    return this.#cells[row * this.#columns + column]!;
  }

  #column(longitude: number): number {
    return Math.floor((longitude - this.#west) / this.#step);
  }

  #row(latitude: number): number {
    return Math.floor((latitude - this.#south) / this.#step);
  }
}

const NONE = new Uint32Array(0);

/** The edges of a unit's rings, by bands of latitude. */
class BandedRings {
  readonly #south: number;
  readonly #height: number;
  /** x and y of both ends of the edges in each band. */
  readonly #bands: Float64Array[];

  constructor(rings: readonly Float64Array[], south: number, north: number) {
    const edges = rings.reduce((sum, ring) => sum + ring.length / 2 - 1, 0);
    const count = Math.max(1, Math.ceil(edges / EDGES_PER_BAND));
    this.#south = south;
    this.#height = (north - south) / count || 1;
    const lists: number[][] = Array.from({ length: count }, () => []);
    for (const ring of rings) {
      for (let i = 0; i + 3 < ring.length; i += 2) {
        const [aX, aY, bX, bY] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
        if (aY === bY) continue;
        const last = this.#band(Math.max(aY, bY), count);
        for (let band = this.#band(Math.min(aY, bY), count); band <= last; band++)
          lists[band]!.push(aX, aY, bX, bY);
      }
    }
    this.#bands = lists.map((list) => Float64Array.from(list));
  }

  #band(latitude: number, count: number): number {
    return Math.min(count - 1, Math.max(0, Math.floor((latitude - this.#south) / this.#height)));
  }

  /** By the even-odd rule. */
  holds(x: number, y: number): boolean {
    const band = this.#bands[this.#band(y, this.#bands.length)]!;
    let inside = false;
    for (let i = 0; i < band.length; i += 4) {
      const [aY, bY] = [band[i + 1]!, band[i + 3]!];
      if (aY > y !== bY > y && x < band[i]! + ((y - aY) * (band[i + 2]! - band[i]!)) / (bY - aY))
        inside = !inside;
    }
    return inside;
  }
}

/** The points of lines that one unit alone has. */
class Shore {
  readonly #set: UnitSet;
  #index: KDBush | undefined;
  #units: number[] = [];
  #places: number[] = [];

  constructor(set: UnitSet) {
    this.#set = set;
  }

  /** The unit with the nearest point of shore within 10 km; -1 where there is none. */
  nearest(longitude: number, latitude: number): number {
    this.#index ??= this.#build();
    const narrowing = Math.max(0.05, Math.cos((latitude * Math.PI) / 180));
    const reach = SHORE_KM / KM_PER_DEGREE;
    const wide = reach / narrowing;
    let [unit, least] = [-1, reach * reach];
    for (const i of this.#index.range(
      longitude - wide,
      latitude - reach,
      longitude + wide,
      latitude + reach,
    )) {
      const east = (this.#places[2 * i]! - longitude) * narrowing;
      const north = this.#places[2 * i + 1]! - latitude;
      const distance = east * east + north * north;
      if (distance < least) [unit, least] = [this.#units[i]!, distance];
    }
    return unit;
  }

  #build(): KDBush {
    const { arcs, sides } = this.#set;
    arcs.forEach((arc, i) => {
      const unit = sides[2 * i]!;
      if (unit < 0 || sides[2 * i + 1] !== -1) return;
      for (let at = 0; at < arc.length; at += 2) {
        this.#units.push(unit);
        this.#places.push(arc[at]!, arc[at + 1]!);
      }
    });
    const index = new KDBush(this.#units.length);
    for (let i = 0; i < this.#units.length; i++) index.add(this.#places[2 * i]!, this.#places[2 * i + 1]!);
    return index.finish();
  }
}
