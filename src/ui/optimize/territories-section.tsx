import { createSignal, For, type JSX, Show } from "solid-js";
import { territorySlots } from "../../model/alignment";
import type { OptimizationSettings, TerritoryChoice } from "../../session/optimization-settings";
import { Fold } from "../controls/fold";
import { usePlanner } from "../planner";
import { HowMany } from "./how-many";
import { territoriesWords } from "./settings-words";
import { TerritoryPicker } from "./territory-picker";

/** Which territories there will be, and which accounts may move. */
export function TerritoriesSection(props: {
  settings: OptimizationSettings;
  onChange: (fields: Partial<OptimizationSettings>) => void;
}) {
  const planner = usePlanner();
  const existing = () => territorySlots(planner.alignment()).length;
  const choice = () => props.settings.territories;
  const set = (territories: TerritoryChoice) => props.onChange({ territories });
  const hasGroups = () => planner.alignment().groups.length > 0;
  const count = () => {
    const now = choice();
    return now.kind === "count" || (now.kind === "regions" && now.regions !== "groups")
      ? now.count
      : existing() || 8;
  };
  /** What was typed stays while another choice is looked at. */
  const [added, setAdded] = createSignal(1);
  const chosen = () => {
    const now = choice();
    return now.kind === "within" || now.kind === "drop" ? now.territories : [];
  };
  const choices: readonly {
    readonly is: () => boolean;
    readonly choose: () => void;
    readonly shown: () => boolean;
    readonly label: () => string;
    readonly more?: () => JSX.Element;
  }[] = [
    {
      is: () => choice().kind === "existing",
      choose: () => set({ kind: "existing" }),
      shown: () => existing() > 0,
      label: () => (existing() === 1 ? "The existing one" : `The ${existing()} existing ones`),
    },
    {
      is: () => choice().kind === "within",
      choose: () => set({ kind: "within", territories: chosen() }),
      shown: () => existing() > 1,
      label: () => "Only some of them; the others stay untouched",
      more: () => (
        <TerritoryPicker
          label="Territories to optimize"
          withUnassigned
          chosen={chosen()}
          onChange={(territories) => set({ kind: "within", territories })}
        />
      ),
    },
    {
      is: () => choice().kind === "add",
      choose: () => set({ kind: "add", count: added() }),
      shown: () => existing() > 0,
      label: () => "Add new ones",
      more: () => (
        <CountField
          label="Territories to add"
          value={added()}
          onChange={(value) => {
            setAdded(value);
            set({ kind: "add", count: value });
          }}
        />
      ),
    },
    {
      is: () => choice().kind === "drop",
      choose: () => set({ kind: "drop", territories: chosen() }),
      shown: () => existing() > 1,
      label: () => "Do without some of them",
      more: () => (
        <TerritoryPicker
          label="Territories to drop"
          chosen={chosen()}
          onChange={(territories) => set({ kind: "drop", territories })}
        />
      ),
    },
    {
      is: () => choice().kind === "count",
      choose: () => set({ kind: "count", count: count() }),
      shown: () => true,
      label: () => "Draw anew",
      more: () => (
        <CountField
          label="Number of territories"
          value={count()}
          onChange={(value) => set({ kind: "count", count: value })}
        />
      ),
    },
    {
      is: () => choice().kind === "regions",
      choose: () =>
        set(
          hasGroups()
            ? { kind: "regions", regions: "groups" }
            : { kind: "regions", regions: 4, count: count() },
        ),
      shown: () => true,
      label: () => "Regions first, then territories inside each",
      more: () => <Regions choice={choice()} count={count()} hasGroups={hasGroups()} onChoose={set} />,
    },
  ];
  return (
    <Fold title="Territories" summary={territoriesWords(planner.alignment(), props.settings)}>
      <fieldset class="optimize-group">
        <legend class="visually-hidden">Territories</legend>
        <For each={choices}>
          {(option) => (
            <Show when={option.shown()}>
              <label class="optimize-choice">
                <input type="radio" name="territories" checked={option.is()} onChange={option.choose} />
                <span>{option.label()}</span>
              </label>
              <Show when={option.is() && option.more}>
                {(more) => <div class="optimize-under">{more()()}</div>}
              </Show>
            </Show>
          )}
        </For>
      </fieldset>
      <Fold title="How many do I need?" summary="From what one can carry">
        <HowMany settings={props.settings} onCount={(value) => set({ kind: "count", count: value })} />
      </Fold>
    </Fold>
  );
}

function Regions(props: {
  choice: TerritoryChoice;
  count: number;
  hasGroups: boolean;
  onChoose: (choice: TerritoryChoice) => void;
}) {
  const drawn = () => {
    const { choice } = props;
    return choice.kind === "regions" && choice.regions !== "groups" ? choice : null;
  };
  return (
    <>
      <Show when={props.hasGroups}>
        <label class="optimize-choice">
          <input
            type="checkbox"
            checked={drawn() === null}
            onChange={(event) =>
              props.onChoose(
                event.currentTarget.checked
                  ? { kind: "regions", regions: "groups" }
                  : { kind: "regions", regions: 4, count: props.count },
              )
            }
          />
          <span>Today's regions with their territories</span>
        </label>
      </Show>
      <Show when={drawn()}>
        {(own) => (
          <div class="optimize-line">
            <CountField
              label="Number of regions"
              value={own().regions}
              onChange={(regions) => props.onChoose({ ...own(), regions })}
            />
            <span>regions with</span>
            <CountField
              label="Number of territories in all regions"
              value={own().count}
              onChange={(count) => props.onChoose({ ...own(), count })}
            />
            <span>territories in all</span>
          </div>
        )}
      </Show>
    </>
  );
}

function CountField(props: { label: string; value: number; onChange: (value: number) => void }) {
  return (
    <input
      class="input input-count"
      type="number"
      min={1}
      max={2000}
      aria-label={props.label}
      value={props.value}
      onInput={(event) => props.onChange(event.currentTarget.valueAsNumber)}
    />
  );
}
