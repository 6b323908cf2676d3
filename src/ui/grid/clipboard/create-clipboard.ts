import { type Accessor, createSignal } from "solid-js";
import type { DateOrder } from "../../../model/parse-cell";
import { type Action, IS_MAC } from "../../actions";
import type { CellRange } from "../cell-ranges";
import type { GridColumn } from "../grid-column";
import type { GridState } from "../grid-state";
import { cellWork } from "./cell-work";
import { clearCells } from "./clear-cells";
import {
  type CopiedCells,
  type CopiedData,
  cellsToCopy,
  copiedData,
  isLarge,
  largeData,
  putOn,
  putOnSystem,
} from "./copy-cells";
import { fillDown, fillRight, fillSelection } from "./fill-cells";
import { rememberCopied } from "./last-copied";
import { type NameAnswer, type PastedData, type PasteQuestions, pasteCells, pastedData } from "./paste-cells";
import { READ_ONLY, sayAtCell } from "./say-refusal";
import { editsOf } from "./write-cells";

/** What is asked in the middle of a paste. */
export type PasteQuestion =
  | { readonly kind: "add-rows"; readonly rows: number; readonly answer: (yes: boolean) => void }
  | {
      readonly kind: "names";
      readonly column: GridColumn;
      /** How many cells hold each of the names. */
      readonly names: ReadonlyMap<string, number>;
      readonly answer: (answers: ReadonlyMap<string, NameAnswer> | null) => void;
    }
  | {
      readonly kind: "dates";
      readonly column: GridColumn;
      /** A date that can be read in two ways. */
      readonly example: string;
      readonly answer: (order: DateOrder | null) => void;
    };

/** What was copied or cut last in this sheet, for the dashed line around it. */
export interface CopyMark {
  readonly ranges: readonly CellRange[];
  readonly cut: boolean;
  /** What stood there: the line goes when the rows are others. */
  readonly entries: Uint32Array;
}

/** Copying, cutting, pasting and filling in one sheet. */
export interface GridClipboard {
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  /** Does what a key asks of the clipboard; false where it asks for nothing. */
  readonly key: (event: KeyboardEvent) => boolean;
  /** For the menu of the cells. */
  readonly actions: readonly Action[];
  readonly question: Accessor<PasteQuestion | null>;
  readonly mark: Accessor<CopyMark | null>;
}

