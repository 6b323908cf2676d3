import { foldEntry } from "./text-list";

/** How a deal ended, or that it has not. */
export type DealOutcome = "won" | "lost" | "open";

const WON = /\b(won|gewonnen|gagnee?|ganad[oa]|vint[oa]|closed ?won|closedwon)\b/;
const LOST = /\b(lost|verloren|perdue?|perdid[oa]|pers[oa]|closed ?lost|closedlost|abandoned|no decision)\b/;

/** What the name of a stage says about a deal's end. */
export function dealOutcome(stage: string): DealOutcome {
  const folded = foldEntry(stage);
  if (WON.test(folded)) return "won";
  return LOST.test(folded) ? "lost" : "open";
}
