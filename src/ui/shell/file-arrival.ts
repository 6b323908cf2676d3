import { createEffect, createSignal, onCleanup } from "solid-js";
import { createFileQueue, installFileDrop } from "../import/file-drop";
import type { Dialogs } from "./dialogs";

/** Files dropped anywhere on the page: opens the dialog that fits, one file after the other, once no other is open. */
export function createFileArrival(dialogs: Dialogs) {
  const [refusal, setRefusal] = createSignal<string | null>(null);
  const queue = createFileQueue();
  onCleanup(installFileDrop({ onFiles: queue.add }));

  const isFree = () => {
    const dialog = dialogs.current();
    return dialog === null || (dialog.kind === "import" && dialog.source === null);
  };
  createEffect(() => {
    const dropped = queue.current();
    if (!dropped || !isFree()) return;
    queue.next();
    if (dropped.kind === "refused") {
      setRefusal(dropped.message);
      return;
    }
    setRefusal(null);
    dialogs.open(
      dropped.kind === "plan"
        ? { kind: "open-file", file: dropped.file }
        : { kind: "import", source: dropped.file },
    );
  });
  /** Files behind the one whose dialog is open. */
  const waiting = () => (queue.current() ? queue.waiting() + 1 : 0);
  return { waiting, refusal, dismiss: () => setRefusal(null) };
}
