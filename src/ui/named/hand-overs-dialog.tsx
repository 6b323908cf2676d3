import { createMemo, createSignal, For, Show } from "solid-js";
import { cellText } from "../../model/cells";
import { dayOfIso, isoDay } from "../../model/day";
import { holdDeals, releaseDeals } from "../../model/edits/hold-deals";
import { givenAccounts, type HandOver, handOvers } from "../../model/hand-overs";
import { columnByRole } from "../../model/table";
import { HAND_OVER_DIALECT, handOverFileName } from "../../session/export-name";
import { Modal } from "../controls/modal";
import { doEdit } from "../do-edit";
import { countText } from "../number-format";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { saveFile } from "../share/save-file";
import { accountName, repName } from "./rep-choices";
import "./named.css";

/** Rows shown at once; the file has all. */
const SHOWN = 200;

/** Who hands what to whom, and when: per rep, as a table and as a file; open deals may stay behind. */
export function HandOversDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const { makeId, exports } = useServices();
  const { session } = planner;
  const [rep, setRep] = createSignal("");
  const [until, setUntil] = createSignal("");
  const [saving, setSaving] = createSignal(false);
  const [note, setNote] = createSignal<string | null>(null);
  const all = createMemo(() => handOvers(planner.plan(), planner.path()));
  const givers = createMemo(() => {
    const counts = new Map<number, number>();
    for (const { from } of all()) counts.set(from, (counts.get(from) ?? 0) + 1);
    return [...counts];
  });
  const chosen = () => (givers().some(([id]) => String(id) === rep()) ? Number(rep()) : null);
  const list = createMemo(() => all().filter(({ from }) => chosen() === null || from === chosen()));
  const held = () => list().filter(({ deal }) => deal !== null);
  const dealName = (deal: number) => {
    const { deals } = planner.plan().tables;
    return cellText(columnByRole(deals, "name"), deal) || `Deal ${deal + 1}`;
  };
  const when = ({ when }: HandOver) =>
    when.kind === "now"
      ? "With the plan"
      : when.kind === "at-close"
        ? "When it closes"
        : isoDay(when.day + 1);
  const hold = () => {
    const { plan, path } = session;
    const accounts = [...givenAccounts(plan, path)].filter(
      ([, { from }]) => chosen() === null || from === chosen(),
    );
    const day = until() === "" ? null : dayOfIso(until());
    const patch = holdDeals(plan, path, new Set(accounts.map(([row]) => row)), day, makeId);
    setNote(doEdit(planner, patch) ? null : "No open deal of these accounts is left to hold.");
  };
  const release = () => {
    const { ids } = session.plan.tables.deals;
    const deals = new Set(held().map(({ deal }) => ids[deal!]!));
    const gone = session.plan.planning.holdouts.filter(({ deal }) => deals.has(deal)).map(({ id }) => id);
    doEdit(planner, releaseDeals(session.plan, new Set(gone)));
  };
  const save = async () => {
    const { plan, path } = session;
    const from = chosen();
    const name = handOverFileName(plan, from === null ? "" : repName(plan, from));
    setSaving(true);
    try {
      const bytes = await exports.write(plan, { kind: "hand-overs", path, from, dialect: HAND_OVER_DIALECT });
      saveFile(name, bytes, "text/csv");
      setNote(`“${name}” was saved to your downloads.`);
    } catch (error) {
      setNote(error instanceof Error ? error.message : String(error));
    } finally {
      setSaving(false);
    }
  };
  return (
    <Modal
      open
      size="large"
      title="Hand-over"
      description="What changes hands against the baseline, the alignment as it was imported."
      onClose={props.onClose}
      footer={
        <>
          <button
            type="button"
            class="button"
            disabled={list().length === 0 || saving()}
            onClick={() => void save()}
          >
            Save as CSV
          </button>
          <button type="button" class="button button-primary" onClick={props.onClose}>
            Done
          </button>
        </>
      }
    >
      <div class="form">
        <div class="form-row record-add">
          <label class="field">
            <span class="field-label">From</span>
            <select class="select" value={rep()} onChange={(event) => setRep(event.currentTarget.value)}>
              <option value="">All reps ({countText(planner.plan(), all().length)})</option>
              <For each={givers()}>
                {([id, count]) => (
                  <option value={String(id)}>
                    {repName(planner.plan(), id) || "(gone)"} ({countText(planner.plan(), count)})
                  </option>
                )}
              </For>
            </select>
          </label>
          <label class="field">
            <span class="field-label">Hold open deals through (empty = until they close)</span>
            <input
              class="input"
              type="date"
              value={until()}
              onInput={(event) => setUntil(event.currentTarget.value)}
            />
          </label>
          <button
            type="button"
            class="button"
            disabled={list().length === 0 || planner.readOnly()}
            onClick={hold}
          >
            Hold open deals
          </button>
          <Show when={held().length > 0}>
            <button type="button" class="button" disabled={planner.readOnly()} onClick={release}>
              Release {countText(planner.plan(), held().length)}
            </button>
          </Show>
        </div>
        <p class="form-hint" aria-live="polite">
          {note()}
        </p>
        <Show when={list().length > 0} fallback={<p class="form-hint">Nothing changes hands.</p>}>
          <div class="table-scroll hand-over-table">
            <table class="plain-table">
              <thead>
                <tr>
                  <th scope="col">From</th>
                  <th scope="col">To</th>
                  <th scope="col">Account</th>
                  <th scope="col">Deal</th>
                  <th scope="col">When</th>
                </tr>
              </thead>
              <tbody>
                <For each={list().slice(0, SHOWN)}>
                  {(item) => (
                    <tr>
                      <td>{repName(planner.plan(), item.from) || "(gone)"}</td>
                      <td>{repName(planner.plan(), item.to) || "Nobody yet"}</td>
                      <td>{accountName(planner.plan(), item.account)}</td>
                      <td>{item.deal === null ? "" : dealName(item.deal)}</td>
                      <td>{when(item)}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </div>
          <Show when={list().length > SHOWN}>
            <p class="form-hint">and {countText(planner.plan(), list().length - SHOWN)} more in the file</p>
          </Show>
        </Show>
      </div>
    </Modal>
  );
}
