import { untrack } from "solid-js";
import { territoryAt, territorySlots, UNASSIGNED } from "../../model/alignment";
import { assignUnits } from "../../model/edits/assign-units";
import { indexOf } from "../../model/metrics/balance";
import { Modal } from "../controls/modal";
import { OptionList } from "../controls/option-list";
import { doEdit } from "../do-edit";
import { indexText } from "../number-format";
import { usePlanner } from "../planner";
import { countOfUnits } from "./unit-words";

/** "Assign to…" for units: the territories, those furthest below their target first. */
export function AssignUnitsDialog(props: { units: readonly number[]; onClose: () => void }) {
  const planner = usePlanner();
  const { units } = props;
  const options = untrack(() => {
    const figure = planner.figures().measures.find(({ measure }) => measure.weight > 0);
    const index = (slot: number) =>
      figure ? indexOf(figure.totals[slot] ?? 0, figure.targets[slot] ?? 0) : Number.NaN;
    const slots = territorySlots(planner.alignment());
    slots.sort((a, b) => (index(a) || 0) - (index(b) || 0) || a - b);
    return [...slots, UNASSIGNED].map((slot) => {
      const { name, color } = territoryAt(planner.alignment(), slot);
      const detail = figure && slot !== UNASSIGNED ? `${figure.measure.name} ${indexText(index(slot))}` : "";
      return {
        id: String(slot),
        text: name,
        content: () => (
          <>
            <span
              class="swatch"
              classList={{ "swatch-hollow": slot === UNASSIGNED }}
              style={{ "--swatch": color }}
            />
            <span class="option-text">{name}</span>
            <span class="option-detail">{detail}</span>
          </>
        ),
      };
    });
  });
  const choose = (id: string) => {
    props.onClose();
    const { plan, path } = planner.session;
    if (!doEdit(planner, assignUnits(plan, path, new Set(units), Number(id))))
      planner.notify({ text: "They are there already." });
  };
  return (
    <Modal
      open
      size="medium"
      title={`Assign ${countOfUnits(units.length, planner.plan().settings.locale)} to…`}
      description="Their accounts go with them. Locked and named ones stay where they are."
      onClose={props.onClose}
    >
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
