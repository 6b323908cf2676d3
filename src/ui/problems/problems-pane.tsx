import ArrowLeft from "lucide-solid/icons/arrow-left";
import ChevronLeft from "lucide-solid/icons/chevron-left";
import ChevronRight from "lucide-solid/icons/chevron-right";
import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from "solid-js";
import { returnExceptions } from "../../model/edits/assign-units";
import { cleanUp } from "../../model/edits/clean-up";
import { swapPlaces } from "../../model/edits/swap-places";
import type { Patch } from "../../model/patch";
import type { AlignmentPath, Plan } from "../../model/plan";
import { keepNeighbors, knowsNeighbors, neighborPlaces } from "../../model/problems/account-neighbors";
import { selectRows } from "../../session/row-selection";
import { doEdit } from "../do-edit";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { newestFirst } from "../slices";
import { whyFixed } from "../territories/drop-accounts";
import { spotlightOn } from "../territories/spotlights";
import {
  distinctTotal,
  type Problem,
  type ProblemList,
  type ProblemTotal,
  problemLists,
} from "./list-problems";
import "./problems.css";

/** Rows of a list drawn at most; "Next" goes on beyond them. */
const DRAWN = 100;

/** What is wrong with the territories, kind by kind: each a list that leads from one to the next on the map. */
export function ProblemsPane(props: { onClose: () => void }) {
  const planner = usePlanner();
  const services = useServices();
  const [lists, setLists] = createSignal<readonly ProblemList[] | null>(null);
  const [at, setAt] = createSignal<{ readonly kind: ProblemList["kind"]; readonly index: number } | null>(
    null,
  );
  const work = newestFirst(
    (_: unknown) => problemLists(planner),
    (_, found) => setLists(found),
  );
  let stop = () => {};
  createEffect(
    on([planner.plan, planner.path], ([plan]) => {
      stop();
      const { accounts } = plan.tables;
      const places = knowsNeighbors(accounts) ? null : neighborPlaces(accounts);
      if (!places) {
        work.take(plan);
        return;
      }
      stop = services.startNeighborGraph(places, {
        graph: (graph) => {
          keepNeighbors(accounts, graph);
          work.take(plan);
        },
        failed: () => work.take(plan),
      });
    }),
  );
  onCleanup(() => {
    stop();
    work.drop();
  });
  const kinds = createMemo(() => lists()?.map(({ kind }) => kind) ?? []);
  const total = createMemo(() => {
    const found = lists();
    return found && distinctTotal(found, planner.plan().tables.accounts.count);
  });
  const format = (count: number) => count.toLocaleString(planner.plan().settings.locale);

  const go = (list: ProblemList, index: number) => {
    if (list.count === 0) return;
    const wrapped = (index + list.count) % list.count;
    setAt({ kind: list.kind, index: wrapped });
    const problem = list.item(wrapped);
    if (problem.accounts.length > 0) {
      planner.session.select(selectRows(planner.plan().tables.accounts.count, problem.accounts));
      planner.showOnMap(problem.accounts);
    } else if (problem.unit !== undefined) planner.showUnitOnMap(problem.unit);
    planner.announce(`${format(wrapped + 1)} of ${format(list.count)}: ${problem.name}, ${problem.detail}`);
  };
  const showAll = (list: ProblemList) => {
    const accounts = new Set<number>();
    for (let i = 0; i < list.count; i++) for (const account of list.rows(i)) accounts.add(account);
    spotlightOn(planner, list.title.toLowerCase(), [...accounts]);
  };

  return (
    <section class="pane problems" aria-label="What is wrong">
      <header class="pane-header">
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Back to the territories"
          title="Back to the territories"
          onClick={props.onClose}
        >
          <ArrowLeft aria-hidden="true" />
        </button>
        <h2>What is wrong</h2>
        <span class="pane-count" role="status" title="Each counts once, in however many lists it stands.">
          {total() ? totalWords(total()!, format) : "Looking…"}
        </span>
      </header>
      <div class="problems-lists">
        {/* By kind: what was folded out, and the keyboard, stay where they are when a list is made anew. */}
        <For each={kinds()}>
          {(kind) => (
            <Show when={lists()?.find((each) => each.kind === kind)}>
              {(list) => (
                <ProblemSection
                  list={list()}
                  index={at()?.kind === kind ? Math.min(at()!.index, list().count - 1) : null}
                  format={format}
                  onGo={(index) => go(list(), index)}
                  onShowAll={() => showAll(list())}
                />
              )}
            </Show>
          )}
        </For>
      </div>
    </section>
  );
}

