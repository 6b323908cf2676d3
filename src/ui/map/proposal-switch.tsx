import { For } from "solid-js";
import type { ProposalView } from "./map-scene";

const VIEWS: readonly { readonly value: ProposalView; readonly label: string }[] = [
  { value: "proposal", label: "Proposal" },
  { value: "moves", label: "Only moves" },
  { value: "before", label: "Before" },
];

/** What the map shows while a proposal is looked at. */
export function ProposalSwitch(props: { view: ProposalView; onView: (view: ProposalView) => void }) {
  return (
    <fieldset class="proposal-switch">
      <legend class="visually-hidden">Map shows</legend>
      <For each={VIEWS}>
        {({ value, label }) => (
          <label>
            <input
              type="radio"
              class="visually-hidden"
              name="proposal-view"
              checked={props.view === value}
              onChange={() => props.onView(value)}
            />
            {label}
          </label>
        )}
      </For>
    </fieldset>
  );
}
