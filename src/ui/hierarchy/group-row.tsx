import ChevronDown from "lucide-solid/icons/chevron-down";
import ChevronRight from "lucide-solid/icons/chevron-right";
import Ellipsis from "lucide-solid/icons/ellipsis";
import GripVertical from "lucide-solid/icons/grip-vertical";
import { type Accessor, createMemo, createSignal, Index, Show } from "solid-js";
import { moveGroup } from "../../model/edits/group-edits";
import { levelName } from "../../model/hierarchy";
import type { MeasureFigures } from "../../model/metrics/figures";
import type { RollUp } from "../../model/metrics/roll-up";
import type { NearView } from "../controls/near-view";
import type { MenuPlace } from "../controls/row-menu";
import { doEdit } from "../do-edit";
import { accountDrag, DROP_AMONG_ATTRIBUTE } from "../drag-accounts";
import { countText } from "../number-format";
import { usePlanner } from "../planner";
import { IndexBar } from "../territories/index-bar";
import { DROP_GROUP_ATTRIBUTE, pressOnHandle, treeDrag } from "./drag-into-group";
import "./hierarchy.css";

/** A region, an area or any other group in the list of territories: its roll-up, and what is dropped on it goes into it. */
export function GroupRow(props: {
  id: string;
  depth: number;
  folded: boolean;
  rollUp: RollUp | undefined;
  /** Leaves the bars out while the row is far from what is seen; null = never. */
  nearView: NearView | null;
  onFold: (folded: boolean) => void;
  onMenu: (place: MenuPlace) => void;
}) {
  const planner = usePlanner();
  const [isNear, setIsNear] = createSignal<Accessor<boolean>>(() => props.nearView === null);
  const group = createMemo(() => planner.alignment().groups.find(({ id }) => id === props.id));
  const name = () => group()?.name ?? "";
  const level = () => levelName(planner.plan(), props.depth);
  const isOver = createMemo(() => {
    const target = accountDrag()?.over;
    return treeDrag()?.over === props.id || (target?.kind === "group" && target.group === props.id);
  });
  const counts = () => {
    const { accounts, territories } = props.rollUp ?? { accounts: 0, territories: 0 };
    const plan = planner.plan();
    return {
      territories: `${countText(plan, territories)} ${territories === 1 ? "territory" : "territories"}`,
      accounts: countText(plan, accounts),
    };
  };
  return (
    <li
      ref={(element) => {
        const { nearView } = props;
        if (nearView) setIsNear(() => nearView.follow(element));
      }}
    >
      <section
        class="group-row"
        classList={{ "group-row-over": isOver() }}
        aria-label={`${level()} ${name()}`}
        style={{ "--depth": Math.min(props.depth, 6) }}
        {...{ [DROP_GROUP_ATTRIBUTE]: props.id, [DROP_AMONG_ATTRIBUTE]: props.id }}
      >
        <div class="territory-row-head">
          <button
            type="button"
            class="group-fold"
            aria-expanded={!props.folded}
            onClick={() => props.onFold(!props.folded)}
          >
            <Show when={props.folded} fallback={<ChevronDown aria-hidden="true" />}>
              <ChevronRight aria-hidden="true" />
            </Show>
            <span class="group-name">{name()}</span>
          </button>
          <span class="territory-rep">
            {level()} · {counts().territories}
          </span>
          <span class="territory-count">
            {counts().accounts}
            <span class="visually-hidden">{props.rollUp?.accounts === 1 ? " account" : " accounts"}</span>
          </span>
          <span
            class="tree-handle"
            title={`Drag ${name()} into another ${level().toLowerCase()}`}
            onPointerDown={(event) => {
              if (planner.readOnly() || planner.preview()) return;
              const { session } = planner;
              pressOnHandle(event, name(), (parent) =>
                doEdit(planner, moveGroup(session.plan, session.path, props.id, parent)),
              );
            }}
          >
            <GripVertical aria-hidden="true" />
          </span>
          <button
            type="button"
            class="button button-quiet button-icon"
            aria-haspopup="menu"
            aria-label={`Actions for ${name()}`}
            onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect();
              props.onMenu({ x: box.left, y: box.bottom + 4 });
            }}
          >
            <Ellipsis aria-hidden="true" />
          </button>
        </div>
        <Show when={(props.rollUp?.territories ?? 0) > 0}>
          <Show
            when={isNear()()}
            fallback={
              <div class="territory-bars-far" style={{ "--measures": planner.plan().measures.length }} />
            }
          >
            <Index each={planner.figures().measures}>
              {(figure, position) => (
                <Show when={props.rollUp?.measures[position]}>
                  {(rolled) => <RollUpBar figure={figure()} rolled={rolled()} />}
                </Show>
              )}
            </Index>
          </Show>
        </Show>
      </section>
    </li>
  );
}

function RollUpBar(props: { figure: MeasureFigures; rolled: RollUp["measures"][number] }) {
  const own = createMemo(
    (): MeasureFigures => ({
      ...props.figure,
      totals: Float64Array.of(props.rolled.total),
      targets: Float64Array.of(props.rolled.target),
      capacities: null,
    }),
  );
  const within = () => `${props.rolled.within}/${props.rolled.counted}`;
  const percent = () => Math.round(props.figure.measure.tolerance * 100);
  return (
    <div class="roll-up-bar" title={`${within()} territories within ±${percent()} %`}>
      <IndexBar figure={own()} slot={0} />
      <span class="roll-up-within">
        {within()}
        <span class="visually-hidden"> territories within the tolerance</span>
      </span>
    </div>
  );
}
