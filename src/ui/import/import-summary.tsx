import { hasNoPlaceColumn, type ImportDraft } from "../../session/import-flow";
import { catchFocus } from "../controls/catch-focus";
import { DIALOG_LOCALE } from "./dialog-locale";

/** The foot of the check: what an import would give, and the way on. */
export function ImportSummary(props: {
  draft: ImportDraft;
  /** True while a plan is open, which an import leaves alone. */
  planOpen: boolean;
  onImport: () => void;
  onCancel: () => void;
}) {
  const count = () => new Intl.NumberFormat(DIALOG_LOCALE).format(props.draft.review.accountCount);
  const blocked = () => {
    if (props.draft.plan.columns.every((column) => !column.include)) return "No column is imported.";
    return props.draft.review.accountCount === 0 && !props.draft.checking
      ? "There are no rows to import."
      : null;
  };
  return (
    <>
      <p class="import-note muted" role="status">
        {blocked() ?? nextWords(hasNoPlaceColumn(props.draft.plan), props.planOpen)}
      </p>
      <button type="button" class="button" onClick={() => props.onCancel()}>
        Cancel
      </button>
      <button
        ref={catchFocus}
        type="button"
        class="button button-primary"
        disabled={blocked() !== null}
        onClick={() => props.onImport()}
      >
        {props.draft.checking ? "Import accounts" : `Import ${count()} accounts`}
      </button>
    </>
  );
}

/** What an import does next, and what it does not touch. */
export function nextWords(hasNoPlace: boolean, planOpen: boolean): string {
  const next = hasNoPlace
    ? "No column says where the accounts are: none will be on the map."
    : "Next: the accounts are located and counted.";
  return planOpen ? `${next} The open plan stays as it is.` : next;
}
