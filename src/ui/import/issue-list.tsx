import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-solid";
import { createMemo, createSignal, For, Match, Show, Switch } from "solid-js";
import type { ImportIssue } from "../../files/import/import-issue";
import type { DuplicatePolicy } from "../../files/import/import-plan";
import type { ImportDraft, ImportFlow } from "../../session/import-flow";
import { fixIsOn } from "../../session/import-flow";
import { RadioChoice } from "../controls/radio-choice";
import { fixWords, type IssueWords, issueWords } from "./issue-words";
import { clipped } from "./short-text";

const FIRST_SHOWN = 30;
const TONES: readonly IssueWords["tone"][] = ["bad", "warn", "note"];

/** What the planner should know about the file before importing it, what matters most first. */
export function IssueList(props: { draft: ImportDraft; flow: ImportFlow }) {
  const [all, setAll] = createSignal(false);
  const format = createMemo(() => new Intl.NumberFormat(props.draft.plan.locale));
  const items = createMemo(() =>
    props.draft.review.issues
      .map((issue) => ({ issue, words: issueWords(issue, format()) }))
      .sort(
        (a, b) => TONES.indexOf(a.words.tone) - TONES.indexOf(b.words.tone) || b.issue.count - a.issue.count,
      ),
  );
  const shown = () => (all() ? items() : items().slice(0, FIRST_SHOWN));
  return (
    <section class="issues" aria-label="Problems in the file">
      <h3>
        {items().length === 0 ? "Problems" : `Problems (${items().length})`}
        <span class="issues-state" role="status">
          {props.draft.checking ? "Checking …" : ""}
        </span>
      </h3>
      <Show
        when={items().length > 0}
        fallback={
          <p class="issues-none">
            <CircleCheck aria-hidden="true" /> None found: every cell can be read as its column's type.
          </p>
        }
      >
        <ul>
          <For each={shown()}>
            {(item) => <Issue issue={item.issue} words={item.words} draft={props.draft} flow={props.flow} />}
          </For>
        </ul>
        <Show when={shown().length < items().length}>
          <button type="button" class="button button-quiet" onClick={() => setAll(true)}>
            {`Show ${items().length - shown().length} more`}
          </button>
        </Show>
      </Show>
    </section>
  );
}

function Issue(props: { issue: ImportIssue; words: IssueWords; draft: ImportDraft; flow: ImportFlow }) {
  return (
    <li class={`issue issue-${props.words.tone}`}>
      <Switch>
        <Match when={props.words.tone === "bad"}>
          <CircleX aria-label="Serious" role="img" />
        </Match>
        <Match when={props.words.tone === "warn"}>
          <TriangleAlert aria-label="Warning" role="img" />
        </Match>
        <Match when={props.words.tone === "note"}>
          <Info aria-label="Note" role="img" />
        </Match>
      </Switch>
      <div class="issue-words">
        <p>{props.words.title}</p>
        <p class="muted">{props.words.consequence}</p>
        <IssueAnswer issue={props.issue} draft={props.draft} flow={props.flow} />
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
            <Show when={props.issue.count > props.issue.examples.length}>
              <p class="muted">
                {`… and ${new Intl.NumberFormat(props.draft.plan.locale).format(
                  props.issue.count - props.issue.examples.length,
                )} more`}
              </p>
            </Show>
          </details>
        </Show>
      </div>
    </li>
  );
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
              { value: ".", label: "Point is the decimal sign (1.234 = 1 and a bit)" },
              { value: ",", label: "Comma is the decimal sign (1.234 = over a thousand)" },
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
