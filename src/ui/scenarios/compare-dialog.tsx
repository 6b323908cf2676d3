import { createEffect, createMemo, createSignal, For, onCleanup, Show } from "solid-js";
import { countOf } from "../../model/edits/assign-accounts";
import {
  BASELINE,
  type Comparable,
  type ComparedAlignments,
  comparables,
  compareSteps,
} from "../../session/compared-alignments";
import { Modal } from "../controls/modal";
import { usePlanner } from "../planner";
import { newestFirst } from "../slices";
import { comparedRows } from "./compared-rows";
import { ImpactTable } from "./impact-table";
import "./compare-dialog.css";

const MOST = 3;

/** Two or three alignments side by side, and what changes for each rep between the first and the last. */
export function CompareDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const all = createMemo(() => comparables(planner.plan(), planner.path().layer));
  const [chosen, setChosen] = createSignal<readonly string[]>(firstChoice(all(), planner.path().scenario));
  const columns = createMemo(() => all().filter(({ id }) => chosen().includes(id)));
  const [compared, setCompared] = createSignal<ComparedAlignments | null>(null);
  const work = newestFirst(
    (these: readonly Comparable[]) => compareSteps(planner.session.plan, planner.session.path, these),
    (_, result) => setCompared(result),
  );
  createEffect(() => {
    planner.plan();
    work.take(columns());
  });
  onCleanup(() => work.drop());
  const toggle = (id: string) =>
    setChosen((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]));

  return (
    <Modal
      open
      size="large"
      title="Compare scenarios"
      description="Figures side by side, and what changes for each rep from the first to the last."
      onClose={props.onClose}
      footer={
        <button type="button" class="button button-primary" onClick={() => props.onClose()}>
          Done
        </button>
      }
    >
      <fieldset class="compare-choice">
        <legend class="visually-hidden">What to compare</legend>
        <For each={all()}>
          {({ id, name }) => (
            <label>
              <input
                type="checkbox"
                checked={chosen().includes(id)}
                disabled={!chosen().includes(id) && chosen().length >= MOST}
                onChange={() => toggle(id)}
              />{" "}
              {name}
            </label>
          )}
        </For>
      </fieldset>
      <Show
        when={all().length > 1}
        fallback={
          <p class="form-hint">
            There is only one alignment. Copy the scenario with “+” and change the copy.
          </p>
        }
      >
        <Show when={columns().length > 1} fallback={<p class="form-hint">Choose two or three to compare.</p>}>
          <Show when={compared()} fallback={<p class="form-hint">Comparing…</p>}>
            {(now) => (
              <>
                <div class="compare-scroll">
                  <table class="compare-table">
                    <caption class="visually-hidden">Figures of each</caption>
                    <thead>
                      <tr>
                        <th scope="col">
                          <span class="visually-hidden">Figure</span>
                        </th>
                        <For each={now().columns}>{({ name }) => <th scope="col">{name}</th>}</For>
                      </tr>
                    </thead>
                    <tbody>
                      <For each={comparedRows(planner.plan(), now().columns)}>
                        {(row) => (
                          <tr>
                            <th scope="row" classList={{ "compare-detail": row.isDetail ?? false }}>
                              {row.name}
                            </th>
                            <For each={row.cells}>
                              {(cell) => <td data-best={cell.isBest ? "" : undefined}>{cell.text}</td>}
                            </For>
                          </tr>
                        )}
                      </For>
                    </tbody>
                  </table>
                </div>
                <Show when={now().impacts.length > 0}>
                  <h3 class="compare-heading">
                    What changes for each rep: {now().columns[0]!.name} → {now().columns.at(-1)!.name}
                  </h3>
                  <p class="form-hint">
                    {countOf(now().impacts.reduce((sum, { lost }) => sum + lost.accounts, 0))} would lose the
                    rep they have; the sheet Moves lists all moves, also those of accounts that had none.
                  </p>
                  <ImpactTable compared={now()} />
                </Show>
              </>
            )}
          </Show>
        </Show>
      </Show>
    </Modal>
  );
}

/** The baseline (or the first other) and the one shown. */
function firstChoice(all: readonly Comparable[], shown: string): string[] {
  const other = all.find(({ id }) => id === BASELINE) ?? all.find(({ id }) => id !== shown);
  return other ? [other.id, shown] : [shown];
}
