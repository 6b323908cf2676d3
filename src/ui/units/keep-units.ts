import { createEffect, createMemo, onCleanup } from "solid-js";
import { followUnits } from "../../model/edits/follow-units";
import { chosenUnitSet } from "../../model/units";
import type { Planner } from "../planner";
import type { Services } from "../services";

/**
 * Keeps the accounts' units true: an edit of a place, an address or the rows brings with it, in the same step, what follows for the units of the
 * accounts concerned. The set's areas are loaded as soon as the plan uses one.
 */
export function keepUnits(planner: Planner, { unitSet }: Pick<Services, "unitSet">): void {
  const { session } = planner;
  const record = createMemo(() => chosenUnitSet(planner.plan()));
  createEffect(() => {
    const chosen = record();
    session.setFollowUp(null);
    if (!chosen) return;
    let current = true;
    onCleanup(() => {
      current = false;
    });
    Promise.all([import("../../geodata/find-units"), unitSet(chosen)]).then(
      ([{ findUnits }, set]) => {
        if (!current) return;
        session.setFollowUp((plan, patch) =>
          // an undo may have chosen other units before the effect runs
          chosenUnitSet(plan)?.id === chosen.id
            ? followUnits(plan, patch, (next, rows) =>
                Array.from(findUnits(set, next.tables.accounts, rows), (unit) =>
                  unit < 0 ? null : set.names[unit]!,
                ),
              )
            : patch,
        );
      },
      () => planner.notify({ text: "The areas of the plan's units could not be loaded.", tone: "bad" }),
    );
  });
  onCleanup(() => session.setFollowUp(null));
}
