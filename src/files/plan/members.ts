import type { AlignmentPath } from "../../model/plan";
import type { TableName } from "../../model/table";

/** The tables in the order of their members. */
export const TABLE_NAMES = [
  "accounts",
  "leads",
  "deals",
  "reps",
  "units",
] as const satisfies readonly TableName[];

/** Members that every plan file has and that this version leaves as it found them; an empty list if it found none. */
export const RESERVED_MEMBERS = ["comments.json", "views.json"] as const;

/** The name, without ending, of the members of an alignment. */
export function alignmentName({ scenario, layer }: AlignmentPath): string {
  return `scenarios/${step(scenario)}/${step(layer)}`;
}

/** The name, without ending, of the members of a layer's baseline. */
export function baselineName(layer: string): string {
  return `baselines/${step(layer)}`;
}

/** An id as one step of a member's name. */
function step(id: string): string {
  return encodeURIComponent(id).replaceAll(".", "%2E");
}
