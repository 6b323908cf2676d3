import type { BaseMap } from "./base-map";
import { deviceSize, type Frame } from "./frame";
import { type AreaLooks, cutTo, paintAreas } from "./paint-areas";
import { paintLand } from "./paint-base-map";
import type { TerritoryAreas } from "./territory-areas";

/** Paints areas cut to the land. Keeps the land's mask while the view stays, so that only the areas are drawn anew when accounts move. */
export class AreaPainter {
  #mask: HTMLCanvasElement | null = null;
  #maskFrame: Frame | null = null;
  #maskMap: BaseMap | null = null;

  paint(
    context: CanvasRenderingContext2D,
    frame: Frame,
    areas: TerritoryAreas | null,
    looks: AreaLooks,
    baseMap: BaseMap | null,
  ): void {
    if (!areas) return;
    paintAreas(context, frame, areas.borders, areas.rings, looks);
    const mask = baseMap && this.#landMask(frame, baseMap);
    if (mask) cutTo(context, frame, mask);
  }

  #landMask(frame: Frame, baseMap: BaseMap): HTMLCanvasElement | null {
    if (this.#mask && this.#maskMap === baseMap && this.#maskFrame && sameFrame(this.#maskFrame, frame)) {
      return this.#mask;
    }
    this.#mask ??= document.createElement("canvas");
    Object.assign(this.#mask, deviceSize(frame));
    const context = this.#mask.getContext("2d");
    if (!context) return null;
    paintLand(context, frame, baseMap);
    this.#maskFrame = frame;
    this.#maskMap = baseMap;
    return this.#mask;
  }
}

function sameFrame(a: Frame, b: Frame): boolean {
  return (
    a.left === b.left &&
    a.top === b.top &&
    a.width === b.width &&
    a.height === b.height &&
    a.ratio === b.ratio &&
    a.zoom === b.zoom
  );
}
