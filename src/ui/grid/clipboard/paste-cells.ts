import { insertRows } from "../../../model/edits/row-edits";
import { makeRowIds } from "../../../model/ids";
import type { DateOrder } from "../../../model/parse-cell";
import { rowById, type TableName } from "../../../model/table";
import type { CellRange } from "../cell-ranges";
import type { GridColumn } from "../grid-column";
import type { GridState } from "../grid-state";
import { type CellBlock, PASTE_LIMITS, type ReadBlock } from "./cell-block";
import { cellWork } from "./cell-work";
import { datesToRead, orderWords } from "./date-orders";
import { columnsOf, sheetOf } from "./fill-cells";
import { recallCopied, rememberCopied } from "./last-copied";
import { OWN_TYPE, unpackOwnCells } from "./own-cells";
import { type PasteTarget, pasteTarget } from "./paste-target";
import { pasteWords } from "./paste-words";
import {
  MAX_UNKNOWN_NAMES,
  type NameMeanings,
  type PlacedCells,
  type Placement,
  placeCells,
} from "./place-cells";
import { readDelimited } from "./read-delimited";
import { readHtmlTable } from "./read-html-table";
import { READ_ONLY, sayAtCell } from "./say-refusal";
import { warn } from "./warn";
import { type Edit, editsOf, issueWords, joinInSteps, joinPlaced, showIssue } from "./write-cells";

/** So many rows are added without a question. */
const ADDED_UNASKED = 100;

/** What lies on the clipboard; "" for what does not. */
export interface PastedData {
  readonly text: string;
  readonly html: string;
  readonly own: string;
}

/** What a planner said that names mean which the plan does not know. */
export type NameAnswer =
  | { readonly kind: "existing"; readonly name: string }
  | { readonly kind: "new"; readonly name: string }
  | { readonly kind: "leave" };

/** What has to be asked in the middle of a paste; null from either means that it is called off. */
export interface PasteQuestions {
  readonly mayAdd: (rows: number) => Promise<boolean>;
  readonly meanings: (
    column: GridColumn,
    names: ReadonlyMap<string, number>,
  ) => Promise<ReadonlyMap<string, NameAnswer> | null>;
  /** In which order a column's dates such as `example` are written, where nothing else shows it. */
  readonly dateOrder: (column: GridColumn, example: string) => Promise<DateOrder | null>;
}

export function pastedData(clipboard: DataTransfer): PastedData {
  return {
    text: clipboard.getData("text/plain"),
    html: clipboard.getData("text/html"),
    own: clipboard.getData(OWN_TYPE),
  };
}

/** Pastes into the selected cells as one undo step. With `valuesOnly` the text counts, and cells that were cut stay where they are. */
export async function pasteCells(
  grid: GridState,
  data: PastedData,
  valuesOnly: boolean,
  questions: PasteQuestions,
): Promise<void> {
  const { edit, readOnly } = grid.props;
  const work = cellWork(grid);
  if (readOnly) return void sayAtCell(grid, READ_ONLY);
  if (work.busy()) return void sayAtCell(grid, "The last step is still under way.");
  const plan = edit.plan();
  const copied = valuesOnly ? null : recallCopied(data.text);
  const read = await readBlock(grid, data, copied?.block ?? null, valuesOnly);
  if (!read) return;
  if (!read.ok) return void sayAtCell(grid, read.message);
  const targets = targetsOf(grid, read.block);
  if (typeof targets === "string") return void sayAtCell(grid, targets);
  const room = roomFor(grid, targets);
  if (typeof room === "string") return void sayAtCell(grid, room);
  if (room.added > ADDED_UNASKED && !(await questions.mayAdd(room.added))) return;

  const blocks = targets.map((target) => placementOf(grid, target, room.added));
  const orders = new Map<GridColumn, DateOrder>();
  for (const { column, ambiguity } of datesToRead(blocks)) {
    const order = ambiguity.shown ?? (await questions.dateOrder(column, ambiguity.example));
    if (!order) return;
    orders.set(column, order);
  }
  const dateOrders = new Map([...orders].map(([{ key }, order]) => [key, order]));
  const placements = blocks.map((block) => ({ ...block, dateOrders }));
  let placed = await work.run("Pasting…", placeAll(placements));
  if (!placed) return;
  const makes: Edit[] = [];
  const meanings = new Map<string, NameMeanings>();
  for (const [column, names] of placed.unknown) {
    if (names.size > MAX_UNKNOWN_NAMES) continue;
    const answers = await questions.meanings(column, names);
    if (!answers) return;
    meanings.set(column.key, meaningsOf(column, answers, makes));
  }
  if (meanings.size > 0) {
    const explained = placements.map((placement) => ({ ...placement, names: meanings }));
    placed = await work.run("Pasting…", placeAll(explained));
    if (!placed) return;
  }
  if (edit.plan() !== plan) return void sayAtCell(grid, "The plan changed meanwhile. Paste again.");
  await commitPaste(grid, { placed, makes, targets, room, orders, cut: copied?.cut ?? null });
}

