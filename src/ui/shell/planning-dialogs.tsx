import { Match, Switch } from "solid-js";
import { ColumnDialog } from "../formulas/column-dialog";
import { CutOutDialog } from "../hierarchy/cut-out-dialog";
import { GroupDialog } from "../hierarchy/group-dialog";
import { LevelsDialog } from "../hierarchy/levels-dialog";
import { MergeDialog } from "../hierarchy/merge-dialog";
import { MoveIntoDialog } from "../hierarchy/move-into-dialog";
import { LayersDialog } from "../layers/layers-dialog";
import { FamiliesDialog } from "../named/families-dialog";
import { HandOversDialog } from "../named/hand-overs-dialog";
import { LockDialog } from "../named/lock-dialog";
import { NameAccountsDialog } from "../named/name-accounts-dialog";
import { NamedDialog } from "../named/named-dialog";
import { SegmentationDialog } from "../segments/segmentation-dialog";
import { SegmentsDialog } from "../segments/segments-dialog";
import { MergeIntoDialog } from "../territories/merge-into-dialog";
import { UnitsDialog } from "../units/units-dialog";
import type { PlanningDialog } from "./dialogs";

/** The dialogs around groups, segments, layers, and who keeps which account. */
export function PlanningDialogs(props: { show: PlanningDialog; onClose: () => void }) {
  const is = <Kind extends PlanningDialog["kind"]>(kind: Kind) =>
    props.show.kind === kind ? (props.show as Extract<PlanningDialog, { kind: Kind }>) : null;
  return (
    <Switch>
      <Match when={is("group")} keyed>
        {({ group, parent }) => <GroupDialog group={group} parent={parent} onClose={props.onClose} />}
      </Match>
      <Match when={is("move-into")} keyed>
        {({ slots, group }) => <MoveIntoDialog slots={slots} group={group} onClose={props.onClose} />}
      </Match>
      <Match when={is("merge-into")} keyed>
        {({ slot }) => <MergeIntoDialog slot={slot} onClose={props.onClose} />}
      </Match>
      <Match when={is("cut-out")} keyed>
        {({ group }) => <CutOutDialog group={group} onClose={props.onClose} />}
      </Match>
      <Match when={is("lock")} keyed>
        {({ accounts }) => <LockDialog accounts={accounts} onClose={props.onClose} />}
      </Match>
      <Match when={is("name-accounts")} keyed>
        {({ accounts }) => <NameAccountsDialog accounts={accounts} onClose={props.onClose} />}
      </Match>
      <Match when={is("segmentation")} keyed>
        {({ segmentation }) => <SegmentationDialog segmentation={segmentation} />}
      </Match>
      <Match when={is("column")} keyed>
        {({ table, column, make }) => (
          <ColumnDialog table={table} column={column} make={make ?? "formula"} onClose={props.onClose} />
        )}
      </Match>
      <Match when={is("levels")}>
        <LevelsDialog onClose={props.onClose} />
      </Match>
      <Match when={is("merge")}>
        <MergeDialog onClose={props.onClose} />
      </Match>
      <Match when={is("segments")}>
        <SegmentsDialog onClose={props.onClose} />
      </Match>
      <Match when={is("layers")}>
        <LayersDialog onClose={props.onClose} />
      </Match>
      <Match when={is("named")}>
        <NamedDialog onClose={props.onClose} />
      </Match>
      <Match when={is("families")}>
        <FamiliesDialog onClose={props.onClose} />
      </Match>
      <Match when={is("units")}>
        <UnitsDialog onClose={props.onClose} />
      </Match>
      <Match when={is("hand-overs")}>
        <HandOversDialog onClose={props.onClose} />
      </Match>
    </Switch>
  );
}
