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
 * The proposal for some territories (slots) only: accounts move between them and Unassigned as proposed, and every other territory stays
 * as it is. Territories that it would add and that are not chosen are left out; those it would drop and that are not chosen stay.
 */
export function partOfProposal(plan: Plan, proposal: Proposal, chosen: ReadonlySet<number>): Proposal {
  const alignment = alignmentAt(plan, proposal.path);
  const takesPart = Uint8Array.from(proposal.territories, (_, slot) =>
    slot === UNASSIGNED || chosen.has(slot) ? 1 : 0,
  );
  const territoryOf = proposal.territoryOf.map((to, account) => {
    const from = alignment.territoryOf[account]!;
    return takesPart[from] && takesPart[to] ? to : from;
  });
  const territories = proposal.territories.map((territory, slot) =>
    chosen.has(slot) ? territory : (alignment.territories[slot] ?? null),
  );
  return { ...proposal, territoryOf, territories };
}

/** Slots of the territories that exchange accounts with some of the chosen in a proposal, and are not chosen themselves. */
export function exchangePartners(plan: Plan, proposal: Proposal, chosen: ReadonlySet<number>): number[] {
  const { territoryOf } = alignmentAt(plan, proposal.path);
  const partners = new Set<number>();
  for (let account = 0; account < proposal.territoryOf.length; account++) {
    const from = territoryOf[account]!;
    const to = proposal.territoryOf[account]!;
    if (from === to) continue;
    if (chosen.has(from) && !chosen.has(to)) partners.add(to);
    if (chosen.has(to) && !chosen.has(from)) partners.add(from);
  }
  partners.delete(UNASSIGNED);
  return [...partners].sort((a, b) => a - b);
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
