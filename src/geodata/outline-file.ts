import type { ByteReader, ByteWriter } from "./byte-planes";

/** A country or state as packed: polygons of rings of arcs; `~n` is arc n backwards, as in TopoJSON. */
export interface PackedShape {
  /** Two-letter code: ISO 3166-1 for a country, the postal abbreviation for a state; empty where there is none. */
  readonly code: string;
  readonly name: string;
  readonly polygons: readonly (readonly (readonly number[])[])[];
}

/** What a line separates: nothing worth drawing, land from water, or two shapes; or that it is a river. */
export const LineRole = { hidden: 0, coast: 1, border: 2, river: 3 } as const;

/** Shapes that share their border lines. Each line is longitude, latitude, longitude, … in degrees. */
export interface OutlineLayer {
  readonly arcs: readonly Float64Array[];
  /** A LineRole for each arc. */
  readonly roles: Uint8Array;
  readonly shapes: readonly PackedShape[];
}

/** A city worth a label. Rank 1 is a world city, 2 a large city or capital, 3 a regional center. */
export interface LabelCity {
  readonly name: string;
  readonly country: string;
  /** US postal abbreviation; empty elsewhere. */
  readonly state: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly rank: 1 | 2 | 3;
}

/** Writes a layer with positions to 1 / `scale` degree. */
export function encodeLayer(
  writer: ByteWriter,
  { arcs, roles, shapes }: OutlineLayer,
  scale: number,
): ByteWriter {
  const axis = (offset: 0 | 1) =>
    arcs.flatMap((arc) =>
      Array.from({ length: arc.length / 2 }, (_, i) => Math.round(arc[2 * i + offset]! * scale)),
    );
  return writer
    .count(scale)
    .count(arcs.length)
    .raw(roles)
    .deltas(arcs.map((arc) => arc.length / 2))
    .deltas(axis(0))
    .deltas(axis(1))
    .text(JSON.stringify(shapes.map(({ code, name, polygons }) => [code, name, polygons])));
}

/** Reads what encodeLayer wrote. */
export function decodeLayer(reader: ByteReader): OutlineLayer {
  const scale = reader.count();
  const count = reader.count();
  const roles = reader.raw(count).slice();
  const lengths = reader.deltas(count);
  const points = lengths.reduce((sum, length) => sum + length, 0);
  const xs = reader.deltas(points);
  const ys = reader.deltas(points);
  let point = 0;
  const arcs = Array.from(lengths, (length) => {
    const arc = new Float64Array(2 * length);
    for (let i = 0; i < length; i++, point++) {
      arc[2 * i] = xs[point]! / scale;
      arc[2 * i + 1] = ys[point]! / scale;
    }
    return arc;
  });
  const rows = JSON.parse(reader.text()) as [string, string, PackedShape["polygons"]][];
  return { arcs, roles, shapes: rows.map(([code, name, polygons]) => ({ code, name, polygons })) };
}
