/** What was made for an object, and what it was made from. */
export type Remembered<Key extends object, Value> = WeakMap<
  Key,
  { readonly from: readonly unknown[]; readonly value: Value }
>;

/** The value last made for `key`, made anew only where anything in `from` is another object or number than then. */
export function remembered<Key extends object, Value>(
  memory: Remembered<Key, Value>,
  key: Key,
  from: readonly unknown[],
  make: () => Value,
): Value {
  const last = memory.get(key);
  if (last && last.from.length === from.length && last.from.every((part, i) => part === from[i])) {
    return last.value;
  }
  const value = make();
  memory.set(key, { from, value });
  return value;
}
