import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import { territoryAt, UNASSIGNED } from "../../model/alignment";
import { cellText } from "../../model/cells";
import { bestReps, explainFit } from "../../model/fit/explain-fit";
import { type FitModel, fitOf } from "../../model/fit/fit-model";
import { repPositions } from "../../model/fit/territory-fit";
import { columnByRole } from "../../model/table";
import { usePlanner } from "../planner";
import { FitBars } from "./fit-bars";
import { FitChip } from "./fit-chip";
import { fitText } from "./fit-words";

const BEST = 3;

/** Why an account suits its rep as it does, and who would suit it better. */
export function AccountFit(props: { model: FitModel; account: number }) {
  const planner = usePlanner();
  const name = () => {
    const { accounts } = planner.plan().tables;
    return cellText(columnByRole(accounts, "name"), props.account) || `Account ${props.account + 1}`;
  };
  const slot = () => planner.alignment().territoryOf[props.account] ?? UNASSIGNED;
  const own = createMemo(() => repPositions(props.model, planner.alignment())[slot()] ?? -1);
  const best = createMemo(() => bestReps(props.model, props.account, BEST));
  const listed = createMemo(() => {
    const ranked = best().map(({ rep }) => rep);
    return own() >= 0 && !ranked.includes(own()) ? [own(), ...ranked] : ranked;
  });
  const [chosen, setChosen] = createSignal<number | null>(null);
  createEffect(on([() => props.account, own], () => setChosen(null), { defer: true }));
  const shown = () => chosen() ?? (own() >= 0 ? own() : (listed()[0] ?? -1));
  const explanation = createMemo(() =>
    shown() >= 0 && shown() < props.model.reps.length
      ? explainFit(props.model, shown(), props.account)
      : null,
  );
  const repName = (rep: number) => props.model.reps[rep]?.name ?? "";
  const nameOf = (id: number) => props.model.reps.find((rep) => rep.id === id)?.name ?? "Someone";
  const rank = (rep: number) => best().findIndex((ranked) => ranked.rep === rep) + 1;

  return (
    <section class="account-fit" aria-label={`Fit of ${name()}`}>
      <h3 class="account-fit-name">
        {name()}
        <span class="account-fit-territory">{territoryAt(planner.alignment(), slot()).name}</span>
      </h3>
      <Show
        when={listed().length > 0}
        fallback={<p class="form-hint">No rep can be compared with this account yet.</p>}
      >
        <div class="fit-candidates" role="radiogroup" aria-label="Rep to explain">
          <For each={listed()}>
            {(rep) => (
              <label class="fit-candidate" classList={{ "fit-candidate-shown": shown() === rep }}>
                <input
                  type="radio"
                  name="fit-candidate"
                  class="visually-hidden"
                  checked={shown() === rep}
                  onChange={() => setChosen(rep)}
                />
                <FitChip fit={fitOf(props.model, rep, props.account)} />
                <span class="fit-candidate-name">{repName(rep)}</span>
                <span class="fit-candidate-note">
                  {[rep === own() ? "has it now" : "", rank(rep) > 0 ? ORDINALS[rank(rep) - 1] : ""]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </label>
            )}
          </For>
        </div>
      </Show>
      <Show when={explanation()}>
        {(found) => (
          <>
            <h4 class="fit-why">
              Why {fitText(found().fit)} for {repName(shown())}?
            </h4>
            <FitBars plan={planner.plan()} explanation={found()} nameOf={nameOf} />
          </>
        )}
      </Show>
    </section>
  );
}

const ORDINALS = ["best", "second best", "third best"];
