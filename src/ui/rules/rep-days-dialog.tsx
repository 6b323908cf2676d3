import { createMemo, For } from "solid-js";
import { cellNumber } from "../../model/cells";
import { dayOfIso, isoDay } from "../../model/day";
import { type RepDayRole, setRepDays } from "../../model/edits/set-rep-days";
import { repProfiles } from "../../model/fit/rep-profile";
import { columnByRole } from "../../model/table";
import { Modal } from "../controls/modal";
import { usePlanner } from "../planner";
import "../territories/dialogs.css";
import "./rule-dialogs.css";

/** When reps are away, and how many leads a day each is given. Changes count at once. */
export function RepDaysDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const { session } = planner;
  const rows = createMemo(() => repProfiles(planner.plan().tables.reps).map(({ row }) => row));
  const nameOf = (row: number) =>
    repProfiles(planner.plan().tables.reps).find((profile) => profile.row === row)?.name ?? "";
  const value = (row: number, role: RepDayRole) => {
    const column = columnByRole(planner.plan().tables.reps, role);
    return column ? cellNumber(column, row) : Number.NaN;
  };
  const set = (row: number, role: RepDayRole, to: number | null) =>
    session.edit(setRepDays(session.plan, row, role, to));
  const day = (row: number, role: "awayFrom" | "awayTo", label: string) => (
    <input
      class="input"
      type="date"
      aria-label={`${nameOf(row)} ${label}`}
      value={Number.isNaN(value(row, role)) ? "" : isoDay(value(row, role))}
      onChange={(event) => set(row, role, dayOfIso(event.currentTarget.value))}
    />
  );
  return (
    <Modal
      open
      size="medium"
      title="Absence and daily caps"
      description="Rules pass over who is away that day or has had the day's leads."
      onClose={props.onClose}
      footer={
        <button type="button" class="button button-primary" onClick={props.onClose}>
          Done
        </button>
      }
    >
      <table class="decision-table rep-days">
        <thead>
          <tr>
            <th scope="col">Rep</th>
            <th scope="col">Away from</th>
            <th scope="col">Last day away</th>
            <th scope="col">Leads a day</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {(row) => (
              <tr>
                <th scope="row">{nameOf(row)}</th>
                <td>{day(row, "awayFrom", "away from")}</td>
                <td>{day(row, "awayTo", "last day away")}</td>
                <td>
                  <input
                    class="input rule-number"
                    type="number"
                    min={0}
                    placeholder="any"
                    aria-label={`${nameOf(row)} leads a day`}
                    value={Number.isNaN(value(row, "dailyCap")) ? "" : value(row, "dailyCap")}
                    onChange={(event) => {
                      const cap = event.currentTarget.valueAsNumber;
                      set(row, "dailyCap", cap >= 0 ? Math.floor(cap) : null);
                    }}
                  />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Modal>
  );
}
