import { For, Show } from "solid-js";
import { proposalFit, type RepProposal } from "../../model/fit/rep-proposal";
import { FitChip } from "./fit-chip";
import type { FitCell } from "./fit-grid";

/** The territories that get another rep: who and how well they suit, before and after. */
export function RepChanges(props: {
  proposal: RepProposal;
  territoryName: (territory: number) => string;
  repName: (rep: number) => string;
  onPick: (cell: FitCell) => void;
}) {
  const changed = () =>
    [...props.proposal.slots.keys()].filter((territory) => {
      const rep = props.proposal.assignment.repOf[territory]!;
      return rep >= 0 && rep !== props.proposal.before[territory];
    });
  const without = () =>
    [...props.proposal.slots.keys()].filter((territory) => props.proposal.assignment.repOf[territory]! < 0);
  const repText = (rep: number) => (rep < 0 ? "nobody" : props.repName(rep));
  return (
    <section class="rep-changes" aria-label="Proposed changes">
      <h3>What changes</h3>
      <Show
        when={changed().length > 0}
        fallback={<p class="form-hint">Nothing: no other way to assign these reps suits better in total.</p>}
      >
        <ul>
          <For each={changed()}>
            {(territory) => {
              const before = () => props.proposal.before[territory]!;
              const after = () => props.proposal.assignment.repOf[territory]!;
              return (
                <li>
                  <button
                    type="button"
                    class="rep-change"
                    onClick={() => props.onPick({ territory, rep: after() })}
                  >
                    <span class="rep-change-place">{props.territoryName(territory)}</span>
                    <span class="rep-change-who">
                      <FitChip fit={proposalFit(props.proposal, territory, before())} />
                      {repText(before())} →
                      <FitChip fit={proposalFit(props.proposal, territory, after())} />
                      {repText(after())}
                    </span>
                  </button>
                </li>
              );
            }}
          </For>
        </ul>
      </Show>
      <Show when={without().length > 0}>
        <p class="form-hint">
          Without a rep, as there are too few: {without().map(props.territoryName).join(", ")}. They keep whom
          they have.
        </p>
      </Show>
    </section>
  );
}
