import ChevronDown from "lucide-solid/icons/chevron-down";
import ChevronUp from "lucide-solid/icons/chevron-up";
import Plus from "lucide-solid/icons/plus";
import X from "lucide-solid/icons/x";
import { createSignal, For, Index, Show } from "solid-js";
import { Modal } from "../controls/modal";
import type { SortedColumn } from "./column-state";
import { directionWords, type GridColumn } from "./grid-column";
import type { GridState } from "./grid-state";
import "./sort-dialog.css";

/** The sort keys in their order: added, taken off, moved and turned round; nothing changes before "Sort". */
export function SortDialog(props: { grid: GridState; onClose: () => void }) {
  const { grid } = props;
  const columns = () => grid.props.columns;
  const [keys, setKeys] = createSignal<readonly SortedColumn[]>(
    grid.columns.sorting().length > 0 ? grid.columns.sorting() : firstKey(columns()),
  );
  const columnOf = (key: string) => columns().find((column) => column.key === key);
  const free = () => columns().filter(({ key }) => !keys().some(({ column }) => column === key));
  const set = (at: number, fields: Partial<SortedColumn>) =>
    setKeys(keys().with(at, { ...keys()[at]!, ...fields }));
  const move = (at: number, to: number) => setKeys(keys().toSpliced(at, 1).toSpliced(to, 0, keys()[at]!));
  const sort = () => {
    grid.columns.setSorting(keys());
    grid.props.announce(sortedWords(keys(), columnOf));
    props.onClose();
  };
  return (
    <Modal
      open
      title="Sort"
      description="The first column decides, the next break ties. Blanks come last either way."
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="button" class="button button-primary" onClick={sort}>
            Sort
          </button>
        </>
      }
    >
      <ol class="sort-keys" aria-label="Sort keys">
        <Index each={keys()}>
          {(key, at) => (
            <li class="sort-key">
              <span class="sort-key-rank">{at === 0 ? "By" : "then by"}</span>
              <select
                class="select"
                aria-label={`Column ${at + 1}`}
                value={key().column}
                onChange={(event) => set(at, { column: event.currentTarget.value })}
              >
                <For
                  each={columns().filter((column) => column.key === key().column || free().includes(column))}
                >
                  {(column) => (
                    <option value={column.key} selected={column.key === key().column}>
                      {column.header}
                    </option>
                  )}
                </For>
              </select>
              <select
                class="select"
                aria-label={`Direction ${at + 1}`}
                value={key().descending ? "down" : "up"}
                onChange={(event) => set(at, { descending: event.currentTarget.value === "down" })}
              >
                <option value="up">{directionWords(columnOf(key().column), false)}</option>
                <option value="down">{directionWords(columnOf(key().column), true)}</option>
              </select>
              <button
                type="button"
                class="button button-quiet button-icon"
                aria-label={`Move ${columnOf(key().column)?.header ?? ""} up`}
                disabled={at === 0}
                onClick={() => move(at, at - 1)}
              >
                <ChevronUp aria-hidden="true" />
              </button>
              <button
                type="button"
                class="button button-quiet button-icon"
                aria-label={`Move ${columnOf(key().column)?.header ?? ""} down`}
                disabled={at === keys().length - 1}
                onClick={() => move(at, at + 1)}
              >
                <ChevronDown aria-hidden="true" />
              </button>
              <button
                type="button"
                class="button button-quiet button-icon"
                aria-label={`Remove ${columnOf(key().column)?.header ?? ""}`}
                onClick={() => setKeys(keys().toSpliced(at, 1))}
              >
                <X aria-hidden="true" />
              </button>
            </li>
          )}
        </Index>
      </ol>
      <Show when={keys().length === 0}>
        <p class="sort-none">Without a column the rows stand in their natural order.</p>
      </Show>
      <button
        type="button"
        class="button"
        disabled={free().length === 0}
        onClick={() => setKeys([...keys(), ...firstKey(free())])}
      >
        <Plus aria-hidden="true" />
        Add a column
      </button>
    </Modal>
  );
}

function firstKey([first]: readonly GridColumn[]): readonly SortedColumn[] {
  return first ? [{ column: first.key, descending: false }] : [];
}

function sortedWords(
  keys: readonly SortedColumn[],
  columnOf: (key: string) => GridColumn | undefined,
): string {
  if (keys.length === 0) return "Not sorted.";
  const names = keys.map(
    ({ column, descending }) => `${columnOf(column)?.header} ${descending ? "descending" : "ascending"}`,
  );
  return `Sorted by ${names.join(", then ")}.`;
}
