/** Whether a cell holds something; null for what is passed over, as the headers of groups. */
export type FilledTest = (position: number) => boolean | null;

/**
 * Where Ctrl with an arrow stops on a line of cells: at the last filled cell before a blank one, else at the next filled
 * one, else at the end of the line. Positions run from 0 to `last`.
 */
export function edgeOfData(from: number, step: 1 | -1, last: number, isFilled: FilledTest): number {
  const end = step > 0 ? last : 0;
  const next = (at: number): number => {
    let to = at + step;
    while ((step > 0 ? to <= end : to >= end) && isFilled(to) === null) to += step;
    return to;
  };
  const isOut = (at: number) => (step > 0 ? at > end : at < end);

  let at = next(from);
  if (isOut(at)) return from;
  if (isFilled(from) === true && isFilled(at) === true) {
    let reached = at;
    for (at = next(at); !isOut(at) && isFilled(at); at = next(at)) reached = at;
    return reached;
  }
  let reached = at;
  for (; !isOut(at); at = next(at)) {
    if (isFilled(at)) return at;
    reached = at;
  }
  return reached;
}
