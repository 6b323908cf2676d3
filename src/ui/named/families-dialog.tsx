import { createMemo, For, Show } from "solid-js";
import { bringTogether, meetingPlace } from "../../model/edits/bring-together";
import { setPlanningRecord } from "../../model/edits/set-planning-record";
import { keepsFamilies, type SplitFamily, splitFamilies } from "../../model/families";
import { columnByRole } from "../../model/table";
import { Modal } from "../controls/modal";
import { doEdit } from "../do-edit";
import { countText } from "../number-format";
import { usePlanner } from "../planner";
import { spotlightOn } from "../territories/spotlights";
import { accountName } from "./rep-choices";
import "./named.css";

/** Families listed at once. */
const SHOWN = 100;

/** Parents and subsidiaries: whether they stay together, which are split over territories, and how to bring them together. */
export function FamiliesDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const { session } = planner;
  const split = createMemo(() => splitFamilies(planner.plan(), planner.path()));
  const hasParents = () => columnByRole(planner.plan().tables.accounts, "parent") !== undefined;
  const together = () => keepsFamilies(planner.plan());
  const setTogether = (wanted: boolean) => {
    const label = wanted ? "Keep families together" : "Let families part";
    doEdit(planner, setPlanningRecord(session.plan, "families", "", { id: "", together: wanted }, label));
  };
  const nameOf = (slot: number) =>
    slot === 0 ? "Unassigned" : (planner.alignment().territories[slot]?.name ?? "");
  const bring = (families: readonly SplitFamily[]) =>
    doEdit(planner, bringTogether(session.plan, session.path, families));
  const show = (family: SplitFamily) => {
    spotlightOn(
      planner,
      `of the family of ${accountName(session.plan, family.accounts[0]!)}`,
      family.accounts,
    );
    props.onClose();
  };
  return (
    <Modal
      open
      size="medium"
      title="Families"
      description="Accounts that name another one as their parent, and all their relatives."
      onClose={props.onClose}
      footer={
        <>
          <button
            type="button"
            class="button"
            disabled={split().length === 0 || planner.readOnly()}
            onClick={() => bring(split())}
          >
            Bring all together
          </button>
          <button type="button" class="button button-primary" onClick={props.onClose}>
            Done
          </button>
        </>
      }
    >
      <Show
        when={hasParents()}
        fallback={
          <p class="form-hint">
            No column says who the parent of an account is. Import one as “Parent account”.
          </p>
        }
      >
        <div class="form">
          <label class="check-field">
            <input
              type="checkbox"
              checked={together()}
              disabled={planner.readOnly()}
              onChange={(event) => setTogether(event.currentTarget.checked)}
            />
            Move families as a whole: who moves one account moves its relatives too
          </label>
          <p aria-live="polite">
            {split().length === 0
              ? "No family is split over territories."
              : `${countText(planner.plan(), split().length)} ${split().length === 1 ? "family is" : "families are"} split over territories.`}
          </p>
          <Show when={split().length > 0}>
            <div class="table-scroll">
              <table class="plain-table">
                <thead>
                  <tr>
                    <th scope="col">Family of</th>
                    <th scope="col">Territories</th>
                    <th scope="col">
                      <span class="visually-hidden">Actions</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  <For each={split().slice(0, SHOWN)}>
                    {(family) => (
                      <tr>
                        <td>
                          <button type="button" class="link" onClick={() => show(family)}>
                            {accountName(planner.plan(), family.accounts[0]!)}
                          </button>
                          <span class="muted"> {family.accounts.length} accounts</span>
                        </td>
                        <td>
                          {family.places
                            .map(({ slot, accounts }) => `${nameOf(slot)} ${accounts}`)
                            .join(" · ")}
                        </td>
                        <td>
                          <button
                            type="button"
                            class="button"
                            disabled={planner.readOnly()}
                            onClick={() => bring([family])}
                          >
                            Bring to {nameOf(meetingPlace(planner.alignment(), family))}
                          </button>
                        </td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </div>
            <Show when={split().length > SHOWN}>
              <p class="form-hint">and {countText(planner.plan(), split().length - SHOWN)} more</p>
            </Show>
          </Show>
        </div>
      </Show>
    </Modal>
  );
}
