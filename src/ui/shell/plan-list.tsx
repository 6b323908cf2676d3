import Copy from "lucide-solid/icons/copy";
import Trash2 from "lucide-solid/icons/trash";
import { createSignal, For, Show } from "solid-js";
import type { PlanSummary } from "../../model/saved-plan";
import { Modal } from "../controls/modal";
import { useServices } from "../services";
import "./plan-list.css";

/** The saved plans: open, copy or delete one. */
export function PlanList(props: {
  plans: readonly PlanSummary[];
  current?: string | undefined;
  onChanged: () => void;
  onOpened?: () => void;
}) {
  const { workspace, store, makeId } = useServices();
  const [deleting, setDeleting] = createSignal<PlanSummary | null>(null);
  const open = async (plan: PlanSummary) => {
    if (plan.id !== props.current) await workspace.open(plan.id);
    props.onOpened?.();
  };
  const copy = async (plan: PlanSummary) => {
    await store.duplicate(plan.id, { id: makeId(), name: `${plan.name} (copy)` });
    props.onChanged();
  };
  const remove = async (plan: PlanSummary) => {
    setDeleting(null);
    await workspace.remove(plan.id);
    props.onChanged();
  };
  return (
    <>
      <ul class="plan-list">
        <For each={props.plans}>
          {(plan) => (
            <li class="plan-item">
              <button
                type="button"
                class="plan-item-open"
                aria-current={plan.id === props.current ? "true" : undefined}
                onClick={() => open(plan)}
              >
                <span class="plan-item-name">{plan.name}</span>
                <span class="plan-item-facts">
                  {plan.counts.accounts.toLocaleString()} accounts · changed {whenText(plan.updatedAt)}
                </span>
              </button>
              <button
                type="button"
                class="button button-quiet button-icon"
                aria-label={`Copy ${plan.name}`}
                title="Copy"
                onClick={() => copy(plan)}
              >
                <Copy aria-hidden="true" />
              </button>
              <button
                type="button"
                class="button button-quiet button-icon"
                aria-label={`Delete ${plan.name}`}
                title="Delete"
                onClick={() => setDeleting(plan)}
              >
                <Trash2 aria-hidden="true" />
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={deleting()}>
        {(plan) => (
          <Modal
            open
            size="small"
            title={`Delete ${plan().name}?`}
            onClose={() => setDeleting(null)}
            footer={
              <>
                <button type="button" class="button" onClick={() => setDeleting(null)}>
                  Keep it
                </button>
                <button type="button" class="button button-danger" onClick={() => remove(plan())}>
                  Delete for good
                </button>
              </>
            }
          >
            <p>
              The plan is removed from this device and cannot be brought back, unless you saved a plan file of
              it.
            </p>
          </Modal>
        )}
      </Show>
    </>
  );
}

function whenText(time: number): string {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
  return format.format(time);
}
