/** The sign for where a rep works from: the corners of a little house, x and y in turn, around its middle. */
export const HOUSE = [0, -6.5, 6.5, -0.5, 4.5, -0.5, 4.5, 5.5, -4.5, 5.5, -4.5, -0.5, -6.5, -0.5];

/** The house as the path of an SVG. */
export function housePath(): string {
  const corners: string[] = [];
  for (let i = 0; i < HOUSE.length; i += 2) corners.push(`${HOUSE[i]},${HOUSE[i + 1]}`);
  return `M${corners.join("L")}Z`;
}
