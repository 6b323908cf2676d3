import { untrack } from "solid-js";
import { chordToKm } from "../../geo/distance";
import { territoryAt, territorySlots, UNASSIGNED } from "../../model/alignment";
import { countOf } from "../../model/edits/assign-accounts";
import { refusedCount } from "../../model/hybrid";
import { moveEffects } from "../../model/metrics/move-effect";
import { placesOf } from "../../model/metrics/places";
import { Modal } from "../controls/modal";
import { OptionList } from "../controls/option-list";
import { distanceText, indexText } from "../number-format";
import { usePlanner } from "../planner";
import { dropAccounts } from "./drop-accounts";

/** "Assign to…": territories, the nearest first, each with what the move would do to its indexes. */
export function AssignDialog(props: { accounts: readonly number[]; onClose: () => void }) {
  const planner = usePlanner();
  // The dialog is about these accounts as they are now: it closes with the first choice.
  const { accounts } = props;
  const title = `Assign ${countOf(accounts.length)} to…`;
  const options = untrack(() => {
    const plan = planner.plan();
    const alignment = planner.alignment();
    const figures = planner.figures();
    const effectOf = moveEffects(plan, planner.path(), figures, accounts);
    const refusedBy = refusedCount(plan, planner.path(), accounts);
    const middle = middleOf(placesOf(plan.tables.accounts), accounts);
    const { centers } = figures.travel;
    const targets = territorySlots(alignment).map((slot) => {
      const km = middle ? chordToKm(chord(middle, centers, slot)) : Number.NaN;
      return { slot, km };
    });
    targets.sort(
      (a, b) => (Number.isNaN(a.km) ? 1e9 : a.km) - (Number.isNaN(b.km) ? 1e9 : b.km) || a.slot - b.slot,
    );
    const listed = targets.map(({ slot, km }) => {
      const territory = territoryAt(alignment, slot);
      const { effects } = effectOf(slot);
      const refused = refusedBy(slot);
      const changes = effects
        .map(({ measure, before, after }) => `${measure} ${indexText(before)} → ${indexText(after)}`)
        .join(" · ");
      return {
        id: String(slot),
        text: territory.name,
        content: () => (
          <>
            <span class="swatch" style={{ "--swatch": territory.color }} />
            <span class="option-text">
              {territory.name}
              <span class="option-detail"> {changes}</span>
              {refused > 0 ? (
                <span class="option-warning">
                  {accounts.length === 1
                    ? "does not take its segment"
                    : `does not take the segment of ${countOf(refused)}`}
                </span>
              ) : null}
            </span>
            <span class="option-detail">{Number.isNaN(km) ? "" : distanceText(plan, km)}</span>
          </>
        ),
      };
    });
    return [
      ...listed,
      {
        id: String(UNASSIGNED),
        text: "Unassigned",
        content: () => (
          <>
            <span class="swatch swatch-hollow" />
            <span class="option-text">Unassigned</span>
          </>
        ),
      },
    ];
  });
  const choose = (id: string) => {
    props.onClose();
    dropAccounts(planner, accounts, Number(id));
  };
  return (
    <Modal open size="medium" title={title} onClose={props.onClose}>
      <OptionList
        label="Territory"
        placeholder="Type a territory's name"
        options={options}
        onChoose={choose}
        empty="No territory of that name."
      />
    </Modal>
  );
}

function middleOf(places: Float64Array, accounts: readonly number[]): Float64Array | null {
  const middle = new Float64Array(3);
  for (const account of accounts) {
    if (Number.isNaN(places[3 * account]!)) continue;
    for (let axis = 0; axis < 3; axis++) middle[axis]! += places[3 * account + axis]!;
  }
  const length = Math.hypot(middle[0]!, middle[1]!, middle[2]!);
  return length > 0 ? middle.map((part) => part / length) : null;
}

function chord(middle: Float64Array, centers: Float64Array, slot: number): number {
  return Math.hypot(
    middle[0]! - centers[3 * slot]!,
    middle[1]! - centers[3 * slot + 1]!,
    middle[2]! - centers[3 * slot + 2]!,
  );
}
