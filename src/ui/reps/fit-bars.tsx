import { For, Show } from "solid-js";
import type { FitExplanation } from "../../model/fit/explain-fit";
import type { RowId } from "../../model/ids";
import type { Plan } from "../../model/plan";
import { percentText } from "../number-format";
import { FACTOR_WORDS, fitText, leftOutText, pointsText, reasonText } from "./fit-words";
import "./reps.css";

/** A fit factor by factor: how well each suits, what it adds, and why. */
export function FitBars(props: { plan: Plan; explanation: FitExplanation; nameOf: (rep: RowId) => string }) {
  return (
    <div class="fit-bars">
      <ul aria-label="Factors">
        <For each={props.explanation.factors}>
          {(part) => (
            <li class="fit-factor">
              <div class="fit-factor-head">
                <span class="fit-factor-name">{FACTOR_WORDS[part.factor]}</span>
                <span
                  class="fit-factor-points"
                  title={`${percentText(part.share)} of the weights that count × ${percentText(part.value)}`}
                >
                  {pointsText(props.plan, part.points)} of {pointsText(props.plan, 100 * part.share)}
                </span>
              </div>
              <div
                class="fit-bar"
                role="meter"
                aria-label={FACTOR_WORDS[part.factor]}
                aria-valuemin={0}
                aria-valuemax={100}
                aria-valuenow={Math.round(100 * part.value)}
                style={{ "--share": part.share.toFixed(4), "--value": part.value.toFixed(4) }}
              >
                <span />
              </div>
              <p class="fit-reason">{reasonText(props.plan, part, props.nameOf)}.</p>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.explanation.factors.length === 0}>
        <p class="form-hint">Nothing that counts is known of both rep and account.</p>
      </Show>
      <Show when={props.explanation.leftOut.length > 0}>
        <p class="form-hint">
          Left out: {props.explanation.leftOut.map(leftOutText).join("; ")}. The other factors share{" "}
          {props.explanation.leftOut.length === 1 ? "its weight" : "their weights"}.
        </p>
      </Show>
      <span class="visually-hidden">Fit {fitText(props.explanation.fit)} of 100</span>
    </div>
  );
}
