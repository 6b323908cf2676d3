import { onMount } from "solid-js";

/** Asks before an import is given up. The way back has the focus, so that a second Enter loses nothing. */
export function LeaveQuestion(props: { onKeep: () => void; onDiscard: () => void }) {
  let keep!: HTMLButtonElement;
  onMount(() => keep.focus({ preventScroll: true }));
  return (
    <>
      <p class="import-leave" role="alert">
        Discard this import? <span class="muted">The file itself stays as it is.</span>
      </p>
      <button ref={keep} type="button" class="button" onClick={() => props.onKeep()}>
        Keep importing
      </button>
      <button type="button" class="button button-danger" onClick={() => props.onDiscard()}>
        Discard
      </button>
    </>
  );
}
