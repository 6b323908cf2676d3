import { createSignal } from "solid-js";
import { cellFormatOf, type DateOrder } from "../../../model/parse-cell";
import { Modal } from "../../controls/modal";
import { RadioChoice } from "../../controls/radio-choice";
import type { GridState } from "../grid-state";
import type { PasteQuestion } from "./create-clipboard";
import { dateShown } from "./date-orders";

/** Asks in which order the dates of a pasted column are written. */
export function DatesDialog(props: {
  grid: GridState;
  question: PasteQuestion & { kind: "dates" };
  onDone: () => void;
}) {
  const { column, example } = props.question;
  const [order, setOrder] = createSignal<DateOrder>(cellFormatOf(props.grid.props.locale).dateOrder);
  const answer = (chosen: DateOrder | null) => {
    props.question.answer(chosen);
    props.onDone();
  };
  const label = (words: string, how: DateOrder) => `${words}: ${dateShown(column, example, how)}`;
  return (
    <Modal
      open
      size="small"
      title={`Dates in ${column.header}`}
      onClose={() => answer(null)}
      footer={
        <>
          <button type="button" class="button" onClick={() => answer(null)}>
            Cancel
          </button>
          <button type="button" class="button button-primary" autofocus onClick={() => answer(order())}>
            Paste
          </button>
        </>
      }
    >
      <RadioChoice
        labelled
        label={`How is ${example.trim()} read?`}
        value={order()}
        choices={[
          { value: "mdy", label: label("Month first", "mdy") },
          { value: "dmy", label: label("Day first", "dmy") },
        ]}
        onChange={setOrder}
      />
    </Modal>
  );
}
