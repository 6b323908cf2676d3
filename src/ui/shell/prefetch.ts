/** What a planner is likely to ask for next, loaded while the page has nothing else to do, so that no key waits for it. */
export function prefetchParts(): void {
  const load = () => {
    void import("../territories/assign-dialog");
    void import("../grid/filter-popover");
    void import("../grid/find/find-bar");
    void import("../grid/sort-dialog");
    void import("../territories/territory-dialog");
    void import("../ledger/moves-sheet");
  };
  // Safari has no idle callbacks.
  if ("requestIdleCallback" in window) requestIdleCallback(load, { timeout: 5000 });
  else setTimeout(load, 2000);
}
