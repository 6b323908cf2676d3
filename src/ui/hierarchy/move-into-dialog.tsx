import { moveGroup, moveTerritories } from "../../model/edits/group-edits";
import { groupPath, groupsWithin, levelName } from "../../model/hierarchy";
import { Modal } from "../controls/modal";
import { OptionList } from "../controls/option-list";
import { doEdit } from "../do-edit";
import { usePlanner } from "../planner";

const NAMES = new Intl.Collator(undefined, { numeric: true });
const TOP = "top";

/** "Move into…": the groups that territories, or a group, can be put into. */
export function MoveIntoDialog(props: {
  slots: readonly number[];
  group: string | null;
  onClose: () => void;
}) {
  const planner = usePlanner();
  const { session } = planner;
  const { groups, territories } = session.alignment;
  const own = props.group ? groupsWithin(groups, props.group) : new Set<string>();
  const [first] = props.slots;
  const what = () => {
    if (props.group) return groups.find(({ id }) => id === props.group)?.name ?? "";
    return props.slots.length === 1 ? (territories[first!]?.name ?? "") : `${props.slots.length} territories`;
  };
  const options = [
    ...groups
      .filter(({ id }) => !own.has(id))
      .map(({ id }) => {
        const path = groupPath(groups, id);
        return {
          id,
          path: path.map(({ name }) => name).join(" › "),
          level: levelName(session.plan, path.length - 1),
        };
      })
      .sort((a, b) => NAMES.compare(a.path, b.path))
      .map(({ id, path, level }) => ({
        id: `group:${id}`,
        text: path,
        content: () => (
          <>
            <span class="option-text">{path}</span>
            <span class="option-detail">{level}</span>
          </>
        ),
      })),
    { id: TOP, text: "The top", content: () => <span class="option-text">The top, in no group</span> },
  ];
  const choose = (choice: string) => {
    props.onClose();
    const parent = choice === TOP ? null : choice.slice("group:".length);
    const { plan, path } = session;
    doEdit(
      planner,
      props.group
        ? moveGroup(plan, path, props.group, parent)
        : moveTerritories(plan, path, props.slots, parent),
    );
  };
  return (
    <Modal open size="small" title={`Move ${what()} into…`} onClose={props.onClose}>
      <OptionList
        label="Group"
        placeholder="Type a name"
        options={options}
        onChoose={choose}
        empty="No group of that name."
      />
    </Modal>
  );
}
