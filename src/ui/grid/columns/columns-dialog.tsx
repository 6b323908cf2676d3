import GripVertical from "lucide-solid/icons/grip-vertical";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { ViewedColumn } from "../../../model/planning/sheet-view";
import { foldText } from "../../../model/views/fold-text";
import { Modal } from "../../controls/modal";
import type { GridState } from "../grid-state";

/** All columns of a sheet in their order: which are shown, which are frozen, and where each stands. What is changed shows at once. */
export function ColumnsDialog(props: { grid: GridState; onClose: () => void }) {
  const { grid } = props;
  const { columns } = grid;
  const [wanted, setWanted] = createSignal("");
  const [dragged, setDragged] = createSignal<string | null>(null);
  let list!: HTMLUListElement;

  const headers = createMemo(() => new Map(grid.props.columns.map(({ key, header }) => [key, header])));
  const headerOf = (key: string) => headers().get(key) ?? "";
  const listed = createMemo(() => {
    const words = foldText(wanted().trim());
    return columns.viewed().filter(({ column }) => foldText(headerOf(column)).includes(words));
  });
  const keys = createMemo(() => listed().map(({ column }) => column), [], {
    equals: (a, b) => a.length === b.length && a.every((key, i) => key === b[i]),
  });
  const viewedOf = (key: string) => columns.viewed().find(({ column }) => column === key);
  const shownCount = () => columns.viewed().filter(({ hidden }) => !hidden).length;
  const change = (key: string, fields: Partial<ViewedColumn>) =>
    columns.restore(
      framed(columns.viewed().map((each) => (each.column === key ? { ...each, ...fields } : each))),
    );
  /** Puts a column where another stands; it is frozen where that one is. */
  const moveTo = (key: string, target: string) => {
    const all = columns.viewed();
    const at = all.findIndex(({ column }) => column === target);
    const from = all.findIndex(({ column }) => column === key);
    if (at < 0 || from < 0 || at === from) return;
    const moved = { ...all[from]!, pinned: all[at]!.pinned };
    columns.restore(framed(all.toSpliced(from, 1).toSpliced(at, 0, moved)));
  };
  const step = (key: string, by: number) => {
    const order = keys();
    const target = order[order.indexOf(key) + by];
    if (target === undefined) return;
    moveTo(key, target);
    const place = columns.viewed().findIndex(({ column }) => column === key) + 1;
    grid.props.announce(`${headerOf(key)}: column ${place} of ${columns.viewed().length}.`);
    queueMicrotask(() => rowOf(key)?.querySelector<HTMLElement>("input")?.focus());
  };
  const rowOf = (key: string) =>
    [...list.querySelectorAll<HTMLElement>("[data-key]")].find((row) => row.dataset.key === key);
  const drag = (press: PointerEvent, key: string) => {
    if (press.button !== 0) return;
    press.preventDefault();
    const handle = press.currentTarget as HTMLElement;
    handle.setPointerCapture(press.pointerId);
    setDragged(key);
    const move = (event: PointerEvent) => {
      const under = document
        .elementFromPoint(event.clientX, event.clientY)
        ?.closest<HTMLElement>("[data-key]");
      const target = under?.dataset.key;
      if (target !== undefined && target !== key) moveTo(key, target);
    };
    const end = () => {
      setDragged(null);
      handle.removeEventListener("pointermove", move);
      handle.removeEventListener("lostpointercapture", end);
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", end);
  };

  return (
    <Modal
      open
      size="small"
      title="Columns"
      description="Alt+↑ and Alt+↓ move the column whose box has the focus."
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={() => columns.restore([])}>
            Reset
          </button>
          <button
            type="button"
            class="button"
            onClick={() => columns.restore(columns.viewed().map((each) => ({ ...each, hidden: false })))}
          >
            Show all
          </button>
          <button type="button" class="button button-primary" onClick={props.onClose}>
            Done
          </button>
        </>
      }
    >
      <input
        class="input"
        type="text"
        aria-label="Find a column"
        placeholder="Find a column"
        autocomplete="off"
        value={wanted()}
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
      <ul ref={list} class="column-list" aria-label="Columns">
        <For each={keys()}>
          {(key) => (
            <li
              class="column-list-row"
              classList={{ "column-list-dragged": dragged() === key }}
              data-key={key}
              onKeyDown={(event) => {
                if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
                event.preventDefault();
                step(key, event.key === "ArrowUp" ? -1 : 1);
              }}
            >
              <span class="column-list-handle" aria-hidden="true" onPointerDown={(event) => drag(event, key)}>
                <GripVertical />
              </span>
              <label>
                <input
                  type="checkbox"
                  checked={!viewedOf(key)?.hidden}
                  disabled={shownCount() === 1 && !viewedOf(key)?.hidden}
                  onChange={(event) => change(key, { hidden: !event.currentTarget.checked })}
                />
                <span>{headerOf(key)}</span>
              </label>
              <button
                type="button"
                class="button button-quiet"
                aria-pressed={viewedOf(key)?.pinned ?? false}
                aria-label={`Freeze ${headerOf(key)}`}
                onClick={() => change(key, { pinned: !viewedOf(key)?.pinned })}
              >
                {viewedOf(key)?.pinned ? "Frozen" : "Freeze"}
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={keys().length === 0}>
        <p class="muted">No column is called so.</p>
      </Show>
    </Modal>
  );
}

/** Frozen columns stand first, each part in its order. */
function framed(viewed: readonly ViewedColumn[]): readonly ViewedColumn[] {
  return [...viewed.filter(({ pinned }) => pinned), ...viewed.filter(({ pinned }) => !pinned)];
}
