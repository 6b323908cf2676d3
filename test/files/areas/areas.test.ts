import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { AreaFileRefused } from "../../../src/files/areas/area-file";
import type { AreaChoice, AreaPosition } from "../../../src/files/areas/area-import";
import { openAreaFile } from "../../../src/files/areas/open-area-file";
import { inspectAreas, readAreas } from "../../../src/files/areas/read-areas";
import { ownUnitSet } from "../../../src/geodata/own-areas";
import { neighborCodes } from "../../geodata/real-units";
import { collection, feature, kml, kmlPolygon, kmlSquare, polygon, square } from "./area-texts";

const FACTS = { id: "own:x", name: "Mine", unit: "Area", approximate: false };
const open = (text: string) => openAreaFile(strToU8(text));
const inspect = (text: string, places: number[] = []) => inspectAreas(open(text), places);

/** Everything about a file taken as proposed, or with another choice. */
function read(text: string, choice: Partial<AreaChoice> = {}) {
  const file = open(text);
  const inspection = inspectAreas(file, []);
  const areas = readAreas(file, { ...inspection.proposal, ...choice });
  const set = ownUnitSet(FACTS, areas.areas);
  const found = (kind: string) => areas.findings.find((finding) => finding.kind === kind)?.count ?? 0;
  return { inspection, areas, set, found };
}

/** What a file is refused with. */
function refused(text: string): string {
  try {
    inspect(text);
  } catch (error) {
    if (error instanceof AreaFileRefused) return error.refusal.title;
    throw error;
  }
  return "nothing";
}

const two = collection([
  feature(polygon(square(10, 50)), { name: "West", id: 1 }),
  feature(polygon(square(11, 50)), { name: "East", id: 2 }),
]);

describe("areas of the planner's own", () => {
  it("become units that share their borders", () => {
    const { set, areas } = read(two);
    expect(set.names).toEqual(["West", "East"]);
    expect(set.codes).toEqual(["1", "2"]);
    expect(neighborCodes(set, "1")).toEqual(["2"]);
    expect(set.areasKm2[0]).toBeGreaterThan(7_800);
    expect(set.areasKm2[0]).toBeLessThan(8_000);
    expect(areas.findings).toEqual([]);
  });
  it("come with a proposal for names and codes, and samples", () => {
    const { inspection } = read(two);
    expect(inspection).toMatchObject({
      areas: 2,
      doubt: null,
      proposal: { name: "name", code: "id", position: "degrees" },
    });
    expect(inspection.properties).toContainEqual({
      key: "name",
      samples: ["West", "East"],
      filled: 2,
      distinct: 2,
    });
  });
  it("are numbered where nothing names them", () =>
    expect(read(collection([feature(polygon(square(0, 0)), null)])).set.names).toEqual(["Area 1"]));
  it("keep names apart that stand twice", () => {
    const { set, found } = read(
      collection([0, 2, 4].map((west) => feature(polygon(square(west, 0)), { name: "North" }))),
    );
    expect(set.names).toEqual(["North", "North (2)", "North (3)"]);
    expect(found("duplicate-name")).toBe(2);
  });
  it("are one where the code is the same", () => {
    const { set, found } = read(
      collection([0, 2].map((west) => feature(polygon(square(west, 0)), { name: "A", code: "7" }))),
      { code: "code" },
    );
    expect([set.count, set.ringsOf(0).length, found("merged")]).toEqual([1, 2, 1]);
  });
});

