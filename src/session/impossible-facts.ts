import type { InfeasibleFact } from "../optimizer/explain-infeasible";
import type { ImpossibleFact } from "./impossible";
import type { ProposalFrame } from "./proposal";

/** What the optimizer says of items and territories by number, said of account rows and slots. */
export function impossibleFacts(frame: ProposalFrame, facts: readonly InfeasibleFact[]): ImpossibleFact[] {
  return facts.map((fact) => impossibleFact(frame, fact));
}

function impossibleFact(
  { problem, settings, slots, rules }: ProposalFrame,
  fact: InfeasibleFact,
): ImpossibleFact {
  const rows = (items: readonly number[]) => items.map((item) => problem.rows.rows[item]!);
  switch (fact.kind) {
    case "too-much-in-all":
      return { kind: fact.kind, rule: rules[fact.measure]!, total: fact.total, most: fact.most };
    case "too-little-in-all":
      return { kind: fact.kind, rule: rules[fact.measure]!, total: fact.total, least: fact.least };
    case "item-too-large": {
      const { measure, items, kind: _, ...values } = fact;
      return { kind: "account-too-large", rule: rules[measure]!, accounts: rows(items), ...values };
    }
    case "locks-too-large": {
      const { measure, items, territory, ...values } = fact;
      return { ...values, rule: rules[measure]!, accounts: rows(items), territory: slots[territory]! };
    }
    case "too-little-allowed": {
      const { measure, territory, ...values } = fact;
      return { ...values, rule: rules[measure]!, territory: slots[territory]! };
    }
    case "too-many-large": {
      const { measure, items, ...values } = fact;
      return { ...values, rule: rules[measure]!, accounts: rows(items) };
    }
    case "indivisible": {
      const { measure, ...values } = fact;
      return { ...values, rule: rules[measure]! };
    }
    case "locks-change-too-much": {
      const { items, ...values } = fact;
      return { ...values, by: settings.changeLimit?.by ?? "accounts", accounts: rows(items) };
    }
    case "nowhere-allowed":
      return { kind: fact.kind, account: rows([fact.item])[0]! };
    case "lock-forbidden":
      return { kind: fact.kind, account: rows([fact.item])[0]!, territory: slots[fact.territory]! };
    case "group-locked-apart":
      return { kind: "family-locked-apart", accounts: rows(fact.items) };
  }
}
