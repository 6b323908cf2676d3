import Play from "lucide-solid/icons/play";
import Square from "lucide-solid/icons/square";
import { Match, Switch } from "solid-js";
import type { Optimization } from "./create-optimization";

/** What can be done next: find, stop, accept or discard. */
export function OptimizeFooter(props: { optimization: Optimization; onClose: () => void }) {
  const kind = () => props.optimization.state()?.kind;
  /** The figures on the card are those of what would be accepted. */
  const isReady = () => props.optimization.shown()?.isFinal === true;
  const acceptWith = (accept: () => boolean) => () => {
    accept();
    props.onClose();
  };
  return (
    <footer class="optimize-footer">
      <Switch>
        <Match when={!kind()}>
          <button type="button" class="button button-primary" onClick={() => props.optimization.start()}>
            <Play aria-hidden="true" />
            Find a better plan
          </button>
        </Match>
        <Match when={kind() === "running"}>
          <button type="button" class="button" onClick={() => props.optimization.discard()}>
            Cancel
          </button>
          <button
            type="button"
            class="button button-primary"
            disabled={!props.optimization.shown()}
            onClick={() => props.optimization.stop()}
          >
            <Square aria-hidden="true" />
            Stop and keep the best
          </button>
        </Match>
        <Match when={kind() === "failed"}>
          <button type="button" class="button button-primary" onClick={() => props.optimization.discard()}>
            Back to the settings
          </button>
        </Match>
        <Match when={kind() === "done"}>
          <div class="optimize-footer-more">
            <button type="button" class="button button-quiet" onClick={() => props.optimization.goOn()}>
              Continue
            </button>
            <button
              type="button"
              class="button button-quiet"
              disabled={!isReady()}
              onClick={acceptWith(props.optimization.acceptAsScenario)}
            >
              Accept as a new scenario
            </button>
          </div>
          <button type="button" class="button" onClick={() => props.optimization.discard()}>
            Discard proposal
          </button>
          <span class="spacer" />
          <button
            type="button"
            class="button button-primary"
            disabled={!isReady()}
            onClick={acceptWith(props.optimization.accept)}
          >
            Accept proposal
          </button>
        </Match>
      </Switch>
    </footer>
  );
}
