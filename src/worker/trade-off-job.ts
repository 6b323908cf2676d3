import { judgedPlan } from "../optimizer/judged-plan";
import { stateProblem } from "../optimizer/row-problem";
import { PLANS_TRIED, type TradeOffPoint, tradeOff } from "../optimizer/trade-off";
import type { TradeOffMessage, TradeOffStart } from "./trade-off-messages";

/** Computes a trade-off and tells the curve after each plan tried. */
export function runTradeOff(
  { problem: rows, mode, seed }: TradeOffStart,
  post: (message: TradeOffMessage) => void,
): void {
  const problem = stateProblem(rows);
  const numbers = new Map<TradeOffPoint, number>();
  let tried = 0;
  for (const points of tradeOff(problem, mode, seed)) {
    if (!points) continue;
    tried++;
    const news = points.flatMap((point) => {
      if (numbers.has(point)) return [];
      numbers.set(point, numbers.size);
      const progress = judgedPlan(problem, { mode, keep: 1 }, point, 0);
      return [{ number: numbers.get(point)!, progress, place: point.settings }];
    });
    post({ kind: "points", news, order: points.map((point) => numbers.get(point)!), tried, of: PLANS_TRIED });
  }
  post({ kind: "done" });
}
