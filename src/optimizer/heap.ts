/** Entries by cost, cheapest out first; equal costs in the order they came. */
export interface Heap<Entry extends { readonly cost: number }> {
  readonly entries: Entry[];
  readonly arrivals: number[];
  arrived: number;
}

export function makeHeap<Entry extends { readonly cost: number }>(): Heap<Entry> {
  return { entries: [], arrivals: [], arrived: 0 };
}

export function push<Entry extends { readonly cost: number }>(heap: Heap<Entry>, entry: Entry): void {
  heap.entries.push(entry);
  heap.arrivals.push(heap.arrived++);
  for (let at = heap.entries.length - 1; at > 0; ) {
    const parent = (at - 1) >> 1;
    if (!isBefore(heap, at, parent)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

/** Takes out the cheapest; undefined if there is none. */
export function popLeast<Entry extends { readonly cost: number }>(heap: Heap<Entry>): Entry | undefined {
  const { entries, arrivals } = heap;
  const least = entries[0];
  if (least === undefined) return undefined;
  const last = entries.length - 1;
  swap(heap, 0, last);
  entries.pop();
  arrivals.pop();
  for (let at = 0; ; ) {
    const left = 2 * at + 1;
    if (left >= last) break;
    const next = left + 1 < last && isBefore(heap, left + 1, left) ? left + 1 : left;
    if (!isBefore(heap, next, at)) break;
    swap(heap, at, next);
    at = next;
  }
  return least;
}

function isBefore<Entry extends { readonly cost: number }>(
  { entries, arrivals }: Heap<Entry>,
  a: number,
  b: number,
): boolean {
  const difference = entries[a]!.cost - entries[b]!.cost;
  return difference < 0 || (difference === 0 && arrivals[a]! < arrivals[b]!);
}

function swap<Entry extends { readonly cost: number }>(
  { entries, arrivals }: Heap<Entry>,
  a: number,
  b: number,
): void {
  [entries[a], entries[b]] = [entries[b]!, entries[a]!];
  [arrivals[a], arrivals[b]] = [arrivals[b]!, arrivals[a]!];
}
