/** What hears of a press that is followed. */
export interface PointerFollower {
  readonly move: (event: PointerEvent) => void;
  /** The button or finger is up. */
  readonly end: (event: PointerEvent) => void;
  /** Esc was pressed, or the browser took the pointer over. */
  readonly cancel: () => void;
}

/** Follows a press wherever the pointer goes. Returns what stops following. */
export function followPointer(press: PointerEvent, follower: PointerFollower): () => void {
  const isOurs = (event: PointerEvent) => event.pointerId === press.pointerId;
  const move = (event: PointerEvent) => {
    if (isOurs(event)) follower.move(event);
  };
  const up = (event: PointerEvent) => {
    if (!isOurs(event)) return;
    stop();
    follower.end(event);
  };
  const cancel = (event: PointerEvent) => {
    if (!isOurs(event)) return;
    stop();
    follower.cancel();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    stop();
    follower.cancel();
  };
  const stop = () => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", up);
    removeEventListener("pointercancel", cancel);
    removeEventListener("keydown", key, true);
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", up);
  addEventListener("pointercancel", cancel);
  addEventListener("keydown", key, true);
  return stop;
}