export function createClipboard(grid: GridState): GridClipboard {
  const [question, setQuestion] = createSignal<PasteQuestion | null>(null);
  const [mark, setMark] = createSignal<CopyMark | null>(null);
  let valuesOnly = false;
  /** How the planner said that dates pasted into columns are written: asked once. */
  const dateOrders = new Map<string, DateOrder>();
  /** The text of many cells that the browser did not take when it was written, and what it was written from. */
  let ready: { plan: unknown; entries: Uint32Array; ranges: string; data: CopiedData } | null = null;

  const questions: PasteQuestions = {
    mayAdd: (rows) =>
      new Promise((answered) => {
        const answer = (yes: boolean) => {
          setQuestion(null);
          answered(yes);
        };
        setQuestion({ kind: "add-rows", rows, answer });
      }),
    meanings: (column, names) =>
      new Promise((answered) => {
        const answer: (PasteQuestion & { kind: "names" })["answer"] = (answers) => {
          setQuestion(null);
          answered(answers);
        };
        setQuestion({ kind: "names", column, names, answer });
      }),
    dateOrder: (column, example) => {
      const known = dateOrders.get(column.key);
      if (known) return Promise.resolve(known);
      return new Promise((answered) => {
        const answer = (order: DateOrder | null) => {
          setQuestion(null);
          if (order) dateOrders.set(column.key, order);
          answered(order);
        };
        setQuestion({ kind: "dates", column, example, answer });
      });
    },
  };

  /** Remembers and says what was copied. */
  const copied = (cells: CopiedCells, data: CopiedData, cut: boolean) => {
    const shown = { ranges: grid.ranges(), cut, entries: grid.view.entries() };
    setMark(shown);
    rememberCopied({
      text: data.text,
      block: data.block,
      cut: cut
        ? { clear: () => clearing(cells), done: () => setMark((now) => (now === shown ? null : now)) }
        : null,
    });
    const count = cells.rows.length * cells.columns.length;
    const words = count === 1 ? "the cell" : `${count.toLocaleString(grid.props.locale)} cells`;
    grid.props.announce(cut ? `Cut ${words}: paste to move.` : `Copied ${words}.`);
  };
  const take = (event: ClipboardEvent, cut: boolean) => {
    if (event.target !== event.currentTarget || !event.clipboardData) return;
    event.preventDefault();
    if (cut && grid.props.readOnly) return void sayAtCell(grid, READ_ONLY);
    const cells = cellsToCopy(grid);
    if (typeof cells === "string") return void sayAtCell(grid, cells);
    if (isLarge(cells)) return void takeLarge(event.clipboardData, cells, cut);
    const data = copiedData(cells, false);
    putOn(event.clipboardData, data);
    copied(cells, data, cut);
  };
  /** Takes so many cells that the event is over before their text is written: it goes to the clipboard then, or with the next Ctrl+C. */
  const takeLarge = async (clipboard: DataTransfer, cells: CopiedCells, cut: boolean) => {
    const plan = grid.props.edit.plan();
    const what = { plan, entries: grid.view.entries(), ranges: JSON.stringify(grid.ranges()) };
    if (ready && ready.plan === plan && ready.entries === what.entries && ready.ranges === what.ranges) {
      putOn(clipboard, ready.data);
      copied(cells, ready.data, cut);
      return;
    }
    const data = await written(cells, false);
    if (!data) return;
    if (await putOnSystem(data)) return copied(cells, data, cut);
    ready = { ...what, data };
    sayAtCell(grid, `Ready to copy: press ${keys(cut ? "X" : "C")} once more.`);
  };
  const written = (cells: CopiedCells, headers: boolean): Promise<CopiedData | null> =>
    isLarge(cells)
      ? cellWork(grid).run("Copying…", largeData(cells, headers))
      : Promise.resolve(copiedData(cells, headers));
  const takeFromMenu = async (how: { readonly cut?: boolean; readonly headers?: boolean }) => {
    const cells = cellsToCopy(grid);
    if (typeof cells === "string") return void sayAtCell(grid, cells);
    const data = await written(cells, how.headers ?? false);
    if (!data) return;
    if (await putOnSystem(data)) copied(cells, data, how.cut ?? false);
    else sayAtCell(grid, `The browser did not allow it from here: press ${keys(how.cut ? "X" : "C")}.`);
  };
  const pasteFromMenu = async (values: boolean) => {
    const data = await systemData();
    if (data) await pasteCells(grid, data, values, questions);
    else sayAtCell(grid, `The browser did not allow it from here: press ${keys("V", values)}.`);
  };
  const readOnly = () => (grid.props.readOnly ? "this plan is being changed in another tab" : null);

  return {
    question,
    mark,
    onCopy: (event) => take(event, false),
    onCut: (event) => take(event, true),
    onPaste: (event) => {
      if (event.target !== event.currentTarget || !event.clipboardData) return;
      event.preventDefault();
      const values = valuesOnly;
      valuesOnly = false;
      void pasteCells(grid, pastedData(event.clipboardData), values, questions);
    },
    key: (event) => {
      if (event.target !== event.currentTarget || event.isComposing || event.altKey) return false;
      const mod = IS_MAC ? event.metaKey : event.ctrlKey;
      const { key } = event;
      if (key === "Escape" && mark()) {
        setMark(null);
        rememberCopied(null);
        return true;
      }
      if (!mod) return (key === "Delete" || key === "Backspace") && !event.shiftKey && clearCells(grid);
      // The browser's own paste follows, and hears here that only the text is wanted.
      if (key.toLowerCase() === "v") valuesOnly = event.shiftKey;
      if (event.shiftKey || grid.focus().row < 0) return false;
      if (key === "d") return fillDown(grid);
      if (key === "r") return fillRight(grid);
      return key === "Enter" && fillSelection(grid);
    },
    actions: [
      {
        id: "cut",
        title: "Cut",
        shortcut: "Mod+X",
        disabled: readOnly,
        run: () => void takeFromMenu({ cut: true }),
      },
      { id: "copy", title: "Copy", shortcut: "Mod+C", run: () => void takeFromMenu({}) },
      { id: "copy-headers", title: "Copy with headers", run: () => void takeFromMenu({ headers: true }) },
      {
        id: "paste",
        title: "Paste",
        shortcut: "Mod+V",
        disabled: readOnly,
        run: () => void pasteFromMenu(false),
      },
      {
        id: "paste-values",
        title: "Paste values only",
        shortcut: "Mod+Shift+V",
        disabled: readOnly,
        run: () => void pasteFromMenu(true),
      },
      {
        id: "fill-down",
        title: "Fill down",
        shortcut: "Mod+D",
        disabled: readOnly,
        run: () => void fillDown(grid),
      },
      {
        id: "fill-right",
        title: "Fill right",
        shortcut: "Mod+R",
        disabled: readOnly,
        run: () => void fillRight(grid),
      },
      {
        id: "clear-cells",
        title: "Clear cells",
        shortcut: "Delete",
        disabled: readOnly,
        run: () => void clearCells(grid),
      },
    ],
  };
}

/** The edits that clear cells where they can be cleared; what else there is stays, as with Delete. */
function clearing({ rows, columns }: CopiedCells) {
  return editsOf(
    columns.map((column) => ({ column, rows, values: new Array<null>(rows.length).fill(null) })),
  );
}

/** What the system's clipboard holds, as a menu may read it; null where the browser refuses. */
async function systemData(): Promise<PastedData | null> {
  try {
    const [item] = await navigator.clipboard.read();
    const textOf = async (type: string) =>
      item?.types.includes(type) ? (await item.getType(type)).text() : "";
    const text = await textOf("text/plain");
    // A page is asked for only where it is all there is: the browser goes over it, and its styles offend the security policy.
    return { text, html: text === "" ? await textOf("text/html") : "", own: "" };
  } catch {
    return null;
  }
}

function keys(letter: string, shift = false): string {
  if (IS_MAC) return `${shift ? "⇧" : ""}⌘${letter}`;
  return `Ctrl+${shift ? "Shift+" : ""}${letter}`;
}
