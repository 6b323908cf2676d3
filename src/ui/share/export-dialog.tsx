import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  Match,
  on,
  onCleanup,
  Show,
  Switch,
} from "solid-js";
import type { ExportClient, ExportRequest } from "../../files/export/export-job";
import type { PlanFileClient } from "../../files/plan/plan-file";
import { liveCount } from "../../model/table";
import { type ExportKind, escapedCells, exportFileName } from "../../session/export-name";
import { selectedRows } from "../../session/row-selection";
import { Modal } from "../controls/modal";
import { Progress } from "../controls/progress";
import { RadioChoice } from "../controls/radio-choice";
import { usePlanner } from "../planner";
import { CsvOptions, defaultDialect } from "./csv-options";
import { PlanFileOptions } from "./plan-file-options";
import { saveFile } from "./save-file";
import "./share.css";

type Rows = "all" | "shown" | "selected";

const CSV_TYPE = "text/csv;charset=utf-8";
const PLAN_TYPE = "application/octet-stream";

/** Files out of the open plan: accounts, territories, or the plan itself. Must stand inside `PlannerProvider`. */
export function ExportDialog(props: {
  open: boolean;
  client: ExportClient;
  planFiles: PlanFileClient;
  onClose: () => void;
}) {
  const planner = usePlanner();
  const [kind, setKind] = createSignal<ExportKind>("accounts");
  const [rows, setRows] = createSignal<Rows>("all");
  const [dialect, setDialect] = createSignal(defaultDialect(planner.plan().settings.locale));
  /** "" = no passphrase, null = one that cannot be used yet. */
  const [passphrase, setPassphrase] = createSignal<string | null>("");
  const [done, setDone] = createSignal<number | null>(null);
  const [running, setRunning] = createSignal(false);
  const [failure, setFailure] = createSignal<string | null>(null);
  // counts the files begun, so that one given up is not saved
  let turn = 0;

  const format = createMemo(() => new Intl.NumberFormat(planner.plan().settings.locale));
  const all = createMemo(() => liveCount(planner.plan().tables.accounts));
  const shown = () => planner.shownAccounts();
  const offersShown = () => shown() !== null && shown()!.length !== all();
  const offersSelected = () => planner.selection().count > 0;
  const rowChoice = (): Rows => {
    if (rows() === "shown") return offersShown() ? "shown" : "all";
    return rows() === "selected" && !offersSelected() ? "all" : rows();
  };
  const rowNumbers = (): Uint32Array | null => {
    if (rowChoice() === "shown") return shown();
    return rowChoice() === "selected" ? Uint32Array.from(selectedRows(planner.selection())) : null;
  };
  const form = createUniqueId();
  const canSave = () => !running() && (kind() !== "plan" || passphrase() !== null);
  const fileName = () => exportFileName(planner.plan(), kind());

  const request = (wanted: ExportRequest["kind"]): ExportRequest => {
    const common = { path: planner.path(), dialect: dialect() };
    return wanted === "accounts"
      ? { kind: wanted, rows: rowNumbers(), ...common }
      : { kind: wanted, ...common };
  };
  const escaped = createMemo(() => {
    const wanted = kind();
    return props.open && wanted !== "plan" ? escapedCells(planner.plan(), request(wanted)) : 0;
  });

  async function bytes(onProgress: (done: number) => void): Promise<Uint8Array<ArrayBuffer>> {
    const plan = planner.plan();
    const wanted = kind();
    if (wanted === "plan") {
      const { revisions } = planner.session;
      return props.planFiles.write(
        { plan, revisions },
        { passphrase: passphrase() || undefined, onProgress },
      );
    }
    return props.client.write(plan, request(wanted), onProgress);
  }

  async function save(): Promise<void> {
    const mine = ++turn;
    const name = fileName();
    const type = kind() === "plan" ? PLAN_TYPE : CSV_TYPE;
    setFailure(null);
    setDone(null);
    setRunning(true);
    try {
      const written = await bytes((part) => mine === turn && setDone(part));
      if (mine !== turn) return;
      saveFile(name, written, type);
      planner.notify({ text: `“${name}” was saved to your downloads.` });
      props.onClose();
    } catch (error) {
      if (mine === turn) setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      if (mine === turn) setRunning(false);
    }
  }

  function stop(): void {
    turn++;
    props.client.cancel();
    props.planFiles.cancel();
    setRunning(false);
  }

  createEffect(
    on(
      () => props.open,
      (open) => {
        if (open) {
          setFailure(null);
          setPassphrase("");
        } else if (running()) {
          stop();
        }
      },
    ),
  );
  onCleanup(() => running() && stop());

  return (
    <Modal
      open={props.open}
      title="Export"
      size="small"
      keepOpen={running()}
      onClose={props.onClose}
      footer={
        <Show
          when={running()}
          fallback={
            <>
              <span class="share-file-name muted" title={fileName()}>
                {fileName()}
              </span>
              <button type="button" class="button" onClick={() => props.onClose()}>
                Cancel
              </button>
              <button type="submit" form={form} class="button button-primary" disabled={!canSave()}>
                Save file
              </button>
            </>
          }
        >
          <div class="share-running">
            <Progress label={`Writing ${fileName()}`} done={done()} onCancel={stop} />
          </div>
        </Show>
      }
    >
      <form
        id={form}
        class="share-form"
        aria-busy={running()}
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave()) void save();
        }}
      >
        <RadioChoice
          label="What to export"
          value={kind()}
          choices={[
            {
              value: "accounts",
              label: "Accounts with territories (CSV)",
              note: "Every original column, with territory and rep behind them.",
            },
            {
              value: "territories",
              label: "Territories summary (CSV)",
              note: "One row per territory: region, rep, accounts, and total, target, index and deviation of every measure; unassigned accounts have a row of their own.",
            },
            {
              value: "plan",
              label: "Plan file (.evenfield)",
              note: "The whole plan, to keep, to hand on and to open anywhere.",
            },
          ]}
          onChange={setKind}
        />
        <Switch>
          <Match when={kind() === "plan"}>
            <PlanFileOptions onPassphrase={setPassphrase} />
          </Match>
          <Match when={true}>
            <div class="share-part">
              <Show when={kind() === "accounts" && (offersShown() || offersSelected())}>
                <RadioChoice
                  label="Rows"
                  labelled
                  value={rowChoice()}
                  choices={[
                    { value: "all" as Rows, label: `All ${format().format(all())} accounts` },
                    ...(offersShown()
                      ? [
                          {
                            value: "shown" as Rows,
                            label: `The ${format().format(shown()!.length)} shown in the sheet, in its order`,
                          },
                        ]
                      : []),
                    ...(offersSelected()
                      ? [
                          {
                            value: "selected" as Rows,
                            label: `The ${format().format(planner.selection().count)} selected`,
                          },
                        ]
                      : []),
                  ]}
                  onChange={setRows}
                />
              </Show>
              <CsvOptions
                dialect={dialect()}
                escaped={escaped()}
                locale={planner.plan().settings.locale}
                onChange={setDialect}
              />
            </div>
          </Match>
        </Switch>
        <Show when={failure()}>
          {(message) => (
            <p class="share-wrong" role="alert">
              {`The file was not saved: ${message()}`}
            </p>
          )}
        </Show>
      </form>
    </Modal>
  );
}
