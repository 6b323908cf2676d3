import Lock from "lucide-solid/icons/lock";
import { createEffect, createMemo, For, on, Show } from "solid-js";
import { proposalFit, type RepProposal } from "../../model/fit/rep-proposal";
import { shadeOf } from "./fit-chip";
import { fitText } from "./fit-words";
import "./reps.css";

/** A territory and a rep, by their positions in the proposal. */
export interface FitCell {
  readonly territory: number;
  readonly rep: number;
}

/** Fit of every territory with every rep, darker where it is higher; the proposed rep framed, today's underlined. Arrows move, Enter locks. */
export function FitGrid(props: {
  proposal: RepProposal;
  /** Positions to show, in order. */
  territories: readonly number[];
  reps: readonly number[];
  territoryName: (territory: number) => string;
  territoryColor: (territory: number) => string;
  repName: (rep: number) => string;
  active: FitCell;
  onActive: (cell: FitCell) => void;
  onLock: (cell: FitCell) => void;
}) {
  let table!: HTMLDivElement;
  const stateOf = createMemo(() => props.proposal.assignment);
  const isProposed = (territory: number, rep: number) => stateOf().repOf[territory] === rep;
  const isLocked = (territory: number, rep: number) => stateOf().problem.lockedTo[territory] === rep;
  const isNow = (territory: number, rep: number) => props.proposal.before[territory] === rep;
  const isActive = (territory: number, rep: number) =>
    props.active.territory === territory && props.active.rep === rep;
  const words = (territory: number, rep: number) =>
    [
      `${props.repName(rep)} in ${props.territoryName(territory)}`,
      `fit ${fitText(proposalFit(props.proposal, territory, rep))}`,
      isNow(territory, rep) ? "has it now" : "",
      isLocked(territory, rep) ? "locked" : isProposed(territory, rep) ? "proposed" : "",
    ]
      .filter(Boolean)
      .join(", ");

  // Shades spread over what there is: between 35 and 75 the differences matter.
  const range = createMemo(() => {
    const known = props.proposal.matrix.fit.filter((fit) => !Number.isNaN(fit));
    const least = known.reduce((low, fit) => Math.min(low, fit), 100);
    return { least, span: Math.max(1, known.reduce((high, fit) => Math.max(high, fit), 0) - least) };
  });
  const shade = (fit: number) => shadeOf((100 * (fit - range().least)) / range().span);

  let moved = false;
  const move = (rows: number, columns: number) => {
    const row = props.territories.indexOf(props.active.territory);
    const column = props.reps.indexOf(props.active.rep);
    const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
    moved = true;
    props.onActive({
      territory: props.territories[clamp(row + rows, props.territories.length - 1)]!,
      rep: props.reps[clamp(column + columns, props.reps.length - 1)]!,
    });
  };
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
    PageDown: [10, 0],
    PageUp: [-10, 0],
    Home: [0, Number.NEGATIVE_INFINITY],
    End: [0, Number.POSITIVE_INFINITY],
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step) move(...step);
    else if (event.key === "Enter" || event.key === " ") props.onLock(props.active);
    else return;
    event.preventDefault();
  };
  createEffect(
    on(
      () => props.active,
      () => {
        const cell = table.querySelector<HTMLElement>('[tabindex="0"]');
        cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
        if (moved) cell?.focus();
        moved = false;
      },
    ),
  );

  return (
    <div
      ref={table}
      class="fit-grid"
      role="grid"
      aria-label="Fit of territories and reps"
      onKeyDown={onKeyDown}
    >
      <div class="fit-grid-head" role="rowgroup">
        <div class="fit-grid-row" role="row">
          <div role="columnheader" class="fit-grid-corner">
            Territory
          </div>
          <For each={props.reps}>
            {(rep) => (
              <div
                role="columnheader"
                class="fit-grid-rep"
                classList={{ "fit-grid-on": props.active.rep === rep }}
              >
                <span>{props.repName(rep)}</span>
              </div>
            )}
          </For>
        </div>
      </div>
      <div class="fit-grid-body" role="rowgroup">
        <For each={props.territories}>
          {(territory) => (
            <div class="fit-grid-row" role="row">
              <div
                role="rowheader"
                class="fit-grid-territory"
                classList={{ "fit-grid-on": props.active.territory === territory }}
              >
                <span class="swatch" style={{ "--swatch": props.territoryColor(territory) }} />
                <span>{props.territoryName(territory)}</span>
              </div>
              <For each={props.reps}>
                {(rep) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the grid answers the keys for all its cells
                  <div
                    role="gridcell"
                    class="fit-grid-cell"
                    classList={{
                      "fit-grid-proposed": isProposed(territory, rep),
                      "fit-grid-now": isNow(territory, rep),
                      "fit-grid-active": isActive(territory, rep),
                    }}
                    tabIndex={isActive(territory, rep) ? 0 : -1}
                    aria-selected={isActive(territory, rep)}
                    aria-label={words(territory, rep)}
                    title={words(territory, rep)}
                    style={{ "--fit": shade(proposalFit(props.proposal, territory, rep)) }}
                    onClick={() => props.onActive({ territory, rep })}
                    onDblClick={() => props.onLock({ territory, rep })}
                  >
                    {fitText(proposalFit(props.proposal, territory, rep))}
                    <Show when={isLocked(territory, rep)}>
                      <Lock class="fit-grid-lock" aria-hidden="true" />
                    </Show>
                  </div>
                )}
              </For>
            </div>
          )}
        </For>
      </div>
    </div>
  );
}
