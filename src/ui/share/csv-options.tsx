import type { CsvDialect } from "../../files/export/export-job";

/** The dialect that spreadsheets of a locale read: a semicolon where the comma is the decimal sign. */
export function defaultDialect(locale: string): CsvDialect {
  const comma = new Intl.NumberFormat(locale)
    .formatToParts(1.5)
    .some((part) => part.type === "decimal" && part.value === ",");
  return { delimiter: comma ? ";" : ",", decimal: comma ? "," : ".", byteOrderMark: true };
}

/** How a CSV file is written, for the spreadsheet or CRM that reads it. */
export function CsvOptions(props: { dialect: CsvDialect; onChange: (dialect: CsvDialect) => void }) {
  return (
    <>
      <label class="field">
        <span class="field-label">Written for</span>
        <select
          class="select"
          onChange={(event) => {
            const comma = event.currentTarget.value === ";";
            props.onChange({
              ...props.dialect,
              delimiter: comma ? ";" : ",",
              decimal: comma ? "," : ".",
            });
          }}
        >
          <option value="," selected={props.dialect.delimiter === ","}>
            CRMs and spreadsheets in English: comma between cells, 1234.5
          </option>
          <option value=";" selected={props.dialect.delimiter === ";"}>
            Spreadsheets with a decimal comma: semicolon between cells, 1234,5
          </option>
        </select>
      </label>
      <label class="check-field">
        <input
          type="checkbox"
          checked={props.dialect.byteOrderMark}
          onChange={(event) =>
            props.onChange({ ...props.dialect, byteOrderMark: event.currentTarget.checked })
          }
        />
        <span>
          Mark it as Unicode for Excel <span class="muted">(byte order mark)</span>
        </span>
      </label>
    </>
  );
}
