import { applyPatch } from "../../../model/apply-patch";
import { nothingTo, type Patch } from "../../../model/patch";
import type { Plan } from "../../../model/plan";
import { writerOf } from "../grid-column";
import type { CellsToWrite, GridState } from "../grid-state";
import type { CellIssue, PlacedCells } from "./place-cells";

export type Edit = (plan: Plan) => Patch;

/** The edits that set cells, column by column. */
export function editsOf(writes: readonly CellsToWrite[]): Edit[] {
  return writes.map(
    ({ column, rows, values }) =>
      (plan) =>
        writerOf(column)?.patch(plan, rows, values) ?? nothingTo(`Edit ${column.header}`),
  );
}

/** Edits joined as by `joinEdits`, one at each step. */
export function* joinInSteps(plan: Plan, edits: readonly Edit[], label: string): Generator<number, Patch> {
  let current = plan;
  const changes: Patch["changes"][number][] = [];
  for (const [i, edit] of edits.entries()) {
    const patch = edit(current);
    yield (i + 0.5) / edits.length;
    if (patch.changes.length === 0) continue;
    for (const change of patch.changes) changes.push(change);
    if (i < edits.length - 1) current = applyPatch(current, patch);
    yield (i + 1) / edits.length;
  }
  return { label, cause: { kind: "action", action: "edit-cells" }, changes };
}

/** Several placed blocks as one. */
export function joinPlaced(parts: readonly PlacedCells[]): PlacedCells {
  if (parts.length === 1) return parts[0]!;
  return {
    writes: parts.flatMap(({ writes }) => writes),
    count: parts.reduce((sum, { count }) => sum + count, 0),
    issues: parts.flatMap(({ issues }) => issues),
    refused: parts.reduce((sum, { refused }) => sum + refused, 0),
    unknown: new Map(parts.flatMap(({ unknown }) => [...unknown])),
  };
}

/** What stays as it is, by column and reason, each with an example: "12 cells not pasted: Rep (10): …". "" where nothing does. */
export function issueWords(
  { issues, refused }: Pick<PlacedCells, "issues" | "refused">,
  verb: string,
  locale: string,
): string {
  if (refused === 0) return "";
  const shown = issues.slice(0, MAX_REASONS).map(({ column, text, message, count }) => {
    const quoted = text === "" ? "" : ` “${shortened(text)}”`;
    return count > 1
      ? `${column.header} (${count.toLocaleString(locale)}): ${message}`
      : `${column.header}${quoted}: ${message}`;
  });
  const more = issues.length > MAX_REASONS ? " …" : "";
  const cells = refused === 1 ? "1 cell" : `${refused.toLocaleString(locale)} cells`;
  return `${cells} not ${verb}: ${shown.join(" ")}${more}`;
}

const MAX_REASONS = 3;
const MAX_SHOWN = 24;

/** A text on one line, cut where it is long. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN - 1)}…` : line;
}

/** Goes to the first cell that stayed as it is for a reason, and says it there. */
export function showIssue(
  grid: GridState,
  { row, column: { key }, message }: Pick<CellIssue, "row" | "column" | "message">,
): void {
  const position = grid.view.entries().indexOf(row);
  const place = grid.layout().byKey.get(key);
  if (position < 0 || !place) return;
  const { index, column } = place;
  grid.focusAt({ row: position, column: index });
  grid.setRanges([{ top: position, bottom: position, left: index, right: index }]);
  grid.setNote({ position, column, text: message });
}
