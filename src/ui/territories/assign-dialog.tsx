import { createMemo, createSignal, For, type JSX, onCleanup, Show, untrack } from "solid-js";
import { primaryRep, territoryAt, UNASSIGNED } from "../../model/alignment";
import { countOf } from "../../model/edits/assign-accounts";
import { fitModel } from "../../model/fit/fit-model";
import { groupPath } from "../../model/hierarchy";
import {
  type AssignTarget,
  assignTargets,
  rankTargets,
  type TargetOrder,
  targetFits,
} from "../../model/suggest/assign-targets";
import { Modal } from "../controls/modal";
import { type Option, OptionList } from "../controls/option-list";
import { repName } from "../named/rep-choices";
import { countText, distanceText, indexText } from "../number-format";
import { usePlanner } from "../planner";
import { FitChip } from "../reps/fit-chip";
import { inSlices } from "../slices";
import { dropAccounts, movedTogether } from "./drop-accounts";
import { lastAssigned } from "./last-assigned";
import { stayingWords } from "./move-words";
import "./assign-dialog.css";

const ORDERS: readonly { readonly order: TargetOrder; readonly label: string; readonly note: string }[] = [
  {
    order: "recommended",
    label: "Recommended",
    note: "By the mean of two places: among the nearest, and among the best for balance.",
  },
  {
    order: "nearest",
    label: "Nearest",
    note: "By the distance between the middle of these accounts and that of the territory.",
  },
  {
    order: "balance",
    label: "Best for balance",
    note: "By the balance score of the plan after the move.",
  },
  { order: "fit", label: "Best fit", note: "By how well the territory's rep suits these accounts." },
];

/** Stays as it was chosen while the page is open. */
const [chosenOrder, setChosenOrder] = createSignal<TargetOrder>("recommended");

