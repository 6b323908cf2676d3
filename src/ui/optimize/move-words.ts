import type { BrokenRule, ExplainedMove, IndexEffect } from "../../session/proposal-explanation";
import { distanceText, indexText, percentText } from "../number-format";
import { ruleName, type Speaking, territoryName } from "./impossible-words";

/** Why a move is proposed, in one sentence. */
export function reasonWords(speaking: Speaking, move: ExplainedMove): string {
  switch (move.reason) {
    case "lock":
      return "Locked there.";
    case "rule":
      return `May not be in ${territoryName(speaking, move.from)}.`;
    case "cheaper":
      return `${costWords(speaking, move.cost)}.`;
    case "balance":
      return move.backBreaks ? `Otherwise ${brokenWords(speaking, move.backBreaks)}.` : "Balance needs it.";
    case "room":
      return "Makes room for other moves.";
  }
}

/** What the move does to the indexes of both territories: "Revenue: West 118 → 104, East 91 → 102". */
export function indexWords(speaking: Speaking, move: ExplainedMove): string[] {
  const { plan } = speaking;
  const change = ({ without, with: now }: IndexEffect, joins: boolean) =>
    joins ? `${indexText(without)} → ${indexText(now)}` : `${indexText(now)} → ${indexText(without)}`;
  return move.joined.flatMap((joined, i) => {
    const left = move.left[i];
    // What both territories keep says nothing.
    if (!left || (Math.abs(joined.with - joined.without) < 0.05 && Math.abs(left.with - left.without) < 0.05))
      return [];
    const name = ruleName(plan, joined.rule);
    return [
      `${name}: ${territoryName(speaking, move.from)} ${change(left, false)}, ${territoryName(speaking, move.to)} ${change(joined, true)}`,
    ];
  });
}

/** The next best territory and what it would cost: "Next best: North, 35 mi more travel, 3 % above its band in Revenue". */
export function runnerUpWords(speaking: Speaking, { runnerUp }: ExplainedMove): string | null {
  if (!runnerUp) return null;
  const parts = [territoryName(speaking, runnerUp.territory), lower(costWords(speaking, runnerUp.extra))];
  if (runnerUp.breaks) parts.push(`and ${brokenWords(speaking, runnerUp.breaks)}`);
  return `Next best: ${parts.join(", ")}.`;
}

/** What a territory costs more or less than another: "35 mi less travel, keeps its rep". */
function costWords({ plan }: Speaking, { travel, fit, disruption }: ExplainedMove["cost"]): string {
  const parts: string[] = [];
  if (Math.abs(travel) >= 0.05)
    parts.push(`${distanceText(plan, Math.abs(travel))} ${travel < 0 ? "less" : "more"} travel`);
  if (disruption < -1e-9) parts.push("the rep it had before");
  if (disruption > 1e-9) parts.push("another rep than before");
  if (fit < -1e-9) parts.push("a better fit");
  if (fit > 1e-9) parts.push("a worse fit");
  const text = parts.length > 0 ? parts.join(", ") : "The same travel";
  return text[0]!.toUpperCase() + text.slice(1);
}

function brokenWords(speaking: Speaking, { territory, rule, side, relative }: BrokenRule): string {
  const limit = rule.kind === "capacity" ? "its capacity" : "its band";
  const measure = speaking.plan.measures.find(({ id }) => id === rule.measure)?.name ?? "a measure";
  return `${territoryName(speaking, territory)} would be ${percentText(relative, 1)} ${side} ${limit} in ${measure}`;
}

function lower(text: string): string {
  return text[0] === undefined ? "" : text[0].toLowerCase() + text.slice(1);
}
