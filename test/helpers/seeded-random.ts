import type { Random } from "../../src/model/ids";

/** Park and Miller's minimal standard generator: the same numbers for the same seed (above 0) everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
