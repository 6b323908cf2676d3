/** What had the focus last outside of dialogs and menus, which are gone when they close. */
let lastOutside: Element | null = null;

if (typeof document !== "undefined") {
  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element && !target.closest("[role=dialog], [role=menu]")) lastOutside = target;
  });
}

/**
 * Gives the focus back when a dialog has closed and nothing else took it: to what had it before, else to what had it last
 * outside of dialogs and menus, else to the page's main part.
 */
export function returnFocus(before: Element | null): void {
  const { activeElement, body } = document;
  if (activeElement && activeElement !== body) return;
  const there = [before, lastOutside].find((element) => element?.isConnected && element !== body);
  const target = there ?? document.querySelector("main");
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}
