import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from "solid-js";
import { acceptRouting } from "../../model/edits/accept-routing";
import type { RoutedTable } from "../../model/planning/routing-rule";
import { compareRouting } from "../../model/rules/compare-routing";
import type { Decision } from "../../model/rules/decision";
import { repName } from "../../model/rules/reason-words";
import { dryRun } from "../../model/rules/route-rows";
import { Modal } from "../controls/modal";
import { RadioChoice } from "../controls/radio-choice";
import { usePlanner } from "../planner";
import "../territories/dialogs.css";
import { DecisionTable } from "./decision-table";
import { editAndTell, nowInDays } from "./rule-actions";
import "./rule-dialogs.css";

/** Where every lead or account would have gone by the rules, against where it went. Nothing is changed until it is accepted. */
export function DryRunDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const [table, setTable] = createSignal<RoutedTable>(
    planner.plan().tables.leads.count > 0 ? "leads" : "accounts",
  );
  const [onlyChanged, setOnlyChanged] = createSignal(true);
  const [decisions, setDecisions] = createSignal<readonly Decision[] | null>(null);
  createEffect(
    on([table, planner.plan, planner.path], ([name, plan, path]) => {
      setDecisions(null);
      // After the dialog is drawn: a large plan takes a moment.
      const timer = setTimeout(() => setDecisions(dryRun(plan, path, name, nowInDays())), 30);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  const result = createMemo(() => {
    const all = decisions();
    return all && { all, compared: compareRouting(planner.plan(), planner.path(), table(), all) };
  });
  const listed = createMemo(() => {
    const now = result();
    if (!now) return { decisions: [], had: [] };
    const kept = [...now.all.keys()].filter((i) => !onlyChanged() || now.compared.changed[i]);
    return { decisions: kept.map((i) => now.all[i]!), had: kept.map((i) => now.compared.had[i]!) };
  });
  const format = (count: number) => count.toLocaleString(planner.plan().settings.locale);
  const most = () => Math.max(1, ...(result()?.compared.reps.flatMap(({ had, gets }) => [had, gets]) ?? []));
  const canEdit = () => !planner.readOnly() && planner.preview() === null;
  const accept = () => {
    const now = result();
    if (!now) return;
    props.onClose();
    const changed = now.all.filter((_, i) => now.compared.changed[i]);
    editAndTell(planner, acceptRouting(planner.session.plan, planner.session.path, table(), changed));
  };
  return (
    <Modal
      open
      size="large"
      title="Dry run"
      description="Where the rules would have sent what is there: each lead at the time it came in, every account now."
      onClose={props.onClose}
      footer={
        <>
          <p class="rule-foot muted" role="status">
            <Show when={result()} fallback="Counting…">
              {(now) =>
                `${format(now().compared.changedCount)} of ${format(now().all.length)} ${table()} would go elsewhere.`
              }
            </Show>
          </p>
          <button type="button" class="button" onClick={props.onClose}>
            Close
          </button>
          <button
            type="button"
            class="button button-primary"
            disabled={!canEdit() || !result() || result()!.compared.changedCount === 0}
            onClick={accept}
          >
            {result() ? `Move ${format(result()!.compared.changedCount)} ${table()}` : "Move"}
          </button>
        </>
      }
    >
      <div class="form">
        <div class="form-row">
          <RadioChoice
            label="What is routed"
            value={table()}
            choices={[
              { value: "leads", label: "Leads" },
              { value: "accounts", label: "Accounts" },
            ]}
            onChange={setTable}
          />
          <label class="check-field">
            <input
              type="checkbox"
              checked={onlyChanged()}
              onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
            />
            List only what changes
          </label>
        </div>
        <Show when={result()}>
          {(now) => (
            <div class="dry-run">
              <section class="dry-run-shares" aria-label="By rep">
                <table class="decision-table">
                  <thead>
                    <tr>
                      <th scope="col">Rep</th>
                      <th scope="col" class="cell-number">
                        Has
                      </th>
                      <th scope="col" class="cell-number">
                        Would have
                      </th>
                      <th scope="col">
                        <span class="visually-hidden">Share</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    <For each={now().compared.reps}>
                      {({ rep, had, gets }) => (
                        <tr>
                          <th scope="row">{rep < 0 ? "Nobody" : repName(planner.plan(), rep)}</th>
                          <td class="cell-number">{format(had)}</td>
                          <td class="cell-number">{format(gets)}</td>
                          <td class="dry-run-bars" aria-hidden="true">
                            <span style={{ width: `${(100 * had) / most()}%` }} />
                            <span style={{ width: `${(100 * gets) / most()}%` }} />
                          </td>
                        </tr>
                      )}
                    </For>
                  </tbody>
                </table>
                <Show when={now().compared.stayingCount > 0}>
                  <p class="form-hint">
                    {format(now().compared.stayingCount)} that the rules give to nobody{" "}
                    {now().compared.stayingCount === 1
                      ? "stays with the rep it has"
                      : "stay with the reps they have"}
                    , also when the others move.
                  </p>
                </Show>
              </section>
              <section class="dry-run-rows" aria-label="Rows">
                <p class="dry-run-rules muted">
                  {[
                    ...planner.plan().planning.rules.flatMap(({ id, name }) => {
                      const count = now().compared.byRule.get(id) ?? 0;
                      return count > 0 ? [`${name} ${format(count)}`] : [];
                    }),
                    `Catch-all ${format(now().compared.byRule.get("") ?? 0)}`,
                  ].join(" · ")}
                </p>
                <Show
                  when={listed().decisions.length > 0}
                  fallback={<p class="muted">Everything is where the rules would send it.</p>}
                >
                  <DecisionTable
                    plan={planner.plan()}
                    path={planner.path()}
                    table={table()}
                    decisions={listed().decisions}
                    had={listed().had}
                  />
                </Show>
              </section>
            </div>
          )}
        </Show>
      </div>
    </Modal>
  );
}
