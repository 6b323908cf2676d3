/** A closed ring as longitude, latitude, …; the first ring of a polygon is its outer one. */
export type AreaRing = number[];

/** An area of a file, before any repair. */
export interface AreaFeature {
  readonly properties: Readonly<Record<string, string>>;
  readonly polygons: readonly (readonly AreaRing[])[];
}

/** What a file of areas holds. */
export interface AreaFile {
  readonly features: readonly AreaFeature[];
  /** Name of the coordinate system where the file names one, such as "EPSG:3857"; null where it does not. */
  readonly system: string | null;
  readonly skipped: SkippedParts;
}

/** What was left out, each counted. */
export interface SkippedParts {
  /** Features without any geometry. */
  empty: number;
  /** Points and lines: they have no area. */
  notAreas: number;
  /** Rings with coordinates that are no numbers. */
  badRings: number;
  /** Links to other files, which are never followed. */
  links: number;
}

export const NOTHING_SKIPPED: Readonly<SkippedParts> = { empty: 0, notAreas: 0, badRings: 0, links: 0 };

/** A file that is not read, in words for the planner: what is wrong and what to do next. */
export interface AreaRefusal {
  readonly title: string;
  readonly advice: string;
}

/** Thrown by the readers of this folder, and caught where a file is read. */
export class AreaFileRefused extends Error {
  readonly refusal: AreaRefusal;

  constructor(title: string, advice: string) {
    super(title);
    this.refusal = { title, advice };
  }
}

/** What is read, and what is refused. */
export const AREA_LIMITS = {
  bytes: 100 * 1024 * 1024,
  /** Vertices of a file; beyond, it would not fit into memory. */
  vertices: 3_000_000,
  /** Vertices kept; more are simplified. */
  kept: 150_000,
  areas: 50_000,
  /** Geometry collections, folders or elements inside each other. */
  depth: 32,
} as const;

/** Counts vertices while a file is read. Throws past the limit. */
export class VertexCount {
  #count = 0;

  add(vertices: number): void {
    this.#count += vertices;
    if (this.#count > AREA_LIMITS.vertices) {
      throw new AreaFileRefused(
        `This file has more than ${AREA_LIMITS.vertices.toLocaleString("en-US")} corners.`,
        "Simplify the areas in the program they come from (mapshaper: -simplify 5%), then import them again.",
      );
    }
  }
}
