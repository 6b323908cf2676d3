import {
  AREA_LIMITS,
  type AreaFeature,
  type AreaFile,
  AreaFileRefused,
  type AreaRing,
  NOTHING_SKIPPED,
  type SkippedParts,
  VertexCount,
} from "./area-file";
import { readXml, type XmlElement } from "./read-xml";

/**
 * Reads the placemarks with areas of a KML file (OGC 07-147r2): their names, folder, extended data and polygons. Links to other files are
 * counted and never followed; descriptions are text. Throws `AreaFileRefused` where the text is no KML.
 */
export function readKml(text: string): AreaFile {
  const root = readXml(text, "KML");
  if (!/^(kml|document|folder|placemark)$/i.test(root.name)) {
    throw new AreaFileRefused(
      "Invalid KML: it does not begin with <kml>.",
      "Choose a file with the areas as KML or GeoJSON.",
    );
  }
  const reader = new KmlReader();
  reader.visit(root, "", 0);
  return { features: reader.features, system: null, skipped: reader.skipped };
}

class KmlReader {
  readonly features: AreaFeature[] = [];
  readonly skipped: SkippedParts = { ...NOTHING_SKIPPED };
  readonly #vertices = new VertexCount();

  visit(element: XmlElement, folder: string, depth: number): void {
    if (depth > AREA_LIMITS.depth) {
      throw new AreaFileRefused(
        `Invalid KML: folders nested more than ${AREA_LIMITS.depth} deep.`,
        "Export the areas without nested folders.",
      );
    }
    if (element.name === "Placemark") {
      this.#placemark(element, folder);
      return;
    }
    if (element.name === "NetworkLink" || element.name === "GroundOverlay") {
      this.skipped.links++;
      return;
    }
    const inside = element.name === "Folder" ? childText(element, "name") || folder : folder;
    for (const child of element.children) this.visit(child, inside, depth + 1);
  }

  #placemark(element: XmlElement, folder: string): void {
    const polygons: AreaRing[][] = [];
    let shapes = 0;
    for (const child of element.children) shapes += this.#geometry(child, polygons, 0);
    if (shapes === 0) this.skipped.empty++;
    if (polygons.length === 0) return;
    const properties: Record<string, string> = { ...extendedData(element) };
    const named = {
      name: childText(element, "name"),
      folder,
      description: plainText(childText(element, "description")),
    };
    for (const [key, value] of Object.entries(named)) if (value !== "") properties[key] ??= value;
    if (element.attributes.id) properties.id ??= element.attributes.id;
    this.features.push({ properties, polygons });
  }

  /** Adds what is an area; returns how many shapes of any kind there were. */
  #geometry(element: XmlElement, polygons: AreaRing[][], depth: number): number {
    switch (element.name) {
      case "Polygon":
        this.#polygon(element, polygons);
        return 1;
      case "MultiGeometry":
      case "MultiPolygon":
        if (depth >= AREA_LIMITS.depth)
          throw new AreaFileRefused(
            "Invalid KML: geometries nested too deep.",
            "Export the areas without nested geometries.",
          );
        return element.children.reduce((sum, child) => sum + this.#geometry(child, polygons, depth + 1), 0);
      case "Point":
      case "LineString":
      case "LinearRing":
      case "Model":
      case "Track":
      case "MultiTrack":
        this.skipped.notAreas++;
        return 1;
      default:
        return 0;
    }
  }

  #polygon(element: XmlElement, polygons: AreaRing[][]): void {
    const outer = boundaries(element, "outerBoundaryIs")[0];
    const ring = outer === undefined ? null : readCoordinates(outer);
    if (!ring) {
      if (outer === undefined || outer.trim() === "") this.skipped.empty++;
      else this.skipped.badRings++;
      return;
    }
    this.#vertices.add(ring.length / 2);
    const rings = [ring];
    for (const inner of boundaries(element, "innerBoundaryIs")) {
      const hole = readCoordinates(inner);
      if (!hole) {
        this.skipped.badRings++;
        continue;
      }
      this.#vertices.add(hole.length / 2);
      rings.push(hole);
    }
    polygons.push(rings);
  }
}

/** The coordinates of every ring in boundaries of a kind; some programs put several holes into one. */
function boundaries(polygon: XmlElement, kind: string): string[] {
  return polygon.children
    .filter(({ name }) => name === kind)
    .flatMap(({ children }) =>
      children.filter(({ name }) => name === "LinearRing").map((ring) => childText(ring, "coordinates")),
    );
}

/** "longitude,latitude[,height]" with blanks between, also where a careless program put blanks behind commas; null where a number is none. */
function readCoordinates(text: string): AreaRing | null {
  const ring: AreaRing = [];
  for (const tuple of text
    .trim()
    .replace(/\s*,\s*/g, ",")
    .split(/\s+/)) {
    if (tuple === "") continue;
    const [x, y] = tuple.split(",").map((part) => (part === "" ? Number.NaN : Number(part)));
    if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) return null;
    ring.push(x, y);
  }
  return ring.length > 0 ? ring : null;
}

function extendedData(placemark: XmlElement): Record<string, string> {
  const data: Record<string, string> = {};
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      const key = child.attributes.name;
      if (child.name === "SchemaData") visit(child);
      else if (child.name === "Data" && key) data[key] = childText(child, "value");
      else if (child.name === "SimpleData" && key) data[key] = child.text.trim();
    }
  };
  for (const child of placemark.children) if (child.name === "ExtendedData") visit(child);
  return data;
}

const childText = ({ children }: XmlElement, name: string): string =>
  children.find((child) => child.name === name)?.text.trim() ?? "";

/** Descriptions are often pages; what is shown is their text, cut short. */
const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
