import { createSignal } from "solid-js";
import { dayOfIso, isoDay } from "../../model/day";
import { countOf } from "../../model/edits/assign-accounts";
import { lockAccounts } from "../../model/edits/lock-accounts";
import { Modal } from "../controls/modal";
import { doEdit } from "../do-edit";
import { usePlanner } from "../planner";
import "../territories/dialogs.css";

/** Locks accounts to the territory they are in: why, and through which day. */
export function LockDialog(props: { accounts: readonly number[]; onClose: () => void }) {
  const planner = usePlanner();
  const { session } = planner;
  // What they have in common, so that a lock can be looked at and changed.
  const locks = props.accounts.map((account) => session.alignment.locks.get(account) ?? null);
  const first = locks[0] ?? null;
  const same = first && locks.every((lock) => lock?.reason === first.reason && lock.until === first.until);
  const [reason, setReason] = createSignal(same ? first.reason : "");
  const [until, setUntil] = createSignal(same && first.until !== null ? isoDay(first.until) : "");
  const today = session.plan.day;
  const problem = () => {
    if (until() === "") return null;
    const day = dayOfIso(until());
    if (day === null) return "Give the last day as a date.";
    return today !== undefined && day < today ? "That day is over: the lock would not hold." : null;
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (problem()) return;
    const lock = { reason: reason().trim(), until: until() === "" ? null : dayOfIso(until()) };
    doEdit(planner, lockAccounts(session.plan, session.path, new Set(props.accounts), lock));
    props.onClose();
  };
  return (
    <Modal
      open
      size="small"
      title={`Lock ${countOf(props.accounts.length)}`}
      description="A locked account stays in its territory, whatever is dragged, drawn or optimized. It is still counted."
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="submit" form="lock-form" class="button button-primary" disabled={problem() !== null}>
            Lock
          </button>
        </>
      }
    >
      <form id="lock-form" class="form" onSubmit={save}>
        <label class="field">
          <span class="field-label">Reason</span>
          <input
            class="input"
            value={reason()}
            onInput={(event) => setReason(event.currentTarget.value)}
            placeholder="Contract renewal, promised to the customer …"
            autofocus
            autocomplete="off"
          />
        </label>
        <label class="field">
          <span class="field-label">Last day (empty = until unlocked)</span>
          <input
            class="input"
            type="date"
            value={until()}
            min={today === undefined ? undefined : isoDay(today)}
            onInput={(event) => setUntil(event.currentTarget.value)}
          />
        </label>
        <p class="form-problem" role="alert">
          {problem()}
        </p>
      </form>
    </Modal>
  );
}
