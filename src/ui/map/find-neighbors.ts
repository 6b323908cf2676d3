import type { Neighbors } from "../../geo/areas";
import type { Table } from "../../model/table";
import { accountPoints } from "./account-points";
import { farthestReach, type StartAreaMesh } from "./territory-areas";

/**
 * Finds, beside the page, which territories (slots) of an assignment lie side by side; null where no account has a place. The function
 * returned ends it.
 */
export function findNeighbors(
  accounts: Table,
  territoryOf: Uint16Array,
  startMesh: StartAreaMesh,
  listener: { found(neighbors: readonly Neighbors[] | null): void; failed(): void },
): () => void {
  const points = accountPoints(accounts);
  if (points.located === 0) {
    listener.found(null);
    return () => {};
  }
  const job = startMesh(
    { xs: points.xs, ys: points.ys, farthest: farthestReach(points) },
    {
      mesh: () => job.draw(territoryOf),
      drawn: ({ neighbors }) => {
        job.end();
        listener.found(neighbors);
      },
      failed: () => listener.failed(),
    },
  );
  return () => job.end();
}
