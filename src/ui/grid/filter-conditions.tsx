import { createMemo, createSignal, For, Match, Show, Switch } from "solid-js";
import { cellFormatOf, parseCell } from "../../model/parse-cell";
import type { ColumnFilter } from "../../model/views/column-filter";
import { fullNumberText } from "./cell-format";
import { type FilterKind, kindOf, kindsFor, kindWords, listedTexts, periodOfKind } from "./filter-kinds";
import { type GridColumn, isDate } from "./grid-column";
import type { GridState } from "./grid-state";

const MS_PER_DAY = 86_400_000;

/** A condition on a column's texts, numbers or dates. It applies while it is typed. */
export function FilterConditions(props: { grid: GridState; column: GridColumn; onDone: () => void }) {
  const { grid, column } = props;
  const current = grid.view.filters().get(column.key);
  const locale = grid.props.locale;
  const type = isDate(column) ? "date" : column.type;
  const limit = (value: number | null | undefined) =>
    value == null ? "" : fullNumberText(isDate(column) ? Math.floor(value) : value, type, locale);

  const [kind, setKind] = createSignal<FilterKind>(kindOf(current, column));
  const [text, setText] = createSignal(current?.kind === "text" ? current.text : "");
  const [list, setList] = createSignal(current?.kind === "one-of" ? current.texts.join("\n") : "");
  const [from, setFrom] = createSignal(current?.kind === "range" ? limit(current.from) : "");
  const [to, setTo] = createSignal(current?.kind === "range" ? limit(current.to) : "");
  const [count, setCount] = createSignal(countIn(current));
  const [percent, setPercent] = createSignal(current?.kind === "top" && current.percent);

  const parsed = (words: string): number | null | undefined => {
    const read = parseCell(words, type, cellFormatOf(locale));
    return read.ok ? (read.value as number | null) : undefined;
  };
  const filter = (): ColumnFilter | null => {
    const chosen = kind();
    const number = Number(count());
    const isCount = count().trim() !== "" && number >= 0;
    const period = periodOfKind(chosen);
    if (period) return { kind: "period", ...period };
    switch (chosen) {
      case "blank":
      case "filled":
        return { kind: chosen };
      case "range":
      case "before":
      case "after":
        return rangeOf(chosen, parsed(from()) ?? null, parsed(to()) ?? null, isDate(column));
      case "top":
      case "bottom":
        return isCount
          ? { kind: "top", count: number, percent: percent(), bottom: chosen === "bottom" }
          : null;
      case "above":
      case "below":
        return { kind: "average", above: chosen === "above" };
      case "last-days":
        return isCount ? { kind: "days", back: Math.floor(number), ahead: 0 } : null;
      case "next-days":
        return isCount ? { kind: "days", back: 0, ahead: Math.floor(number) } : null;
      case "one-of": {
        const texts = listedTexts(list());
        return texts.length === 0 ? null : { kind: "one-of", texts };
      }
      default:
        return text() === "" ? null : { kind: "text", match: chosen as never, text: text() };
    }
  };
  const apply = () => grid.view.setFilter(column.key, filter());
  const shape = createMemo(() => shapeOf(kind()));
  const isWrong = () => parsed(from()) === undefined || parsed(to()) === undefined;
  const submit = (event: Event) => {
    event.preventDefault();
    props.onDone();
  };
  const limitInput = (label: string, value: () => string, set: (text: string) => void) => (
    <input
      class="input"
      type={isDate(column) ? "date" : "text"}
      inputmode={isDate(column) ? undefined : "decimal"}
      aria-label={label}
      placeholder={label}
      aria-invalid={parsed(value()) === undefined}
      value={value()}
      onInput={(event) => {
        set(event.currentTarget.value);
        apply();
      }}
    />
  );

  return (
    <form class="filter-form" onSubmit={submit}>
      <select
        class="select"
        aria-label="Condition"
        value={kind()}
        onChange={(event) => {
          setKind(event.currentTarget.value as FilterKind);
          apply();
        }}
      >
        <For each={kindsFor(column)}>
          {({ label, kinds }) => (
            <optgroup label={label}>
              <For each={kinds}>
                {(each) => (
                  <option value={each} selected={each === kind()}>
                    {kindWords(each)}
                  </option>
                )}
              </For>
            </optgroup>
          )}
        </For>
      </select>
      <Switch>
        <Match when={shape() === "range"}>
          <div class="filter-range">
            {limitInput("From", from, setFrom)}
            {limitInput("To", to, setTo)}
          </div>
        </Match>
        <Match when={shape() === "from"}>{limitInput("After", from, setFrom)}</Match>
        <Match when={shape() === "to"}>{limitInput("Before", to, setTo)}</Match>
        <Match when={shape() === "count"}>
          <div class="filter-range">
            <input
              class="input"
              type="number"
              min="0"
              aria-label={kind() === "top" || kind() === "bottom" ? "How many" : "Days"}
              value={count()}
              onInput={(event) => {
                setCount(event.currentTarget.value);
                apply();
              }}
            />
            <Show when={kind() === "top" || kind() === "bottom"}>
              <select
                class="select"
                aria-label="Counted in"
                value={percent() ? "percent" : "rows"}
                onChange={(event) => {
                  setPercent(event.currentTarget.value === "percent");
                  apply();
                }}
              >
                <option value="rows">{grid.props.noun[1]}</option>
                <option value="percent">percent of all</option>
              </select>
            </Show>
          </div>
        </Match>
        <Match when={shape() === "list"}>
          <textarea
            class="input filter-list"
            rows={4}
            aria-label="List"
            placeholder="Paste a list, one a line"
            value={list()}
            onInput={(event) => {
              setList(event.currentTarget.value);
              apply();
            }}
          />
        </Match>
        <Match when={shape() === "text"}>
          <input
            class="input"
            type="text"
            aria-label="Text"
            placeholder="Text"
            value={text()}
            onInput={(event) => {
              setText(event.currentTarget.value);
              apply();
            }}
          />
        </Match>
      </Switch>
      <Show when={["range", "from", "to"].includes(shape()) && isWrong()}>
        <p class="filter-problem">
          {isDate(column) ? "This is not a date yet." : "This is not a number yet."}
        </p>
      </Show>
      {/* Enter in a field is done with the filter. */}
      <button type="submit" class="visually-hidden" tabindex={-1}>
        Done
      </button>
    </form>
  );
}

