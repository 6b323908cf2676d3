import { createEffect, createMemo, createSignal, Match, on, onCleanup, Show, Switch } from "solid-js";
import type { ImportClient, ImportSource } from "../../files/import/import-job";
import type { ImportReport } from "../../files/import/import-report";
import type { Plan } from "../../model/plan";
import type { PlanAt } from "../../model/rules/carry-rules";
import { type ImportDraft, ImportFlow, type ImportState, isWorthKeeping } from "../../session/import-flow";
import { withRulesOf } from "../../session/rules-on-import";
import { catchFocus } from "../controls/catch-focus";
import "../controls/form.css";
import { Modal } from "../controls/modal";
import { Progress } from "../controls/progress";
import { CheckStep } from "./check-step";
import { ChooseSource } from "./choose-source";
import "./import.css";
import { DIALOG_LOCALE } from "./dialog-locale";
import { waitingWords } from "./dropped-files";
import { ImportSummary } from "./import-summary";
import { LeaveQuestion } from "./leave-question";
import { progressDone, progressWords } from "./progress-words";
import { Refused } from "./refused";
import { ReportStep } from "./report-step";
import { RulesChoice } from "./rules-choice";

type Reading = Extract<ImportState, { kind: "reading" }>;
type Built = Extract<ImportState, { kind: "built" }>;

/** A file or a pasted text on its way into a new plan. Nothing is changed until `onImported`. */
export function ImportDialog(props: {
  open: boolean;
  /** What was dropped or pasted; null lets the planner choose inside the dialog. */
  source: ImportSource | null;
  client: ImportClient;
  /** Files that were dropped with this one and have their turn after it. */
  waiting?: number;
  /** True while a plan is open, which an import leaves alone. */
  planOpen?: boolean;
  /** The plan that is open, where it has rules for the new one to take over. */
  rulesFrom?: PlanAt | null;
  /** Puts new rows into the open plan instead. */
  onAddRows?: (() => void) | undefined;
  onClose: () => void;
  onImported: (plan: Plan, report: ImportReport) => void;
}) {
  const flow = new ImportFlow(props.client);
  const [state, setState] = createSignal<ImportState>(flow.state);
  onCleanup(flow.observe(setState));
  onCleanup(() => flow.reset());
  const [leaving, setLeaving] = createSignal(false);
  /** Esc, × and a click beside the dialog: asks where something would be lost, and takes the question back. */
  const leave = () => {
    if (isWorthKeeping(state())) setLeaving((asked) => !asked);
    else props.onClose();
  };
  createEffect(
    on([() => props.open, () => props.source], ([open, source]) => {
      setLeaving(false);
      if (open && source) void flow.read(source);
      else flow.reset();
    }),
  );

  const draft = createMemo((): ImportDraft | null => {
    const now = state();
    return "draft" in now && now.kind !== "refused" && now.kind !== "failed" ? now.draft : null;
  });
  const firstReading = createMemo((): Reading | null => {
    const now = state();
    return now.kind === "reading" && !now.draft ? now : null;
  });
  const running = createMemo(() => {
    const now = state();
    return now.kind === "building" || (now.kind === "reading" && now.draft) ? now : null;
  });
  const built = createMemo((): Built | null => {
    const now = state();
    return now.kind === "built" ? now : null;
  });
  const [takesRules, setTakesRules] = createSignal(true);
  const ruled = createMemo(() => {
    const now = built();
    return now && props.rulesFrom ? withRulesOf(props.rulesFrom, now.plan, Date.now() / 86_400_000) : null;
  });
  const failed = createMemo(() => {
    const now = state();
    return now.kind === "refused" || now.kind === "failed" ? now : null;
  });

  return (
    <Modal
      open={props.open}
      title="Import accounts"
      description={waitingWords(props.waiting ?? 0)}
      size={draft() && !built() ? "large" : "medium"}
      onClose={leave}
      footer={
        <Show
          when={!leaving()}
          fallback={<LeaveQuestion onKeep={() => setLeaving(false)} onDiscard={props.onClose} />}
        >
          <Show when={draft()}>
            {(current) => (
              <Switch>
                <Match when={running()}>
                  {(now) => (
                    <div class="import-running">
                      <Progress
                        label={progressWords(now(), DIALOG_LOCALE)}
                        done={progressDone(now().progress)}
                        onCancel={() => flow.back()}
                      />
                    </div>
                  )}
                </Match>
                <Match when={built()}>
                  {(result) => (
                    <>
                      <button type="button" class="button" onClick={() => flow.back()}>
                        Back
                      </button>
                      <button
                        ref={catchFocus}
                        type="button"
                        class="button button-primary"
                        onClick={() => {
                          const plan = takesRules() ? ruled()?.plan : undefined;
                          props.onImported(plan ?? result().plan, result().report);
                        }}
                      >
                        Open plan
                      </button>
                    </>
                  )}
                </Match>
                <Match when={true}>
                  <ImportSummary
                    draft={current()}
                    planOpen={props.planOpen ?? false}
                    onImport={() => void flow.build()}
                    onCancel={props.onClose}
                  />
                </Match>
              </Switch>
            )}
          </Show>
        </Show>
      }
    >
      <Switch>
        <Match when={built()}>
          {(result) => (
            <>
              <ReportStep report={result().report} locale={DIALOG_LOCALE} />
              <Show when={ruled()}>
                {(rules) => (
                  <RulesChoice
                    from={props.rulesFrom?.plan.name ?? ""}
                    result={rules()}
                    taken={takesRules()}
                    locale={DIALOG_LOCALE}
                    onChange={setTakesRules}
                  />
                )}
              </Show>
            </>
          )}
        </Match>
        <Match when={draft()}>
          {(current) => <CheckStep draft={current()} flow={flow} busy={state().kind !== "checking"} />}
        </Match>
        <Match when={firstReading()}>
          {(now) => (
            <Progress
              label={progressWords(now(), DIALOG_LOCALE)}
              done={progressDone(now().progress)}
              onCancel={() => flow.reset()}
            />
          )}
        </Match>
        <Match when={failed()}>{(now) => <Refused state={now()} flow={flow} />}</Match>
        <Match when={true}>
          <ChooseSource onSource={(source) => void flow.read(source)} onAddRows={props.onAddRows} />
        </Match>
      </Switch>
    </Modal>
  );
}
