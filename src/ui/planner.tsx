import {
  type Accessor,
  createContext,
  createMemo,
  createSignal,
  type JSX,
  onCleanup,
  useContext,
} from "solid-js";
import type { Alignment, Territory } from "../model/alignment";
import type { Figures } from "../model/metrics/figures";
import type { AlignmentPath, Plan } from "../model/plan";
import type { RowSelection } from "../session/row-selection";
import type { Change, Session } from "../session/session";

/** An assignment drawn in place of the real one while the planner looks at it; nothing is changed by it. */
export interface Preview {
  /** Territory slot by account row. */
  readonly territoryOf: Uint16Array;
  /** By slot; may hold territories that do not exist yet. */
  readonly territories: readonly (Territory | null)[];
}

/** Accounts picked out by something else than a column's filter: the sheet shows only them until it is taken off. */
export interface Spotlight {
  /** What they are, for the chip above the sheet: "20 accounts without a location". */
  readonly label: string;
  /** 1 for each account in it, by account row. */
  readonly accounts: Uint8Array;
}

/** Leads picked out in the same way: the sheet of leads shows only them. */
export interface LeadSpotlight {
  readonly label: string;
  /** 1 for each lead in it, by lead row. */
  readonly leads: Uint8Array;
}

/** The open plan as components read it: accessors over the session, and what only the interface knows. */
export interface Planner {
  readonly session: Session;
  readonly plan: Accessor<Plan>;
  readonly path: Accessor<AlignmentPath>;
  readonly alignment: Accessor<Alignment>;
  readonly figures: Accessor<Figures>;
  /** Selected accounts. */
  readonly selection: Accessor<RowSelection>;
  /** The newest change of the plan, for those who follow in steps; null right after opening. */
  readonly lastChange: Accessor<Change | null>;
  readonly readOnly: Accessor<boolean>;
  /** A proposal being looked at, or null. Map and panel show it instead of the alignment. */
  readonly preview: Accessor<Preview | null>;
  readonly setPreview: (preview: Preview | null) => void;
  /** Account rows the accounts sheet shows, filtered and sorted; null = all. */
  readonly shownAccounts: Accessor<Uint32Array | null>;
  readonly setShownAccounts: (rows: Uint32Array | null) => void;
  readonly spotlight: Accessor<Spotlight | null>;
  readonly setSpotlight: (spotlight: Spotlight | null) => void;
  readonly leadSpotlight: Accessor<LeadSpotlight | null>;
  readonly setLeadSpotlight: (spotlight: LeadSpotlight | null) => void;
  /** Accounts that somebody asked to see on the map; null once it shows them. */
  readonly sought: Accessor<readonly number[] | null>;
  readonly showOnMap: (accounts: readonly number[] | null) => void;
  /** A unit that somebody asked to see on the map, by row; null once it is shown. */
  readonly soughtUnit: Accessor<number | null>;
  readonly showUnitOnMap: (unit: number | null) => void;
  /** Units that are selected in their sheet, by row. */
  readonly pickedUnits: Accessor<readonly number[]>;
  readonly pickUnits: (units: readonly number[]) => void;
  /** Says something to screen readers. */
  readonly announce: (text: string) => void;
  readonly announcement: Accessor<string>;
  /** Shows a short message with at most one thing to do about it. */
  readonly notify: (notice: Notice) => void;
  readonly notice: Accessor<Notice | null>;
  readonly dismissNotice: () => void;
}

export interface Notice {
  readonly text: string;
  readonly tone?: "plain" | "bad";
  readonly action?: { readonly label: string; readonly run: () => void };
}

const PlannerContext = createContext<Planner>();

/** The open plan. Throws outside of `PlannerProvider`. */
export function usePlanner(): Planner {
  const planner = useContext(PlannerContext);
  if (!planner) throw new Error("Expected to be inside PlannerProvider, got no planner.");
  return planner;
}

export function PlannerProvider(props: { session: Session; children: JSX.Element }) {
  const planner = createPlanner(props.session);
  return <PlannerContext.Provider value={planner}>{props.children}</PlannerContext.Provider>;
}

/** Follows a session for as long as the owner lives. */
export function createPlanner(session: Session): Planner {
  const [state, setState] = createSignal(snapshot(session));
  const [lastChange, setLastChange] = createSignal<Change | null>(null);
  const [selection, setSelection] = createSignal(session.selection);
  const [preview, setPreview] = createSignal<Preview | null>(null);
  const [shownAccounts, setShownAccounts] = createSignal<Uint32Array | null>(null);
  const [spotlight, setSpotlight] = createSignal<Spotlight | null>(null);
  const [leadSpotlight, setLeadSpotlight] = createSignal<LeadSpotlight | null>(null);
  const [sought, setSought] = createSignal<readonly number[] | null>(null);
  const [soughtUnit, setSoughtUnit] = createSignal<number | null>(null);
  const [pickedUnits, pickUnits] = createSignal<readonly number[]>([]);
  const [announcement, setAnnouncement] = createSignal("");
  const [notice, setNotice] = createSignal<Notice | null>(null);

  const stop = session.observe((event) => {
    if (event.kind === "selection") {
      setSelection(session.selection);
      return;
    }
    if (event.kind === "plan") {
      setLastChange(event.change);
      // Its "Undo" would take this change back, not the one it speaks of.
      if (notice()?.action) setNotice(null);
    }
    setState(snapshot(session));
  });
  onCleanup(stop);

  return {
    session,
    plan: createMemo(() => state().plan),
    path: createMemo(() => state().path),
    alignment: createMemo(() => state().alignment),
    figures: createMemo(() => state().figures),
    readOnly: createMemo(() => state().readOnly),
    selection,
    lastChange,
    preview,
    setPreview,
    shownAccounts,
    setShownAccounts,
    spotlight,
    setSpotlight,
    leadSpotlight,
    setLeadSpotlight,
    sought,
    showOnMap: setSought,
    soughtUnit,
    showUnitOnMap: setSoughtUnit,
    pickedUnits,
    pickUnits,
    announce: (text) => setAnnouncement(announcement() === text ? `${text}\u200b` : text),
    announcement,
    notify: setNotice,
    notice,
    dismissNotice: () => setNotice(null),
  };
}

function snapshot(session: Session) {
  const { plan, path, alignment, figures, readOnly } = session;
  return { plan, path, alignment, figures, readOnly };
}
