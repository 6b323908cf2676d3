import { columnByRole, type Table, type TextColumn } from "../model/table";

const cache = new WeakMap<
  object,
  { readonly key: object | null; readonly labels: Uint32Array | Float64Array }
>();

/**
 * Family of each account, by row: accounts that name the same parent, the parent itself, and its parents in turn have the same label; 0 (or
 * NaN) without one. Null where no column names parents. Shared: do not write to it.
 */
export function familyLabels(accounts: Table): Uint32Array | Float64Array | null {
  const parent = columnByRole(accounts, "parent");
  const key = columnByRole(accounts, "key");
  if (parent?.kind === "number")
    return numberLabels(parent.values, key?.kind === "number" ? key.values : null);
  if (parent?.kind !== "text") return null;
  const keyColumn = key?.kind === "text" ? key : null;
  const known = cache.get(parent.codes);
  if (known && known.key === (keyColumn?.codes ?? null)) return known.labels;
  const labels = textLabels(parent, keyColumn);
  cache.set(parent.codes, { key: keyColumn?.codes ?? null, labels });
  return labels;
}

/** The labels are codes of the parent column. */
function textLabels(parent: TextColumn, key: TextColumn | null): Uint32Array {
  if (!key) return parent.codes;
  const ownCode = ownParentCodes(parent, key);
  const leaders = makeLeaders();
  const { codes } = parent;
  const labels = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const own = ownCode[key.codes[row]!]!;
    labels[row] = codes[row] === 0 ? own : codes[row]!;
    if (codes[row] !== 0 && own !== 0) leaders.join(codes[row]!, own);
  }
  if (leaders.any()) for (let row = 0; row < labels.length; row++) labels[row] = leaders.of(labels[row]!);
  return labels;
}

/** By code of the key column: the code that this key has among the parents, 0 where nobody names it. */
function ownParentCodes(parent: TextColumn, key: TextColumn): Uint32Array {
  const own = new Uint32Array(key.dictionary.size);
  const named = new Uint8Array(parent.dictionary.size);
  for (const code of parent.codes) named[code] = 1;
  const codeOf = new Map<string, number>();
  for (let code = 1; code < named.length; code++)
    if (named[code]) codeOf.set(parent.dictionary.text(code), code);
  for (let code = 1; code < own.length; code++) own[code] = codeOf.get(key.dictionary.text(code)) ?? 0;
  return own;
}

function numberLabels(parents: Float64Array, keys: Float64Array | null): Float64Array {
  if (!keys) return parents;
  const named = new Set(parents);
  const leaders = makeLeaders();
  const labels = parents.map((parent, row) => {
    const own = named.has(keys[row]!) ? keys[row]! : Number.NaN;
    if (Number.isNaN(parent)) return own;
    if (!Number.isNaN(own)) leaders.join(parent, own);
    return parent;
  });
  return leaders.any() ? labels.map((label) => leaders.of(label)) : labels;
}

/** Labels that turned out to be one; the lower leads. */
function makeLeaders() {
  const above = new Map<number, number>();
  const of = (label: number): number => {
    let top = label;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    return top;
  };
  return {
    of,
    any: () => above.size > 0,
    join(a: number, b: number) {
      const [low, high] = [Math.min(of(a), of(b)), Math.max(of(a), of(b))];
      if (low !== high) above.set(high, low);
    },
  };
}
