import CircleCheck from "lucide-solid/icons/circle-check";
import CircleX from "lucide-solid/icons/circle-x";
import Info from "lucide-solid/icons/info";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import { createMemo, createSignal, For, Index, Match, Show, Switch } from "solid-js";
import type { ImportIssue } from "../../files/import/import-issue";
import type { DuplicatePolicy } from "../../files/import/import-plan";
import type { ImportDraft, ImportFlow } from "../../session/import-flow";
import { fixIsOn } from "../../session/import-flow";
import { RadioChoice } from "../controls/radio-choice";
import { DIALOG_LOCALE } from "./dialog-locale";
import { fixWords, groupIssues, type IssueGroup, type IssueWords } from "./issue-words";
import { clipped } from "./short-text";

const FIRST_SHOWN = 8;

/** What the planner should know about the file before importing it, what matters most first. */
export function IssueList(props: { draft: ImportDraft; flow: ImportFlow }) {
  const format = createMemo(() => new Intl.NumberFormat(DIALOG_LOCALE));
  const groups = createMemo(() => groupIssues(props.draft.review.issues, format()));
  return (
    <section class="issues" aria-label="Problems in the file">
      <h3>
        {groups().length === 0 ? "Problems" : `Problems (${groups().length})`}
        <span class="issues-state" role="status">
          {props.draft.checking ? "Checking …" : ""}
        </span>
      </h3>
      <Show
        when={groups().length > 0}
        fallback={
          <p class="issues-none">
            <CircleCheck aria-hidden="true" /> None found: every cell can be read as its column's type.
          </p>
        }
      >
        <ul>
          <Index each={groups()}>
            {(group) => <Group group={group()} format={format()} draft={props.draft} flow={props.flow} />}
          </Index>
        </ul>
      </Show>
    </section>
  );
}

function Group(props: {
  group: IssueGroup;
  format: Intl.NumberFormat;
  draft: ImportDraft;
  flow: ImportFlow;
}) {
  const [all, setAll] = createSignal(false);
  const answered = () =>
    props.group.issues.every((issue) => issue.fix !== null && fixIsOn(props.draft.plan, issue.fix));
  const tone = () => (answered() ? "answered" : props.group.words.tone);
  const shown = () => (all() ? props.group.issues : props.group.issues.slice(0, FIRST_SHOWN));
  const single = () => props.group.issues.length === 1;
  return (
    <li class={`issue issue-${tone()}`}>
      <ToneIcon tone={tone()} />
      <div class="issue-words">
        <p>{props.group.words.title}</p>
        <p class="muted">{props.group.words.consequence}</p>
        <Index each={shown()}>
          {(issue) => (
            <div class="issue-place">
              <Show when={!single() && issue().column !== null}>
                <span class="issue-column">
                  {columnHeader(issue())} <span class="muted">{props.format.format(issue().count)}</span>
                </span>
              </Show>
              <IssueAnswer issue={issue()} draft={props.draft} flow={props.flow} />
              <Examples issue={issue()} format={props.format} />
            </div>
          )}
        </Index>
        <Show when={shown().length < props.group.issues.length}>
          <button type="button" class="button button-quiet" onClick={() => setAll(true)}>
            {`Show ${props.group.issues.length - shown().length} more columns`}
          </button>
        </Show>
      </div>
    </li>
  );
}

function ToneIcon(props: { tone: IssueWords["tone"] | "answered" }) {
  return (
    <Switch>
      <Match when={props.tone === "bad"}>
        <CircleX aria-label="Serious" role="img" />
      </Match>
      <Match when={props.tone === "warn"}>
        <TriangleAlert aria-label="Warning" role="img" />
      </Match>
      <Match when={props.tone === "note"}>
        <Info aria-label="Note" role="img" />
      </Match>
      <Match when={props.tone === "answered"}>
        <CircleCheck aria-label="Answered" role="img" />
      </Match>
    </Switch>
  );
}

function Examples(props: { issue: ImportIssue; format: Intl.NumberFormat }) {
  const rest = () => props.issue.count - props.issue.examples.length;
  return (
    <Show when={props.issue.examples.length > 0}>
      <details class="issue-examples">
        <summary>Show lines</summary>
        <ul>
          <For each={props.issue.examples}>
            {(example) => (
              <li>
                {`Line ${example.line}`}
                <Show when={example.header && props.issue.column === null}>{`, ${example.header}`}</Show>
                {`: “${clipped(example.text, 80)}”`}
              </li>
            )}
          </For>
        </ul>
        <Show when={rest() > 0}>
          <p class="muted">{`… and ${props.format.format(rest())} more`}</p>
        </Show>
      </details>
    </Show>
  );
}

function columnHeader(issue: ImportIssue): string {
  return issue.column === null ? "" : issue.header;
}

/** What the planner can do about an issue, where that is one step or one choice. */
function IssueAnswer(props: { issue: ImportIssue; draft: ImportDraft; flow: ImportFlow }) {
  const column = () =>
    props.issue.column === null ? undefined : props.draft.plan.columns[props.issue.column];
  return (
    <Switch>
      <Match when={props.issue.fix}>
        {(fix) => (
          <label class="check-field">
            <input
              type="checkbox"
              checked={fixIsOn(props.draft.plan, fix())}
              onChange={() => props.flow.switchFix(fix())}
            />
            {fixWords(fix())}
          </label>
        )}
      </Match>
      <Match when={props.issue.kind === "duplicate-id"}>
        <RadioChoice
          label="Rows with the same id"
          value={props.draft.plan.duplicates}
          choices={[
            { value: "keep", label: "Keep all as accounts" },
            { value: "merge", label: "Merge into the first" },
            { value: "skip", label: "Keep only the first" },
          ]}
          onChange={(value) =>
            props.flow.change((plan) => ({ ...plan, duplicates: value as DuplicatePolicy }))
          }
        />
      </Match>
      <Match when={props.issue.kind === "ambiguous-date" && column()}>
        {(date) => (
          <RadioChoice
            label={`Dates in ${date().header}`}
            value={date().dateOrder}
            choices={[
              { value: "mdy", label: "Month first (03/04 = March 4)" },
              { value: "dmy", label: "Day first (03/04 = 3 April)" },
            ]}
            onChange={(value) =>
              props.flow.changeColumn(date().index, { dateOrder: value === "dmy" ? "dmy" : "mdy" })
            }
          />
        )}
      </Match>
      <Match when={props.issue.kind === "ambiguous-number" && column()}>
        {(number) => (
          <RadioChoice
            label={`Numbers in ${number().header}`}
            value={number().decimal}
            choices={[
              { value: ".", label: "Point is the decimal sign (1.234 means one point two …)" },
              { value: ",", label: "Comma is the decimal sign (1.234 means over a thousand)" },
            ]}
            onChange={(value) =>
              props.flow.changeColumn(number().index, { decimal: value === "," ? "," : "." })
            }
          />
        )}
      </Match>
    </Switch>
  );
}
