import { createMemo, createSignal, For, Show } from "solid-js";
import { foldText } from "../../model/views/fold-text";
import { valueCounts } from "../../model/views/value-counts";
import type { GridColumn } from "./grid-column";
import type { GridState } from "./grid-state";

/** Past this many distinct values a list helps nobody, and conditions do. */
const MAX_VALUES = 2_000;
const MAX_DRAWN = 200;

/** The distinct values of a column with their counts, to pick from. */
export function FilterValues(props: { grid: GridState; column: GridColumn; onDone: () => void }) {
  const { grid, column } = props;
  const [search, setSearch] = createSignal("");
  const counts = valueCounts(grid.view.rowsWithout(column.key), column.view(), grid.props.locale, MAX_VALUES);
  const found = createMemo(() => {
    const wanted = foldText(search().trim());
    return (counts ?? []).filter(({ text }) => foldText(text || "(blank)").includes(wanted));
  });
  const filter = () => grid.view.filters().get(column.key);
  const isPicked = (text: string) => {
    const current = filter();
    return current?.kind === "values" ? current.values.has(text) : current === undefined;
  };
  const pick = (texts: readonly string[], picked: boolean) => {
    const next = new Set((counts ?? []).map(({ text }) => text).filter(isPicked));
    for (const text of texts) {
      if (picked) next.add(text);
      else next.delete(text);
    }
    const all = counts?.every(({ text }) => next.has(text)) ?? false;
    grid.view.setFilter(column.key, all ? null : { kind: "values", values: next });
  };
  const allFound = () => found().length > 0 && found().every(({ text }) => isPicked(text));

  return (
    <Show
      when={counts}
      fallback={<p class="filter-note">More than {MAX_VALUES.toLocaleString(grid.props.locale)} values.</p>}
    >
      <Show when={(counts?.length ?? 0) > 8}>
        <input
          class="input"
          type="text"
          aria-label="Search values"
          placeholder="Search values"
          value={search()}
          onInput={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            grid.view.setFilter(column.key, {
              kind: "values",
              values: new Set(found().map(({ text }) => text)),
            });
            props.onDone();
          }}
        />
      </Show>
      <label class="filter-value filter-value-all">
        <input
          type="checkbox"
          checked={allFound()}
          onChange={(event) =>
            pick(
              found().map(({ text }) => text),
              event.currentTarget.checked,
            )
          }
        />
        <span>{search() === "" ? "All" : "All found"}</span>
      </label>
      <ul class="filter-values" aria-label="Values">
        <For each={found().slice(0, MAX_DRAWN)}>
          {({ text, rows }) => (
            <li>
              <label class="filter-value">
                <input
                  type="checkbox"
                  checked={isPicked(text)}
                  onChange={(event) => pick([text], event.currentTarget.checked)}
                />
                <span class="filter-value-text">{text || "(blank)"}</span>
                <span class="filter-value-count">{rows.toLocaleString(grid.props.locale)}</span>
              </label>
            </li>
          )}
        </For>
      </ul>
      <Show when={found().length > MAX_DRAWN}>
        <p class="filter-note">{found().length - MAX_DRAWN} more: search to see them.</p>
      </Show>
    </Show>
  );
}
