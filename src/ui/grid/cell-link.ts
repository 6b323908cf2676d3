import type { Action } from "../actions";
import type { GridState } from "./grid-state";

const WEB = /^https?:\/\//i;
const MAIL = /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\].]{2,}$/;
const MAX_LENGTH = 2_000;

/**
 * Where the text of a cell leads: addresses of the web and of mail, alone in the cell. null for anything else; no other kind of address,
 * such as `javascript:` or `data:`, is ever a link.
 */
export function linkIn(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > MAX_LENGTH || /\s/.test(trimmed)) return null;
  if (MAIL.test(trimmed)) return `mailto:${encodeURI(trimmed)}`;
  const address = /^www\.[^./]+\./i.test(trimmed) ? `https://${trimmed}` : trimmed;
  if (!WEB.test(address) && !/^mailto:/i.test(address)) return null;
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === "http:" || protocol === "https:" || protocol === "mailto:" ? href : null;
}

/** For the menu of the cells: opens the link in the focused one. Empty where there is none. */
export function linkActions(grid: GridState): readonly Action[] {
  const column = grid.focusColumn();
  const row = grid.focusRow();
  const link = column && row !== undefined ? linkIn(column.text(row)) : null;
  return link === null ? [] : [{ id: "open-link", title: "Open link", run: () => openLink(link) }];
}

/** Opens a link in a tab that knows nothing of this one. */
function openLink(href: string): void {
  const anchor = document.createElement("a");
  anchor.href = href;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  anchor.click();
}

/** Opens the link in the cell that a click with Ctrl, on a Mac Cmd, meets; false where there is none. */
export function clickOnLink(event: MouseEvent, grid: GridState): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey) return false;
  const target = event.target as Element;
  const position = target.closest<HTMLElement>("[data-position]")?.dataset.position;
  const key = target.closest<HTMLElement>("[data-column]")?.dataset.column;
  const row = position === undefined ? undefined : grid.rowAt(Number(position));
  const column = key === undefined ? undefined : grid.layout().byKey.get(key)?.column;
  const link = column && row !== undefined ? linkIn(column.text(row)) : null;
  if (link === null) return false;
  openLink(link);
  return true;
}
