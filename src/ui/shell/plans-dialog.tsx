import { createResource } from "solid-js";
import { Modal } from "../controls/modal";
import { useServices } from "../services";
import { PlanList } from "./plan-list";

/** The plans of this device. */
export function PlansDialog(props: { current: string; onClose: () => void }) {
  const { workspace } = useServices();
  const [plans, { refetch }] = createResource(() => workspace.list());
  return (
    <Modal open size="medium" title="Plans on this device" onClose={props.onClose}>
      <PlanList plans={plans() ?? []} current={props.current} onChanged={refetch} onOpened={props.onClose} />
    </Modal>
  );
}