describe("GeoJSON", () => {
  it.each([
    ["a feature", JSON.stringify(feature(polygon(square(0, 0))))],
    ["a bare geometry", JSON.stringify(polygon(square(0, 0)))],
    [
      "several polygons",
      JSON.stringify({ type: "MultiPolygon", coordinates: [[square(0, 0)], [square(5, 0)]] }),
    ],
    [
      "a collection of geometries",
      JSON.stringify({ type: "GeometryCollection", geometries: [polygon(square(0, 0))] }),
    ],
    ["heights", JSON.stringify(polygon(square(0, 0).map((point) => [...point, 12.5])))],
    [
      "ogr2ogr's crs member",
      collection([feature(polygon(square(0, 0)))], {
        name: "layer",
        crs: { type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } },
      }),
    ],
    [
      "mapshaper's TopoJSON",
      JSON.stringify({
        type: "Topology",
        arcs: [square(0, 0)],
        objects: {
          a: {
            type: "GeometryCollection",
            geometries: [{ type: "Polygon", arcs: [[0]], properties: { name: "x" } }],
          },
        },
      }),
    ],
    [
      "ogr2ogr's feature a line",
      `${JSON.stringify(feature(polygon(square(0, 0))))}\n\x1e${JSON.stringify(feature(polygon(square(5, 0))))}\n`,
    ],
    ["a byte order mark", `\uFEFF${two}`],
  ])("with %s is read", (_, text) => expect(read(text).set.areasKm2[0]).toBeGreaterThan(7_000));

  it("takes holes out", () => {
    const { set } = read(JSON.stringify(polygon(square(0, 0, 4), square(1, 1, 2))));
    expect(set.areasKm2[0]! / read(JSON.stringify(polygon(square(0, 0, 4)))).set.areasKm2[0]!).toBeCloseTo(
      0.75,
      2,
    );
  });
  const collected = (...geometries: unknown[]) => ({ type: "GeometryCollection", geometries });
  it.each([
    ["by itself", JSON.stringify(collected(polygon(square(0, 0)), polygon(square(5, 0))))],
    [
      "of a feature without properties",
      JSON.stringify(feature(collected(polygon(square(0, 0)), polygon(square(5, 0))), null)),
    ],
    ["of the only feature", collection([feature(collected(polygon(square(0, 0)), polygon(square(5, 0))))])],
  ])("takes the geometries of a collection %s for areas each", (_, text) =>
    expect(read(text).set.names).toEqual(["Area 1", "Area 2"]),
  );
  it("takes a collection that has a name for one area", () => {
    const both = collected(polygon(square(0, 0)), polygon(square(5, 0)));
    expect(read(collection([feature(both, { name: "Both" })])).set.names).toEqual(["Both"]);
  });
  it("counts what is no area in a bare collection", () => {
    const { inspection } = read(
      JSON.stringify(collected(polygon(square(0, 0)), { type: "Point", coordinates: [1, 2] })),
    );
    expect([inspection.areas, inspection.skipped.notAreas]).toEqual([1, 1]);
  });
  it.each([
    ["broken JSON", '{"type": "FeatureCollection", "features": [', "Invalid GeoJSON"],
    ["other JSON", '{"rows": []}', "no GeoJSON"],
    ["points only", collection([feature({ type: "Point", coordinates: [1, 2] })]), "points or lines"],
    ["nothing", collection([]), "no areas"],
    ["a table", "a,b\n1,2\n", "neither GeoJSON nor KML"],
  ])("with %s is refused", (_, text, title) => expect(refused(text)).toContain(title));

  it("refuses collections nested 10,000 deep", () => {
    const deep = `${'{"type":"GeometryCollection","geometries":['.repeat(10_000)}${"]}".repeat(10_000)}`;
    expect(refused(deep)).toContain("nested more than 32 deep");
  });
  it("counts what has no geometry or no numbers, and takes the rest", () => {
    const { inspection, set } = read(
      collection([
        feature(null),
        feature({ type: "Polygon", coordinates: [] }),
        feature({
          type: "Polygon",
          coordinates: [
            [
              [0, null],
              [1, 1],
              [2, 2],
              [0, 0],
            ],
          ],
        }),
        feature({ type: "Polygon", coordinates: null }),
        feature(polygon(square(0, 0)), { name: "Good" }),
      ]),
    );
    expect(inspection.skipped).toMatchObject({ empty: 3, badRings: 1 });
    expect(set.names).toEqual(["Good"]);
  });
});

