import Ellipsis from "lucide-solid/icons/ellipsis";
import GripVertical from "lucide-solid/icons/grip-vertical";
import { type Accessor, createMemo, createSignal, Index, Show } from "solid-js";
import { primaryRep, territoryAt } from "../../model/alignment";
import { cellText } from "../../model/cells";
import { countOf } from "../../model/edits/assign-accounts";
import { moveTerritories } from "../../model/edits/group-edits";
import { columnByRole, rowById } from "../../model/table";
import { selectRows } from "../../session/row-selection";
import type { NearView } from "../controls/near-view";
import type { MenuPlace } from "../controls/row-menu";
import { doEdit } from "../do-edit";
import { DROP_ATTRIBUTE, slotUnderDrag } from "../drag-accounts";
import { DROP_GROUP_ATTRIBUTE, pressOnHandle } from "../hierarchy/drag-into-group";
import { countText } from "../number-format";
import { usePlanner } from "../planner";
import { useDialogs } from "../shell/dialogs";
import { IndexBar } from "./index-bar";
import { accountsIn } from "./spotlights";

/** One territory: name, rep, accounts, and a bar per measure. It takes accounts that are dropped on it. */
export function TerritoryRow(props: {
  slot: number;
  /** Rungs above it in the tree, or null where the list is no tree. */
  depth: number | null;
  /** Leaves the bars out while the row is far from what is seen; null = never. */
  nearView: NearView | null;
  onMenu: (place: MenuPlace) => void;
}) {
  const planner = usePlanner();
  const [isNear, setIsNear] = createSignal<Accessor<boolean>>(() => props.nearView === null);
  const dialogs = useDialogs();
  const territory = createMemo(
    () => planner.preview()?.territories[props.slot] ?? territoryAt(planner.alignment(), props.slot),
  );
  const reps = createMemo(() => planner.plan().tables.reps);
  const repName = createMemo(() => {
    const rep = primaryRep(territory());
    const row = rep === null ? undefined : rowById(reps()).get(rep);
    return row === undefined ? "" : cellText(columnByRole(reps(), "name"), row);
  });
  const accounts = createMemo(() => planner.figures().accounts[props.slot] ?? 0);
  const isOver = createMemo(() => slotUnderDrag() === props.slot);
  const select = () => {
    const rows = accountsIn(planner, props.slot);
    planner.session.select(selectRows(planner.plan().tables.accounts.count, rows));
    planner.announce(`${countOf(rows.length)} of ${territory().name} selected`);
  };
  return (
    <li
      ref={(element) => {
        const { nearView } = props;
        if (nearView) setIsNear(() => nearView.follow(element));
      }}
      class="territory-row"
      aria-label={territory().name}
      classList={{ "territory-row-over": isOver() }}
      data-depth={props.depth === null ? undefined : "tree"}
      style={{ "--depth": Math.min(props.depth ?? 0, 6) }}
      {...{ [DROP_ATTRIBUTE]: props.slot, [DROP_GROUP_ATTRIBUTE]: territory().group ?? "" }}
    >
      <div class="territory-row-head">
        <span class="swatch" style={{ "--swatch": territory().color }} />
        <button
          type="button"
          class="territory-name"
          title="Select its accounts"
          onClick={select}
          onDblClick={() => dialogs.open({ kind: "territory", slot: props.slot })}
        >
          {territory().name}
        </button>
        <span class="territory-rep">{repName()}</span>
        <span class="territory-count">
          {countText(planner.plan(), accounts())}
          <span class="visually-hidden">{accounts() === 1 ? " account" : " accounts"}</span>
        </span>
        <Show when={props.depth !== null}>
          <span
            class="tree-handle"
            title={`Drag ${territory().name} into another group`}
            onPointerDown={(event) => {
              if (planner.readOnly() || planner.preview()) return;
              const { session } = planner;
              pressOnHandle(event, territory().name, (group) =>
                doEdit(planner, moveTerritories(session.plan, session.path, [props.slot], group)),
              );
            }}
          >
            <GripVertical aria-hidden="true" />
          </span>
        </Show>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-haspopup="menu"
          aria-label={`Actions for ${territory().name}`}
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            props.onMenu({ x: box.left, y: box.bottom + 4 });
          }}
        >
          <Ellipsis aria-hidden="true" />
        </button>
      </div>
      <Show
        when={isNear()()}
        fallback={<div class="territory-bars-far" style={{ "--measures": planner.plan().measures.length }} />}
      >
        <Index each={planner.figures().measures}>
          {(figure) => <IndexBar figure={figure()} slot={props.slot} />}
        </Index>
      </Show>
    </li>
  );
}
