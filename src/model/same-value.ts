/** Whether two plain values say the same, whatever the order of their keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || ordered(a) === ordered(b);
}

/** The same of some fields of two records. */
export function sameFields<Item>(a: Item, b: Item, fields: readonly (keyof Item)[]): boolean {
  return fields.every((field) => sameValue(a[field], b[field]));
}

function ordered(value: unknown): string {
  const sorted = (_: string, inner: unknown): unknown =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner;
  return JSON.stringify(value, sorted) ?? "";
}
