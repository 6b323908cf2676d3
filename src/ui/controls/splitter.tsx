import "./splitter.css";

const KEY_STEP = 24;

/** The border between two panes: drag it, or move it with the arrow keys. `size` is the pane's width in pixels. */
export function Splitter(props: {
  label: string;
  size: number;
  min: number;
  max: number;
  /** Which side of the splitter the sized pane lies on. */
  side: "before" | "after";
  onResize: (size: number) => void;
}) {
  const resize = (size: number) => props.onResize(Math.round(Math.max(props.min, Math.min(props.max, size))));
  const sign = () => (props.side === "before" ? 1 : -1);
  const press = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    event.preventDefault();
    const handle = event.currentTarget;
    const startX = event.clientX;
    const startSize = props.size;
    const move = (moved: PointerEvent) => resize(startSize + sign() * (moved.clientX - startX));
    const release = () => {
      handle.removeEventListener("pointermove", move);
      handle.removeEventListener("pointerup", release);
      handle.removeEventListener("pointercancel", release);
    };
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", release);
    handle.addEventListener("pointercancel", release);
  };
  const key = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    resize(props.size + sign() * step * KEY_STEP);
  };
  return (
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={props.label}
      aria-valuemin={props.min}
      aria-valuemax={props.max}
      aria-valuenow={props.size}
      onPointerDown={press}
      onKeyDown={key}
    />
  );
}
