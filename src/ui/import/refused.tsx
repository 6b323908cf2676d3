import CircleX from "lucide-solid/icons/circle-x";
import { Show } from "solid-js";
import type { ImportFlow, ImportState } from "../../session/import-flow";
import { catchFocus } from "../controls/catch-focus";

/** Why a file is not imported, what to do about it, and the way on. */
export function Refused(props: {
  state: Extract<ImportState, { kind: "refused" | "failed" }>;
  flow: ImportFlow;
}) {
  const refusal = () => (props.state.kind === "refused" ? props.state.refusal : null);
  return (
    <div class="import-refused" role="alert">
      <CircleX class="import-refused-icon" aria-hidden="true" />
      <div class="import-refused-words">
        <h3>
          {refusal()?.title ?? "The import stopped"}
          <Show when={refusal()?.line}>{(line) => ` (line ${line()})`}</Show>
        </h3>
        <p>{refusal()?.advice ?? "Try again; if it stops again, export the file from its program anew."}</p>
        <p class="muted">
          {props.state.name}
          <Show when={props.state.kind === "failed" ? props.state.message : ""}>
            {(text) => ` – ${text()}`}
          </Show>
        </p>
        <div class="import-actions">
          <button ref={catchFocus} type="button" class="button" onClick={() => props.flow.back()}>
            {wayBack(props.state)}
          </button>
          <Show when={refusal()?.kind === "unclosed-quote"}>
            <button type="button" class="button" onClick={() => void props.flow.reread({ quotes: false })}>
              Read quote marks as ordinary characters
            </button>
          </Show>
        </div>
      </div>
    </div>
  );
}

function wayBack(state: Extract<ImportState, { kind: "refused" | "failed" }>): string {
  if (!state.draft) return "Choose another file";
  return state.kind === "refused" ? "Read it as before" : "Back to the columns";
}
