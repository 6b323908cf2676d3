import { colorTerritories } from "../../model/edits/color-territories";
import type { Planner } from "../planner";
import { accountPoints } from "./account-points";
import { farthestReach, type StartAreaMesh } from "./territory-areas";

/** Colors the territories of the open plan so that neighbors differ, as one step that can be undone, and says so. */
export function colorByNeighbors(planner: Planner, startMesh: StartAreaMesh): void {
  const { session } = planner;
  const points = accountPoints(session.plan.tables.accounts);
  const say = (text: string, undoes = false) => {
    planner.announce(text);
    planner.notify({ text, ...(undoes ? { action: { label: "Undo", run: () => session.undo() } } : {}) });
  };
  if (points.located === 0) {
    say("No account has a place, so nobody knows who is whose neighbor.");
    return;
  }
  let colored: Uint16Array | null = null;
  const job = startMesh(
    { xs: points.xs, ys: points.ys, farthest: farthestReach(points) },
    {
      mesh: () => {
        colored = session.alignment.territoryOf;
        job.draw(colored);
      },
      drawn: ({ neighbors }) => {
        job.end();
        // The plan may have changed meanwhile: the colors are for territories as they are now.
        if (session.plan.tables.accounts.count !== colored?.length) return;
        const patch = colorTerritories(session.plan, session.path, neighbors);
        if (patch.changes.length === 0) say("The colors tell all neighbors apart already.");
        else if (session.edit(patch)) say("Territories colored so that neighbors differ.", true);
      },
      failed: () => say("The territories could not be colored."),
    },
  );
}
