/** The name that was probably meant: at most a third of its letters are to be changed, whatever the case. undefined where none is near. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const wanted = written.toLowerCase();
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of names) {
    const steps = distance(wanted, name.toLowerCase(), fewest);
    if (steps < fewest) [best, fewest] = [name, steps];
  }
  return best;
}

/** Levenshtein's distance; `most` where it is that or more. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most;
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, above[j]! + 1, row[j - 1]! + 1));
    }
    if (Math.min(...row) >= most) return most;
    above = row;
  }
  return above[b.length]!;
}
