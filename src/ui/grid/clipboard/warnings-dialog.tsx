import { For, Show } from "solid-js";
import { Modal } from "../../controls/modal";
import type { GridState } from "../grid-state";
import { fullTextOf } from "./source-cell";
import { type WarnedCells, warningFix, warningReason } from "./warned-cells";
import { showIssue } from "./write-cells";

/** The cells that look wrong after they were written, with the way to each kind of them and what would put them right. */
export function WarningsDialog(props: {
  grid: GridState;
  warned: readonly WarnedCells[];
  onClose: () => void;
}) {
  const { grid } = props;
  const count = (rows: number) =>
    `${rows.toLocaleString(grid.props.locale)} ${rows === 1 ? "cell" : "cells"}`;
  return (
    <Modal
      open
      size="medium"
      title="Cells that look wrong"
      description="They were written as they are."
      onClose={props.onClose}
      footer={
        <button type="button" class="button" onClick={props.onClose}>
          Close
        </button>
      }
    >
      <ul class="warned-cells">
        <For each={props.warned}>
          {(cells) => {
            const fix = warningFix(grid, cells);
            const first = cells.rows[0]!;
            const go = () => {
              props.onClose();
              showIssue(grid, { column: cells.column, row: first, message: warningReason(cells) });
            };
            return (
              <li class="warned-cell">
                <div>
                  <strong>{cells.column.header}</strong> – {count(cells.rows.length)}
                  <Show when={fullTextOf(cells.column, first)}>
                    {(text) => <span class="warned-text">“{text()}”</span>}
                  </Show>
                  <div class="muted">{warningReason(cells)}</div>
                </div>
                <button type="button" class="button" onClick={go}>
                  Go to cell
                </button>
                <Show when={fix}>
                  {(known) => (
                    <button
                      type="button"
                      class="button button-primary"
                      onClick={() => {
                        known().run();
                        props.onClose();
                      }}
                    >
                      {known().label}
                    </button>
                  )}
                </Show>
              </li>
            );
          }}
        </For>
      </ul>
    </Modal>
  );
}
