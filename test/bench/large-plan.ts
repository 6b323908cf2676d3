import { readFileSync } from "node:fs";
import { decodeUsPostal } from "../../src/geodata/us-postal";
import { US_STATES } from "../../src/geodata/us-states";
import type { Alignment } from "../../src/model/alignment";
import { territoryColor } from "../../src/model/palette";
import { type AlignmentPath, alignmentAt, type Plan, withAlignment } from "../../src/model/plan";
import type { PostalCodes } from "../../src/model/sample/sample-places";
import { makeSamplePlan } from "../../src/model/sample/sample-plan";

export const BENCH_SEED = 20_26;
const NOW = Date.UTC(2026, 4, 1);

/** The sample plan with any number of accounts, its territories cut into parts until there are `territories` of them. */
export function largePlan(accounts: number, territories: number): { plan: Plan; path: AlignmentPath } {
  const plan = makeSamplePlan(postalCodes(), { seed: BENCH_SEED, now: NOW, accounts, leads: 0, deals: 0 });
  const path = { scenario: plan.scenarios[0]!.id, layer: plan.layers[0]!.id };
  const alignment = cut(alignmentAt(plan, path), territories);
  const layers = plan.layers.map((layer) => ({ ...layer, baseline: alignment }));
  return { plan: withAlignment({ ...plan, layers }, path, alignment), path };
}

function cut(alignment: Alignment, territories: number): Alignment {
  const drawn = alignment.territories.length - 1;
  const parts = Math.ceil(territories / drawn);
  const all = Array.from({ length: territories }, (_, i) => {
    const from = alignment.territories[1 + (i % drawn)]!;
    const part = Math.floor(i / drawn) + 1;
    return { ...from, id: `${from.id}-${part}`, name: `${from.name} ${part}`, color: territoryColor(i + 1) };
  });
  const territoryOf = alignment.territoryOf.map((slot, account) => {
    if (slot === 0) return 0;
    const moved = slot + drawn * (account % parts);
    return moved <= territories ? moved : slot;
  });
  return { ...alignment, territories: [alignment.territories[0]!, ...all], territoryOf };
}

function postalCodes(): PostalCodes {
  const file = readFileSync("src/geodata/packed/us-postal.bin");
  return { ...decodeUsPostal(file), states: US_STATES.map((state) => state.code) };
}
