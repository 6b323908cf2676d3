/**
 * A street map of one tile, as PMTiles version 3 (github.com/protomaps/PMTiles, spec/v3) with a Mapbox vector tile in it: land all over
 * the world. Nothing is compressed.
 */
export function smallStreetMap(attribution: string): Buffer {
  const tile = landTile();
  const directory = Buffer.from([1, 0, 1, ...varint(tile.length), 1]);
  const metadata = Buffer.from(JSON.stringify({ attribution }));
  const header = Buffer.alloc(127);
  header.write("PMTiles", 0, "latin1");
  header[7] = 3;
  const parts = [directory, metadata, Buffer.alloc(0), tile];
  let offset = header.length;
  for (const [i, part] of parts.entries()) {
    header.writeBigUInt64LE(BigInt(offset), 8 + 16 * i);
    header.writeBigUInt64LE(BigInt(part.length), 16 + 16 * i);
    offset += part.length;
  }
  for (const at of [72, 80, 88]) header.writeBigUInt64LE(1n, at);
  const UNCOMPRESSED = 1;
  const VECTOR = 1;
  header.set([1, UNCOMPRESSED, UNCOMPRESSED, VECTOR, 0, 0], 96);
  for (const [at, degrees] of [
    [102, -180],
    [106, -85],
    [110, 180],
    [114, 85],
  ] as const) {
    header.writeInt32LE(degrees * 1e7, at);
  }
  return Buffer.concat([header, ...parts]);
}

/** A layer "earth" with one polygon over the whole tile. */
function landTile(): Buffer {
  const EXTENT = 4096;
  const zigzag = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value);
  const ring = [9, 0, 0, 26, zigzag(EXTENT), 0, 0, zigzag(EXTENT), zigzag(-EXTENT), 0, 15];
  const feature = Buffer.concat([Buffer.from([0x18, 3]), field(4, Buffer.from(ring.flatMap(varint)))]);
  const layer = Buffer.concat([
    Buffer.from([0x78, 2]),
    field(1, Buffer.from("earth")),
    field(2, feature),
    Buffer.from([0x28, ...varint(EXTENT)]),
  ]);
  return field(3, layer);
}

/** A length-delimited field of a protocol buffer. */
function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([number * 8 + 2, ...varint(content.length)]), content]);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}
