import { type Alignment, primaryRep } from "../alignment";
import type { RowId } from "../ids";
import { lacking, lackingLanguages, type RepProfile } from "./rep-profile";
import { foldEntry } from "./text-list";

/** Whether a junior's lead can stand in for them: what the junior covers that the lead does not. */
export interface LeadPairing {
  readonly junior: RowId;
  /** As written. */
  readonly leadName: string;
  /** null where no rep has that name, or where it is the junior's own. */
  readonly lead: RowId | null;
  readonly languages: readonly string[];
  readonly industries: readonly string[];
  readonly regions: readonly string[];
  /** What could not be checked because the lead's cells are blank. */
  readonly unknown: readonly ("languages" | "industries" | "regions")[];
}

/**
 * Every rep who is paired with a lead, and what of their reach the lead lacks. Without a column of pairs juniors are paired with their
 * managers. Regions are those of the table of reps, else the groups above the territories that each covers.
 */
export function leadPairings(reps: readonly RepProfile[], alignment: Alignment): LeadPairing[] {
  const byName = new Map(reps.map((rep) => [foldEntry(rep.name), rep]));
  const groups = groupsByRep(alignment);
  const regionsOf = (rep: RepProfile) => rep.regions ?? groups.get(rep.id) ?? null;
  return reps.flatMap((junior): LeadPairing[] => {
    const leadName = junior.lead || (junior.level === 0 ? junior.manager : "");
    if (leadName === "") return [];
    const lead = byName.get(foldEntry(leadName));
    const pairing = { junior: junior.id, leadName };
    if (!lead || lead.id === junior.id) {
      return [{ ...pairing, lead: null, languages: [], industries: [], regions: [], unknown: [] }];
    }
    const [regions, leadRegions] = [regionsOf(junior), regionsOf(lead)];
    const unknown: LeadPairing["unknown"][number][] = [];
    if (junior.languages && !lead.languages) unknown.push("languages");
    if (junior.industries && !lead.industries) unknown.push("industries");
    if (regions && !leadRegions) unknown.push("regions");
    return [
      {
        ...pairing,
        lead: lead.id,
        languages: lead.languages ? lackingLanguages(junior.languages ?? [], lead.languages) : [],
        industries: lead.industries ? lacking(junior.industries ?? [], lead.industries) : [],
        regions: leadRegions ? lacking(regions ?? [], leadRegions) : [],
        unknown,
      },
    ];
  });
}

/** True where the lead is known and lacks nothing that could be checked. */
export function isCovered({ lead, languages, industries, regions }: LeadPairing): boolean {
  return lead !== null && languages.length + industries.length + regions.length === 0;
}

/** Names of the groups right above the territories that each rep covers. */
function groupsByRep(alignment: Alignment): Map<RowId, string[]> {
  const names = new Map(alignment.groups.map(({ id, name }) => [id, name]));
  const groups = new Map<RowId, string[]>();
  for (const territory of alignment.territories) {
    const rep = territory && primaryRep(territory);
    const name = territory?.group ? names.get(territory.group) : undefined;
    if (rep === null || name === undefined) continue;
    const known = groups.get(rep);
    if (!known) groups.set(rep, [name]);
    else if (!known.includes(name)) known.push(name);
  }
  return groups;
}
