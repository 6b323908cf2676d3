import FileSpreadsheet from "lucide-solid/icons/file-spreadsheet";
import FolderOpen from "lucide-solid/icons/folder-open";
import Sparkles from "lucide-solid/icons/sparkles";
import { createResource, createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { catchFocus } from "../controls/catch-focus";
import { pastedRows } from "../import/pasted-text";
import { useServices } from "../services";
import { useDialogs } from "./dialogs";
import { Logo } from "./logo";
import { PlanList } from "./plan-list";
import "./start-page.css";

/** What a newcomer sees: three ways to begin, and the plans of this device. */
export function StartPage() {
  const { workspace, makeSample } = useServices();
  const dialogs = useDialogs();
  const [making, setMaking] = createSignal(false);
  const [problem, setProblem] = createSignal<string | null>(null);
  const [plans, { refetch }] = createResource(() => workspace.list().catch(() => []));

  const openSample = async () => {
    setMaking(true);
    setProblem(null);
    try {
      await workspace.create(await makeSample());
    } catch (error) {
      setProblem(
        `The sample plan could not be made: ${error instanceof Error ? error.message : String(error)}`,
      );
    } finally {
      setMaking(false);
    }
  };
  const paste = (event: ClipboardEvent) => {
    const source = dialogs.current() === null ? pastedRows(event) : null;
    if (source) dialogs.open({ kind: "import", source });
  };
  onMount(() => document.addEventListener("paste", paste));
  onCleanup(() => document.removeEventListener("paste", paste));
  let picker: HTMLInputElement | undefined;
  return (
    <main ref={catchFocus} class="start" tabIndex={-1}>
      <div class="start-inner">
        <div class="start-brand">
          <Logo />
          <div>
            <h1>Evenfield</h1>
            <p>Fair sales territories, planned in your browser. Nothing leaves this device.</p>
          </div>
        </div>
        <div class="start-ways">
          <button
            type="button"
            class="start-way"
            onClick={() => dialogs.open({ kind: "import", source: null })}
          >
            <FileSpreadsheet aria-hidden="true" />
            <span class="start-way-title">Import accounts</span>
            <span class="start-way-text">
              A CSV from any CRM or spreadsheet: choose it, drop it here, or paste it.
            </span>
          </button>
          <button type="button" class="start-way" disabled={making()} onClick={openSample}>
            <Sparkles aria-hidden="true" />
            <span class="start-way-title">{making() ? "Making the sample plan…" : "Open sample plan"}</span>
            <span class="start-way-text">
              1,200 accounts, 24 reps and a lopsided alignment to try things on.
            </span>
          </button>
          <button type="button" class="start-way" onClick={() => picker?.click()}>
            <FolderOpen aria-hidden="true" />
            <span class="start-way-title">Open plan file</span>
            <span class="start-way-text">An .evenfield file that somebody sent you, or your own copy.</span>
          </button>
          <input
            ref={picker}
            class="visually-hidden"
            type="file"
            accept=".evenfield"
            tabIndex={-1}
            aria-label="Plan file"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) dialogs.open({ kind: "open-file", file });
              event.currentTarget.value = "";
            }}
          />
        </div>
        <Show when={problem()}>
          <p class="form-problem" role="alert">
            {problem()}
          </p>
        </Show>
        <Show when={(plans() ?? []).length > 0}>
          <section aria-label="Plans on this device">
            <h2 class="start-heading">Plans on this device</h2>
            <PlanList plans={plans() ?? []} onChanged={refetch} />
          </section>
        </Show>
        <ol class="start-steps" aria-label="How it goes">
          <For
            each={[
              [
                "Bring your accounts",
                "Evenfield reads the columns, finds each place without a network, and takes over today's owners.",
              ],
              [
                "Say what must be fair",
                "Accounts, revenue, potential: any numeric column, each with its tolerance.",
              ],
              [
                "Balance",
                "Drag accounts to territories and watch every index move, or let the optimizer propose.",
              ],
              [
                "Load it back",
                "Export the accounts with their territory and rep, every original column untouched.",
              ],
            ]}
          >
            {([title, text]) => (
              <li>
                <strong>{title}</strong>
                <span>{text}</span>
              </li>
            )}
          </For>
        </ol>
        <footer class="start-footer">
          <button type="button" class="link" onClick={() => dialogs.open({ kind: "about" })}>
            About and credits
          </button>
        </footer>
      </div>
    </main>
  );
}
