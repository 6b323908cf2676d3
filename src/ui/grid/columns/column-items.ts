import type { MenuItem } from "../../controls/menu-button";
import { fittingWidth } from "../fitting-width";
import { directionWords, type GridColumn } from "../grid-column";
import type { GridState } from "../grid-state";
import { usualGroupBy } from "../groups/group-words";
import { selectColumn } from "../select-lines";
import type { ColumnTools } from "./column-tools";
import { storedColumn } from "./stored-column";

/** What can be done with a column, for the menu of its header. */
export function columnItems(grid: GridState, tools: ColumnTools, column: GridColumn): readonly MenuItem[] {
  const { columns, view } = grid;
  const { key } = column;
  const { readOnly } = grid.props;
  const shown = columns.shown();
  const index = shown.indexOf(column);
  const sorting = columns.sorting();
  const sort = sorting.find((candidate) => candidate.column === key);
  const stored = storedColumn(grid, key);
  const isPinned = index < columns.pinnedCount();
  const others = sorting.some((candidate) => candidate.column !== key);
  const levels = view.groups.levels();
  const isGrouped = levels.some((level) => level.column === key);
  const canMove = (step: number) => {
    const to = index + step;
    return to >= 0 && to < shown.length && to < columns.pinnedCount() === isPinned;
  };
  const sorted = (descending: boolean): MenuItem => ({
    label: `Sort: ${directionWords(column, descending)}`,
    ...(sort?.descending === descending ? { detail: "✓" } : {}),
    run: () => columns.sort(key, sort?.descending === descending ? null : descending),
  });
  const ranges = grid.props.edit.rules !== undefined;
  const hasNumbers = column.view().kind === "number";
  return [
    sorted(false),
    sorted(true),
    ...(others
      ? [
          {
            label: sort ? "No longer sort by it" : "Add to the sorting",
            run: () => columns.sort(key, sort ? null : false, true),
          },
        ]
      : []),
    { label: "Filter…", detail: "Ctrl+Shift+L", run: () => grid.setOpenFilter(key) },
    {
      label: isGrouped ? "No longer group by it" : "Group by it",
      run: () =>
        view.groups.setLevels(
          isGrouped
            ? levels.filter((level) => level.column !== key)
            : [...levels, { column: key, by: usualGroupBy(column) }],
        ),
    },
    {
      label: "Freeze up to here",
      separated: true,
      disabled: isPinned && index === columns.pinnedCount() - 1,
      run: () => tools.freezeTo(key),
    },
    ...(columns.pinnedCount() > 0 ? [{ label: "Unfreeze all", run: () => tools.freezeTo(null) }] : []),
    {
      label: "Move left",
      disabled: !canMove(-1),
      run: () => columns.move(key, shown[index - 1]?.key ?? null),
    },
    {
      label: "Move right",
      disabled: !canMove(1),
      run: () => columns.move(key, shown[index + 2]?.key ?? null),
    },
    {
      label: "Fit width",
      run: () => columns.setWidth(key, fittingWidth(grid, column)),
    },
    {
      label: "Fit all widths",
      run: () => {
        for (const each of shown) columns.setWidth(each.key, fittingWidth(grid, each));
      },
    },
    { label: "Hide", disabled: shown.length === 1, run: () => columns.setHidden(key, true) },
    { label: "Columns…", run: () => tools.setDialog({ kind: "columns" }) },
    { label: "Select column", detail: "Ctrl+Space", run: () => selectColumn(grid, index) },
    ...(stored || grid.props.edit.rows ? edits() : []),
    ...(ranges
      ? [
          {
            label: "Check cells…",
            separated: true,
            disabled: readOnly,
            run: () => tools.setDialog({ kind: "checks", key }),
          },
          ...(hasNumbers
            ? [
                {
                  label: "Color cells…",
                  disabled: readOnly,
                  run: () => tools.setDialog({ kind: "colors", key }),
                },
              ]
            : []),
        ]
      : []),
    ...(stored
      ? [
          {
            label: "Delete column…",
            separated: true,
            danger: true,
            disabled: readOnly,
            run: () => tools.setDialog({ kind: "delete", key }),
          },
        ]
      : []),
  ];

  function edits(): MenuItem[] {
    const { table } = grid.props.edit;
    const own: MenuItem[] = stored
      ? [
          {
            label: "Rename",
            detail: "F2",
            separated: true,
            disabled: readOnly,
            run: () => void tools.beginRename(key),
          },
          { label: "Type…", disabled: readOnly, run: () => tools.setDialog({ kind: "type", key }) },
          { label: "Used as…", disabled: readOnly, run: () => tools.setDialog({ kind: "use", key }) },
          { label: "Duplicate", disabled: readOnly, run: () => tools.duplicate(key) },
        ]
      : [];
    if (table === null || table === "territories") return own;
    return [
      ...own,
      ...(column.edit?.kind === "dialog" && key.startsWith("@derived:")
        ? [{ label: "Formula…", separated: true, run: () => openDialog(column) }]
        : []),
      {
        label: "Insert column left",
        separated: true,
        disabled: readOnly,
        run: () => tools.insert(key, "left"),
      },
      { label: "Insert column right", disabled: readOnly, run: () => tools.insert(key, "right") },
    ];
  }
}

function openDialog({ edit }: GridColumn): void {
  if (edit?.kind === "dialog") edit.open([]);
}
