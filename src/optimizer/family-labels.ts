/** Between two texts of {@link FamilyColumns}: no character of any language. */
const TEXT_SEPARATOR = "\uffff";

/**
 * What says which rows are one family: the column that names each row's parent, and the column of their own keys. As codes by row, 0 for a blank,
 * with the texts of codes 0, 1, 2 … in one string (thousands of strings would cost the sender more than the work itself).
 */
export interface FamilyColumns {
  readonly parents: Uint32Array;
  readonly parentTexts: string;
  readonly keys: Uint32Array;
  readonly keyTexts: string;
}

/** Family of each row: rows that name the same parent, the parent itself, and its parents in turn have the same label; 0 without one. */
export function familyLabels({ parents, parentTexts, keys, keyTexts }: FamilyColumns): Uint32Array {
  const ownCode = ownParentCodes(parentTexts.split(TEXT_SEPARATOR), keyTexts.split(TEXT_SEPARATOR));
  const leaders = makeLeaders();
  const labels = new Uint32Array(parents.length);
  for (let row = 0; row < parents.length; row++) {
    const own = ownCode[keys[row]!]!;
    labels[row] = parents[row] === 0 ? own : parents[row]!;
    if (parents[row] !== 0 && own !== 0) leaders.join(parents[row]!, own);
  }
  return leaders.any() ? labels.map((label) => leaders.of(label)) : labels;
}

/** By code of the key column: the code that this key has among the parents, 0 where it is none of them. */
function ownParentCodes(parentTexts: readonly string[], keyTexts: readonly string[]): Uint32Array {
  const codeOf = new Map<string, number>();
  for (const [code, text] of parentTexts.entries()) if (code > 0) codeOf.set(text, code);
  return Uint32Array.from(keyTexts, (text, code) => (code === 0 ? 0 : (codeOf.get(text) ?? 0)));
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
