import X from "lucide-solid/icons/x";
import { createEffect, onCleanup, Show } from "solid-js";
import { usePlanner } from "../planner";
import "./notices.css";

const SHOWN_MS = 6000;

/** A short message with one thing to do about it, and the live region in which everything is said to screen readers. */
export function Notices() {
  const planner = usePlanner();
  createEffect(() => {
    if (!planner.notice()) return;
    const timer = window.setTimeout(planner.dismissNotice, SHOWN_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <>
      <div class="visually-hidden" role="status" aria-live="polite" aria-label="Announcements">
        {planner.announcement()}
      </div>
      <Show when={planner.notice()}>
        {(notice) => (
          <div class="notice" data-tone={notice().tone ?? "plain"}>
            <span class="notice-text">{notice().text}</span>
            <Show when={notice().action}>
              {(action) => (
                <button
                  type="button"
                  class="notice-action"
                  onClick={() => {
                    planner.dismissNotice();
                    action().run();
                  }}
                >
                  {action().label}
                </button>
              )}
            </Show>
            <button type="button" class="notice-close" aria-label="Dismiss" onClick={planner.dismissNotice}>
              <X size={14} aria-hidden="true" />
            </button>
          </div>
        )}
      </Show>
    </>
  );
}
