import type { ImportDraft } from "../../session/import-flow";
import { catchFocus } from "../controls/catch-focus";

/** The foot of the check: what an import would give, and the way on. */
export function ImportSummary(props: { draft: ImportDraft; onImport: () => void; onCancel: () => void }) {
  const count = () => new Intl.NumberFormat(props.draft.plan.locale).format(props.draft.review.accountCount);
  const blocked = () => {
    if (props.draft.plan.columns.every((column) => !column.include)) return "No column is imported.";
    return props.draft.review.accountCount === 0 && !props.draft.checking
      ? "There are no rows to import."
      : null;
  };
  return (
    <>
      <p class="import-note muted" role="status">
        {blocked() ?? "Next: the accounts are located and counted. The open plan stays as it is."}
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
