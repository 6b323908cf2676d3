import type { ImportClient, ImportSource } from "../../files/import/import-job";
import type { ImportReport } from "../../files/import/import-report";
import type { Plan } from "../../model/plan";
import { Modal } from "../controls/modal";

/** A file or a pasted text on its way into a new plan. Nothing is changed until `onImported`. */
export function ImportDialog(props: {
  open: boolean;
  /** What was dropped or pasted; null lets the planner choose inside the dialog. */
  source: ImportSource | null;
  client: ImportClient;
  onClose: () => void;
  onImported: (plan: Plan, report: ImportReport) => void;
}) {
  return (
    <Modal open={props.open} title="Import accounts" size="large" onClose={props.onClose}>
      {props.source?.name}
    </Modal>
  );
}