describe("repair", () => {
  it("closes rings", () => {
    const { found, set } = read(JSON.stringify(polygon(square(0, 0).slice(0, 4))));
    expect(found("unclosed")).toBe(1);
    expect(set.areasKm2[0]).toBeGreaterThan(12_000);
  });
  it("unties a bow-tie into its two halves", () => {
    const bow = [
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ];
    const { found, set } = read(JSON.stringify(polygon(bow)));
    expect(found("crossing")).toBe(1);
    expect(set.ringsOf(0)).toHaveLength(2);
    // two triangles of one square degree each
    expect(set.areasKm2[0]! / 12_300).toBeCloseTo(2, 1);
  });
  it("drops rings that have collapsed to a line", () => {
    const { found, set } = read(
      collection([
        feature(
          polygon([
            [0, 0],
            [1, 1],
            [0, 0],
          ]),
        ),
        feature(polygon(square(0, 0)), { name: "Good" }),
      ]),
    );
    expect([found("collapsed"), set.count]).toEqual([1, 1]);
  });
  it("winds rings the usual way, whichever way they came", () => {
    const { set } = read(JSON.stringify(polygon(square(0, 0, 4).reverse(), square(1, 1, 2))));
    expect(set.areasKm2[0]).toBeGreaterThan(140_000);
    expect(set.areasKm2[0]).toBeLessThan(150_000);
  });
  it.each([
    [
      "wrapped",
      [
        [179, -17],
        [-179, -17],
        [-179, -16],
        [179, -16],
        [179, -17],
      ],
    ],
    [
      "past 180°",
      [
        [179, -17],
        [181, -17],
        [181, -16],
        [179, -16],
        [179, -17],
      ],
    ],
  ])("lays areas across the antimeridian on both sides (%s)", (_, ring) => {
    const { found, set } = read(JSON.stringify(polygon(ring)));
    expect(found("over-antimeridian")).toBe(1);
    expect(set.ringsOf(0)).toHaveLength(2);
    expect(set.areasKm2[0]).toBeLessThan(25_000);
  });
  it("counts areas that overlap", () =>
    expect(
      read(collection([feature(polygon(square(0, 0, 4))), feature(polygon(square(1, 1, 1)))])).found(
        "overlapping",
      ),
    ).toBe(1));
  it("counts areas that overlap in part, and not those that share a strip along their border", () => {
    const beside = (west: number) =>
      read(collection([feature(polygon(square(0, 0, 4))), feature(polygon(square(west, 0, 4)))])).found(
        "overlapping",
      );
    expect([3, 3.95, 4, 5].map(beside)).toEqual([1, 0, 0, 0]);
  });
  it("counts a pair once, whichever lies in the other, also across the antimeridian", () => {
    const twice = (ring: unknown) => read(collection([feature(polygon(ring)), feature(polygon(ring))]));
    expect(twice(square(0, 0)).found("overlapping")).toBe(1);
    const across = [
      [179, -17],
      [181, -17],
      [181, -16],
      [179, -16],
      [179, -17],
    ];
    expect(twice(across).found("overlapping")).toBe(1);
  });
  it("simplifies where there are too many corners, and says so", () => {
    const round = (west: number) => {
      const points = Array.from({ length: 100_000 }, (_, i) => {
        const angle = (2 * Math.PI * i) / 100_000;
        return [west + Math.cos(angle), Math.sin(angle)];
      });
      return [...points, points[0]];
    };
    const { areas, found } = read(collection([0, 10, 20].map((west) => feature(polygon(round(west))))));
    expect(areas.vertices).toBeLessThan(150_000);
    expect(found("simplified")).toBeGreaterThan(100_000);
  });
  it("refuses millions of corners", () => {
    const ring = Array.from({ length: 50_000 }, (_, i) => [i / 1_000, i % 2]);
    expect(refused(collection(Array.from({ length: 70 }, () => feature(polygon(ring)))))).toContain(
      "corners",
    );
  });
});

describe("numbers that are no plain degrees", () => {
  // a square degree at 10° E 50° N, in meters
  const meters = [
    [1_113_194, 6_446_275],
    [1_224_514, 6_446_275],
    [1_224_514, 6_621_293],
    [1_113_194, 6_621_293],
    [1_113_194, 6_446_275],
  ];
  const positionOf = (text: string, places: number[] = []): AreaPosition =>
    inspect(text, places).proposal.position;

  it("are told to be Web Mercator, and converted", () => {
    const text = collection([feature(polygon(meters))]);
    expect(inspect(text).doubt).toContain("meters");
    const { set } = read(text);
    expect(set.boxes[0]).toBeCloseTo(10, 3);
    expect(set.boxes[1]).toBeCloseTo(50, 3);
  });
  it("are doubted where as Web Mercator they would hold no account", () => {
    const text = collection([feature(polygon(meters))]);
    expect(inspect(text, [10.5, 50.5]).doubt).toContain("look like Web Mercator");
    expect(inspect(text, [-87, 41]).doubt).toContain("such as UTM");
  });
  it("are believed where the file names its system", () => {
    const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::3857" } };
    expect(positionOf(collection([feature(polygon(meters))], { crs }))).toBe("web-mercator");
  });
  it("of other systems are refused by name", () => {
    const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::27700" } };
    expect(refused(collection([feature(polygon(meters))], { crs }))).toContain("EPSG::27700");
  });
  it("are swapped where latitudes would lie beyond a pole", () =>
    expect(
      positionOf(
        JSON.stringify(
          polygon([
            [40, -100],
            [41, -100],
            [41, -99],
            [40, -100],
          ]),
        ),
      ),
    ).toBe("swapped"));
  it("are swapped where only so the accounts lie inside", () => {
    const swapped = JSON.stringify(
      polygon([
        [50, 10],
        [51, 10],
        [51, 11],
        [50, 10],
      ]),
    );
    expect(positionOf(swapped, [10.5, 50.5, 10.2, 50.3])).toBe("swapped");
    expect(positionOf(swapped, [50.5, 10.5])).toBe("degrees");
    expect(read(swapped, { position: "swapped" }).set.boxes[1]).toBe(50);
  });
});

