/**
 * What a planner is likely to ask for next, loaded as soon as the plan is shown: what a key opens and is then typed into at once, and the rest
 * while the page has nothing else to do.
 */
export function prefetchParts(): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      void import("../grid/find/find-bar");
      void import("../territories/assign-dialog");
      void import("../grid/filter-popover");
    }),
  );
  const later = () => {
    void import("../grid/sort-dialog");
    void import("../territories/territory-dialog");
    void import("../ledger/moves-sheet");
  };
  // Safari has no idle callbacks.
  if ("requestIdleCallback" in window) requestIdleCallback(later, { timeout: 5000 });
  else setTimeout(later, 2000);
}
