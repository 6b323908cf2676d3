import { type Action, shortcutText } from "../actions";
import { Modal } from "../controls/modal";
import { OptionList } from "../controls/option-list";

/** Every action by name; those that cannot be done now say why. */
export function CommandPalette(props: { actions: readonly Action[]; onClose: () => void }) {
  const options = () =>
    props.actions
      .filter((action) => action.id !== "palette")
      .map((action) => ({
        id: action.id,
        text: action.title,
        content: () => (
          <>
            <span class="option-text">{action.title}</span>
            <span class="option-detail">
              {action.disabled?.() ?? (action.shortcut ? shortcutText(action.shortcut) : "")}
            </span>
          </>
        ),
      }));
  const choose = (id: string) => {
    const action = props.actions.find((candidate) => candidate.id === id);
    if (!action || action.disabled?.() != null) return;
    props.onClose();
    action.run();
  };
  return (
    <Modal open size="medium" title="Search actions" onClose={props.onClose}>
      <OptionList
        label="Action"
        placeholder="What do you want to do?"
        options={options()}
        onChoose={choose}
        empty="No action of that name."
      />
    </Modal>
  );
}
