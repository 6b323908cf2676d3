import CircleX from "lucide-solid/icons/circle-x";
import { createEffect, createSignal, Match, on, onCleanup, Show, Switch } from "solid-js";
import type { PlanFileClient, PlanFileResult } from "../../files/plan/plan-file";
import { makeRecordId } from "../../model/ids";
import type { Plan } from "../../model/plan";
import type { Revision } from "../../model/revision";
import type { PlanSummary } from "../../model/saved-plan";
import { asAnotherPlan, type PlanConflict, planConflict } from "../../session/arriving-plan";
import { catchFocus } from "../controls/catch-focus";
import { Modal } from "../controls/modal";
import { Progress } from "../controls/progress";
import { waitingWords } from "../import/dropped-files";
import "../controls/form.css";
import "./share.css";

type Refused = Exclude<PlanFileResult, { status: "ok" }>;

type State =
  | { readonly kind: "reading"; readonly done: number | null }
  | { readonly kind: "locked"; readonly message: string | null }
  | { readonly kind: "refused"; readonly title: string; readonly message: string }
  | { readonly kind: "conflict"; readonly conflict: PlanConflict; readonly plans: readonly PlanSummary[] };

const REFUSED_TITLES: Readonly<Record<Refused["status"], string>> = {
  "too-new": "Made by a newer version",
  damaged: "Damaged file",
  "not-a-plan": "Not a plan file",
  encrypted: "Protected by a passphrase",
  "too-large": "Too large to open",
};

/** A plan file on its way in: asks for its passphrase, refuses what cannot be read whole, and asks before replacing. */
export function OpenPlanDialog(props: {
  /** null = closed. */
  file: File | null;
  planFiles: PlanFileClient;
  /** Files that were dropped with this one and have their turn after it. */
  waiting?: number;
  savedPlans: () => Promise<readonly PlanSummary[]>;
  onClose: () => void;
  /** The plan has another id than any saved one, or that of the one to replace. */
  onOpened: (plan: Plan, revisions: readonly Revision[]) => void;
}) {
  const [state, setState] = createSignal<State>({ kind: "reading", done: null });
  // counts the files and tries, so that an answer to one given up is dropped
  let turn = 0;

  async function read(passphrase?: string): Promise<void> {
    const file = props.file;
    if (!file) return;
    const mine = ++turn;
    setState({ kind: "reading", done: null });
    try {
      const result = await props.planFiles.read(file, {
        passphrase,
        onProgress: (done) => mine === turn && setState({ kind: "reading", done }),
      });
      if (mine !== turn) return;
      if (result.status === "encrypted") {
        setState({ kind: "locked", message: passphrase === undefined ? null : result.message });
      } else if (result.status !== "ok") {
        setState({ kind: "refused", title: REFUSED_TITLES[result.status], message: result.message });
      } else {
        // without a list of saved plans there is none to replace
        const plans = await props.savedPlans().catch(() => []);
        if (mine !== turn) return;
        const conflict = planConflict(result, plans);
        if (conflict) setState({ kind: "conflict", conflict, plans });
        else props.onOpened(result.plan, result.revisions);
      }
    } catch (error) {
      if (mine !== turn) return;
      const message = error instanceof Error ? error.message : String(error);
      setState({ kind: "refused", title: "The file could not be read", message });
    }
  }

  function close(): void {
    turn++;
    props.planFiles.cancel();
    props.onClose();
  }

  createEffect(
    on(
      () => props.file,
      (file) => {
        if (file) void read();
        else turn++;
      },
    ),
  );
  onCleanup(() => {
    turn++;
  });

  const reading = () => only(state(), "reading");
  const locked = () => only(state(), "locked");
  const refused = () => only(state(), "refused");
  const conflict = () => only(state(), "conflict");

  return (
    <Modal
      open={props.file !== null}
      title="Open plan file"
      description={waitingWords(props.waiting ?? 0)}
      size="small"
      keepOpen={reading() !== null || conflict() !== null}
      onClose={close}
      footer={
        <Switch>
          <Match when={conflict()}>
            {(now) => (
              <ConflictButtons
                onCancel={close}
                onKeepBoth={() => {
                  const { arriving } = now().conflict;
                  const plan = asAnotherPlan(arriving.plan, makeRecordId(Math.random), now().plans);
                  props.onOpened(plan, arriving.revisions);
                }}
                onReplace={() => {
                  const { arriving } = now().conflict;
                  props.onOpened(arriving.plan, arriving.revisions);
                }}
              />
            )}
          </Match>
          <Match when={refused()}>
            <button ref={catchFocus} type="button" class="button" onClick={close}>
              Close
            </button>
          </Match>
        </Switch>
      }
    >
      <Switch>
        <Match when={reading()}>
          {(now) => (
            <Progress label={`Reading ${props.file?.name ?? ""}`} done={now().done} onCancel={close} />
          )}
        </Match>
        <Match when={locked()}>
          {(now) => (
            <Passphrase
              name={props.file?.name ?? ""}
              message={now().message}
              onEntered={(passphrase) => void read(passphrase)}
            />
          )}
        </Match>
        <Match when={refused()}>
          {(now) => (
            <div class="refused" role="alert">
              <CircleX aria-hidden="true" />
              <div>
                <h3>{now().title}</h3>
                <p>{now().message}</p>
                <p class="muted">{`${props.file?.name ?? ""} – your plans are as they were.`}</p>
              </div>
            </div>
          )}
        </Match>
        <Match when={conflict()}>{(now) => <Conflict conflict={now().conflict} />}</Match>
      </Switch>
    </Modal>
  );
}

