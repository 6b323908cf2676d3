import { Show } from "solid-js";
import { catchFocus } from "./catch-focus";
import "./progress.css";

/** Work under way: what is done, how far it is, and a way to stop it. */
export function Progress(props: {
  /** "Reading breweries.csv". */
  label: string;
  /** Part that is done, 0 to 1; null while it is not known. */
  done: number | null;
  onCancel?: () => void;
}) {
  return (
    <div class="progress">
      <div class="progress-words">
        <span role="status">{props.label}</span>
        <Show when={props.onCancel}>
          <button ref={catchFocus} type="button" class="button" onClick={() => props.onCancel?.()}>
            Cancel
          </button>
        </Show>
      </div>
      <div
        class="progress-track"
        classList={{ "progress-waiting": props.done === null }}
        role="progressbar"
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={props.done === null ? undefined : Math.round(props.done * 100)}
      >
        <div class="progress-bar" style={{ "--done": String(props.done ?? 1) }} />
      </div>
    </div>
  );
}