interface Paste {
  readonly placed: PlacedCells;
  readonly makes: readonly Edit[];
  readonly targets: readonly PasteTarget[];
  readonly room: Room;
  readonly orders: ReadonlyMap<GridColumn, DateOrder>;
  readonly cut: { readonly clear: () => readonly Edit[]; readonly done: () => void } | null;
}

async function commitPaste(grid: GridState, paste: Paste): Promise<void> {
  const { placed, makes, targets, room, orders, cut } = paste;
  const { edit, locale, noun, announce } = grid.props;
  const plan = edit.plan();
  const cells = placed.count === 1 ? "1 cell" : `${placed.count.toLocaleString(locale)} cells`;
  const adding: Edit[] =
    room.added === 0
      ? []
      : [
          (now) => {
            const ids = makeRowIds(room.added, Math.random, rowById(now.tables[room.table!]));
            return insertRows(now, room.table!, "end", [...ids]);
          },
        ];
  const edits = [...adding, ...makes, ...(cut?.clear() ?? []), ...editsOf(placed.writes)];
  const patch = await cellWork(grid).run(
    "Pasting…",
    joinInSteps(plan, edits, `${cut ? "Move" : "Paste"} ${cells}`),
  );
  if (!patch || edit.plan() !== plan) return;
  const rows = targets.reduce((sum, target) => sum + target.rows.length, 0);
  const { hidden } = grid.props;
  const live = hidden ? hidden.reduce((sum, flag) => sum - flag, grid.props.rowCount) : grid.props.rowCount;
  const facts = {
    cells: placed.count,
    rows,
    added: room.added,
    hidden: live - grid.view.rows().length,
    columnsCutOff: Math.max(...targets.map(({ cutOff }) => cutOff)),
    rowsCutOff: room.cutOff,
    moved: cut !== null,
    noun,
  };
  const issues = issueWords(placed, "pasted", locale);
  const said = [pasteWords(facts, locale), orderWords(orders), issues]
    .filter((words) => words !== "")
    .join(" ");
  const changed = edit.commit(patch, said);
  if (cut) {
    cut.done();
    rememberCopied(null);
  }
  selectPasted(grid, targets, room.added);
  if (!changed) announce(said);
  const [first] = placed.issues;
  if (first) {
    edit.notify({ text: said, action: { label: "Show", run: () => showIssue(grid, first) } });
  }
  if (changed && (await warn(grid, placed.writes, said)) > 0) return;
  if (
    !first &&
    changed &&
    (orders.size > 0 || facts.added > 0 || facts.columnsCutOff > 0 || room.cutOff > 0 || facts.hidden > 0)
  ) {
    edit.notify({ text: said, action: { label: "Undo", run: edit.undo } });
  }
}

async function readBlock(
  grid: GridState,
  { text, html, own }: PastedData,
  remembered: CellBlock | null,
  valuesOnly: boolean,
): Promise<ReadBlock | null> {
  const exact = remembered ?? (valuesOnly || own === "" ? null : unpackOwnCells(own));
  if (exact) return { ok: true, block: exact };
  if (text !== "") return cellWork(grid).run("Reading the clipboard…", progressOf(text));
  if (html !== "") return readHtmlTable(html);
  return { ok: false, message: "There are no cells on the clipboard." };
}

function* progressOf(text: string): Generator<number, ReadBlock> {
  const steps = readDelimited(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield step.value / text.length;
  }
}

