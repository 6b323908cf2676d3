import type { CsvDialect } from "../../files/export/export-job";
import { RadioChoice } from "../controls/radio-choice";

/** The dialect that spreadsheets of a locale read: a semicolon where the comma is the decimal sign. */
export function defaultDialect(locale: string): CsvDialect {
  const comma = new Intl.NumberFormat(locale)
    .formatToParts(1.5)
    .some((part) => part.type === "decimal" && part.value === ",");
  return {
    delimiter: comma ? ";" : ",",
    decimal: comma ? "," : ".",
    byteOrderMark: true,
    formulas: "escaped",
  };
}

/** How a CSV file is written, for the spreadsheet or CRM that reads it. */
export function CsvOptions(props: {
  dialect: CsvDialect;
  /** Cells that get an apostrophe where formulas are escaped. */
  escaped: number;
  locale: string;
  onChange: (dialect: CsvDialect) => void;
}) {
  return (
    <>
      <RadioChoice
        label="For"
        labelled
        value={props.dialect.formulas}
        choices={[
          {
            value: "escaped",
            label: "A spreadsheet",
            note: `Texts that could run as formulas are escaped with an apostrophe. ${escapedWords(props.escaped, props.locale)}`,
          },
          {
            value: "exact",
            label: "A CRM or another program",
            note: "Values exactly as they are. Do not open this file in a spreadsheet: texts that begin with = + - or @ may run.",
          },
        ]}
        onChange={(formulas) => props.onChange({ ...props.dialect, formulas })}
      />
      <label class="field">
        <span class="field-label">Cells and numbers</span>
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
            Comma between cells, 1234.5: CRMs, and spreadsheets in English
          </option>
          <option value=";" selected={props.dialect.delimiter === ";"}>
            Semicolon between cells, 1234,5: spreadsheets with a decimal comma
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

/** How many cells that concerns, and what becomes of them. */
export function escapedWords(count: number, locale: string): string {
  if (count === 0) return "No cell of this file needs one.";
  const cells = `${new Intl.NumberFormat(locale).format(count)} ${count === 1 ? "cell gets" : "cells get"} one`;
  return `${cells}; a phone number that begins with + counts as such a text. The import here takes them off again, other programs keep them.`;
}
