import type { OutlineLayer } from "./outline-file";
import { decodeUnits, encodeUnits } from "./unit-file";
import { type UnitSet, type UnitSetFacts, unitSetOf } from "./unit-set";

const LAYER = "own";

/** The planner's own areas as a text that a plan can hold: the same file as the packed ones, in base 64. */
export function packOwnAreas(layer: OutlineLayer, scale: number): string {
  const bytes = encodeUnits(new Map([[LAYER, layer]]), scale);
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** The set that `packOwnAreas` packed. Throws where the text is damaged. */
export function ownUnitSet(facts: UnitSetFacts, areas: string): UnitSet {
  const binary = atob(areas);
  const layer = decodeUnits(Uint8Array.from(binary, (character) => character.charCodeAt(0))).get(LAYER);
  if (!layer) throw new Error(`Expected the areas of "${facts.name}", got none.`);
  return unitSetOf(facts, layer);
}
