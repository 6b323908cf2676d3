/**
 * Whose turn it is in a pool, by weights: fair queueing in which each lead takes 1 ÷ weight of its rep's time and the pool's time goes on
 * by 1 ÷ all weights, and at least to where the chosen rep began (WF²Q+: Bennett and Zhang 1997). While all may be chosen each stays within
 * one lead of the share that is due; who comes back after being away gets one more than that, and no flood.
 */
export class Turns {
  readonly #weights: readonly number[];
  readonly #totalWeight: number;
  readonly #served: Float64Array;
  /** Position in the sequence of those given; −1 = never. */
  readonly #last: Int32Array;
  #given = 0;
  /** The pool's time. */
  #now = 0;

  /** `weights` above 0, by position in the pool. */
  constructor(weights: readonly number[]) {
    this.#weights = weights;
    this.#totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
    this.#served = new Float64Array(weights.length);
    this.#last = new Int32Array(weights.length).fill(-1);
  }

  /** Notes that a position of the pool was given one. */
  give(position: number): void {
    const start = this.#start(position);
    this.#served[position] = start + 1 / this.#weights[position]!;
    this.#now = Math.max(this.#now, start) + 1 / this.#totalWeight;
    this.#last[position] = this.#given++;
  }

  /** The position among these (not empty) whose turn it is; of equals who has waited longest, then who stands first. */
  next(positions: readonly number[]): number {
    const started = positions.filter((position) => this.#start(position) <= this.#now + 1e-9);
    const end = (position: number) => this.#start(position) + 1 / this.#weights[position]!;
    return (started.length > 0 ? started : positions).reduce((best, position) => {
      const difference = end(position) - end(best);
      if (Math.abs(difference) > 1e-9) return difference < 0 ? position : best;
      return this.#last[position]! < this.#last[best]! ? position : best;
    });
  }

  #start(position: number): number {
    return Math.max(this.#served[position]!, this.#now - 1 / this.#weights[position]!);
  }
}
