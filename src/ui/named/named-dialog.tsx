import Trash2 from "lucide-solid/icons/trash";
import { createMemo, For, Show } from "solid-js";
import { bringNamedHome, nameAccounts } from "../../model/edits/name-accounts";
import { type NamedConflict, namedConflicts } from "../../model/named-accounts";
import { rowById } from "../../model/table";
import { Modal } from "../controls/modal";
import { doEdit } from "../do-edit";
import { countText } from "../number-format";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { accountName, repName } from "./rep-choices";
import "./named.css";

const WORDS: Readonly<Record<NamedConflict["kind"], string>> = {
  "no-account": "The account was deleted",
  "no-rep": "The rep is gone",
  "no-territory": "The rep has no territory",
  several: "The rep has several territories: choose one",
  locked: "A lock holds it in another territory",
  elsewhere: "Not yet in the rep's territory",
};

/** Accounts listed at once; the sheet has a column for all. */
const SHOWN = 300;

/** The named accounts, where they are, and what keeps them from their reps. */
export function NamedDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const { makeId } = useServices();
  const { session } = planner;
  const conflicts = createMemo(() => namedConflicts(planner.plan(), planner.path()));
  const conflictOf = createMemo(() => new Map(conflicts().map(({ named, kind }) => [named.id, kind])));
  // Those in conflict first: they ask for something to be done.
  const rows = createMemo(() => {
    const known = rowById(planner.plan().tables.accounts);
    return planner
      .plan()
      .planning.namedAccounts.map((named) => ({ named, row: known.get(named.account) }))
      .sort((a, b) => Number(conflictOf().has(b.named.id)) - Number(conflictOf().has(a.named.id)));
  });
  const elsewhere = () => conflicts().filter(({ kind }) => kind === "elsewhere").length;
  const territory = (row: number) => {
    const { territories, territoryOf } = planner.alignment();
    const slot = territoryOf[row] ?? 0;
    return slot === 0 ? "Unassigned" : (territories[slot]?.name ?? "");
  };
  return (
    <Modal
      open
      size="medium"
      title="Named accounts"
      description="Strategic accounts that belong to a rep wherever they lie. Name accounts from their menu in the Accounts sheet or on the map."
      onClose={props.onClose}
      footer={
        <>
          <Show when={elsewhere() > 0}>
            <button
              type="button"
              class="button"
              onClick={() => doEdit(planner, bringNamedHome(session.plan, session.path))}
            >
              Bring {countText(planner.plan(), elsewhere())} to their reps
            </button>
          </Show>
          <button type="button" class="button button-primary" onClick={props.onClose}>
            Done
          </button>
        </>
      }
    >
      <Show when={rows().length > 0} fallback={<p class="form-hint">No account is named yet.</p>}>
        <div class="table-scroll">
          <table class="plain-table">
            <thead>
              <tr>
                <th scope="col">Account</th>
                <th scope="col">Rep</th>
                <th scope="col">Territory</th>
                <th scope="col">
                  <Show when={conflicts().length > 0}>
                    {conflicts().length} {conflicts().length === 1 ? "conflict" : "conflicts"}
                  </Show>
                </th>
                <th scope="col">
                  <span class="visually-hidden">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={rows().slice(0, SHOWN)}>
                {({ named, row }) => {
                  const name = row === undefined ? "(gone)" : accountName(planner.plan(), row);
                  return (
                    <tr>
                      <td>{name}</td>
                      <td>{repName(planner.plan(), named.rep) || "(gone)"}</td>
                      <td>{row === undefined ? "" : territory(row)}</td>
                      <td class="table-problem">
                        <Show when={conflictOf().get(named.id)}>{(kind) => WORDS[kind()]}</Show>
                      </td>
                      <td>
                        <button
                          type="button"
                          class="button button-quiet button-icon"
                          aria-label={`Name ${name} no longer`}
                          disabled={planner.readOnly() || row === undefined}
                          onClick={() =>
                            row !== undefined &&
                            doEdit(planner, nameAccounts(session.plan, session.path, [row], null, makeId))
                          }
                        >
                          <Trash2 aria-hidden="true" />
                        </button>
                      </td>
                    </tr>
                  );
                }}
              </For>
            </tbody>
          </table>
        </div>
        <Show when={rows().length > SHOWN}>
          <p class="form-hint">and {countText(planner.plan(), rows().length - SHOWN)} more</p>
        </Show>
      </Show>
    </Modal>
  );
}