/** What a condition asks for. */
function shapeOf(kind: FilterKind): "range" | "from" | "to" | "count" | "list" | "text" | "nothing" {
  if (periodOfKind(kind)) return "nothing";
  switch (kind) {
    case "range":
      return "range";
    case "after":
      return "from";
    case "before":
      return "to";
    case "top":
    case "bottom":
    case "last-days":
    case "next-days":
      return "count";
    case "one-of":
      return "list";
    case "above":
    case "below":
    case "blank":
    case "filled":
      return "nothing";
    default:
      return "text";
  }
}

function rangeOf(
  kind: "range" | "before" | "after",
  from: number | null,
  to: number | null,
  dates: boolean,
): ColumnFilter | null {
  if (kind === "before") return to === null ? null : { kind: "range", from: null, to: endOfDay(to - 1) };
  if (kind === "after") return from === null ? null : { kind: "range", from: from + 1, to: null };
  if (from === null && to === null) return null;
  // "To" a day means to its end.
  return { kind: "range", from, to: to !== null && dates ? endOfDay(to) : to };
}

/** The last instant of the day, in days; ends of ranges are included. */
function endOfDay(day: number): number {
  return Math.floor(day) + 1 - 1 / MS_PER_DAY;
}

function countIn(filter: ColumnFilter | undefined): string {
  if (filter?.kind === "top") return String(filter.count);
  if (filter?.kind === "days") return String(Math.max(filter.back, filter.ahead));
  return filter ? "" : "10";
}
