import { UNASSIGNED } from "../model/alignment";
import { applyPatch } from "../model/apply-patch";
import { duplicateScenario } from "../model/edits/scenario-edits";
import type { Patch } from "../model/patch";
import { alignmentAt, type Plan } from "../model/plan";
import { type Proposal, proposalPatch } from "./proposal";

/** Slots of the territories that a proposal changes: those it takes accounts from, gives accounts to, makes or drops. */
export function changedTerritories(plan: Plan, proposal: Proposal): number[] {
  const { territoryOf, territories } = alignmentAt(plan, proposal.path);
  const changed = new Set<number>();
  for (let account = 0; account < proposal.territoryOf.length; account++) {
    const from = territoryOf[account]!;
    const to = proposal.territoryOf[account]!;
    if (from === to) continue;
    changed.add(from);
    changed.add(to);
  }
  for (const slot of proposal.territories.keys())
    if (!proposal.territories[slot] !== !territories[slot]) changed.add(slot);
  changed.delete(UNASSIGNED);
  return [...changed].sort((a, b) => a - b);
}

/**
 * The proposal for some territories (slots) only: what they lose and gain happens as proposed, all else stays. Territories that it
 * would add and that are not chosen are left out; those it would drop and that are not chosen stay.
 */
export function partOfProposal(plan: Plan, proposal: Proposal, chosen: ReadonlySet<number>): Proposal {
  const alignment = alignmentAt(plan, proposal.path);
  const territoryOf = proposal.territoryOf.slice();
  const used = new Set<number>();
  for (let account = 0; account < territoryOf.length; account++) {
    const from = alignment.territoryOf[account]!;
    const to = territoryOf[account]!;
    if (from !== to && !chosen.has(from) && !chosen.has(to)) territoryOf[account] = from;
    used.add(territoryOf[account]!);
  }
  const territories = proposal.territories.map((territory, slot) => {
    const now = alignment.territories[slot] ?? null;
    if (chosen.has(slot)) return territory ?? now;
    return used.has(slot) ? (now ?? territory) : now;
  });
  // A chosen territory that is dropped goes once it is empty.
  for (const slot of chosen) if (!proposal.territories[slot] && !used.has(slot)) territories[slot] = null;
  return { ...proposal, territoryOf, territories };
}

/** The patch that makes the proposal a scenario of its own, beside the one it was made for, which stays as it is. */
export function proposalAsScenario(
  plan: Plan,
  proposal: Proposal,
  scenario: { readonly id: string; readonly name?: string },
): Patch {
  const accepted = proposalPatch(plan, proposal);
  const after = applyPatch(plan, accepted);
  const { path } = proposal;
  const patch = duplicateScenario(plan, path.scenario, scenario, {
    layer: path.layer,
    alignment: alignmentAt(after, path),
  });
  return { ...patch, cause: accepted.cause };
}
