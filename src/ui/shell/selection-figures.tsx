import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import Sigma from "lucide-solid/icons/sigma";
import { createEffect, createMemo, createSignal, For, onCleanup, Show, untrack } from "solid-js";
import { type SelectionSums, selectionSums } from "../../model/views/selection-sums";
import { spansByColumn } from "../grid/range-spans";
import { useOpenSheets } from "../open-sheets";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { newestFirst } from "../slices";
import { CELL_FIGURES, type CellFigure, figureText, figureToCopy, mixedWords } from "./selection-words";
import "../controls/menu-button.css";

const SETTING = "cell-figures";
const SHOWN_AT_FIRST: readonly CellFigure[] = ["sum", "average", "count"];

/** What the cells selected in the sheet in front come to. Nothing is shown for a single cell. */
export function SelectionFigures() {
  const planner = usePlanner();
  const { store } = useServices();
  const [shown, setShown] = createSignal(SHOWN_AT_FIRST);
  void store
    .setting(SETTING)
    .then((saved) => {
      if (Array.isArray(saved)) setShown(CELL_FIGURES.map(({ id }) => id).filter((id) => saved.includes(id)));
    })
    .catch(() => undefined);
  const choose = (figure: CellFigure, isShown: boolean) => {
    const next = CELL_FIGURES.map(({ id }) => id).filter((id) =>
      id === figure ? isShown : shown().includes(id),
    );
    setShown(next);
    void store.setSetting(SETTING, next);
  };
  const sums = createSelectionSums();
  const settings = createMemo(() => planner.plan().settings);
  const copy = (figure: CellFigure, label: string) => {
    const text = figureToCopy(figure, sums()!, settings());
    void navigator.clipboard.writeText(text).then(
      () => {
        planner.announce(`Copied ${label} ${text}`);
        planner.notify({ text: `Copied ${label}: ${text}` });
      },
      () => planner.notify({ text: "The browser does not let this page copy.", tone: "bad" }),
    );
  };
  return (
    <Show when={sums()}>
      {(counted) => (
        <fieldset class="cell-figures">
          <legend class="visually-hidden">Figures of the selected cells</legend>
          <For each={CELL_FIGURES.filter(({ id }) => shown().includes(id))}>
            {({ id, label }) => (
              <Show when={figureText(id, counted(), settings())}>
                {(text) => (
                  <button
                    type="button"
                    class="cell-figure"
                    data-figure={id}
                    title={`Copy ${label.toLowerCase()}`}
                    onClick={() => copy(id, label)}
                  >
                    {label} <strong>{text()}</strong>
                  </button>
                )}
              </Show>
            )}
          </For>
          <Show when={mixedWords(counted())}>
            {(words) => <span class="cell-figures-mixed">{words()}</span>}
          </Show>
          <DropdownMenu placement="top-end" gutter={4}>
            <DropdownMenu.Trigger class="cell-figures-choose" aria-label="Figures shown">
              <Sigma aria-hidden="true" />
            </DropdownMenu.Trigger>
            <DropdownMenu.Portal>
              <DropdownMenu.Content class="menu">
                <For each={CELL_FIGURES}>
                  {({ id, label }) => (
                    <DropdownMenu.CheckboxItem
                      class="menu-item"
                      closeOnSelect={false}
                      checked={shown().includes(id)}
                      onChange={(isShown) => choose(id, isShown)}
                    >
                      <span>{label}</span>
                      <span class="menu-detail" aria-hidden="true">
                        {shown().includes(id) ? "✓" : ""}
                      </span>
                    </DropdownMenu.CheckboxItem>
                  )}
                </For>
              </DropdownMenu.Content>
            </DropdownMenu.Portal>
          </DropdownMenu>
        </fieldset>
      )}
    </Show>
  );
}

/** The sums of the cells selected in the sheet in front, counted a few milliseconds at a time; null where one cell or none is. */
function createSelectionSums(): () => SelectionSums | null {
  const planner = usePlanner();
  const sheets = useOpenSheets();
  const [sums, setSums] = createSignal<SelectionSums | null>(null);
  const counting = newestFirst(selectedSteps, (_, counted: SelectionSums) =>
    setSums(counted.cells > 1 ? counted : null),
  );
  createEffect(() => {
    const grid = sheets?.grid();
    const inView = grid && grid.scroll.geometry().viewHeight > 0;
    const ranges = inView ? grid.ranges() : [];
    // What the cells hold may change with every edit, and a proposal changes what some columns show.
    planner.plan();
    planner.preview();
    const [only] = ranges;
    const isSingle = ranges.length === 1 && only!.top === only!.bottom && only!.left === only!.right;
    if (!grid || ranges.length === 0 || isSingle) {
      counting.drop();
      setSums(null);
      return;
    }
    const columns = grid.layout().columns;
    const selected = [...spansByColumn(ranges)].flatMap(([index, spans]) => {
      const column = columns[index]?.column;
      return column ? [{ type: column.type, view: () => untrack(column.view), spans }] : [];
    });
    counting.take({ selected, entries: grid.view.entries() });
  });
  onCleanup(() => counting.drop());
  return sums;
}

function selectedSteps({
  selected,
  entries,
}: {
  readonly selected: Parameters<typeof selectionSums>[0];
  readonly entries: Uint32Array;
}) {
  return selectionSums(selected, entries);
}
