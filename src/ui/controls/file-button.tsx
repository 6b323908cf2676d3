import FolderOpen from "lucide-solid/icons/folder-open";
import { catchFocus } from "./catch-focus";

/** A button that opens the system's file dialog. */
export function FileButton(props: {
  label: string;
  /** As the `accept` attribute: ".csv,.tsv". */
  accept: string;
  primary?: boolean;
  onFile: (file: File) => void;
}) {
  let input!: HTMLInputElement;
  return (
    <>
      <button
        ref={catchFocus}
        type="button"
        class="button"
        classList={{ "button-primary": props.primary ?? false }}
        onClick={() => input.click()}
      >
        <FolderOpen aria-hidden="true" />
        {props.label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={props.accept}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // the same file may be chosen again after it was corrected
          event.currentTarget.value = "";
          if (file) props.onFile(file);
        }}
      />
    </>
  );
}