/** Where the block goes in each selected range, or why it cannot. */
function targetsOf(grid: GridState, block: CellBlock): readonly PasteTarget[] | string {
  const { layout, view, rowAt, focus } = grid;
  const sheet = { rowAt, positions: view.entries().length, columnCount: layout().columns.length };
  const empty: CellRange[] =
    sheet.positions === 0 ? [{ top: 0, bottom: 0, left: focus().column, right: focus().column }] : [];
  const ranges = grid.ranges().length > 0 ? grid.ranges() : empty;
  if (sheet.columnCount === 0) return "This sheet has no columns yet.";
  if (ranges.length === 0) return "Choose a cell to paste into.";
  const targets = ranges.map((range) => pasteTarget(block, range, sheet));
  if (targets.length > 1) {
    const fits = targets.every(
      ({ rows, newRows, width, cutOff }, i) =>
        newRows === 0 &&
        cutOff === 0 &&
        width === ranges[i]!.right - ranges[i]!.left + 1 &&
        rows.length === countRows(grid, ranges[i]!),
    );
    if (!fits) return "What is copied does not fit all the selected ranges: choose one of them.";
  }
  return targets;
}

function countRows(grid: GridState, { top, bottom }: CellRange): number {
  let count = 0;
  for (let position = top; position <= bottom; position++) if (grid.rowAt(position) !== undefined) count++;
  return count;
}

interface Room {
  /** Where rows are added; null where none can be. */
  readonly table: TableName | null;
  readonly added: number;
  /** Rows of the paste for which there is no place. */
  readonly cutOff: number;
}

/** How many rows a paste adds, or why it cannot. */
function roomFor(grid: GridState, targets: readonly PasteTarget[]): Room | string {
  const { table } = grid.props.edit;
  const wanted = targets.reduce((sum, { newRows }) => sum + newRows, 0);
  if (table === null || table === "territories") return { table: null, added: 0, cutOff: wanted };
  if (wanted > 0 && grid.props.rowCount + wanted > PASTE_LIMITS.rows) {
    const limit = PASTE_LIMITS.rows.toLocaleString(grid.props.locale);
    return `With ${wanted.toLocaleString(grid.props.locale)} more the sheet would pass its limit of ${limit} rows. Nothing was pasted.`;
  }
  return { table, added: wanted, cutOff: 0 };
}

function placementOf(grid: GridState, target: PasteTarget, added: number): Placement {
  const { rowCount } = grid.props;
  const rows =
    added === 0 ? target.rows : [...target.rows, ...Array.from({ length: added }, (_, i) => rowCount + i)];
  const columns = columnsOf(grid, { left: target.left, right: target.left + target.width - 1 });
  return { columns, rows, cell: target.cell, ...sheetOf(grid) };
}

function* placeAll(placements: readonly Placement[]): Generator<number, PlacedCells> {
  const parts: PlacedCells[] = [];
  for (const placement of placements) parts.push(yield* placeCells(placement));
  return joinPlaced(parts);
}

function meaningsOf(
  column: GridColumn,
  answers: ReadonlyMap<string, NameAnswer>,
  makes: Edit[],
): NameMeanings {
  const { edit } = column;
  const writer = edit && (edit.kind === "dialog" ? edit.writer : edit);
  const made = new Set<string>();
  return new Map(
    [...answers].map(([text, answer]) => {
      if (answer.kind === "leave") return [text, null];
      if (answer.kind === "new" && !made.has(answer.name)) {
        made.add(answer.name);
        makes.push((plan) => writer!.names!.make(plan, answer.name));
      }
      return [text, answer.name];
    }),
  );
}

/** Selects what was pasted, rows that came behind the last one with it. */
function selectPasted(grid: GridState, targets: readonly PasteTarget[], added: number): void {
  const ranges = targets
    .filter(({ rows, width }) => width > 0 && (rows.length > 0 || added > 0))
    .map(({ top, bottom, left, width, rows }) => {
      const last = grid.view.entries().length - 1;
      const first = rows.length > 0 ? bottom + 1 : top;
      const behind = added > 0 && grid.rowAt(first) === grid.props.rowCount - added;
      return {
        top,
        left,
        right: left + width - 1,
        bottom: behind ? Math.min(last, first + added - 1) : Math.min(bottom, last),
      };
    });
  if (ranges.length > 0 && grid.view.entries().length > 0) grid.setRanges(ranges);
}
