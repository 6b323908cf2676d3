/** What the bench uses of leaflet.glify, which brings no types. */
declare module "leaflet.glify" {
  import type { Map as LeafletMap } from "leaflet";

  interface GlifyColor {
    readonly r: number;
    readonly g: number;
    readonly b: number;
    readonly a: number;
  }

  interface GlifyPoints {
    update(point: readonly [number, number], index: number): void;
    setData(data: readonly (readonly [number, number])[]): unknown;
    render(): unknown;
    remove(): unknown;
  }

  export interface Glify {
    points(options: {
      readonly map: LeafletMap;
      readonly data: readonly (readonly [number, number])[];
      readonly size: number;
      readonly color: (index: number) => GlifyColor;
    }): GlifyPoints;
  }
}