/** "Assign to…": territories in an order of the planner's choice, each with what the move would do to its indexes and to the balance. */
export function AssignDialog(props: {
  accounts: readonly number[];
  /** Id of the group whose territories are offered; all where there is none. */
  within?: string | undefined;
  onClose: () => void;
}) {
  const planner = usePlanner();
  // The dialog is about these accounts as they are now: it closes with the first choice.
  const { accounts, within } = props;
  const asked = untrack(() => {
    const plan = planner.plan();
    const path = planner.path();
    const alignment = planner.alignment();
    const together = movedTogether(plan, accounts);
    const { preview, targets } = assignTargets(plan, path, planner.figures(), together);
    const isOffered = ({ slot }: AssignTarget) =>
      within === undefined ||
      groupPath(alignment.groups, territoryAt(alignment, slot).group).some(({ id }) => id === within);
    const last = lastAssigned(planner.session);
    return { plan, path, alignment, together, preview, targets: targets.filter(isOffered), last };
  });
  const { plan, alignment, together, preview } = asked;
  const hasReps = plan.tables.reps.count > 0;
  const [fits, setFits] = createSignal<Float64Array | null>(null);
  if (hasReps) {
    const counting = function* () {
      const model = fitModel(plan, asked.path);
      yield;
      return yield* targetFits(model, plan, asked.path, together);
    };
    onCleanup(inSlices(counting(), setFits));
  }
  const orders = ORDERS.filter(({ order }) => order !== "fit" || hasReps);
  const order = () => (orders.some((each) => each.order === chosenOrder()) ? chosenOrder() : "recommended");
  const repOf = (slot: number) => repName(plan, primaryRep(territoryAt(alignment, slot)));
  const group = alignment.groups.find(({ id }) => id === within);
  const title = `Assign ${countOf(accounts.length)} to…`;

  /** The best first; before them the one used last, so that one key repeats what was done. */
  const ranked = createMemo(() => {
    const all = rankTargets(asked.targets, order(), order() === "fit" ? fits() : null);
    const isLast = ({ slot, move }: AssignTarget) =>
      move.moved > 0 && territoryAt(alignment, slot).id === asked.last;
    return [...all.filter(isLast), ...all.filter((target) => !isLast(target))];
  });
  const options = createMemo((): readonly Option[] => [
    ...ranked().map((target) => ({
      id: String(target.slot),
      text: `${territoryAt(alignment, target.slot).name} ${repOf(target.slot)}`,
      content: () => <Target target={target} />,
    })),
    ...(within === undefined
      ? [
          {
            id: String(UNASSIGNED),
            text: "Unassigned",
            content: () => (
              <>
                <span class="swatch swatch-hollow" />
                <span class="option-text">Unassigned</span>
              </>
            ),
          },
        ]
      : []),
  ]);
  const choose = (id: string) => {
    props.onClose();
    dropAccounts(planner, accounts, Number(id));
  };
  const notes = () => {
    const relatives = together.length - accounts.length;
    return [
      ...(relatives > 0 ? [`${countText(plan, relatives)} of their families go with them`] : []),
      ...stayingWords(preview.staying, together.length, plan.settings.locale),
    ];
  };
  return (
    <Modal open size="medium" title={title} onClose={props.onClose}>
      <div class="assign">
        <Show when={notes().length > 0}>
          <p class="assign-notes">{notes().join(" · ")}</p>
        </Show>
        <div class="assign-orders" role="radiogroup" aria-label="Order">
          <For each={orders}>
            {(each) => (
              <label class="assign-order">
                <input
                  type="radio"
                  name="assign-order"
                  class="visually-hidden"
                  checked={order() === each.order}
                  onChange={() => setChosenOrder(each.order)}
                />
                <span>{each.label}</span>
              </label>
            )}
          </For>
        </div>
        <p class="form-hint">
          {orders.find((each) => each.order === order())?.note}
          {order() === "fit" && fits() === null ? " Counting…" : ""}
          {group ? ` Only territories of ${group.name}.` : ""}
        </p>
        <OptionList
          label="Territory"
          placeholder="Type the name of a territory or rep"
          options={options()}
          onChoose={choose}
          empty="No territory of that name."
        />
      </div>
    </Modal>
  );

  function Target(shown: { target: AssignTarget }): JSX.Element {
    const { slot, km, move } = shown.target;
    const territory = territoryAt(alignment, slot);
    const tag =
      move.there === 0
        ? territory.id === asked.last
          ? "used last"
          : null
        : move.moved === 0
          ? "now here"
          : `${countText(plan, move.there)} of ${countText(plan, together.length)} now here`;
    const fitHere = () => fits()?.[slot] ?? Number.NaN;
    return (
      <>
        <span class="swatch" style={{ "--swatch": territory.color }} />
        <span class="assign-target">
          <span class="assign-name">
            {territory.name}
            <Show when={repOf(slot)}>
              <span class="option-detail"> {repOf(slot)}</span>
            </Show>
            <Show when={tag}>
              <span class="assign-tag">{tag}</span>
            </Show>
          </span>
          <span class="assign-effects">
            <For each={move.effects.filter(({ after }) => !Number.isNaN(after))}>
              {({ measure, before, after, within: isWithin }) => (
                <span data-within={isWithin}>
                  {measure} {indexText(before)} → {indexText(after)}{" "}
                  <span aria-hidden="true">{isWithin ? "✓" : after > 100 ? "▲" : "▼"}</span>
                </span>
              )}
            </For>
          </span>
          <Show when={move.refused > 0}>
            <span class="option-warning">
              {together.length === 1
                ? "does not take its segment"
                : `does not take the segment of ${countOf(move.refused)}`}
            </span>
          </Show>
        </span>
        <span class="assign-side">
          <span>
            {Number.isNaN(km) ? "" : distanceText(plan, km)}
            <Show when={!Number.isNaN(fitHere())}>
              {" "}
              <span class="visually-hidden">fit </span>
              <FitChip fit={fitHere()} title="Fit of the rep with these accounts" />
            </Show>
          </span>
          <Show when={!Number.isNaN(move.balance) && move.moved > 0}>
            <span title="Balance score before and after">
              <span class="visually-hidden">balance </span>
              {move.balance.toFixed(1)}
              <span class="assign-gain" data-better={move.balance >= planner.figures().balanceScore}>
                {" "}
                {gainText(move.balance - planner.figures().balanceScore)}
              </span>
            </span>
          </Show>
        </span>
      </>
    );
  }
}

function gainText(gain: number): string {
  const rounded = Math.round(gain * 10) / 10;
  return rounded > 0 ? `+${rounded.toFixed(1)}` : rounded < 0 ? `−${(-rounded).toFixed(1)}` : "±0";
}
