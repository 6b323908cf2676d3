import { startAdvice } from "./advice-client";
import { startBound } from "./bound-client";
import { startExact } from "./exact-client";
import { startExplaining } from "./explain-client";
import { startNeeded } from "./needed-client";
import { startOptimizer } from "./optimizer-client";
import { startTradeOff } from "./trade-off-client";

/** The optimizer, each piece of work in a worker of its own. */
export const optimizerWorkers = {
  search: startOptimizer,
  bound: startBound,
  exact: startExact,
  advise: startAdvice,
  explain: startExplaining,
  tradeOff: startTradeOff,
  territoriesNeeded: startNeeded,
};
