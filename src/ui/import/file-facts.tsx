import { For, Show } from "solid-js";
import type { Reading } from "../../files/import/import-plan";
import type { ImportDraft, ImportFlow } from "../../session/import-flow";
import { DELIMITER_WORDS, ENCODING_WORDS } from "./column-words";
import { DIALOG_LOCALE } from "./dialog-locale";
import { byteText, clipped } from "./short-text";

/** Rows that may be named as the header row. */
const HEADER_CHOICES = 8;

/** What the file is and how it was read, each part correctable. */
export function FileFacts(props: { draft: ImportDraft; flow: ImportFlow }) {
  const reading = () => props.draft.plan.reading;
  const preview = () => props.draft.preview;
  const format = () => new Intl.NumberFormat(DIALOG_LOCALE);
  const reread = (choice: Partial<Reading>) => void props.flow.reread(choice);
  const delimiters = () => [...new Set([...Object.keys(DELIMITER_WORDS), reading().delimiter])];
  return (
    <div class="file-facts">
      <div class="file-name">
        <strong title={preview().fileName}>{preview().fileName}</strong>
        <span class="muted">
          {byteText(preview().byteCount, DIALOG_LOCALE)} · {format().format(preview().rowCount)} rows ·{" "}
          {format().format(props.draft.plan.columns.length)} columns
        </span>
      </div>
      <label class="inline-field">
        <span class="field-label">Delimiter</span>
        <select
          class="select"
          value={reading().delimiter}
          onChange={(event) => reread({ delimiter: event.currentTarget.value })}
        >
          <For each={delimiters()}>
            {(delimiter) => (
              <option value={delimiter} selected={delimiter === reading().delimiter}>
                {DELIMITER_WORDS[delimiter] ?? `“${delimiter}”`}
              </option>
            )}
          </For>
        </select>
      </label>
      <label class="inline-field">
        <span class="field-label">Encoding</span>
        <select
          class="select"
          classList={{ "select-doubtful": preview().encodingIsGuess || preview().badCharacters > 0 }}
          onChange={(event) => reread({ encoding: event.currentTarget.value as Reading["encoding"] })}
        >
          <For each={Object.keys(ENCODING_WORDS) as Reading["encoding"][]}>
            {(encoding) => (
              <option value={encoding} selected={encoding === reading().encoding}>
                {ENCODING_WORDS[encoding] + (preview().encodings.includes(encoding) ? "" : " – does not fit")}
              </option>
            )}
          </For>
        </select>
      </label>
      <label class="inline-field">
        <span class="field-label">Header row</span>
        <select
          class="select header-row-select"
          onChange={(event) =>
            reread({ headerRow: event.currentTarget.value === "" ? null : Number(event.currentTarget.value) })
          }
        >
          <option value="" selected={reading().headerRow === null}>
            None
          </option>
          <For each={headerChoices(props.draft)}>
            {(choice) => (
              <option value={choice.row} selected={choice.row === reading().headerRow}>
                {`Line ${choice.line}: ${choice.text}`}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={!reading().quotes}>
        <label class="check-field">
          <input type="checkbox" onChange={(event) => reread({ quotes: event.currentTarget.checked })} />
          Quote marks hold a cell together
        </label>
      </Show>
      <Show when={preview().encodingIsGuess || preview().badCharacters > 0}>
        <p class="file-doubt">
          The encoding is a guess: look at accents and umlauts below, and try another if they look wrong.
        </p>
      </Show>
    </div>
  );
}

/** The first rows of the file as it was read, each with enough of its text to know it. */
function headerChoices(draft: ImportDraft): { row: number; line: number; text: string }[] {
  const { titles, titleLines, headerLine, firstRows, firstLines, plan } = draft.preview;
  const hasHeader = plan.reading.headerRow !== null;
  const headers = hasHeader ? [plan.columns.map((column) => column.header)] : [];
  const lines = [...titleLines, ...(hasHeader ? [headerLine] : []), ...firstLines];
  const texts = [
    ...titles,
    ...[...headers, ...firstRows].map((cells) => cells.filter((cell) => cell !== "").join(", ")),
  ];
  return texts
    .slice(0, HEADER_CHOICES)
    .map((text, row) => ({ row, line: lines[row]!, text: clipped(text, 40) }));
}
