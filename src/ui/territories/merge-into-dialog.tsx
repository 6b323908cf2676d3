import { untrack } from "solid-js";
import { territoryAt, territorySlots } from "../../model/alignment";
import { mergeTerritories } from "../../model/edits/merge-territories";
import { indexOf } from "../../model/metrics/balance";
import { kmBetween } from "../../model/metrics/travel";
import { Modal } from "../controls/modal";
import { OptionList } from "../controls/option-list";
import { doEdit } from "../do-edit";
import { distanceText, indexText } from "../number-format";
import { usePlanner } from "../planner";
import { mergeTitle } from "./reshape-actions";

/** The territories that one can be merged into, the nearest first, each with the indexes it would come to. */
export function MergeIntoDialog(props: { slot: number; onClose: () => void }) {
  const planner = usePlanner();
  const { slot } = props;
  const options = untrack(() => {
    const { measures, travel } = planner.figures();
    const others = territorySlots(planner.alignment()).filter((other) => other !== slot);
    const km = (other: number) => kmBetween(travel.centers, slot, travel.centers, other);
    const far = (other: number) => (Number.isNaN(km(other)) ? Number.POSITIVE_INFINITY : km(other));
    return others
      .sort((a, b) => far(a) - far(b) || a - b)
      .map((other) => {
        const territory = territoryAt(planner.alignment(), other);
        const indexes = measures.flatMap(({ measure, totals, targets }) => {
          const index = indexOf(totals[slot]! + totals[other]!, targets[other]!);
          return Number.isNaN(index) ? [] : [`${measure.name} ${indexText(index)}`];
        });
        return {
          id: String(other),
          text: territory.name,
          content: () => (
            <>
              <span class="swatch" style={{ "--swatch": territory.color }} />
              <span class="option-text">
                {territory.name} <span class="option-detail">{indexes.join(" · ")} by today's targets</span>
              </span>
              <span class="option-detail">
                {Number.isNaN(km(other)) ? "" : distanceText(planner.plan(), km(other))}
              </span>
            </>
          ),
        };
      });
  });
  const choose = (id: string) => {
    props.onClose();
    const { plan, path } = planner.session;
    void doEdit(planner, mergeTerritories(plan, path, Number(id), [slot]));
  };
  return (
    <Modal open size="medium" title={mergeTitle(planner, slot)} onClose={props.onClose}>
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
