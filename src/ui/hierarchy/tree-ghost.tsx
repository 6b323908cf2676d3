import { Show } from "solid-js";
import { Portal } from "solid-js/web";
import { DROP_GROUP_ATTRIBUTE, treeDrag } from "./drag-into-group";
import "./hierarchy.css";

/** What is dragged, beside the pointer. */
export function TreeGhost() {
  return (
    <Show when={treeDrag()}>
      {(drag) => (
        <Portal>
          <div class="tree-ghost" style={{ transform: `translate(${drag().x + 12}px, ${drag().y + 8}px)` }}>
            {drag().name}
          </div>
        </Portal>
      )}
    </Show>
  );
}

/** Where to drop what is to be in no group; there while something is dragged. */
export function TreeTop() {
  return (
    <Show when={treeDrag()}>
      <div
        class="tree-top"
        classList={{ "tree-top-over": treeDrag()?.over === "" }}
        {...{ [DROP_GROUP_ATTRIBUTE]: "" }}
      >
        Drop here for the top, in no group
      </div>
    </Show>
  );
}
