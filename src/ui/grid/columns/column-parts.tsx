import { lazy, Show, Suspense } from "solid-js";
import type { GridState } from "../grid-state";
import { BrokenNote } from "./broken-note";
import { ColumnMenu } from "./column-menu";
import type { ColumnTools } from "./column-tools";
import "./columns.css";

const ColumnDialogs = lazy(() =>
  import("./column-dialogs").then((module) => ({ default: module.ColumnDialogs })),
);

/** The menu of the headers and the dialogs behind it. */
export function ColumnParts(props: {
  grid: GridState;
  tools: ColumnTools;
  frame: () => HTMLElement;
  onClosed: () => void;
}) {
  const { grid, tools } = props;
  const close = () => {
    tools.setDialog(null);
    props.onClosed();
  };
  return (
    <>
      <ColumnMenu grid={grid} tools={tools} frame={props.frame} onClosed={props.onClosed} />
      <BrokenNote grid={grid} />
      <Show when={tools.dialog()} keyed>
        {(dialog) => (
          <Suspense>
            <ColumnDialogs grid={grid} dialog={dialog} onClose={close} />
          </Suspense>
        )}
      </Show>
    </>
  );
}
