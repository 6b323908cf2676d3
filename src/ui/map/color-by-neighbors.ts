import { colorTerritories } from "../../model/edits/color-territories";
import type { Planner } from "../planner";
import { findNeighbors } from "./find-neighbors";
import type { StartAreaMesh } from "./territory-areas";

/** Colors the territories of the open plan so that neighbors differ, as one step that can be undone, and says so. */
export function colorByNeighbors(planner: Planner, startMesh: StartAreaMesh): void {
  const { session } = planner;
  const say = (text: string, undoes = false) => {
    planner.announce(text);
    planner.notify({ text, ...(undoes ? { action: { label: "Undo", run: () => session.undo() } } : {}) });
  };
  const { accounts } = session.plan.tables;
  findNeighbors(accounts, session.alignment.territoryOf, startMesh, {
    found: (neighbors) => {
      if (!neighbors) {
        say("No account has a place, so nobody knows who is whose neighbor.");
        return;
      }
      // The plan may have changed meanwhile: the colors are for territories as they are now.
      if (session.plan.tables.accounts.count !== accounts.count) return;
      const patch = colorTerritories(session.plan, session.path, neighbors);
      if (patch.changes.length === 0) say("The colors tell all neighbors apart already.");
      else if (session.edit(patch)) say("Territories colored so that neighbors differ.", true);
    },
    failed: () => say("The territories could not be colored."),
  });
}
