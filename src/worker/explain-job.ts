import {
  explainMoves,
  type MoveExplanation,
  type MoveReason,
  territoryBounds,
} from "../optimizer/explain-moves";
import { stateProblem } from "../optimizer/row-problem";
import type { ExplainMessage, ExplainQuestion, ExplainStart, ExplainSummary } from "./explain-messages";

/** Explains a plan once, at the first question about moves, and answers each question with what was asked for only. */
export function answerAbout({
  problem: rows,
  options,
  plan,
}: ExplainStart): (question: ExplainQuestion) => ExplainMessage {
  // Moves are told from where the accounts are now, also where the search went on from another plan; neighbors are not asked about.
  const problem = stateProblem({ ...rows, start: null, connected: false });
  let known: readonly MoveExplanation[] | null = null;
  const all = () => {
    known ??= explainMoves(problem, options, plan);
    return known;
  };
  return (question) => {
    const { number } = question;
    switch (question.kind) {
      case "summary":
        return { kind: "summary", number, summary: summaryOf(all()) };
      case "moves":
        return { kind: "moves", number, moves: all().slice(question.from, question.from + question.count) };
      case "move-of":
        return { kind: "moves", number, moves: all().filter(({ items }) => items.includes(question.item)) };
      case "territories":
        return { kind: "territories", number, territories: territoryBounds(problem, options, plan) };
    }
  };
}

function summaryOf(moves: readonly MoveExplanation[]): ExplainSummary {
  const byReason: Record<MoveReason, number> = { lock: 0, rule: 0, cheaper: 0, balance: 0, room: 0 };
  let items = 0;
  for (const move of moves) {
    items += move.items.length;
    byReason[move.reason] += move.items.length;
  }
  return { moves: moves.length, items, byReason };
}
