import { decodeUnits } from "../../src/geodata/unit-file";
import { type UnitSet, unitSetOf } from "../../src/geodata/unit-set";
import { builtInUnitSet } from "../../src/geodata/unit-sets";
import { packed } from "./packed";

const FILES = {
  "us-county": "us-counties.bin",
  "us-zip3": "us-zip3.bin",
  "us-state": "us-states.bin",
  country: "countries.bin",
} as const;

const sets = new Map<string, UnitSet>();

/** A set of units as the site has it, read once. */
export function realUnits(id: string): UnitSet {
  let set = sets.get(id);
  if (!set) {
    const file = id in FILES ? FILES[id as keyof typeof FILES] : "regions.bin";
    set = unitSetOf(builtInUnitSet(id)!, decodeUnits(packed(file)).get(id)!);
    sets.set(id, set);
  }
  return set;
}

/** Neighbors of a unit by code, those at a corner left out unless asked for. */
export function neighborCodes(set: UnitSet, code: string, corners = false): string[] {
  const unit = set.codes.indexOf(code);
  const codes: string[] = [];
  for (let i = set.start[unit]!; i < set.start[unit + 1]!; i++) {
    if (corners || !set.cornerOnly[i]) codes.push(set.codes[set.neighbors[i]!]!);
  }
  return codes;
}
