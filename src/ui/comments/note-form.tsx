import { createSignal, Show } from "solid-js";
import type { CommentNote } from "../../model/planning/cell-comment";
import { shortcutText } from "../actions";
import { useServices } from "../services";

/** Where somebody writes to a thread. Without a name on this device it asks for one, once. */
export function NoteForm(props: {
  label: string;
  submit: string;
  autofocus: boolean;
  onNote: (note: CommentNote) => void;
  onCancel: () => void;
}) {
  const { author } = useServices();
  const isNameless = author.name() === "";
  const [text, setText] = createSignal("");
  const [name, setName] = createSignal("");
  const send = () => {
    if (text().trim() === "") return;
    if (isNameless && name().trim() !== "") author.setName(name().trim());
    props.onNote({ text: text().trim(), author: author.name(), at: Date.now() });
    setText("");
  };
  return (
    <form
      class="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        class="input note-text"
        rows={3}
        aria-label={props.label}
        placeholder={`${props.label}… (${shortcutText("Mod+Enter")} sends)`}
        value={text()}
        autofocus={props.autofocus}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          send();
        }}
      />
      <Show when={isNameless}>
        <label class="field">
          <span class="field-label">Your name on this device</span>
          <input
            class="input"
            autocomplete="name"
            value={name()}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
      </Show>
      <div class="note-buttons">
        <button type="button" class="button button-quiet" onClick={() => props.onCancel()}>
          Cancel
        </button>
        <button type="submit" class="button button-primary" disabled={text().trim() === ""}>
          {props.submit}
        </button>
      </div>
    </form>
  );
}
