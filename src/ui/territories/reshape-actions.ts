import { territoryAt, territorySlots } from "../../model/alignment";
import type { Measure } from "../../model/measure";
import type { Patch } from "../../model/patch";
import type { Plan } from "../../model/plan";
import { selectRows } from "../../session/row-selection";
import type { Action } from "../actions";
import { doEdit } from "../do-edit";
import type { Planner } from "../planner";
import type { Dialogs } from "../shell/dialogs";
import { accountsIn } from "./spotlights";

/** What changes the shape of one territory at once, and what shows it on the map. */
export function reshapeActions(
  planner: Planner,
  dialogs: Dialogs,
  slot: number,
  fixed: () => string | null,
): Action[] {
  const { session } = planner;
  const measure = guidingMeasure(session.plan);
  /** The edits bring much geometry along, and are loaded when somebody asks for one. */
  const edit = (patch: Promise<Patch>, nothing: string) =>
    void patch.then(
      (made) => {
        if (!doEdit(planner, made)) planner.notify({ text: nothing });
      },
      () => planner.notify({ text: "This part of the planner could not be loaded.", tone: "bad" }),
    );
  const empty = () =>
    (planner.figures().accounts[slot] ?? 0) === 0 ? "the territory has no accounts" : null;
  return [
    {
      id: "zoom-territory",
      title: "Zoom to it",
      disabled: empty,
      run: () => planner.showOnMap(accountsIn(planner, slot)),
    },
    {
      id: "select-territory",
      title: "Select its accounts",
      disabled: empty,
      run: () => session.select(selectRows(session.plan.tables.accounts.count, accountsIn(planner, slot))),
    },
    {
      id: "grow-territory",
      title: measure ? `Grow to its target of ${measure.name}` : "Grow to its target",
      disabled: () => fixed() ?? (measure ? null : "the plan has no measure to balance"),
      run: () =>
        measure &&
        edit(
          import("../../model/edits/grow-to-target").then(({ growToTarget }) =>
            growToTarget(session.plan, session.path, slot, measure),
          ),
          "Nothing to take: it has reached its target, or its neighbors' accounts are locked or needed where they are.",
        ),
    },
    {
      id: "clean-up-territory",
      title: "Clean up its stray accounts",
      disabled: () => fixed() ?? empty(),
      run: () =>
        edit(
          import("../../model/edits/clean-up").then(({ cleanUp }) =>
            cleanUp(session.plan, session.path, slot),
          ),
          "Nothing to clean up: it is in one piece, or what lies apart is locked, large, or beside several others.",
        ),
    },
    {
      id: "split-territory",
      title: "Split it in two",
      disabled: () => fixed() ?? empty(),
      run: () =>
        edit(
          import("../../model/edits/split-territory").then(({ splitTerritory }) =>
            splitTerritory(session.plan, session.path, slot, measure, crypto.randomUUID()),
          ),
          "It could not be split: its accounts stand on one spot, have no place, or are locked.",
        ),
    },
    {
      id: "merge-territory",
      title: "Merge into…",
      disabled: () =>
        fixed() ?? (territorySlots(session.alignment).length < 2 ? "there is no other territory" : null),
      run: () => dialogs.open({ kind: "planning", show: { kind: "merge-into", slot } }),
    },
  ];
}

/** The measure that counts most for the balance; null where none does. */
export function guidingMeasure({ measures }: Pick<Plan, "measures">): Measure | null {
  return measures.reduce<Measure | null>(
    (best, one) => (one.weight > (best?.weight ?? 0) ? one : best),
    null,
  );
}

/** What a merge is called before it is chosen. */
export function mergeTitle(planner: Planner, slot: number): string {
  return `Merge ${territoryAt(planner.alignment(), slot).name} into…`;
}
