import type { GridState } from "../grid-state";
import { cellWork } from "./cell-work";
import { type Placement, placeCells } from "./place-cells";
import { READ_ONLY, sayAtCell } from "./say-refusal";
import { warn } from "./warn";
import { editsOf, issueWords, joinInSteps, joinPlaced, showIssue } from "./write-cells";

/** What is done to cells, for labels and messages. */
export interface CellVerb {
  /** "Fill" */
  readonly label: string;
  /** "filled" */
  readonly past: string;
}

/** Writes cells as one undo step, and says what was written and what stays as it is. False where nothing was. */
export async function writePlaced(
  grid: GridState,
  placements: readonly Placement[],
  verb: CellVerb,
): Promise<boolean> {
  const { edit, locale, announce, readOnly } = grid.props;
  const work = cellWork(grid);
  if (readOnly) return !sayAtCell(grid, READ_ONLY);
  if (work.busy()) return false;
  const plan = edit.plan();
  const placed = await work.run(`${verb.label}…`, placeAll(placements));
  if (!placed) return false;
  const cells = placed.count === 1 ? "1 cell" : `${placed.count.toLocaleString(locale)} cells`;
  const patch = await work.run(
    `${verb.label}…`,
    joinInSteps(plan, editsOf(placed.writes), `${verb.label} ${cells}`),
  );
  if (!patch || edit.plan() !== plan) return false;
  const issues = issueWords(placed, verb.past, locale);
  const done = placed.count > 0 ? `${verb.past[0]!.toUpperCase()}${verb.past.slice(1)} ${cells}.` : "";
  const said = [done, issues].filter((words) => words !== "").join(" ");
  const changed = edit.commit(patch, said);
  const [first] = placed.issues;
  if (first) {
    edit.notify({ text: said, action: { label: "Show", run: () => showIssue(grid, first) } });
    if (!changed) announce(said);
  }
  if (changed) await warn(grid, placed.writes, said);
  return changed;
}

function* placeAll(placements: readonly Placement[]) {
  const parts = [];
  for (const placement of placements) parts.push(yield* placeCells(placement));
  return joinPlaced(parts);
}
