import FileDown from "lucide-solid/icons/file-down";
import { createSignal, Show } from "solid-js";
import type { ImportSource } from "../../files/import/import-job";
import { FileButton } from "../controls/file-button";
import { importEndings } from "./dropped-files";
import { looksLikeRows, pastedSource } from "./pasted-text";

/** The start of an import: a file from disk, dropped here or anywhere on the page, or rows pasted from a spreadsheet. */
export function ChooseSource(props: {
  onSource: (source: ImportSource) => void;
  /** Puts new rows into the open plan instead of making another; left out while none is open. */
  onAddRows?: (() => void) | undefined;
}) {
  const [text, setText] = createSignal("");
  return (
    <div class="choose-source">
      <div class="drop-zone">
        <FileDown aria-hidden="true" />
        <p>Drop a CSV file anywhere on the page</p>
        <FileButton label="Choose a file" accept={importEndings} primary onFile={props.onSource} />
        <p class="muted">Account exports of any CRM, or any table with one row per account or order line.</p>
      </div>
      <div class="field">
        <label class="field-label" for="import-paste">
          Or paste rows from a spreadsheet, header row first
        </label>
        <textarea
          id="import-paste"
          class="input import-paste"
          rows={5}
          spellcheck={false}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData?.getData("text/plain") ?? "";
            if (text() !== "" || !looksLikeRows(pasted)) return;
            // hundreds of thousands of rows would freeze a text area
            event.preventDefault();
            props.onSource(pastedSource(pasted));
          }}
        />
      </div>
      <div class="import-actions">
        <button
          type="button"
          class="button"
          disabled={text().trim() === ""}
          onClick={() => props.onSource(pastedSource(text()))}
        >
          Use the pasted rows
        </button>
        <span class="muted">The file stays on this device.</span>
      </div>
      <Show when={props.onAddRows}>
        {(addRows) => (
          <p class="muted">
            An import makes a plan of its own.{" "}
            <button type="button" class="link" onClick={() => addRows()()}>
              Add leads or accounts to the open plan
            </button>{" "}
            to have its rules share them out.
          </p>
        )}
      </Show>
    </div>
  );
}
