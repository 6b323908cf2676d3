import { primaryRep, territoryAt, UNASSIGNED } from "../alignment";
import { cellText } from "../cells";
import { foldEntry } from "../fit/text-list";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import type { RoutedTable } from "../planning/routing-rule";
import { columnByRole } from "../table";
import type { Decision } from "./decision";
import { repRowsByName } from "./past-routings";
import { repName } from "./reason-words";

/** What a rep has and would have. */
export interface RepShare {
  /** Row of the rep; −1 = nobody. */
  readonly rep: number;
  readonly had: number;
  readonly gets: number;
}

/** Where rows went and where rules send them. */
export interface RoutingComparison {
  /** Parallel to the decisions: who has the row (a lead its owner's text, an account its territory's name), "" = nobody. */
  readonly had: readonly string[];
  /** Who would get it; nobody eligible leaves it where it is. */
  readonly gets: readonly string[];
  /** 1 where the two differ. */
  readonly changed: Uint8Array;
  readonly changedCount: number;
  /** Reps that have or would have any by the rules, in the order of their rows, nobody first. */
  readonly reps: readonly RepShare[];
  /** Rows that a rep has and the rules give to nobody: accepting leaves them where they are. */
  readonly stayingCount: number;
  /** Rows by deciding rule id, those of the catch-all under "". */
  readonly byRule: ReadonlyMap<string, number>;
}

/** Compares decisions with what stands in the plan. */
export function compareRouting(
  plan: Plan,
  path: AlignmentPath,
  table: RoutedTable,
  decisions: readonly Decision[],
): RoutingComparison {
  const { reps } = plan.tables;
  const alignment = alignmentAt(plan, path);
  const owner = columnByRole(plan.tables.leads, "owner");
  const byName = repRowsByName(plan);
  const rowOfRep = new Map([...reps.ids.keys()].map((row) => [reps.ids[row]!, row]));
  const slotName = (slot: number) => (slot === UNASSIGNED ? "" : territoryAt(alignment, slot).name);
  const slotRep = (slot: number) => rowOfRep.get(primaryRep(territoryAt(alignment, slot)) ?? -1) ?? -1;
  const hadCount = new Map<number, number>();
  const getsCount = new Map<number, number>();
  const byRule = new Map<string, number>();
  const raise = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const changed = new Uint8Array(decisions.length);
  let changedCount = 0;
  let stayingCount = 0;
  const had: string[] = [];
  const gets: string[] = [];
  decisions.forEach(({ row, rule, answer }, i) => {
    const isLead = table === "leads";
    const text = isLead ? cellText(owner, row).trim() : slotName(alignment.territoryOf[row]!);
    const before = isLead ? (byName.get(foldEntry(text)) ?? -1) : slotRep(alignment.territoryOf[row]!);
    const isLocked = !isLead && alignment.locked[row] === 1;
    const stays = !answer.given || isLocked;
    const after = isLocked ? before : answer.given ? answer.rep : -1;
    if (!answer.given && !isLocked && before >= 0) stayingCount++;
    const then = stays ? text : isLead ? repName(plan, answer.rep) : slotName(answer.territory);
    had.push(text);
    gets.push(then);
    if (foldEntry(text) !== foldEntry(then)) {
      changed[i] = 1;
      changedCount++;
    }
    raise(hadCount, before);
    raise(getsCount, after);
    raise(byRule, rule?.id ?? "");
  });
  const rows = [...new Set([...hadCount.keys(), ...getsCount.keys()])].sort((a, b) => a - b);
  const shares = rows.map((rep) => ({ rep, had: hadCount.get(rep) ?? 0, gets: getsCount.get(rep) ?? 0 }));
  return { had, gets, changed, changedCount, reps: shares, stayingCount, byRule };
}
