import { Match, Switch } from "solid-js";
import type { RulesDialog } from "../shell/dialogs";
import { AddRowsDialog } from "./add-rows-dialog";
import { CatchAllDialog } from "./catch-all-dialog";
import { DryRunDialog } from "./dry-run-dialog";
import { RepDaysDialog } from "./rep-days-dialog";
import { RuleDialog } from "./rule-dialog";
import { TesterDialog } from "./tester-dialog";

/** The dialogs around rules. */
export function RulesDialogs(props: { show: RulesDialog; onClose: () => void }) {
  return (
    <Switch>
      <Match when={props.show.kind === "rule" && props.show}>
        {(show) => <RuleDialog id={show().rule} onClose={props.onClose} />}
      </Match>
      <Match when={props.show.kind === "catch-all"}>
        <CatchAllDialog onClose={props.onClose} />
      </Match>
      <Match when={props.show.kind === "tester"}>
        <TesterDialog onClose={props.onClose} />
      </Match>
      <Match when={props.show.kind === "dry-run"}>
        <DryRunDialog onClose={props.onClose} />
      </Match>
      <Match when={props.show.kind === "rep-days"}>
        <RepDaysDialog onClose={props.onClose} />
      </Match>
      <Match when={props.show.kind === "add-rows"}>
        <AddRowsDialog onClose={props.onClose} />
      </Match>
    </Switch>
  );
}
