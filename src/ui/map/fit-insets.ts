/** Size of something that lies over the map, in CSS pixels, its distance from the edge included; 0 × 0 where there is nothing. */
export interface Cover {
  readonly width: number;
  readonly height: number;
}

/** What is left free on each side of the map when something is fitted into it, in CSS pixels. */
export interface Insets {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** Covers may take this part of the map; where they take more, what is fitted goes below them. */
const MOST_COVERED = 0.5;

/**
 * Leaves room for the legend in the lower left corner and the tools at the right: beside the legend where the map is wide enough, else above
 * it, else nowhere, since a map that shows next to nothing helps nobody.
 */
export function fitInsets(map: Cover, legend: Cover, tools: Cover): Insets {
  const right = tools.width <= map.width * MOST_COVERED ? tools.width : 0;
  if (legend.width + right <= map.width * MOST_COVERED) return { left: legend.width, right, bottom: 0 };
  return { left: 0, right, bottom: legend.height <= map.height * MOST_COVERED ? legend.height : 0 };
}