describe("KML", () => {
  const inner = `<innerBoundaryIs><LinearRing><coordinates>0.2,0.2 0.4,0.2 0.4,0.4 0.2,0.2</coordinates></LinearRing></innerBoundaryIs>`;
  it("of Google Earth is read with folders, names and text of descriptions", () => {
    const { set, inspection } = read(
      kml(
        `<Folder><name>North</name><Placemark id="p1"><name>A &amp; B</name><description><![CDATA[<b onclick="x()">Big</b> area]]></description>${kmlPolygon(kmlSquare(0, 0), inner)}</Placemark></Folder>`,
      ),
      { name: "name", code: null },
    );
    expect(set.names).toEqual(["A & B"]);
    expect(inspection.properties).toContainEqual({
      key: "description",
      samples: ["Big area"],
      filled: 1,
      distinct: 1,
    });
    expect(inspection.properties).toContainEqual({
      key: "folder",
      samples: ["North"],
      filled: 1,
      distinct: 1,
    });
    expect(set.ringsOf(0)).toHaveLength(2);
  });
  it("of QGIS is read with its schema data, and several polygons in one", () => {
    const { set } = read(
      kml(
        `<Schema name="s" id="s"><SimpleField name="code" type="string"/></Schema><Placemark><ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="code">D-7</SimpleData></SchemaData></ExtendedData><MultiGeometry>${kmlPolygon(kmlSquare(0, 0))}<MultiGeometry>${kmlPolygon(kmlSquare(3, 0))}</MultiGeometry><Point><coordinates>0,0</coordinates></Point></MultiGeometry></Placemark>`,
      ),
      { name: "code" },
    );
    expect(set.names).toEqual(["D-7"]);
    expect(set.ringsOf(0)).toHaveLength(2);
  });
  it("with a prefix, without a namespace, and with other extended data is read", () => {
    const prefixed = `<k:kml xmlns:k="http://earth.google.com/kml/2.1"><k:Placemark><k:ExtendedData><k:Data name="rep"><k:value>Kim</k:value></k:Data></k:ExtendedData>${kmlPolygon("0,0 1,0 1,1 0,0").replaceAll("<", "<k:").replaceAll("<k:/", "</k:")}</k:Placemark></k:kml>`;
    expect(read(prefixed, { name: "rep" }).set.names).toEqual(["Kim"]);
    expect(
      read(`<Placemark><name>x</name>${kmlPolygon("0,0 1,0, 1 , 1 0,0".replace("1,0,", "1,0"))}</Placemark>`)
        .set.count,
    ).toBe(1);
  });
  it("as KMZ is unpacked", () => {
    const text = kml(`<Placemark><name>Z</name>${kmlPolygon(kmlSquare(0, 0))}</Placemark>`);
    const file = openAreaFile(zipSync({ "images/a.png": new Uint8Array(9), "doc.kml": strToU8(text) }));
    expect(file.features[0]!.properties.name).toBe("Z");
  });
  it("that only links to another file is refused with what to do", () => {
    const link = `<NetworkLink><Link><href>https://example.com/x.kml</href></Link></NetworkLink>`;
    expect(refused(kml(link))).toContain("only links to another file");
    expect(refused(kml(`<Folder>${link}${link}</Folder>`))).toContain("only links to another file");
  });
  it("never follows links", () => {
    const file = open(
      kml(
        `<NetworkLink><Link><href>https://example.com/x.kml</href></Link></NetworkLink><Placemark>${kmlPolygon(kmlSquare(0, 0))}</Placemark>`,
      ),
    );
    expect([file.features.length, file.skipped.links]).toEqual([1, 1]);
  });
  const laughs = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><kml><Document><name>&b;</name></Document></kml>`;
  const outside = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml><name>&x;</name></kml>`;
  it.each([
    ["billion laughs", laughs],
    ["an external entity", outside],
    ["an entity nobody declared", "<kml><name>&x;</name></kml>"],
    ["an element that is not closed", "<kml><Document></kml>"],
    ["two roots", "<kml/><kml/>"],
    ["text behind the end", "<kml/> x"],
    ["a bad attribute", "<kml a=b></kml>"],
    ["elements nested 10,000 deep", `<kml>${"<Folder>".repeat(10_000)}${"</Folder>".repeat(10_000)}</kml>`],
    ["another root", "<svg></svg>"],
  ])("with %s is invalid", (_, text) => expect(refused(text)).toMatch(/^Invalid KML/));

  it("refuses a KMZ that unpacks to far more than a map", () => {
    const bomb = zipSync({ "doc.kml": new Uint8Array(20 * 2 ** 20) }, { level: 9 });
    expect(() => openAreaFile(bomb)).toThrow("far more than a map holds");
  });
  it("refuses an archive without KML", () =>
    expect(() => openAreaFile(zipSync({ "a.txt": strToU8("x") }))).toThrow("no KML"));
});
