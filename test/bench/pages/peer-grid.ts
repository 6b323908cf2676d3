import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  type ColDef,
  ColumnApiModule,
  createGrid,
  type GridApi,
  ModuleRegistry,
  NumberEditorModule,
  NumberFilterModule,
  QuickFilterModule,
  RowApiModule,
  TextEditorModule,
  TextFilterModule,
} from "ag-grid-community";
import { UNASSIGNED_TERRITORY } from "../../../src/model/alignment";
import { cellValue } from "../../../src/model/cells";
import { alignmentAt } from "../../../src/model/plan";
import { numberFormat } from "../../../src/ui/grid/cell-format";
import { isNumeric } from "../../../src/ui/grid/grid-column";
import { afterPaint } from "../../ui/grid/harness/after-paint";
import { syntheticPlan } from "../../ui/grid/harness/synthetic-plan";

type Row = Record<string, unknown>;

/** What the bench drives: ag-grid with the data of the synthetic plan. */
export interface PeerGrid {
  sort(header: string, direction: "asc" | "desc" | null): void;
  filter(text: string): void;
  edit(row: number, value: string): void;
  reassign(count: number, territory: string): void;
}

declare global {
  interface Window {
    peer: PeerGrid;
    mountMs?: number;
  }
}

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  NumberEditorModule,
  NumberFilterModule,
  QuickFilterModule,
  RowApiModule,
  TextEditorModule,
  TextFilterModule,
]);

const query = new URLSearchParams(location.search);
const root = document.getElementById("app")!;
root.className = "peer-grid";
Object.assign(root.style, { height: `${innerHeight}px`, width: `${innerWidth}px` });
const { columns, rows } = content(
  Number(query.get("rows")),
  Number(query.get("territories")),
  Number(query.get("columns")),
);

const started = performance.now();
afterPaint(() => {
  window.mountMs = performance.now() - started;
});
const api: GridApi<Row> = createGrid(root, {
  columnDefs: columns,
  rowData: rows,
  getRowId: ({ data }) => data.id as string,
  rowHeight: 28,
  defaultColDef: { sortable: true, filter: true, editable: true },
});

window.peer = {
  sort: (header, direction) => {
    const colId = columns.find(({ headerName }) => headerName === header)!.colId!;
    api.applyColumnState({ state: [{ colId, sort: direction }], defaultState: { sort: null } });
  },
  filter: (text) => api.setGridOption("quickFilterText", text),
  edit: (row, value) => api.getDisplayedRowAtIndex(row)!.setDataValue("city", value),
  reassign: (count, territory) => {
    const done = api.applyTransaction({ update: rows.slice(0, count).map((row) => ({ ...row, territory })) });
    if (done?.update.length !== count)
      throw new Error(`Expected ${count} rows updated, got ${done?.update.length}.`);
  },
};

/** The same cells as the sheet of accounts shows, as ag-grid takes them. */
function content(rowCount: number, territoryCount: number, columnCount: number) {
  const plan = syntheticPlan(rowCount, territoryCount, columnCount);
  const alignment = alignmentAt(plan, { scenario: "current", layer: "main" });
  const { accounts } = plan.tables;
  const columns: ColDef<Row>[] = [
    { field: "territory", colId: "territory", headerName: "Territory", width: 150 },
    ...accounts.columns.map((column): ColDef<Row> => {
      const format = numberFormat(column.type, plan.settings);
      return {
        field: column.key,
        colId: column.key,
        headerName: column.header,
        width: 128,
        pinned: column.role === "name" ? "left" : null,
        ...(isNumeric(column) || column.type === "date"
          ? {
              filter: "agNumberColumnFilter",
              valueFormatter: ({ value }) => format(typeof value === "number" ? value : Number.NaN),
            }
          : {}),
      };
    }),
  ];
  const rows = Array.from({ length: rowCount }, (_, row) => {
    const slot = alignment.territoryOf[row]!;
    const cells: Row = { territory: (alignment.territories[slot] ?? UNASSIGNED_TERRITORY).name };
    for (const column of accounts.columns) cells[column.key] = cellValue(column, row) ?? undefined;
    return cells;
  });
  return { columns, rows };
}
