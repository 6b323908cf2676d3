import type { AccountFacts } from "./account-facts";

const NAMES_SHOWN = 6;
const GAP_PX = 14;

/**
 * The note beside the pointer. The only place where data becomes elements of the map: every text goes through `textContent`,
 * because names come out of other people's files.
 */
export class MapTooltip {
  readonly #element: HTMLElement;
  readonly #host: HTMLElement;

  /** Puts a hidden note into the host, which must be positioned. */
  constructor(host: HTMLElement) {
    this.#host = host;
    this.#element = document.createElement("div");
    this.#element.className = "map-tooltip";
    this.#element.setAttribute("role", "tooltip");
    this.#element.hidden = true;
    host.append(this.#element);
  }

  /** Tells about one account; `names` are the others at the same spot, `count` is how many stand there in all, of so many territories. */
  show(
    x: number,
    y: number,
    facts: AccountFacts,
    color: string,
    count: number,
    territories: number,
    names: readonly string[],
  ): void {
    const parts = count > 1 ? stackParts(count, territories, names) : [];
    this.#element.replaceChildren(...parts, ...factParts(facts, color));
    this.#element.hidden = false;
    this.#place(x, y);
  }

  hide(): void {
    this.#element.hidden = true;
  }

  remove(): void {
    this.#element.remove();
  }

  /** Beside the point, on the side that has room. */
  #place(x: number, y: number): void {
    const { offsetWidth, offsetHeight } = this.#element;
    const { clientWidth, clientHeight } = this.#host;
    const left = x + GAP_PX + offsetWidth > clientWidth ? x - GAP_PX - offsetWidth : x + GAP_PX;
    const top = y + GAP_PX + offsetHeight > clientHeight ? y - GAP_PX - offsetHeight : y + GAP_PX;
    this.#element.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
  }
}

/** How many names a note has room for. */
export const TOOLTIP_NAMES = NAMES_SHOWN;

function stackParts(count: number, territories: number, names: readonly string[]): HTMLElement[] {
  const of = territories > 1 ? `, of ${territories.toLocaleString("en-US")} territories` : "";
  const list = element("ul", "map-tooltip-names");
  for (const name of names.slice(0, NAMES_SHOWN)) list.append(element("li", "", name));
  const rest = count - Math.min(names.length, NAMES_SHOWN);
  if (rest > 0) list.append(element("li", "map-tooltip-more", `and ${rest.toLocaleString("en-US")} more`));
  return [element("p", "map-tooltip-count", `${count.toLocaleString("en-US")} accounts here${of}`), list];
}

function factParts(facts: AccountFacts, color: string): HTMLElement[] {
  const title = element("p", "map-tooltip-title");
  const swatch = element("span", "swatch");
  swatch.style.setProperty("--swatch", color);
  title.append(swatch, element("span", "", facts.name));
  const list = element("dl", "map-tooltip-facts");
  for (const { label, value } of facts.lines) list.append(element("dt", "", label), element("dd", "", value));
  return [title, list];
}

function element(tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