function Passphrase(props: {
  name: string;
  message: string | null;
  onEntered: (passphrase: string) => void;
}) {
  const [text, setText] = createSignal("");
  return (
    <form
      class="share-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text() !== "") props.onEntered(text());
      }}
    >
      <p>{`“${props.name}” is protected by a passphrase.`}</p>
      <label class="field">
        <span class="field-label">Passphrase</span>
        <input
          class="input"
          type="password"
          autocomplete="off"
          ref={catchFocus}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <Show when={props.message}>
        {(message) => (
          <p class="share-wrong" role="alert">
            {message()}
          </p>
        )}
      </Show>
      <div class="share-actions">
        <button type="submit" class="button button-primary" disabled={text() === ""}>
          Open
        </button>
      </div>
    </form>
  );
}

function Conflict(props: { conflict: PlanConflict }) {
  const format = () =>
    new Intl.DateTimeFormat(props.conflict.arriving.plan.settings.locale, {
      dateStyle: "medium",
      timeStyle: "short",
    });
  const older = () => props.conflict.changedAt < props.conflict.saved.updatedAt;
  return (
    <div class="share-form">
      <p>This plan is saved on this device already.</p>
      <table class="share-facts">
        <tbody>
          <tr>
            <th scope="row">In the file</th>
            <td>
              {props.conflict.arriving.plan.name}
              <div class="muted">{`changed ${format().format(props.conflict.changedAt)}`}</div>
            </td>
          </tr>
          <tr>
            <th scope="row">On this device</th>
            <td>
              {props.conflict.saved.name}
              <div class="muted">{`changed ${format().format(props.conflict.saved.updatedAt)}`}</div>
            </td>
          </tr>
        </tbody>
      </table>
      <Show when={older()}>
        <p class="share-wrong">The file is older: replacing loses what was changed on this device since.</p>
      </Show>
    </div>
  );
}

function ConflictButtons(props: { onCancel: () => void; onKeepBoth: () => void; onReplace: () => void }) {
  return (
    <>
      <button type="button" class="button" onClick={() => props.onCancel()}>
        Cancel
      </button>
      <button type="button" class="button button-danger" onClick={() => props.onReplace()}>
        Replace
      </button>
      <button ref={catchFocus} type="button" class="button button-primary" onClick={() => props.onKeepBoth()}>
        Keep both
      </button>
    </>
  );
}

function only<Kind extends State["kind"]>(state: State, kind: Kind): Extract<State, { kind: Kind }> | null {
  return state.kind === kind ? (state as Extract<State, { kind: Kind }>) : null;
}
