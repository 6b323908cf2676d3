import { type TerritorySlot, UNASSIGNED } from "../alignment";
import { planOfLayer } from "../eligibility";
import { isHeld } from "../named-accounts";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { isLive } from "../table";
import { isAlignedByUnits, unitOfAccount } from "../units";

/** What a sheet says of units: counts of accounts that count in the layer, by unit row. */
export interface UnitFigures {
  readonly accounts: Uint32Array;
  /** In another territory than the unit. */
  readonly exceptions: Uint32Array;
  /** Without a territory, while the unit has one. */
  readonly unassigned: Uint32Array;
  /** Stay where they are when the unit is given away, since a lock holds them. */
  readonly locked: Uint32Array;
  /** Stay, since they are named for a rep. */
  readonly named: Uint32Array;
}

/** What lies in each unit, and what of it would not go with the unit. */
export function unitFigures(plan: Plan, path: AlignmentPath): UnitFigures {
  const alignment = alignmentAt(plan, path);
  const { accounts } = planOfLayer(plan, path.layer).tables;
  const { count } = plan.tables.units;
  const counts = () => new Uint32Array(count);
  const figures = {
    accounts: counts(),
    exceptions: counts(),
    unassigned: counts(),
    locked: counts(),
    named: counts(),
  };
  const unitOf = unitOfAccount(plan);
  const aligned = isAlignedByUnits(plan, alignment);
  for (let account = 0; account < accounts.count; account++) {
    const unit = unitOf[account]!;
    if (unit < 0 || !isLive(accounts, account)) continue;
    figures.accounts[unit]!++;
    if (alignment.locked[account]) figures[isHeld(plan, alignment, account) ? "locked" : "named"][unit]!++;
    const here: TerritorySlot = alignment.territoryOf[account]!;
    const expected = alignment.territoryOfUnit[unit] ?? UNASSIGNED;
    if (!aligned || here === expected) continue;
    figures[here === UNASSIGNED ? "unassigned" : "exceptions"][unit]!++;
  }
  return figures;
}
