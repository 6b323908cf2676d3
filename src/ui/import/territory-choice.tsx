import { Show } from "solid-js";
import type { TerritorySource } from "../../files/import/import-plan";
import { type ImportDraft, type ImportFlow, territorySources } from "../../session/import-flow";
import { RadioChoice } from "../controls/radio-choice";
import { DIALOG_LOCALE } from "./dialog-locale";

const WORDS: Readonly<Record<TerritorySource, string>> = {
  pairs: "One territory per rep within each territory",
  territory: "One territory per territory, with its most frequent owner",
  owner: "One territory per owner",
  none: "None: all accounts start unassigned",
};

/** What the current alignment, and with it the baseline, is made from. */
export function TerritoryChoice(props: { draft: ImportDraft; flow: ImportFlow }) {
  const sources = () => territorySources(props.draft.plan);
  const counts = () => {
    const { territoryCount, repCount } = props.draft.review;
    const format = new Intl.NumberFormat(DIALOG_LOCALE);
    const territories = `${format.format(territoryCount)} ${territoryCount === 1 ? "territory" : "territories"}`;
    return `${territories}, ${format.format(repCount)} ${repCount === 1 ? "rep" : "reps"}`;
  };
  return (
    <section aria-label="Territories today">
      <h3>Territories today</h3>
      <Show
        when={sources().length > 1}
        fallback={
          <p class="muted">
            No column says who has an account now. Mark one as Owner or Territory above, or start with all
            accounts unassigned and let the optimizer propose.
          </p>
        }
      >
        <RadioChoice
          label="Make territories from"
          value={props.draft.plan.territories}
          choices={sources().map((value) => ({
            value,
            label: WORDS[value],
            ...(value === props.draft.plan.territories && value !== "none" && !props.draft.checking
              ? { note: counts() }
              : {}),
          }))}
          onChange={(territories) => props.flow.change((plan) => ({ ...plan, territories }))}
        />
      </Show>
    </section>
  );
}
