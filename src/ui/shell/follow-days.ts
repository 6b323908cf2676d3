import { onCleanup } from "solid-js";
import type { Session } from "../../session/session";

/** How often an open page looks at the calendar. */
const EVERY_MS = 60_000;

/** Lets locks end when their last day is over, also where the page stays open or comes back after a night. */
export function followDays(session: Session): void {
  const turn = () => session.turnDay();
  const timer = setInterval(turn, EVERY_MS);
  document.addEventListener("visibilitychange", turn);
  onCleanup(() => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", turn);
  });
}
