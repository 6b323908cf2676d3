import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import { type ArrivingReps, arrivingReps } from "../../session/arriving-reps";
import type { RepUse } from "../../session/rep-headers";
import { type RepList, readRepList, withUse } from "../../session/rep-list";
import type { Planner } from "../planner";
import type { Services } from "../services";

/** Quiet time after a key before a text is read. */
const PAUSE_MS = 150;

/** What a list of reps would bring into the plan. */
export interface RepsOnTheirWay {
  /** null where the text has no rows. */
  readonly list: Accessor<RepList | null>;
  /** What each column is used for. */
  readonly uses: Accessor<readonly RepUse[]>;
  readonly setUse: (column: number, use: RepUse) => void;
  /** null while homes are looked up. */
  readonly arriving: Accessor<ArrivingReps | null>;
  readonly problem: Accessor<string | null>;
}

/** Reads a text as a list of reps, matches and places them, again after each change of the text or of how it is read. */
export function createArrivingReps(
  planner: Planner,
  services: Services,
  text: Accessor<string>,
  replace: Accessor<boolean>,
): RepsOnTheirWay {
  const [list, setList] = createSignal<RepList | null>(null);
  const [uses, setUses] = createSignal<readonly RepUse[]>([]);
  const [arriving, setArriving] = createSignal<ArrivingReps | null>(null);
  const [problem, setProblem] = createSignal<string | null>(null);
  let turn = 0;
  let timer = 0;
  const take = async () => {
    const mine = ++turn;
    const { plan, path } = planner.session;
    const found = list();
    setProblem(null);
    setArriving(null);
    if (!found) return;
    const options = { uses: uses(), replace: replace(), locate: services.locateAgain, random: Math.random };
    try {
      const arrived = await arrivingReps(plan, path, found, options);
      if (mine === turn) setArriving(arrived);
    } catch (error) {
      if (mine === turn) setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const read = () => {
    const found = readRepList(text());
    setList(found);
    setUses(found?.uses ?? []);
    void take();
  };
  createEffect(
    on(text, () => {
      clearTimeout(timer);
      // What was understood of another text must not be added.
      turn++;
      setArriving(null);
      timer = window.setTimeout(read, PAUSE_MS);
    }),
  );
  createEffect(on(replace, () => void take(), { defer: true }));
  onCleanup(() => {
    clearTimeout(timer);
    turn++;
  });
  const setUse = (column: number, use: RepUse) => {
    setUses(withUse(uses(), column, use));
    void take();
  };
  return { list, uses, setUse, arriving, problem };
}
