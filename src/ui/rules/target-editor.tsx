import X from "lucide-solid/icons/x";
import { createMemo, createUniqueId, For, Match, Show, Switch } from "solid-js";
import { territorySlots } from "../../model/alignment";
import { repProfiles } from "../../model/fit/rep-profile";
import { formatRowId } from "../../model/ids";
import {
  POOL_SHARES,
  type PoolRep,
  type PoolShare,
  type RuleTarget,
} from "../../model/planning/routing-rule";
import { ruleFields } from "../../model/rules/rule-field";
import { usePlanner } from "../planner";
import { repNameOf, SHARE_WORDS } from "./rule-words";
import { Checks } from "./test-editor";

const KINDS: readonly { readonly kind: RuleTarget["kind"]; readonly label: string }[] = [
  { kind: "territory", label: "A territory" },
  { kind: "nearest-territory", label: "The nearest territory" },
  { kind: "unit", label: "The territory of its area" },
  { kind: "account", label: "The territory of a known account" },
  { kind: "rep", label: "A rep" },
  { kind: "pool", label: "A pool of reps" },
  { kind: "unassigned", label: "Nobody" },
];

/** Who gets what a rule takes. */
export function TargetEditor(props: { target: RuleTarget; onChange: (target: RuleTarget) => void }) {
  const planner = usePlanner();
  const territories = createMemo(() =>
    territorySlots(planner.alignment()).map((slot) => planner.alignment().territories[slot]!),
  );
  const reps = createMemo(() =>
    repProfiles(planner.plan().tables.reps).map(({ id, name }) => ({ id: formatRowId(id), name })),
  );
  const fields = createMemo(() => ruleFields(planner.plan()));
  const fieldOf = (role: string) =>
    fields().find(({ field }) => field.kind === "role" && field.role === role)?.field;
  const choose = (kind: RuleTarget["kind"]): RuleTarget => {
    const first = fields()[0]?.field ?? { kind: "role" as const, role: "name" as const };
    switch (kind) {
      case "unassigned":
        return { kind };
      case "territory":
        return { kind, territory: territories()[0]?.id ?? "" };
      case "nearest-territory":
        return { kind, among: [] };
      case "unit":
        return {
          kind,
          field: fieldOf("postalCode") ?? fieldOf("state") ?? first,
          length: fieldOf("postalCode") ? 3 : null,
        };
      case "account":
        return { kind, field: companyField() ?? first };
      case "rep":
        return { kind, rep: reps()[0]?.id ?? "" };
      case "pool":
        return { kind, reps: [], share: "turns" };
    }
  };
  /** Where leads say whose they are. */
  const companyField = () =>
    fields().find(({ column }) => /company|account|firma/i.test(column.header))?.field;
  const is = <Kind extends RuleTarget["kind"]>(kind: Kind) =>
    props.target.kind === kind ? (props.target as Extract<RuleTarget, { kind: Kind }>) : null;
  return (
    <div class="rule-target">
      <select
        class="select"
        aria-label="Goes to"
        value={props.target.kind}
        onChange={(event) => props.onChange(choose(event.currentTarget.value as RuleTarget["kind"]))}
      >
        <For each={KINDS}>{({ kind, label }) => <option value={kind}>{label}</option>}</For>
      </select>
      <Switch>
        <Match when={is("territory")}>
          {(target) => (
            <Choice
              label="Territory"
              value={target().territory}
              choices={territories()}
              onChange={(territory) => props.onChange({ kind: "territory", territory })}
            />
          )}
        </Match>
        <Match when={is("nearest-territory")}>
          {(target) => (
            <div class="field">
              <span class="muted">Of these, or of all where none is chosen</span>
              <Checks
                label="Territories"
                choices={territories()}
                chosen={target().among}
                onChange={(among) => props.onChange({ kind: "nearest-territory", among })}
              />
            </div>
          )}
        </Match>
        <Match when={is("unit")}>
          {(target) => (
            <>
              <Choice
                label="Area by"
                value={JSON.stringify(target().field)}
                choices={fields().map(({ field, column }) => ({
                  id: JSON.stringify(field),
                  name: column.header,
                }))}
                onChange={(field) => props.onChange({ ...target(), field: JSON.parse(field) })}
              />
              <label class="rule-inline">
                first
                <input
                  class="input rule-number"
                  type="number"
                  min={1}
                  max={20}
                  aria-label="Characters compared"
                  placeholder="all"
                  value={target().length ?? ""}
                  onChange={(event) => {
                    const length = Math.round(event.currentTarget.valueAsNumber);
                    props.onChange({ ...target(), length: length >= 1 ? length : null });
                  }}
                />
                characters
              </label>
              <p class="form-hint">
                The territory that the area is assigned to, else the one that most accounts of the same area
                stand in.
              </p>
            </>
          )}
        </Match>
        <Match when={is("account")}>
          {(target) => (
            <>
              <Choice
                label="Account named in"
                value={JSON.stringify(target().field)}
                choices={fields().map(({ field, column }) => ({
                  id: JSON.stringify(field),
                  name: column.header,
                }))}
                onChange={(field) => props.onChange({ kind: "account", field: JSON.parse(field) })}
              />
              <p class="form-hint">
                The territory of the account with that name or id, so that whoever knows it gets it.
              </p>
            </>
          )}
        </Match>
        <Match when={is("rep")}>
          {(target) => (
            <Choice
              label="Rep"
              value={target().rep}
              choices={reps()}
              onChange={(rep) => props.onChange({ kind: "rep", rep })}
            />
          )}
        </Match>
        <Match when={is("pool")}>
          {(target) => <Pool target={target()} reps={reps()} onChange={props.onChange} />}
        </Match>
      </Switch>
    </div>
  );
}

