import { createMemo, For, Show } from "solid-js";
import { territoryAt, UNASSIGNED } from "../../model/alignment";
import { countOf } from "../../model/edits/assign-accounts";
import { moveEffects } from "../../model/metrics/move-effect";
import { accountDrag } from "../drag-accounts";
import { indexText } from "../number-format";
import { usePlanner } from "../planner";
import "./drag-ghost.css";

/** What follows the pointer while accounts are dragged: how many, and what a drop here would do. */
export function DragGhost() {
  const planner = usePlanner();
  const over = createMemo(() => accountDrag()?.over ?? null);
  const dragged = createMemo(() => accountDrag()?.accounts ?? null);
  const effectOf = createMemo(() => {
    const accounts = dragged();
    return accounts && moveEffects(planner.plan(), planner.path(), planner.figures(), accounts);
  });
  const effect = createMemo(() => {
    const slot = over();
    return slot === null ? null : (effectOf()?.(slot) ?? null);
  });
  return (
    <Show when={accountDrag()}>
      {(drag) => (
        <div class="drag-ghost" style={{ transform: `translate(${drag().x + 12}px, ${drag().y + 12}px)` }}>
          <strong>{countOf(drag().accounts.length)}</strong>
          <Show when={over() !== null && effect()}>
            {(shown) => (
              <>
                <span>
                  →{" "}
                  {over() === UNASSIGNED ? "Unassigned" : territoryAt(planner.alignment(), over() ?? 0).name}
                </span>
                <Show
                  when={shown().moved > 0}
                  fallback={<span class="drag-ghost-effect">nothing moves: locked, or there already</span>}
                >
                  <For each={over() === UNASSIGNED ? [] : shown().effects}>
                    {(line) => (
                      <span class="drag-ghost-effect">
                        {line.measure} {indexText(line.before)} → {indexText(line.after)}
                      </span>
                    )}
                  </For>
                </Show>
              </>
            )}
          </Show>
        </div>
      )}
    </Show>
  );
}
