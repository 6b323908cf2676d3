import Plus from "lucide-solid/icons/plus";
import { createMemo, createSignal, Index, Show } from "solid-js";
import { setRule } from "../../model/edits/rule-edits";
import { EVERY_ELIGIBILITY, type RoutingRule, type RuleTest } from "../../model/planning/routing-rule";
import { countRows } from "../../model/row-bits";
import { rowsByRule } from "../../model/rules/analyze-rules";
import { ruleFields } from "../../model/rules/rule-field";
import { Modal } from "../controls/modal";
import { RadioChoice } from "../controls/radio-choice";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import "../territories/dialogs.css";
import { editAndTell } from "./rule-actions";
import { conditionWords, rowsWords } from "./rule-words";
import "./rule-dialogs.css";
import { TargetEditor } from "./target-editor";
import { TestEditor } from "./test-editor";

/** Makes a rule or changes one. While it is edited it says what it would take. */
export function RuleDialog(props: { id: string | null; onClose: () => void }) {
  const planner = usePlanner();
  const { makeId } = useServices();
  const { session } = planner;
  const before = session.plan.planning.rules.find(({ id }) => id === props.id) ?? null;
  const [rule, setRuleDraft] = createSignal<RoutingRule>(before ?? newRule(makeId()));
  const change = (fields: Partial<RoutingRule>) => setRuleDraft((now) => ({ ...now, ...fields }));
  const setTest = (at: number, test: RuleTest | null) =>
    change({ tests: test ? rule().tests.with(at, test) : rule().tests.toSpliced(at, 1) });
  const addTest = () => {
    const fields = ruleFields(planner.plan());
    const state = fields.find(({ field }) => field.kind === "role" && field.role === "state") ?? fields[0];
    if (!state) return;
    const test =
      state.column.kind === "number"
        ? ({ kind: "range", from: null, to: null } as const)
        : ({ kind: "one-of", texts: [] } as const);
    change({ tests: [...rule().tests, { kind: "cell", field: state.field, test }] });
  };
  const counts = createMemo(() => {
    const plan = planner.plan();
    const { rules } = plan.planning;
    const at = rules.findIndex(({ id }) => id === rule().id);
    const draft = { ...rule(), enabled: true };
    const changed = at < 0 ? [...rules, draft] : rules.with(at, draft);
    const drafted = { ...plan, planning: { ...plan.planning, rules: changed } };
    const place = at < 0 ? rules.length : at;
    const count = (table: "accounts" | "leads") => {
      const rows = rowsByRule(drafted, planner.path(), table);
      return { meant: countRows(rows.meeting[place]!), taken: countRows(rows.taken[place]!) };
    };
    return { accounts: count("accounts"), leads: count("leads") };
  });
  const words = () => {
    const { accounts, leads } = counts();
    const { locale } = planner.plan().settings;
    const meant = rowsWords({ accounts: accounts.meant, leads: leads.meant }, locale);
    const taken = rowsWords({ accounts: accounts.taken, leads: leads.taken }, locale);
    const all = accounts.meant === accounts.taken && leads.meant === leads.taken;
    return all ? `Takes ${taken} now.` : `Matches ${meant} and takes ${taken}; the others go to other rules.`;
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const name = rule().name.trim() || conditionWords(planner.plan(), planner.alignment(), rule());
    const patch = setRule(session.plan, rule().id, { ...rule(), name });
    props.onClose();
    if (!before || JSON.stringify(before) !== JSON.stringify({ ...rule(), name }))
      editAndTell(planner, patch);
  };
  const asks = (
    [
      ["away", "who is away that day"],
      ["dailyCap", "who has had the day's leads"],
      ["language", "who lacks the language"],
      ["capacity", "who has no capacity left"],
    ] as const
  ).map(([key, label]) => ({ key, label }));

  return (
    <Modal
      open
      size="medium"
      title={before ? "Edit rule" : "New rule"}
      onClose={props.onClose}
      footer={
        <>
          <p class="rule-foot muted" role="status" aria-label="What the rule takes">
            {words()}
          </p>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="submit" form="rule-form" class="button button-primary">
            {before ? "Save rule" : "Add rule"}
          </button>
        </>
      }
    >
      <form id="rule-form" class="form" onSubmit={save}>
        <label class="field">
          <span class="field-label">Name</span>
          <input
            class="input"
            value={rule().name}
            placeholder={conditionWords(planner.plan(), planner.alignment(), rule())}
            onInput={(event) => change({ name: event.currentTarget.value })}
            autocomplete="off"
            autofocus
          />
        </label>
        <RadioChoice
          label="For"
          labelled
          value={rule().rows}
          choices={[
            { value: "both", label: "Accounts and leads" },
            { value: "leads", label: "Leads only" },
            { value: "accounts", label: "Accounts only" },
          ]}
          onChange={(rows) => change({ rows })}
        />
        <fieldset class="rule-section">
          <legend class="field-label">If</legend>
          <Show when={rule().tests.length > 1}>
            <select
              class="select rule-match"
              aria-label="How the conditions are joined"
              value={rule().match}
              onChange={(event) => change({ match: event.currentTarget.value as RoutingRule["match"] })}
            >
              <option value="all">all of these hold</option>
              <option value="any">any of these holds</option>
            </select>
          </Show>
          <Show when={rule().tests.length === 0}>
            <p class="muted">Everything: no condition yet.</p>
          </Show>
          {/* By position: a changed condition must not take the box from under the hand that types. */}
          <Index each={rule().tests}>
            {(test, at) => (
              <TestEditor
                test={test()}
                number={at + 1}
                onChange={(to) => setTest(at, to)}
                onRemove={() => setTest(at, null)}
              />
            )}
          </Index>
          <button type="button" class="button rule-add" onClick={addTest}>
            <Plus aria-hidden="true" />
            Add condition
          </button>
        </fieldset>
        <fieldset class="rule-section">
          <legend class="field-label">Goes to</legend>
          <TargetEditor target={rule().target} onChange={(target) => change({ target })} />
        </fieldset>
        <Show when={rule().target.kind !== "unassigned"}>
          <fieldset class="rule-section rule-asks">
            <legend class="field-label">Pass over</legend>
            {asks.map(({ key, label }) => (
              <label class="check-field">
                <input
                  type="checkbox"
                  checked={rule().eligibility[key]}
                  onChange={(event) =>
                    change({ eligibility: { ...rule().eligibility, [key]: event.currentTarget.checked } })
                  }
                />
                {label}
              </label>
            ))}
          </fieldset>
          <RadioChoice
            label="Where nobody is left"
            labelled
            value={rule().otherwise}
            choices={[
              { value: "next", label: "Ask the next rule" },
              { value: "stop", label: "Leave it unassigned" },
            ]}
            onChange={(otherwise) => change({ otherwise })}
          />
        </Show>
      </form>
    </Modal>
  );
}

function newRule(id: string): RoutingRule {
  return {
    id,
    name: "",
    enabled: true,
    rows: "both",
    match: "all",
    tests: [],
    target: { kind: "nearest-territory", among: [] },
    eligibility: EVERY_ELIGIBILITY,
    otherwise: "next",
  };
}
