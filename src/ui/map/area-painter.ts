import type { BaseMap } from "./base-map";
import { deviceSize, type Frame } from "./frame";
import { type AreaLooks, areaSteps, cutTo } from "./paint-areas";
import { paintLand } from "./paint-base-map";
import type { TerritoryAreas } from "./territory-areas";

/** Paints areas cut to the land of some countries. Keeps the land's mask while the view stays, so that only the areas are drawn anew when accounts move. */
export class AreaPainter {
  #mask: HTMLCanvasElement | null = null;
  #maskFrame: Frame | null = null;
  #maskMap: BaseMap | null = null;
  #maskCountries: ReadonlySet<number> | null = null;

  paint(...given: Parameters<AreaPainter["steps"]>): void {
    const steps = this.steps(...given);
    while (!steps.next().done);
  }

  /** The same in steps, each of them short. */
  *steps(
    context: CanvasRenderingContext2D,
    frame: Frame,
    areas: TerritoryAreas | null,
    looks: AreaLooks,
    baseMap: BaseMap | null,
    countries: ReadonlySet<number>,
  ): Generator<void, void> {
    if (!areas) return;
    yield* areaSteps(context, frame, areas.borders, areas.rings, looks);
    const mask = baseMap && this.#landMask(frame, baseMap, countries);
    if (mask) cutTo(context, frame, mask);
  }

  #landMask(frame: Frame, baseMap: BaseMap, countries: ReadonlySet<number>): HTMLCanvasElement | null {
    const isSame = this.#maskMap === baseMap && this.#maskCountries === countries;
    if (this.#mask && isSame && this.#maskFrame && sameFrame(this.#maskFrame, frame)) {
      return this.#mask;
    }
    this.#mask ??= document.createElement("canvas");
    Object.assign(this.#mask, deviceSize(frame));
    const context = this.#mask.getContext("2d");
    if (!context) return null;
    paintLand(context, frame, baseMap, countries);
    this.#maskFrame = frame;
    this.#maskMap = baseMap;
    this.#maskCountries = countries;
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
