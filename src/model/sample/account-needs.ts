import type { Random } from "../ids";
import { chance, logNormal } from "./dice";
import type { SampleAccount } from "./sample-accounts";

/** What an account asks of whoever sells to it. */
export interface AccountNeeds {
  /** Days since 1970 when it became a customer of its rep; NaN for prospects. */
  readonly since: number;
  readonly skills: readonly string[];
}

/** What companies ask about first, and what some of them ask about too. */
const ASKED: Readonly<Record<string, readonly [first: string, more: string]>> = {
  "Professional services": ["Analytics", "Integrations"],
  "Health care": ["Compliance", "Security"],
  Construction: ["Mobile", "Integrations"],
  Manufacturing: ["Integrations", "Analytics"],
  Retail: ["Analytics", "Mobile"],
  Software: ["Integrations", "Security"],
  "Financial services": ["Security", "Compliance"],
  Logistics: ["Mobile", "Integrations"],
  Hospitality: ["Mobile", "Analytics"],
  Education: ["Analytics", "Compliance"],
  Energy: ["Security", "Mobile"],
};

/** One for each account, from dice of their own. `today` in days since 1970. */
export function accountNeeds(
  random: Random,
  accounts: readonly SampleAccount[],
  today: number,
): AccountNeeds[] {
  return accounts.map((account) => {
    const days = Math.min(4_000, Math.ceil(logNormal(random, 700, 0.8)));
    const [first, more] = ASKED[account.industry.name] ?? [];
    const skills = [first, account.segment === "Small business" || chance(random, 0.4) ? undefined : more];
    return {
      since: account.isCustomer ? today - days : Number.NaN,
      skills: chance(random, 0.8) ? skills.filter((skill) => skill !== undefined) : [],
    };
  });
}
