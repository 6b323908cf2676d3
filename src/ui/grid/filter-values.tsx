import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import { isoDay } from "../../model/day";
import { distinctValues } from "../../model/views/distinct-values";
import { foldText } from "../../model/views/fold-text";
import type { ValueCount } from "../../model/views/value-counts";
import { isPicked, withPicks } from "./filter-picks";
import { valueWords } from "./filter-words";
import { type GridColumn, isDate } from "./grid-column";
import type { GridState } from "./grid-state";

/** As `filter-popover.css` has them. */
const ROW_PX = 26;
const VIEW_PX = 208;
/** Lists this short need no search. */
const SHORT = 8;

/** Every distinct value of a column with its count among the rows that the other filters leave, to pick from. */
export function FilterValues(props: { grid: GridState; column: GridColumn; onDone: () => void }) {
  const { grid, column } = props;
  const { locale } = grid.props;
  const [search, setSearch] = createSignal("");
  const values = distinctValues(grid.view.rowsWithout(column.key), column.view(), locale);
  const texts = values.map(({ text }) => text);
  const searched = createMemo(() => values.map((value) => foldText(searchText(column, value, locale))));
  const found = createMemo(() => {
    const wanted = foldText(search().trim());
    if (wanted === "") return values;
    const among = searched();
    return values.filter((_, i) => among[i]!.includes(wanted));
  });
  const filter = () => grid.view.filters().get(column.key);
  const pick = (picked: readonly string[], on: boolean) =>
    grid.view.setFilter(column.key, withPicks(filter(), picked, on, texts));
  const only = (wanted: readonly string[]) =>
    grid.view.setFilter(column.key, { kind: "values", values: new Set(wanted) });
  const allFound = createMemo(() => {
    const now = filter();
    return found().length > 0 && found().every(({ text }) => isPicked(now, text));
  });
  return (
    <>
      <Show when={values.length > SHORT}>
        <input
          class="input"
          type="text"
          aria-label="Search values"
          placeholder={`Search ${values.length.toLocaleString(locale)} values`}
          value={search()}
          onInput={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (search().trim() !== "") only(found().map(({ text }) => text));
            props.onDone();
          }}
        />
      </Show>
      <label class="filter-value filter-value-all">
        <input
          type="checkbox"
          checked={allFound()}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            if (search().trim() === "") grid.view.setFilter(column.key, on ? null : NOTHING);
            else
              pick(
                found().map(({ text }) => text),
                on,
              );
          }}
        />
        <span class="filter-value-text">{search().trim() === "" ? "All" : "All found"}</span>
        <Show when={search().trim() !== ""}>
          <span class="filter-value-count">{found().length.toLocaleString(locale)}</span>
        </Show>
      </label>
      <ValueList
        column={column}
        locale={locale}
        values={found()}
        isPicked={(text) => isPicked(filter(), text)}
        onPick={(text, on) => pick([text], on)}
        onOnly={(text) => only([text])}
        onDone={props.onDone}
      />
    </>
  );
}

const NOTHING = { kind: "values", values: new Set<string>() } as const;

/** A list of any length of which only what is in view is drawn. Arrows move, Space ticks, Ctrl+Space leaves only one. */
function ValueList(props: {
  column: GridColumn;
  locale: string;
  values: readonly ValueCount[];
  isPicked: (text: string) => boolean;
  onPick: (text: string, picked: boolean) => void;
  onOnly: (text: string) => void;
  onDone: () => void;
}) {
  const id = createUniqueId();
  const [top, setTop] = createSignal(0);
  const [active, setActive] = createSignal(0);
  let list!: HTMLDivElement;
  const at = () => Math.min(active(), props.values.length - 1);
  const first = () => Math.max(0, Math.min(Math.floor(top() / ROW_PX) - 2, props.values.length));
  const drawn = createMemo(() => {
    const end = Math.min(props.values.length, Math.ceil((top() + VIEW_PX) / ROW_PX) + 2);
    return props.values.slice(first(), end).map((value, i) => ({ value, place: first() + i }));
  });
  const moveTo = (place: number) => {
    const next = Math.max(0, Math.min(props.values.length - 1, place));
    setActive(next);
    if (next * ROW_PX < list.scrollTop) list.scrollTop = next * ROW_PX;
    else if ((next + 1) * ROW_PX > list.scrollTop + VIEW_PX) list.scrollTop = (next + 1) * ROW_PX - VIEW_PX;
    setTop(list.scrollTop);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.floor(VIEW_PX / ROW_PX);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -props.values.length,
      End: props.values.length,
    };
    const value = props.values[at()];
    if (event.key in steps) moveTo(at() + steps[event.key]!);
    else if (event.key === " " && value) {
      if (event.ctrlKey || event.metaKey) props.onOnly(value.text);
      else props.onPick(value.text, !props.isPicked(value.text));
    } else if (event.key === "Enter") props.onDone();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      class="filter-values"
      role="listbox"
      aria-label="Values"
      aria-multiselectable="true"
      tabIndex={0}
      aria-activedescendant={props.values.length > 0 ? `${id}-${at()}` : undefined}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <div
        class="filter-values-body"
        role="presentation"
        style={{ height: `${props.values.length * ROW_PX}px` }}
      >
        <For each={drawn()}>
          {({ value, place }) => {
            const picked = () => props.isPicked(value.text);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list answers the keys for all values
              <div
                id={`${id}-${place}`}
                role="option"
                tabIndex={-1}
                class="filter-value"
                classList={{ "filter-value-active": place === at() }}
                aria-selected={picked()}
                aria-setsize={props.values.length}
                aria-posinset={place + 1}
                style={{ top: `${place * ROW_PX}px` }}
                onClick={() => {
                  setActive(place);
                  props.onPick(value.text, !picked());
                }}
              >
                <span class="filter-tick" aria-hidden="true" />
                <span class="filter-value-text">{valueWords(props.column, value.text, props.locale)}</span>
                <span
                  class="link filter-only"
                  aria-hidden="true"
                  onClick={(event) => {
                    event.stopPropagation();
                    props.onOnly(value.text);
                  }}
                >
                  only
                </span>
                <span class="filter-value-count">{value.rows.toLocaleString(props.locale)}</span>
              </div>
            );
          }}
        </For>
      </div>
    </div>
  );
}

/** What a search is held against: texts as they are, dates both ways they are written. */
function searchText(column: GridColumn, { text }: ValueCount, locale: string): string {
  if (text === "") return "(blank)";
  return isDate(column) ? `${isoDay(Math.floor(Number(text)))} ${valueWords(column, text, locale)}` : text;
}
