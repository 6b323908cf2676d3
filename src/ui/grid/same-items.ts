/** True where both hold the same objects in the same order: as `equals` of a memo, a new array of the same is no change. */
export function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
