import { For, Index, Show } from "solid-js";
import { LISTED_COLUMNS } from "../../model/edits/take-reps";
import type { RepUse } from "../../session/rep-headers";
import type { RepList } from "../../session/rep-list";
import "./rep-list.css";

/** Rows of a list that are drawn. */
const SHOWN = 5;
const FATES = { new: "New", known: "Known", nobody: "Left out" } as const;

const USES: readonly { readonly use: RepUse; readonly label: string }[] = [
  { use: "kept", label: "Keep as it is" },
  { use: "left-out", label: "Leave out" },
  ...LISTED_COLUMNS.map(({ role, header }) => ({ use: role, label: role === "name" ? "Name" : header })),
  { use: "territory", label: "Territory" },
];

/** The first rows of a list of reps, above each column what it is used for, and before each row whether the rep is new. */
export function RepListTable(props: {
  list: RepList;
  uses: readonly RepUse[];
  fates: readonly (keyof typeof FATES)[];
  onUse: (column: number, use: RepUse) => void;
}) {
  return (
    <section class="rep-list-table" aria-label="Columns and first rows" tabindex={-1}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">New or known</span>
            </th>
            <Index each={props.list.headers}>
              {(header, column) => (
                <th scope="col">
                  <span class="rep-list-header">{header()}</span>
                  <select
                    class="select"
                    aria-label={`Meaning of column ${header()}`}
                    onChange={(event) => props.onUse(column, event.currentTarget.value as RepUse)}
                  >
                    <For each={USES}>
                      {({ use, label }) => (
                        <option value={use} selected={props.uses[column] === use}>
                          {label}
                        </option>
                      )}
                    </For>
                  </select>
                </th>
              )}
            </Index>
          </tr>
        </thead>
        <tbody>
          <For each={props.list.rows.slice(0, SHOWN)}>
            {(row, i) => (
              <tr>
                <td class="muted">{props.fates[i()] ? FATES[props.fates[i()]!] : ""}</td>
                <Index each={row}>
                  {(cell, column) => (
                    <td classList={{ "rep-list-out": props.uses[column] === "left-out" }}>{cell()}</td>
                  )}
                </Index>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={props.list.rows.length > SHOWN}>
        <p class="form-hint">and {(props.list.rows.length - SHOWN).toLocaleString()} more rows</p>
      </Show>
    </section>
  );
}