function Pool(props: {
  target: Extract<RuleTarget, { kind: "pool" }>;
  reps: readonly { readonly id: string; readonly name: string }[];
  onChange: (target: RuleTarget) => void;
}) {
  const planner = usePlanner();
  const set = (reps: readonly PoolRep[]) => props.onChange({ ...props.target, reps });
  const isIn = (id: string) => props.target.reps.some(({ rep }) => rep === id);
  const add = (id: string) => {
    const added = id === "all" ? props.reps.filter((rep) => !isIn(rep.id)).map((rep) => rep.id) : [id];
    set([...props.target.reps, ...added.map((rep) => ({ rep, weight: 1 }))]);
  };
  return (
    <div class="rule-pool">
      <label class="field">
        <span class="field-label">Shared out</span>
        <select
          class="select"
          aria-label="Shared out"
          value={props.target.share}
          onChange={(event) =>
            props.onChange({ ...props.target, share: event.currentTarget.value as PoolShare })
          }
        >
          <For each={POOL_SHARES}>{(share) => <option value={share}>{SHARE_WORDS[share]}</option>}</For>
        </select>
      </label>
      <ul class="rule-pool-reps" aria-label="Reps of the pool">
        <For each={props.target.reps.map(({ rep }) => rep)}>
          {(id) => (
            <li>
              <span>{repNameOf(planner.plan(), id)}</span>
              <Show when={props.target.share === "weights"}>
                <input
                  class="input rule-number"
                  type="number"
                  min={0.1}
                  step="any"
                  aria-label={`Weight of ${repNameOf(planner.plan(), id)}`}
                  value={props.target.reps.find(({ rep }) => rep === id)?.weight ?? 1}
                  onChange={(event) => {
                    const weight = event.currentTarget.valueAsNumber;
                    if (weight > 0)
                      set(props.target.reps.map((one) => (one.rep === id ? { ...one, weight } : one)));
                  }}
                />
              </Show>
              <button
                type="button"
                class="button button-quiet button-icon"
                aria-label={`Remove ${repNameOf(planner.plan(), id)}`}
                onClick={() => set(props.target.reps.filter(({ rep }) => rep !== id))}
              >
                <X aria-hidden="true" />
              </button>
            </li>
          )}
        </For>
      </ul>
      <select
        class="select"
        aria-label="Add a rep"
        value=""
        onChange={(event) => {
          if (event.currentTarget.value) add(event.currentTarget.value);
          event.currentTarget.value = "";
        }}
      >
        <option value="">Add a rep…</option>
        <option value="all">All reps</option>
        <For each={props.reps.filter(({ id }) => !isIn(id))}>
          {({ id, name }) => <option value={id}>{name}</option>}
        </For>
      </select>
    </div>
  );
}

function Choice(props: {
  label: string;
  value: string;
  choices: readonly { readonly id: string; readonly name: string }[];
  onChange: (value: string) => void;
}) {
  const id = createUniqueId();
  return (
    <div class="field">
      <label class="visually-hidden" for={id}>
        {props.label}
      </label>
      <select
        id={id}
        class="select"
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <Show when={!props.choices.some((choice) => choice.id === props.value)}>
          <option value={props.value}>(gone)</option>
        </Show>
        <For each={props.choices}>{(choice) => <option value={choice.id}>{choice.name}</option>}</For>
      </select>
    </div>
  );
}
