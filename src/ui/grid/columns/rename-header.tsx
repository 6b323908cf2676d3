import { createSignal, onMount, Show } from "solid-js";
import type { GridColumn } from "../grid-column";
import type { GridState } from "../grid-state";
import type { ColumnTools } from "./column-tools";

/** The field in which a header is written. It stays open, with what is wrong under it, until the header can be had or is given up. */
export function RenameHeader(props: {
  grid: GridState;
  tools: ColumnTools;
  column: GridColumn;
  onDone: () => void;
}) {
  const { grid, tools, column } = props;
  const [problem, setProblem] = createSignal<string | null>(null);
  let input!: HTMLInputElement;
  let done = false;
  const close = () => {
    done = true;
    tools.endRename();
    props.onDone();
  };
  const commit = () => {
    const wrong = tools.rename(column.key, input.value);
    if (wrong === null) close();
    else setProblem(wrong);
  };
  onMount(() =>
    // The menu that opened it gives the focus back first.
    queueMicrotask(() => {
      input.focus({ preventScroll: true });
      input.select();
    }),
  );
  return (
    <div class="grid-head-rename">
      <input
        ref={input}
        class="grid-head-input"
        classList={{ "grid-head-input-bad": problem() !== null }}
        value={column.header}
        aria-label={`New name of ${column.header}`}
        aria-invalid={problem() !== null}
        autocomplete="off"
        spellcheck={false}
        onInput={() => setProblem(null)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.isComposing) return;
          if (event.key === "Enter") commit();
          else if (event.key === "Escape") close();
          else return;
          event.preventDefault();
        }}
        onBlur={() => {
          if (done) return;
          const wrong = tools.rename(column.key, input.value);
          if (wrong !== null) grid.props.announce(`${column.header} was not renamed. ${wrong}`);
          done = true;
          tools.endRename();
        }}
      />
      <Show when={problem()}>
        {(words) => (
          <div class="cell-editor-problem" role="alert">
            {words()}
          </div>
        )}
      </Show>
    </div>
  );
}
