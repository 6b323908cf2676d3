import { createMemo, createSignal, For, Show } from "solid-js";
import { primaryRep, territoryAt } from "../../model/alignment";
import { assignReps } from "../../model/edits/assign-reps";
import { proposalFit, type RepProposal } from "../../model/fit/rep-proposal";
import type { RowId } from "../../model/ids";
import { Modal } from "../controls/modal";
import { Progress } from "../controls/progress";
import { doneText } from "../done-text";
import { usePlanner } from "../planner";
import { createRepProposal, type RepChoices } from "./create-rep-proposal";
import { type FitCell, FitGrid } from "./fit-grid";
import { fitText, pointsText } from "./fit-words";
import { RepChanges } from "./rep-changes";
import { WishPanel } from "./wish-panel";
import "../controls/form.css";
import "./reps.css";

const NAMES = new Intl.Collator(undefined, { numeric: true });

/** Territories and reps shown at once: more than this no one compares by eye, and typing finds the others. */
const MOST_SHOWN = 60;

/** Who should cover what: the best plan as a proposal, the price of every wish, and locks. Accepted as one step. */
export function AssignRepsDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const { session } = planner;
  const locksBefore = new Map(session.plan.planning.repLocks.map(({ id, rep }) => [id, rep]));
  const [choices, setChoices] = createSignal<RepChoices>({
    worthBy: null,
    countCapacity: false,
    locks: locksBefore,
  });
  const state = createRepProposal(planner, choices);
  const [query, setQuery] = createSignal("");
  const [picked, setPicked] = createSignal<FitCell | null>(null);
  const measures = () =>
    planner.plan().measures.filter(({ source }) => ["column", "blend", "lifetime"].includes(source.kind));

  return (
    <Modal
      open
      size="large"
      title="Assign reps"
      description="The reps who suit the territories best, taken together. Nothing is changed until you accept."
      onClose={props.onClose}
      footer={
        <>
          <span class="assign-reps-status">
            <Show when={state.proposal()}>
              {(proposal) => <Summary proposal={proposal()} free={state.free()} />}
            </Show>
          </span>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="button" class="button button-primary" disabled={!canAccept()} onClick={accept}>
            Accept proposal
          </button>
        </>
      }
    >
      <div class="assign-reps">
        <div class="assign-reps-choices">
          <label class="assign-reps-choice">
            <span class="field-label">Accounts count</span>
            <select
              class="select"
              value={choices().worthBy ?? ""}
              onChange={(event) => setChoices({ ...choices(), worthBy: event.currentTarget.value || null })}
            >
              <option value="">each the same</option>
              <For each={measures()}>
                {(measure) => <option value={measure.id}>by {measure.name}</option>}
              </For>
            </select>
          </label>
          <label class="check-field">
            <input
              type="checkbox"
              checked={choices().countCapacity}
              onChange={(event) => setChoices({ ...choices(), countCapacity: event.currentTarget.checked })}
            />
            <span>Count capacity</span>
          </label>
          <span class="spacer" />
          <input
            class="input"
            type="search"
            aria-label="Find a territory or rep"
            placeholder="Find a territory or rep"
            value={query()}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </div>
        <Show
          when={state.proposal()}
          fallback={
            <Progress label="Counting the fit of every territory with every rep" done={state.progress()} />
          }
        >
          {(proposal) => <Body proposal={proposal()} />}
        </Show>
      </div>
    </Modal>
  );

  function Body(inner: { proposal: RepProposal }) {
    const territories = createMemo(() => shownTerritories(inner.proposal));
    const reps = createMemo(() => shownReps(inner.proposal, territories().shown));
    const active = createMemo((): FitCell => {
      const cell = picked();
      if (cell && territories().shown.includes(cell.territory) && reps().includes(cell.rep)) return cell;
      const territory =
        territories().shown.find(
          (each) => inner.proposal.assignment.repOf[each] !== inner.proposal.before[each],
        ) ??
        territories().shown[0] ??
        0;
      const rep = inner.proposal.assignment.repOf[territory] ?? -1;
      return { territory, rep: rep >= 0 && reps().includes(rep) ? rep : (reps()[0] ?? 0) };
    });
    return (
      <Show
        when={inner.proposal.slots.length > 0 && state.model().reps.length > 0}
        fallback={<p class="form-hint">There must be territories and reps to assign.</p>}
      >
        <div class="assign-reps-body">
          <div class="assign-reps-grid">
            <Show
              when={territories().shown.length > 0}
              fallback={<p class="form-hint">Nothing has that name.</p>}
            >
              <FitGrid
                proposal={inner.proposal}
                territories={territories().shown}
                reps={reps()}
                territoryName={territoryName}
                territoryColor={(territory) => territoryAt(planner.alignment(), slotOf(territory)).color}
                repName={repName}
                active={active()}
                onActive={setPicked}
                onLock={toggleLock}
              />
            </Show>
            <Show when={territories().hidden > 0}>
              <p class="form-hint">{territories().hidden} more territories: type a part of the name.</p>
            </Show>
          </div>
          <aside class="assign-reps-aside">
            <Show when={territories().shown.length > 0}>
              <WishPanel
                proposal={inner.proposal}
                prices={state.pricesOf(active().territory)}
                cell={active()}
                territoryName={territoryName}
                repName={repName}
                onLock={toggleLock}
              />
            </Show>
            <RepChanges
              proposal={inner.proposal}
              territoryName={territoryName}
              repName={repName}
              onPick={setPicked}
            />
          </aside>
        </div>
      </Show>
    );
  }

  function slotOf(territory: number): number {
    return state.proposal()?.slots[territory] ?? 0;
  }

  function territoryName(territory: number): string {
    return territoryAt(planner.alignment(), slotOf(territory)).name;
  }

  function repName(rep: number): string {
    return state.model().reps[rep]?.name ?? "nobody";
  }

  function toggleLock(cell: FitCell): void {
    const { id } = territoryAt(planner.alignment(), slotOf(cell.territory));
    const locks = new Map(choices().locks);
    setPicked(cell);
    if (locks.has(id)) {
      locks.delete(id);
      planner.announce(`${territoryName(cell.territory)} unlocked`);
    } else {
      const price = state.pricesOf(cell.territory).prices[cell.rep] ?? Number.NaN;
      if (Number.isNaN(price)) return;
      locks.set(id, state.model().reps[cell.rep]!.id);
      planner.announce(`${repName(cell.rep)} locked to ${territoryName(cell.territory)}`);
    }
    setChoices({ ...choices(), locks });
  }

  /** By name, those that match what is typed, by themselves or by a rep of theirs. */
  function shownTerritories(proposal: RepProposal): { shown: number[]; hidden: number } {
    const wanted = query().trim().toLocaleLowerCase();
    const all = [...proposal.slots.keys()].sort((a, b) => NAMES.compare(territoryName(a), territoryName(b)));
    const named = (position: number) =>
      position >= 0 && repName(position).toLocaleLowerCase().includes(wanted);
    const found = all.filter(
      (territory) =>
        territoryName(territory).toLocaleLowerCase().includes(wanted) ||
        named(proposal.before[territory]!) ||
        named(proposal.assignment.repOf[territory]!),
    );
    return { shown: found.slice(0, MOST_SHOWN), hidden: Math.max(0, found.length - MOST_SHOWN) };
  }

  /** Today's reps in the order of their territories, so that what stays lies on the diagonal; then the others. */
  function shownReps(proposal: RepProposal, territories: readonly number[]): number[] {
    const today = territories.map((territory) => proposal.before[territory]!);
    const proposed = territories.map((territory) => proposal.assignment.repOf[territory]!);
    const few = state.model().reps.length <= MOST_SHOWN;
    const rest = few ? [...state.model().reps.keys()] : best(proposal, territories);
    return [...new Set([...today, ...proposed, ...rest])].filter((rep) => rep >= 0);
  }

  /** Of very many reps, those who suit some of the territories best. */
  function best(proposal: RepProposal, territories: readonly number[]): number[] {
    return territories.flatMap((territory) => {
      const reps = [...state.model().reps.keys()];
      const fitWith = (rep: number) => proposalFit(proposal, territory, rep) || 0;
      return reps.sort((a, b) => fitWith(b) - fitWith(a)).slice(0, 3);
    });
  }

  function canAccept(): boolean {
    const proposal = state.proposal();
    return proposal !== null && !planner.readOnly() && patchOf(proposal).changes.length > 0;
  }

  function patchOf(proposal: RepProposal) {
    const { alignment } = session;
    const repOf = new Map<number, RowId | null>();
    for (const [territory, slot] of proposal.slots.entries()) {
      const rep = proposal.assignment.repOf[territory]!;
      const id = rep < 0 ? null : state.model().reps[rep]!.id;
      // Without anyone to give, a territory keeps whom it has.
      if (id !== null && primaryRep(territoryAt(alignment, slot)) !== id) repOf.set(slot, id);
    }
    const locks = new Map<number, RowId>();
    for (const [slot, territory] of alignment.territories.entries()) {
      const rep = territory ? choices().locks.get(territory.id) : undefined;
      if (rep !== undefined) locks.set(slot, rep);
    }
    return assignReps(session.plan, session.path, repOf, locks);
  }

  function accept(): void {
    const proposal = state.proposal();
    if (!proposal) return;
    const patch = patchOf(proposal);
    if (session.edit(patch)) {
      const text = doneText(patch.label);
      planner.announce(text);
      planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
    }
    props.onClose();
  }
}

/** Mean fit before and after, and what the locks cost. */
function Summary(props: { proposal: RepProposal; free: RepProposal | null }) {
  const planner = usePlanner();
  const count = () => props.proposal.slots.length;
  const total = () => props.proposal.assignment.total;
  const changed = () =>
    [...props.proposal.assignment.repOf].filter(
      (rep, territory) => rep >= 0 && rep !== props.proposal.before[territory],
    ).length;
  const lockCost = () => (props.free?.assignment.total ?? total()) - total();
  const points = (value: number) => pointsText(planner.plan(), value);
  return (
    <Show when={count() > 0}>
      <span role="status" aria-label="Proposal">
        Mean fit {points(props.proposal.totalBefore / count())} → <strong>{points(total() / count())}</strong>
        {", "}
        {changed() === 0
          ? "nobody changes"
          : changed() === 1
            ? "1 territory changes"
            : `${changed()} territories change`}
        <Show when={lockCost() >= 0.05}>
          {", "}locks cost {points(lockCost())} points in total
        </Show>
      </span>
      <span class="visually-hidden">{fitText(total() / count())} of 100</span>
    </Show>
  );
}
