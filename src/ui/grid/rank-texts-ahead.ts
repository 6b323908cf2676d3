import { createEffect, on, onCleanup } from "solid-js";
import { foldedTexts } from "../../model/views/fold-text";
import { rankTextsInSteps } from "../../model/views/text-ranks";
import type { CodedTexts } from "../../model/views/view-column";
import { inSlices } from "../slices";
import type { GridState } from "./grid-state";

/** Columns with fewer distinct texts are ranked when they are sorted: nobody would notice. */
const MANY_TEXTS = 2_000;
/** After the sheet has come up: until then there is more urgent work. */
const WAIT_MS = 600;

/** Orders the texts of columns that have many of them while nothing else is to be done, so that their first sort and search are quick too. */
export function rankTextsAhead(grid: GridState): void {
  createEffect(
    on([() => grid.props.columns, () => grid.props.locale], ([columns, locale]) => {
      let drop = () => {};
      const timer = setTimeout(() => {
        const texts = columns
          .filter((column) => !column.live)
          .map((column) => column.view())
          .flatMap((view) => (view.kind === "text" && view.texts.size >= MANY_TEXTS ? [view.texts] : []));
        drop = inSlices(rankAll(texts, locale));
      }, WAIT_MS);
      onCleanup(() => {
        clearTimeout(timer);
        drop();
      });
    }),
  );
}

function* rankAll(texts: readonly CodedTexts[], locale: string): Generator<void, void> {
  for (const each of texts) {
    // The quick filter and searches of value lists ask for these.
    foldedTexts(each);
    yield;
    yield* toSteps(rankTextsInSteps(each, locale));
  }
}

function* toSteps(steps: Generator<void, unknown>): Generator<void, void> {
  while (!steps.next().done) yield;
}
