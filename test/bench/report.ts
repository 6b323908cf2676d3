/** Prints rows as a table with aligned columns, numbers to the right. The keys of the first row are the head. */
export function printTable(rows: readonly Readonly<Record<string, string | number>>[]): void {
  const head = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => head.map((key) => text(row[key]!)));
  const widths = head.map((key, i) => Math.max(key.length, ...lines.map((line) => line[i]!.length)));
  const isNumber = head.map((key) => rows.every((row) => typeof row[key] === "number"));
  const print = (cells: readonly string[]) =>
    console.log(
      cells.map((cell, i) => (isNumber[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join("  "),
    );
  print(head);
  print(widths.map((width) => "-".repeat(width)));
  for (const line of lines) print(line);
}

/** The middle one of the numbers, or another quantile of them. */
export function quantile(numbers: readonly number[], part = 0.5): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** "1k" → 1,000; the sizes named in the arguments, else the usual ones. */
export function sizesOf(args: readonly string[]): number[] {
  const named = args.filter((word) => /^\d+k?$/.test(word));
  return (named.length > 0 ? named : ["1k", "10k", "100k"]).map((word) =>
    word.endsWith("k") ? Number(word.slice(0, -1)) * 1000 : Number(word),
  );
}

function text(value: string | number): string {
  if (typeof value === "string") return value;
  const digits = Math.abs(value) < 10 && !Number.isInteger(value) ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toLocaleString("en-US", { maximumFractionDigits: digits });
}
