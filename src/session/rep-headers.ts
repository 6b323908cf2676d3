import { plainHeader, rolesByHeader } from "../files/import/column-roles";
import { LISTED_COLUMNS, type ListedRole } from "../model/edits/take-reps";

/** What a column of a list of reps is used for: kept by its header alone, left out, or the territories a rep is to have. */
export type RepUse = ListedRole | "territory" | "kept" | "left-out";

/** Headers of lists of reps, as letters and digits only, where they mean something else than those of accounts. */
const WORDS: Readonly<Partial<Record<RepUse, string>>> = {
  name: `rep repname salesrep salesrepname salesperson salespersonname name fullname representative
    salesrepresentative seller employee employeename accountexecutive accountmanager user username teammember`,
  key: "id repid salesrepid employeeid employeenumber userid personid",
  email: "email emailaddress workemail mail",
  territory: "territory territories territoryname patch assignedterritory",
  seniority: "seniority title jobtitle level role grade rank position",
  manager: "manager managername reportsto supervisor boss teamlead",
  lead: "pairedwith mentor buddy",
  language: "language languages spokenlanguages speaks",
  industry: "industry industries sector vertical verticals",
  skills: "skill skills specialty specialties products certifications",
  region: "region regions salesregion",
  quota: "quota target annualquota salesquota annualtarget salestarget",
  capacity: "capacity maxaccounts accountcapacity maximumaccounts",
  availability: "availability fte parttime workload percent",
  since: "startdate start hiredate hired datehired since joined joindate startedon",
  ramp: "ramp rampmonths ramptime ramptimemonths monthstofullquota",
  awayFrom: "awayfrom absentfrom leavestart",
  awayTo: "awayto awayuntil absentto leaveend",
  state: "homeregion homeprovince",
};

/** Roles that headers of accounts have for what is another of a rep. */
const OF_ACCOUNTS: Readonly<Record<string, RepUse>> = { owner: "name", territory: "territory" };

const BY_WORD = new Map<string, RepUse>(
  Object.entries(WORDS).flatMap(([use, words]) =>
    words.split(/\s+/).map((word) => [word, use as RepUse] as const),
  ),
);
const LISTED = new Set<string>(LISTED_COLUMNS.map(({ role }) => role));

/** What a header of a list of reps means; null where it is not known. */
function useOf(header: string): RepUse | null {
  const plain = plainHeader(header);
  const bare = plain.replace(/^(home|rep|salesrep|employee|personal)(?=.)/, "");
  const known = BY_WORD.get(plain) ?? BY_WORD.get(bare);
  if (known) return known;
  for (const word of [plain, bare]) {
    const role = rolesByHeader([word], [1])[0] ?? null;
    if (role === null) continue;
    if (OF_ACCOUNTS[role]) return OF_ACCOUNTS[role];
    if (LISTED.has(role)) return role as ListedRole;
  }
  return null;
}

/** What each column is for; a use that two could have is the first one's. null where the headers say nothing. */
export function usesByHeader(headers: readonly string[]): (RepUse | null)[] {
  const taken = new Set<RepUse>();
  return headers.map((header) => {
    const use = useOf(header);
    if (use === null || taken.has(use)) return null;
    taken.add(use);
    return use;
  });
}
