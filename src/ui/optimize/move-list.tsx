import { createEffect, createSignal, For, Index, on, Show } from "solid-js";
import type { ExplainedMove, MovesSummary, ProposalExplanation } from "../../session/proposal-explanation";
import { selectRows } from "../../session/row-selection";
import { countText } from "../number-format";
import { usePlanner } from "../planner";
import { spotlightOn } from "../territories/spotlights";
import { accountList, type Speaking, territoryName } from "./impossible-words";
import { indexWords, reasonWords, runnerUpWords } from "./move-words";

/** Moves that are asked for at a time. */
const PAGE = 40;
type MoveReason = ExplainedMove["reason"];
const REASONS: Readonly<Record<MoveReason, string>> = {
  cheaper: "for travel, rep or fit",
  balance: "for balance",
  room: "to make room",
  rule: "by a rule",
  lock: "by a lock",
};

/** The accounts that would move, each with the reason in numbers. A press shows it on the map and selects it. */
export function MoveList(props: {
  explanation: ProposalExplanation;
  territories: Speaking["territories"];
  moved: readonly number[];
}) {
  const planner = usePlanner();
  const [summary, setSummary] = createSignal<MovesSummary | null>(null);
  const [moves, setMoves] = createSignal<readonly ExplainedMove[]>([]);
  const [busy, setBusy] = createSignal(false);
  const speaking = (): Speaking => ({ plan: planner.plan(), territories: props.territories });
  const more = async (explanation: ProposalExplanation) => {
    setBusy(true);
    // A closed explanation answers nothing any more; its list is gone with it.
    const next = await explanation.moves(moves().length, PAGE).catch(() => null);
    if (explanation !== props.explanation || !next) return;
    setMoves([...moves(), ...next]);
    setBusy(false);
  };
  createEffect(
    on(
      () => props.explanation,
      (explanation) => {
        setMoves([]);
        setSummary(null);
        explanation.summary().then(
          (answer) => explanation === props.explanation && setSummary(answer),
          () => undefined,
        );
        void more(explanation);
      },
    ),
  );
  const byReason = () =>
    Object.entries(summary()?.byReason ?? {})
      .filter(([, count]) => count > 0)
      .sort(([, a], [, b]) => b - a)
      .map(([reason, count]) => `${countText(planner.plan(), count)} ${REASONS[reason as MoveReason]}`)
      .join(", ");
  const show = (move: ExplainedMove) => {
    planner.session.select(selectRows(planner.plan().tables.accounts.count, move.accounts));
    planner.showOnMap(move.accounts);
    planner.announce(`${accountList(planner.plan(), move.accounts)} shown on the map and selected`);
  };
  return (
    <section class="move-list" aria-label="Accounts that would move">
      <div class="optimize-line">
        <span class="form-hint">{byReason()}</span>
        <span class="spacer" />
        <button type="button" class="link" onClick={() => spotlightOn(planner, "would move", props.moved)}>
          Show in the sheet
        </button>
      </div>
      <ul class="change-list">
        <For each={moves()}>
          {(move) => (
            <li>
              <button type="button" class="move" onClick={() => show(move)}>
                <span class="move-name">{accountList(planner.plan(), move.accounts)}</span>
                <span class="move-way">
                  {territoryName(speaking(), move.from)} → {territoryName(speaking(), move.to)}
                </span>
                <span class="move-reason">{reasonWords(speaking(), move)}</span>
                <Index each={indexWords(speaking(), move)}>
                  {(words) => <span class="move-detail">{words()}</span>}
                </Index>
                <Show when={runnerUpWords(speaking(), move)}>
                  {(words) => <span class="move-detail">{words()}</span>}
                </Show>
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={busy()}>
        <p class="form-hint" role="status">
          Explaining the moves…
        </p>
      </Show>
      <Show when={!busy() && moves().length < (summary()?.moves ?? 0)}>
        <button type="button" class="link" onClick={() => void more(props.explanation)}>
          Show {PAGE} more of {countText(planner.plan(), (summary()?.moves ?? 0) - moves().length)}
        </button>
      </Show>
    </section>
  );
}
