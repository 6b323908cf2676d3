import ChevronRight from "lucide-solid/icons/chevron-right";
import { createSignal, type JSX, Show } from "solid-js";
import "./fold.css";

/** A section that opens and closes; closed, one line says what it holds. What is in it is made when it is opened first. */
export function Fold(props: { title: string; summary?: string; open?: boolean; children: JSX.Element }) {
  const [open, setOpen] = createSignal(props.open ?? false);
  const [seen, setSeen] = createSignal(open());
  return (
    <details
      class="fold"
      open={open()}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        if (event.currentTarget.open) setSeen(true);
      }}
    >
      <summary>
        <ChevronRight aria-hidden="true" class="fold-mark" />
        <span class="fold-title">{props.title}</span>
        <Show when={!open()}>
          <span class="fold-summary" title={props.summary}>
            {props.summary}
          </span>
        </Show>
      </summary>
      <Show when={seen()}>
        <div class="fold-body">{props.children}</div>
      </Show>
    </details>
  );
}
