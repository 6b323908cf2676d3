/** Room for half the line's width at every edge, in px. */
const INSET_PX = 1.5;

/**
 * A row's series as the path of a line in a box, the least at the bottom and the greatest at the top; gaps where it is blank. "" where it
 * has fewer than two numbers.
 */
export function sparkPath(
  values: readonly Float64Array[],
  row: number,
  width: number,
  height: number,
): string {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (const series of values) {
    const value = series[row]!;
    if (Number.isNaN(value)) continue;
    count++;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (count < 2) return "";
  const range = greatest - least;
  const stepX = (width - 2 * INSET_PX) / (values.length - 1);
  let path = "";
  let isDrawing = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]![row]!;
    if (Number.isNaN(value)) {
      isDrawing = false;
      continue;
    }
    const share = range > 0 ? (value - least) / range : 0.5;
    const x = INSET_PX + i * stepX;
    const y = height - INSET_PX - share * (height - 2 * INSET_PX);
    path += `${isDrawing ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
    isDrawing = true;
  }
  return path;
}
