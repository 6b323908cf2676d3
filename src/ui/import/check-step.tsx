import type { ImportDraft, ImportFlow } from "../../session/import-flow";
import { catchFocus } from "../controls/catch-focus";
import { ColumnTable } from "./column-table";
import { FileFacts } from "./file-facts";
import { IssueList } from "./issue-list";
import { PlanChoices } from "./plan-choices";
import { RollUpChoice } from "./roll-up-choice";
import { TerritoryChoice } from "./territory-choice";
import { Understood } from "./understood";

/** Everything the planner may look at and correct before an import: the file, its columns, problems and choices. */
export function CheckStep(props: { draft: ImportDraft; flow: ImportFlow; busy: boolean }) {
  return (
    <div
      ref={catchFocus}
      class="check-step"
      classList={{ "check-step-busy": props.busy }}
      tabindex={-1}
      aria-busy={props.busy}
    >
      <FileFacts draft={props.draft} flow={props.flow} />
      <Understood plan={props.draft.plan} />
      <ColumnTable draft={props.draft} flow={props.flow} />
      <div class="check-details">
        <IssueList draft={props.draft} flow={props.flow} />
        <div class="check-choices">
          <TerritoryChoice draft={props.draft} flow={props.flow} />
          <RollUpChoice draft={props.draft} flow={props.flow} />
          <PlanChoices draft={props.draft} flow={props.flow} />
        </div>
      </div>
    </div>
  );
}
