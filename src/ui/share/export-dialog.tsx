import type { PlanFileClient } from "../../files/plan/plan-file";
import type { Revision } from "../../model/revision";
import { Modal } from "../controls/modal";

/** Files out of the open plan: accounts, territories, or the plan itself. Must stand inside `PlannerProvider`. */
export function ExportDialog(props: {
  open: boolean;
  planFiles: PlanFileClient;
  /** The kept revisions of the open plan, oldest first, that go into a plan file. */
  revisions: () => Promise<readonly Revision[]>;
  onClose: () => void;
}) {
  return (
    <Modal open={props.open} title="Export" onClose={props.onClose}>
      {null}
    </Modal>
  );
}
