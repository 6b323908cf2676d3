import type { ColumnFilter } from "../../model/views/column-filter";

/** True where the filter lets a value of the value list through; conditions pick nothing there. */
export function isPicked(filter: ColumnFilter | undefined, text: string): boolean {
  if (!filter) return true;
  return filter.kind === "values" && filter.values.has(text) !== (filter.except === true);
}

/**
 * The filter after values were ticked or unticked; null where all pass again. Unticking some of all is kept as "all but these", so that
 * values that come later pass; `all` are the values there are now.
 */
export function withPicks(
  filter: ColumnFilter | undefined,
  texts: Iterable<string>,
  picked: boolean,
  all: readonly string[],
): ColumnFilter | null {
  const before: ColumnFilter & { kind: "values" } =
    filter?.kind === "values"
      ? filter
      : { kind: "values", values: new Set(), ...(filter ? {} : { except: true }) };
  const values = new Set(before.values);
  const except = before.except === true;
  for (const text of texts) {
    if (picked === except) values.delete(text);
    else values.add(text);
  }
  if (except) return values.size === 0 ? null : { kind: "values", values, except };
  return all.every((text) => values.has(text)) ? null : { kind: "values", values };
}
