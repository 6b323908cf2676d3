import { type Accessor, createSignal } from "solid-js";
import {
  duplicateColumn,
  freeHeader,
  headerProblem,
  insertColumn,
  renameColumn,
} from "../../../model/edits/column-edits";
import { makeRecordId } from "../../../model/ids";
import { READ_ONLY, sayAtCell } from "../clipboard/say-refusal";
import type { GridState } from "../grid-state";
import { HEADER_ROW } from "../move-focus";
import { lineKey } from "../rows/row-tools";
import { storedColumn } from "./stored-column";

/** What a dialog about columns is open for. */
export type OpenColumnDialog =
  | { readonly kind: "columns" }
  | { readonly kind: "delete" | "type" | "use" | "checks" | "colors"; readonly key: string };

/** What can be done with the columns of one sheet beyond their order, widths and sorting. */
export interface ColumnTools {
  /** Key of the column whose menu is open. */
  readonly menu: Accessor<string | null>;
  readonly setMenu: (key: string | null) => void;
  readonly dialog: Accessor<OpenColumnDialog | null>;
  readonly setDialog: (dialog: OpenColumnDialog | null) => void;
  /** Key of the column whose header is being written. */
  readonly renaming: Accessor<string | null>;
  /** Starts writing a header; false where the column is none of the plan's own. */
  readonly beginRename: (key: string) => boolean;
  readonly endRename: () => void;
  /** Renames; what is wrong with the header, or null where it is done. */
  readonly rename: (key: string, header: string) => string | null;
  readonly insert: (beside: string, side: "left" | "right") => void;
  readonly duplicate: (key: string) => void;
  /** Freezes the columns up to one, and no others. */
  readonly freezeTo: (key: string | null) => void;
  /** Keys in the headers; false for any other. */
  readonly key: (event: KeyboardEvent) => boolean;
}

const RESIZE_STEP_PX = 16;

export function createColumnTools(grid: GridState): ColumnTools {
  const [menu, setMenu] = createSignal<string | null>(null);
  const [dialog, setDialog] = createSignal<OpenColumnDialog | null>(null);
  const [renaming, setRenaming] = createSignal<string | null>(null);
  const { columns } = grid;

  const beginRename = (key: string) => {
    if (!storedColumn(grid, key)) return false;
    if (grid.props.readOnly) return sayAtCell(grid, READ_ONLY);
    setRenaming(key);
    return true;
  };
  /** Brings a new column beside another and goes to its header. */
  const place = (key: string, beside: string, side: "left" | "right") => {
    const others = columns.shown().filter((column) => column.key !== key);
    const at = others.findIndex((column) => column.key === beside) + (side === "right" ? 1 : 0);
    if (columns.shown()[at]?.key !== key) {
      // The last frozen column takes its right neighbor in only where that is frozen too.
      columns.move(key, others[at]?.key ?? null);
    }
    const column = grid.layout().byKey.get(key)?.index;
    if (column !== undefined) grid.moveTo({ row: HEADER_ROW, column });
  };
  const tableOf = () => {
    const { table } = grid.props.edit;
    return table === "territories" ? null : table;
  };

  const tools: ColumnTools = {
    menu,
    setMenu,
    dialog,
    setDialog,
    renaming,
    beginRename,
    endRename: () => setRenaming(null),
    rename: (key, header) => {
      const stored = storedColumn(grid, key);
      const { edit } = grid.props;
      if (!stored || header.trim() === stored.column.header) return null;
      const problem = headerProblem(edit.plan().tables[stored.table], header, key);
      if (problem === null) edit.commit(renameColumn(edit.plan(), stored.table, key, header.trim()));
      return problem;
    },
    insert: (beside, side) => {
      const table = tableOf();
      const { edit } = grid.props;
      if (table === null || grid.props.readOnly) return void sayAtCell(grid, READ_ONLY);
      const plan = edit.plan();
      const stored = storedColumn(grid, beside);
      const { columns: own } = plan.tables[table];
      const at = stored ? own.indexOf(stored.column) + (side === "right" ? 1 : 0) : own.length;
      const key = `c-${makeRecordId(Math.random)}`;
      const header = freeHeader(plan.tables[table], "New column");
      if (!edit.commit(insertColumn(plan, table, at, { key, header, type: "text" }))) return;
      place(key, beside, side);
      setRenaming(key);
    },
    duplicate: (key) => {
      const stored = storedColumn(grid, key);
      const { edit } = grid.props;
      if (!stored || grid.props.readOnly) return;
      const copy = {
        key: `c-${makeRecordId(Math.random)}`,
        header: freeHeader(edit.plan().tables[stored.table], stored.column.header),
      };
      if (!edit.commit(duplicateColumn(edit.plan(), stored.table, key, copy))) return;
      place(copy.key, key, "right");
    },
    freezeTo: (key) => {
      const shown = columns.shown();
      const end = shown.findIndex((column) => column.key === key) + 1;
      const frozen = new Set(shown.slice(0, end).map((column) => column.key));
      const order = new Map(shown.map((column, i) => [column.key, i]));
      const viewed = columns.viewed().map((each) => ({ ...each, pinned: frozen.has(each.column) }));
      const isFrozen = ({ pinned }: { pinned: boolean }) => (pinned ? 0 : 1);
      columns.restore(
        viewed.toSorted(
          (a, b) =>
            isFrozen(a) - isFrozen(b) ||
            (a.pinned ? (order.get(a.column) ?? 0) - (order.get(b.column) ?? 0) : 0),
        ),
      );
    },
    key: (event) => {
      if (event.target !== event.currentTarget) return false;
      const column = grid.focusColumn();
      if (!column) return false;
      const inHeader = grid.focus().row === HEADER_ROW;
      const asked = lineKey(event);
      if (asked && (inHeader || wholeColumns(grid))) {
        if (asked === "insert") tools.insert(column.key, "left");
        else if (storedColumn(grid, column.key)) setDialog({ kind: "delete", key: column.key });
        return true;
      }
      if (!inHeader) return false;
      if (event.altKey && event.shiftKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
        const step = event.key === "ArrowLeft" ? -RESIZE_STEP_PX : RESIZE_STEP_PX;
        columns.setWidth(column.key, columns.widthOf(column) + step);
        grid.props.announce(`${column.header} ${columns.widthOf(column)} pixels wide.`);
        return true;
      }
      if (
        (event.altKey && event.key === "ArrowDown") ||
        event.key === "ContextMenu" ||
        (event.key === "F10" && event.shiftKey)
      ) {
        setMenu(column.key);
        return true;
      }
      return event.key === "F2" && beginRename(column.key);
    },
  };
  return tools;
}

/** True where the active range is of whole columns, but not of the whole sheet. */
function wholeColumns(grid: GridState): boolean {
  const active = grid.ranges().at(-1);
  const rows = grid.view.entries().length;
  const isWhole = active !== undefined && active.top === 0 && active.bottom === rows - 1 && rows > 1;
  return isWhole && active.right - active.left + 1 < grid.layout().columns.length;
}
