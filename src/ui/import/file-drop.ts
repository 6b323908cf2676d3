import { createSignal } from "solid-js";
import { type DroppedFile, sortDropped } from "./dropped-files";
import "./file-drop.css";

/** Files may be dropped anywhere on the page; an overlay says so while they hang over it. Returns how to stop. */
export function installFileDrop(options: {
  /** What was dropped, in its order; folders come as refusals. */
  readonly onFiles: (files: readonly DroppedFile[]) => void;
}): () => void {
  const overlay = makeOverlay();
  // every element the pointer passes enters and leaves: only the balance tells whether it is over the page
  let depth = 0;
  const show = (next: number) => {
    depth = Math.max(0, next);
    if (depth > 0) document.body.append(overlay);
    else overlay.remove();
  };
  const listeners: { [Name in "dragenter" | "dragover" | "dragleave" | "drop"]: (event: DragEvent) => void } =
    {
      dragenter: (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        show(depth + 1);
      },
      dragover: (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.dataTransfer!.dropEffect = "copy";
      },
      dragleave: (event) => {
        if (holdsFiles(event)) show(depth - 1);
      },
      drop: (event) => {
        if (!holdsFiles(event)) return;
        // without this the browser leaves the page and opens the file
        event.preventDefault();
        show(0);
        const files = droppedFiles(event.dataTransfer!);
        if (files.length > 0) options.onFiles(files);
      },
    };
  const names = Object.keys(listeners) as (keyof typeof listeners)[];
  for (const name of names) window.addEventListener(name, listeners[name]);
  return () => {
    for (const name of names) window.removeEventListener(name, listeners[name]);
    overlay.remove();
  };
}

/** Files that wait for their turn: several dropped at once are looked at one by one. */
export function createFileQueue() {
  const [files, setFiles] = createSignal<readonly DroppedFile[]>([]);
  return {
    /** The file whose turn it is, or null. */
    current: () => files()[0] ?? null,
    /** Files behind it. */
    waiting: () => Math.max(0, files().length - 1),
    add: (more: readonly DroppedFile[]) => setFiles((before) => [...before, ...more]),
    /** Done with the current one. */
    next: () => setFiles((before) => before.slice(1)),
    clear: () => setFiles([]),
  };
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

function droppedFiles(transfer: DataTransfer): DroppedFile[] {
  const dropped: DroppedFile[] = [];
  for (const item of transfer.items) {
    if (item.kind !== "file") continue;
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory) {
      dropped.push({ kind: "refused", message: `“${entry.name}” is a folder. Drop the files inside it.` });
    } else if (file) {
      dropped.push(sortDropped(file));
    }
  }
  return dropped;
}

function makeOverlay(): HTMLElement {
  const overlay = document.createElement("div");
  overlay.className = "file-drop";
  overlay.setAttribute("aria-hidden", "true");
  const words = document.createElement("div");
  words.className = "file-drop-words";
  words.textContent = "Drop a table of accounts (.csv) or a plan (.evenfield)";
  overlay.append(words);
  return overlay;
}
