import { colorsByNeighbors } from "../model/color-by-neighbors";
import type { Proposal } from "./proposal";

/** Whether a proposal makes territories that a plan with so many slots has not. */
export function makesTerritories({ territories }: Pick<Proposal, "territories">, slotsNow: number): boolean {
  return territories.slice(slotsNow).some((territory) => territory !== null);
}

/** The proposal with its new territories colored so that neighbors differ; those that the plan has keep their colors. */
export function withNewColors(
  proposal: Proposal,
  slotsNow: number,
  neighbors: readonly { readonly a: number; readonly b: number }[],
): Proposal {
  const colors = colorsByNeighbors(
    proposal.territories.map((territory) => territory?.color ?? null),
    neighbors,
    (slot) => slot >= slotsNow,
  );
  const territories = proposal.territories.map(
    (territory, slot) => territory && { ...territory, color: colors[slot] ?? territory.color },
  );
  return { ...proposal, territories };
}
