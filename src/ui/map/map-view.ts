import { LatLng, LatLngBounds, Map as LeafletMap } from "leaflet";
import "leaflet/dist/leaflet.css";
import { latitudeOfMercator, longitudeOfMercator } from "../../geo/mercator";
import type { Box } from "../../geo/polygon";
import { CanvasLayer, type Paint, type PaintSteps } from "./canvas-layer";
import type { Insets } from "./fit-insets";
import { worldSizeAt } from "./frame";
import { movePicture } from "./move-style";
import type { View } from "./pick-accounts";
import { PointLayer } from "./point-layer";
import { pictureOf } from "./point-style";

const MAX_ZOOM = 17;
/** A single account is shown with the towns around it. */
const MAX_FIT_ZOOM = 11;
const FIT_MARGIN_PX = 36;

/** The panes of the map from the bottom up, with their z-index. */
const PANES = {
  base: "200",
  streets: "250",
  areas: "300",
  heat: "310",
  moves: "390",
  points: "400",
  labels: "450",
};

/** The Leaflet map with its canvases: outlines, areas, points, rings around accounts that would move, and names on top. */
export class MapView {
  readonly map: LeafletMap;
  readonly base: CanvasLayer;
  readonly areas: CanvasLayer;
  readonly points: PointLayer;
  readonly moves: PointLayer;
  readonly labels: CanvasLayer;
  readonly #container: HTMLElement;

  constructor(
    container: HTMLElement,
    paint: {
      readonly base: Paint;
      readonly areas: Paint;
      readonly areaSteps: PaintSteps;
      readonly labels: Paint;
    },
  ) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#container = container;
    this.map = new LeafletMap(container, {
      attributionControl: false,
      zoomControl: false,
      boxZoom: false,
      minZoom: 1,
      maxZoom: MAX_ZOOM,
      zoomSnap: 0.25,
      wheelPxPerZoomLevel: 120,
      zoomAnimation: !still,
      inertia: !still,
      maxBounds: new LatLngBounds([-89, -400], [89, 580]),
    }).setView([30, 0], 2);
    for (const [name, zIndex] of Object.entries(PANES)) {
      const pane = this.map.createPane(name);
      pane.style.zIndex = zIndex;
      pane.style.pointerEvents = "none";
    }
    this.base = new CanvasLayer("base", paint.base);
    this.areas = new CanvasLayer("areas", paint.areas, paint.areaSteps);
    this.points = new PointLayer("points", pictureOf);
    this.moves = new PointLayer("moves", movePicture, true);
    this.labels = new CanvasLayer("labels", paint.labels);
    this.map.addLayer(this.base).addLayer(this.areas).addLayer(this.points.layer);
    this.map.addLayer(this.moves.layer).addLayer(this.labels);
  }

  /** Whether there is room to show anything. */
  get hasRoom(): boolean {
    return this.#container.clientWidth > 0 && this.#container.clientHeight > 0;
  }

  /** Where the view lies now. */
  get view(): View & { readonly width: number; readonly height: number } {
    const { min } = this.map.getPixelBounds();
    const { x: width, y: height } = this.map.getSize();
    const worldSize = worldSizeAt(this.map.getZoom());
    return { left: min?.x ?? 0, top: min?.y ?? 0, worldSize, width, height };
  }

  /** Shows a box given in mercator units, clear of what covers the sides of the map. */
  fit({ minX, minY, maxX, maxY }: Box, animate: boolean, covered: Insets): void {
    const southWest = new LatLng(latitudeOfMercator(maxY), longitudeOfMercator(minX));
    const northEast = new LatLng(latitudeOfMercator(minY), longitudeOfMercator(maxX));
    // Leaflet cannot fit into less than its margins.
    const margin = Math.min(FIT_MARGIN_PX, this.#container.clientWidth / 8, this.#container.clientHeight / 8);
    this.map.fitBounds(new LatLngBounds(southWest, northEast), {
      paddingTopLeft: [margin + covered.left, margin],
      paddingBottomRight: [margin + covered.right, margin + covered.bottom],
      maxZoom: MAX_FIT_ZOOM,
      animate,
    });
  }

  /** Takes over another size of the container; the middle stays in the middle. */
  resized(): void {
    this.map.invalidateSize({ animate: false });
  }

  remove(): void {
    this.map.remove();
  }
}
