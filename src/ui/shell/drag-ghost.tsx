import { createEffect, createMemo, For, onCleanup, Show } from "solid-js";
import { territoryAt, UNASSIGNED } from "../../model/alignment";
import { countOf } from "../../model/edits/assign-accounts";
import { type MoveEffect, previewMove } from "../../model/metrics/move-effect";
import { accountDrag } from "../drag-accounts";
import { countText, indexText } from "../number-format";
import { usePlanner } from "../planner";
import { movedTogether, whyFixed } from "../territories/drop-accounts";
import { setIndexesAfter } from "../territories/hovered-move";
import { stayingWords } from "../territories/move-words";
import "./drag-ghost.css";

/** Territories that lose accounts, shown at most; the others are counted. */
const SHOWN_LOSERS = 3;
/** Room in px that the ghost keeps to the edges of the window. */
const MARGIN_PX = 8;
const FROM_POINTER_PX = 14;

/** What follows the pointer while accounts are dragged: how many, and what a drop here would do to both sides. */
export function DragGhost() {
  const planner = usePlanner();
  const dragged = createMemo(() => accountDrag()?.accounts ?? null);
  const over = createMemo(() => accountDrag()?.over ?? null, null, { equals: sameTarget });
  const together = createMemo(() => {
    const accounts = dragged();
    return accounts && movedTogether(planner.plan(), accounts);
  });
  const preview = createMemo(() => {
    const accounts = together();
    return accounts && previewMove(planner.plan(), planner.path(), planner.figures(), accounts);
  });
  const shown = createMemo(() => {
    const target = over();
    const move = preview();
    if (!move || target?.kind !== "territory") return null;
    return { slot: target.slot, to: move.to(target.slot), from: move.from(target.slot) };
  });
  createEffect(() => {
    const move = shown();
    const hovered =
      move &&
      move.to.moved > 0 &&
      new Map([
        [move.slot, move.to.effects.map(({ after }) => after)],
        ...move.from.map(({ slot, effects }) => [slot, effects.map(({ after }) => after)] as const),
      ]);
    setIndexesAfter(hovered || null);
  });
  onCleanup(() => setIndexesAfter(null));
  const nameOf = (slot: number) =>
    slot === UNASSIGNED ? "Unassigned" : territoryAt(planner.alignment(), slot).name;
  const groupName = () => {
    const target = over();
    if (target?.kind !== "group") return null;
    return planner.alignment().groups.find(({ id }) => id === target.group)?.name ?? "";
  };
  const refusal = () => {
    const target = over();
    return whyFixed(planner) ?? (target?.kind === "refused" ? target.why : null);
  };
  const relatives = () => (together()?.length ?? 0) - (dragged()?.length ?? 0);
  const losers = () => shown()?.from.filter(({ slot }) => slot !== UNASSIGNED) ?? [];
  const balance = () => {
    const [before, after] = [indexText(planner.figures().balanceScore), indexText(shown()!.to.balance)];
    return before === after ? `Balance stays ${after}` : `Balance ${before} → ${after}`;
  };
  let ghost: HTMLDivElement | undefined;
  const place = () => {
    const { x, y } = accountDrag() ?? { x: 0, y: 0 };
    shown();
    const { offsetWidth: width, offsetHeight: height } = ghost ?? { offsetWidth: 0, offsetHeight: 0 };
    // To the left in the right half, so that it does not hide the bars of the territories that it speaks of.
    const left = x > innerWidth / 2 ? x - FROM_POINTER_PX - width : x + FROM_POINTER_PX;
    const top = Math.min(y + FROM_POINTER_PX, innerHeight - height - MARGIN_PX);
    return `translate(${Math.max(MARGIN_PX, left)}px, ${Math.max(MARGIN_PX, top)}px)`;
  };
  return (
    <Show when={accountDrag() && preview()}>
      {(move) => (
        <div ref={ghost} class="drag-ghost" style={{ transform: place() }}>
          <strong>{countOf(dragged()?.length ?? 0)}</strong>
          <Show when={relatives() > 0}>
            <span class="drag-ghost-note">
              and {countText(planner.plan(), relatives())} of their families
            </span>
          </Show>
          <For each={stayingWords(move().staying, move().accounts, planner.plan().settings.locale)}>
            {(line) => <span class="drag-ghost-stays">{line}</span>}
          </For>
          <Show when={refusal() === null} fallback={<span class="drag-ghost-refusal">{refusal()}</span>}>
            <Show when={groupName() !== null}>
              <span class="drag-ghost-target">→ {groupName()}</span>
              <span class="drag-ghost-note">drop to choose one of its territories</span>
            </Show>
            <Show when={over() === null}>
              <span class="drag-ghost-note">drop on a territory</span>
            </Show>
            <Show when={shown()}>
              {(now) => (
                <>
                  <span class="drag-ghost-target">→ {nameOf(now().slot)}</span>
                  <Show
                    when={now().to.moved > 0}
                    fallback={
                      <span class="drag-ghost-note">
                        {now().to.there > 0 ? "there already: nothing moves" : "nothing can move"}
                      </span>
                    }
                  >
                    <Show when={now().to.refused > 0}>
                      <span class="drag-ghost-refusal">
                        does not take the segment of {countOf(now().to.refused)}
                      </span>
                    </Show>
                    <Show when={now().slot !== UNASSIGNED}>
                      <Effects effects={now().to.effects} />
                    </Show>
                    <For each={losers().slice(0, SHOWN_LOSERS)}>
                      {(loser) => (
                        <>
                          <span class="drag-ghost-from">
                            from {nameOf(loser.slot)} ({countText(planner.plan(), loser.left)})
                          </span>
                          <Effects effects={loser.effects} />
                        </>
                      )}
                    </For>
                    <Show when={losers().length > SHOWN_LOSERS}>
                      <span class="drag-ghost-note">
                        and from {countText(planner.plan(), losers().length - SHOWN_LOSERS)} more
                      </span>
                    </Show>
                    <span class="drag-ghost-note">{balance()}</span>
                  </Show>
                </>
              )}
            </Show>
          </Show>
        </div>
      )}
    </Show>
  );
}

/** Index of each measure before and after; the word beside the color says on which side of the tolerance it ends. */
function Effects(props: { effects: readonly MoveEffect[] }) {
  return (
    <ul class="drag-ghost-effects">
      <For each={props.effects.filter(({ after }) => !Number.isNaN(after))}>
        {({ measure, before, after, within }) => (
          <li data-within={within}>
            <span class="drag-ghost-measure">{measure}</span>{" "}
            <span class="drag-ghost-index">
              {indexText(before)} → {indexText(after)}
            </span>
            <span aria-hidden="true">{within ? "✓" : after > 100 ? "▲" : "▼"}</span>
          </li>
        )}
      </For>
    </ul>
  );
}

function sameTarget(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
