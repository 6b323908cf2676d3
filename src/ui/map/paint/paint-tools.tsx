import Brush from "lucide-solid/icons/brush";
import LassoSelect from "lucide-solid/icons/lasso-select";
import MousePointerClick from "lucide-solid/icons/mouse-pointer-click";
import MoveHorizontal from "lucide-solid/icons/move-horizontal";
import SquareDashed from "lucide-solid/icons/square-dashed";
import { For, type JSX } from "solid-js";
import type { PaintKind, PaintTool } from "./paint-tool";

const TOOLS: readonly {
  readonly kind: PaintKind;
  readonly label: string;
  readonly hint: string;
  readonly icon: () => JSX.Element;
}[] = [
  {
    kind: "brush",
    label: "Brush",
    hint: "Paint over what is to change (B); [ and ] size the brush",
    icon: () => <Brush />,
  },
  { kind: "box", label: "Rectangle", hint: "Draw a rectangle around it (R)", icon: () => <SquareDashed /> },
  { kind: "lasso", label: "Lasso", hint: "Draw a line around it (L)", icon: () => <LassoSelect /> },
  { kind: "click", label: "One by one", hint: "Press on each (C)", icon: () => <MousePointerClick /> },
  {
    kind: "boundary",
    label: "Pull a border",
    hint: "Grab the border between two territories and pull it (G)",
    icon: () => <MoveHorizontal />,
  },
];

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The paint tools: one stop for the Tab key, arrows go from one to the next. */
export function PaintTools(props: { tool: PaintTool }) {
  let group!: HTMLDivElement;
  const keys = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const at = TOOLS.findIndex(({ kind }) => kind === props.tool.kind());
    const next = (at + step + TOOLS.length) % TOOLS.length;
    props.tool.setKind(TOOLS[next]!.kind);
    (group.children[next] as HTMLElement).focus();
  };
  return (
    <div ref={group} class="paint-tools" role="radiogroup" aria-label="Paint tool" onKeyDown={keys}>
      <For each={TOOLS}>
        {({ kind, label, hint, icon }) => (
          <button
            type="button"
            role="radio"
            class="button button-quiet button-icon"
            aria-checked={props.tool.kind() === kind}
            tabindex={props.tool.kind() === kind ? 0 : -1}
            aria-label={label}
            title={hint}
            onClick={() => props.tool.setKind(kind)}
          >
            {icon()}
          </button>
        )}
      </For>
    </div>
  );
}