/** "12 accounts, 3 units": an account that stands in several lists counts once. */
function totalWords({ accounts, units }: ProblemTotal, format: (count: number) => string): string {
  const parts = [
    accounts > 0 || units === 0 ? `${format(accounts)} ${accounts === 1 ? "account" : "accounts"}` : "",
    units > 0 ? `${format(units)} ${units === 1 ? "unit" : "units"}` : "",
  ];
  return `${parts.filter((part) => part).join(", ")} found`;
}

/** What puts a kind of problems right at once, where something can. */
const MENDS: {
  readonly [kind in ProblemList["kind"]]?: {
    readonly title: string;
    readonly patch: (plan: Plan, path: AlignmentPath, accounts: readonly number[]) => Patch;
  };
} = {
  pieces: { title: "Clean up", patch: (plan, path) => cleanUp(plan, path) },
  exceptions: { title: "Put all back", patch: (plan, path) => returnExceptions(plan, path) },
  doubtful: {
    title: "Swap latitude and longitude",
    patch: (plan, _path, accounts) => swapPlaces(plan, accounts),
  },
};

function ProblemSection(props: {
  list: ProblemList;
  /** The one looked at now; null = none of this list. */
  index: number | null;
  format: (count: number) => string;
  onGo: (index: number) => void;
  onShowAll: () => void;
}) {
  const planner = usePlanner();
  const list = () => props.list;
  const items = createMemo((): readonly Problem[] =>
    Array.from({ length: Math.min(DRAWN, list().count) }, (_, i) => list().item(i)),
  );
  const { session } = planner;
  const mend = () => {
    const { plan, path } = session;
    if (!doEdit(planner, MENDS[list().kind]!.patch(plan, path, list().mendable ?? [])))
      planner.notify({ text: "Nothing could move: these are locked, or no single neighbor surrounds them." });
  };
  const mending = () => (list().mendable?.length === 0 ? null : (MENDS[list().kind] ?? null));
  return (
    <details class="problem-list" data-flagged={list().flagged === true} open={props.index !== null}>
      <summary>
        <span class="problem-title">{list().title}</span>
        <span class="problem-count" data-none={list().count === 0}>
          {props.format(list().count)}
        </span>
      </summary>
      <p class="problem-what">{list().what}</p>
      <Show when={list().count > 0} fallback={<p class="problem-none">None. Well done.</p>}>
        <div class="problem-tools">
          <button
            type="button"
            class="button button-icon"
            aria-label={`Previous: ${list().title}`}
            title="Previous"
            onClick={() => props.onGo((props.index ?? 0) - 1)}
          >
            <ChevronLeft aria-hidden="true" />
          </button>
          <button
            type="button"
            class="button"
            aria-label={`Go to next: ${list().title}`}
            onClick={() => props.onGo(props.index === null ? 0 : props.index + 1)}
          >
            <ChevronRight aria-hidden="true" />
            Go to next
          </button>
          <Show when={list().kind !== "unit-gaps"}>
            <button type="button" class="button button-quiet" onClick={props.onShowAll}>
              Show all in the sheet
            </button>
          </Show>
          <Show when={mending()}>
            {(mends) => (
              <button
                type="button"
                class="button button-quiet"
                disabled={whyFixed(planner) !== null}
                onClick={mend}
              >
                {mends().title}
              </button>
            )}
          </Show>
        </div>
        <ol class="problem-items">
          <For each={items()}>
            {(problem, i) => (
              <li>
                <button
                  type="button"
                  class="problem-item"
                  aria-current={props.index === i() ? "true" : undefined}
                  onClick={() => props.onGo(i())}
                >
                  <span class="problem-name">{problem.name || "(no name)"}</span>
                  <span class="problem-detail">{problem.detail}</span>
                </button>
              </li>
            )}
          </For>
        </ol>
        <Show when={list().count > DRAWN}>
          <p class="problem-what">
            The first {DRAWN} of {props.format(list().count)}; “Go to next” leads on.
          </p>
        </Show>
      </Show>
    </details>
  );
}
