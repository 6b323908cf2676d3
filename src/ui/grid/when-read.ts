/**
 * What `make` makes of the inputs, made anew only when it is read and an input is another object than before. Unlike a memo it costs nothing while
 * nobody reads it: the values of a hidden column. Those who read it hear of the inputs.
 */
export function whenRead<Inputs extends [unknown, ...unknown[]], Value>(
  inputs: () => Inputs,
  make: (...inputs: Inputs) => Value,
): () => Value {
  let last: { readonly from: Inputs; readonly value: Value } | null = null;
  return () => {
    const from = inputs();
    if (!last || from.some((part, i) => part !== last!.from[i])) last = { from, value: make(...from) };
    return last.value;
  };
}
