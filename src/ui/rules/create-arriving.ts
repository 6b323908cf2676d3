import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { RoutedTable } from "../../model/planning/routing-rule";
import { type ArrivingRows, arrivingRows } from "../../session/arriving-rows";
import { type NewRows, readNewRows } from "../../session/new-rows";
import type { Planner } from "../planner";
import type { Services } from "../services";
import { nowInDays } from "./rule-actions";

/** Quiet time after a key before a text is read. */
const PAUSE_MS = 150;

/** What a pasted text would bring into the plan. */
export interface Arriving {
  /** null where the text has no rows. */
  readonly rows: Accessor<NewRows | null>;
  readonly arriving: Accessor<ArrivingRows | null>;
  readonly problem: Accessor<string | null>;
}

/** Reads a text as rows, places and routes them, again after each change of it. */
export function createArriving(
  planner: Planner,
  services: Services,
  table: Accessor<RoutedTable>,
  text: Accessor<string>,
): Arriving {
  const [rows, setRows] = createSignal<NewRows | null>(null);
  const [arriving, setArriving] = createSignal<ArrivingRows | null>(null);
  const [problem, setProblem] = createSignal<string | null>(null);
  let turn = 0;
  let timer = 0;
  const read = async () => {
    const mine = ++turn;
    const { plan, path } = planner.session;
    const found = readNewRows(plan, table(), text());
    setRows(found);
    setProblem(null);
    if (!found) {
      setArriving(null);
      return;
    }
    try {
      const options = { locate: services.locateAgain, random: Math.random, now: nowInDays() };
      const arrived = await arrivingRows(plan, path, table(), found, options);
      if (mine === turn) setArriving(arrived);
    } catch (error) {
      if (mine === turn) setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  createEffect(
    on([table, text], () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void read(), PAUSE_MS);
    }),
  );
  onCleanup(() => {
    clearTimeout(timer);
    turn++;
  });
  return { rows, arriving, problem };
}
