import { type Accessor, createMemo, mapArray } from "solid-js";
import {
  ASSIGNMENT_ORIGINS,
  type AssignmentOrigin,
  type Territory,
  territoryAt,
} from "../../model/alignment";
import { countOf } from "../../model/edits/assign-accounts";
import { joinEdits } from "../../model/edits/join-edits";
import { noteMoves } from "../../model/edits/note-moves";
import { formatRowId } from "../../model/ids";
import type { ColumnType } from "../../model/table";
import { type CodedTexts, codedTexts, type ViewColumn } from "../../model/views/view-column";
import { numberFormat } from "../grid/cell-format";
import type { GridColumn } from "../grid/grid-column";
import { createRepNames } from "../grid/rep-names";
import { rowName } from "../grid/table-columns";
import { distanceText } from "../number-format";
import type { Planner } from "../planner";
import type { MoveLedger } from "./move-ledger";

const KM_PER_MILE = 1.609344;
const MS_PER_DAY = 86_400_000;

const ORIGIN_WORDS: Readonly<Record<AssignmentOrigin, string>> = {
  imported: "Imported",
  dragged: "By hand",
  painted: "Painted",
  rule: "Rule",
  optimizer: "Optimizer",
};

/** Columns of the moves by their number in the ledger. */
export function createMoveColumns(
  planner: Planner,
  ledger: Accessor<MoveLedger | null>,
): Accessor<readonly GridColumn[]> {
  const accounts = createMemo(() => ledger()?.moves.accounts ?? new Uint32Array(0));
  const measureIds = createMemo(() =>
    planner
      .plan()
      .measures.filter(({ weight }) => weight > 0)
      .map(({ id }) => id),
  );
  const measured = mapArray(measureIds, (id) => measureColumns(planner, ledger, id));
  const fixed = [
    textColumn("@account", "Account", 200, accounts, (i) =>
      rowName(planner.plan().tables.accounts.columns, accounts()[i]!),
    ),
    territoryColumn(ledger, "@from", "From", (now, i) => territoryAt(now.before, now.moves.from[i]!)),
    territoryColumn(ledger, "@to", "To", (now, i) => territoryAt(now.after, now.moves.to[i]!)),
    ...repColumns(planner, ledger),
    originColumn(ledger),
    whoColumn(ledger, accounts),
    whenColumn(planner, ledger),
  ];
  const last = [
    ...travelColumns(planner, ledger),
    ...runnerUpColumns(planner, ledger, accounts),
    noteColumn(planner, accounts),
  ];
  return createMemo(() => [{ ...fixed[0]!, pinned: true }, ...fixed.slice(1), ...measured().flat(), ...last]);
}

/** A column of texts that are written one by one, as most are only seen when sorted or filtered by. */
function textColumn(
  key: string,
  header: string,
  width: number,
  rows: Accessor<ArrayLike<number>>,
  text: (row: number) => string,
): GridColumn {
  const view = createMemo((): ViewColumn => {
    const count = rows().length;
    const texts: CodedTexts = { size: count, text };
    return { kind: "text", codes: new Uint32Array(count).map((_, row) => row), texts };
  });
  return { key, header, type: "text", width, live: true, view, text };
}

function territoryColumn(
  ledger: Accessor<MoveLedger | null>,
  key: string,
  header: string,
  territoryOf: (now: MoveLedger, row: number) => Territory,
): GridColumn {
  const entries = createMemo(() => {
    const now = ledger();
    return now ? Array.from(now.moves.accounts, (_, row) => territoryOf(now, row)) : [];
  });
  const column = textColumn(
    key,
    header,
    150,
    entries as Accessor<never[]>,
    (row) => entries()[row]?.name ?? "",
  );
  return {
    ...column,
    type: "choice",
    draw: (row) => (
      <span class="grid-chip-cell">
        <span class="swatch" style={{ "--swatch": entries()[row()]?.color ?? "transparent" }} />
        <span>{entries()[row()]?.name}</span>
      </span>
    ),
  };
}

function repColumns(planner: Planner, ledger: Accessor<MoveLedger | null>): GridColumn[] {
  const before = createRepNames(planner, () => ledger()?.before.territories ?? []);
  const after = createRepNames(planner, () => ledger()?.after.territories ?? []);
  const from = createMemo(() => ledger()?.moves.from ?? new Uint16Array(0));
  const to = createMemo(() => ledger()?.moves.to ?? new Uint16Array(0));
  const flags = createMemo(() => ledger()?.moves.changesHands ?? new Uint8Array(0));
  return [
    {
      ...textColumn("@fromRep", "From rep", 130, from, (row) => before()[from()[row]!] ?? ""),
      type: "choice",
    },
    { ...textColumn("@toRep", "To rep", 130, to, (row) => after()[to()[row]!] ?? ""), type: "choice" },
    {
      key: "@hands",
      header: "Loses its rep",
      type: "yesno",
      width: 110,
      live: true,
      view: createMemo((): ViewColumn => ({ kind: "yesno", flags: flags() })),
      text: (row) => (flags()[row] ? "Yes" : "No"),
    },
  ];
}

function originColumn(ledger: Accessor<MoveLedger | null>): GridColumn {
  const texts = codedTexts(ASSIGNMENT_ORIGINS.map((origin) => ORIGIN_WORDS[origin]));
  const codes = createMemo(() => {
    const now = ledger();
    return now
      ? Uint8Array.from(now.moves.accounts, (account) => now.after.originOf[account]!)
      : new Uint8Array(0);
  });
  return {
    key: "@origin",
    header: "Moved by",
    type: "choice",
    width: 110,
    live: true,
    view: createMemo((): ViewColumn => ({ kind: "text", codes: codes(), texts })),
    text: (row) => texts.text(codes()[row] ?? 0),
  };
}

function whoColumn(ledger: Accessor<MoveLedger | null>, accounts: Accessor<Uint32Array>): GridColumn {
  const author = (row: number) => ledger()?.movers.get(accounts()[row]!)?.author ?? "";
  return textColumn("@who", "Who", 110, accounts, author);
}

function whenColumn(planner: Planner, ledger: Accessor<MoveLedger | null>): GridColumn {
  return numberColumn(planner, "@when", "When", "datetime", 170, () => {
    const now = ledger();
    if (!now) return new Float64Array(0);
    return Float64Array.from(now.moves.accounts, (account) => {
      const revision = now.movers.get(account);
      return revision ? revision.time / MS_PER_DAY : Number.NaN;
    });
  });
}

function measureColumns(planner: Planner, ledger: Accessor<MoveLedger | null>, id: string): GridColumn[] {
  const name = planner.plan().measures.find((measure) => measure.id === id)?.name ?? "";
  const points = createMemo(() => ledger()?.effects.index.find(({ measure }) => measure === id));
  const column = (key: "left" | "joined", header: string) =>
    numberColumn(
      planner,
      `${id}@${key}`,
      header,
      "number",
      150,
      () => rounded(points()?.[key]),
      (value) => (Number.isNaN(value) ? "" : `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value)}`),
    );
  return [column("left", `${name} index, from`), column("joined", `${name} index, to`)];
}

function travelColumns(planner: Planner, ledger: Accessor<MoveLedger | null>): GridColumn[] {
  const column = (key: string, header: string, values: (now: MoveLedger) => Float64Array) =>
    distanceColumn(planner, key, header, () => {
      const now = ledger();
      return now ? values(now) : new Float64Array(0);
    });
  return [
    column("@kmBefore", "Distance before", (now) => now.effects.kmBefore),
    column("@kmAfter", "Distance after", (now) => now.effects.kmAfter),
  ];
}

function runnerUpColumns(
  planner: Planner,
  ledger: Accessor<MoveLedger | null>,
  accounts: Accessor<Uint32Array>,
): GridColumn[] {
  const found = (row: number) => ledger()?.runnerUp(accounts()[row]!) ?? null;
  const name = (row: number) => {
    const now = ledger();
    const slot = found(row)?.slot;
    return now && slot !== undefined ? territoryAt(now.after, slot).name : "";
  };
  // Sorting by it asks for every account's; showing it only for those in sight.
  const km = lazyDistances(accounts, (row) => found(row)?.km ?? Number.NaN);
  return [
    textColumn("@runnerUp", "Next nearest", 150, accounts, name),
    {
      key: "@runnerUpKm",
      header: "Distance to it",
      type: "number",
      width: 120,
      live: true,
      view: km,
      text: (row) => distance(planner, found(row)?.km ?? Number.NaN),
    },
  ];
}

function noteColumn(planner: Planner, accounts: Accessor<Uint32Array>): GridColumn {
  const notes = createMemo(
    () => new Map(planner.plan().planning.moveNotes.map(({ id, text }) => [id, text])),
  );
  const idOf = (row: number) => formatRowId(planner.plan().tables.accounts.ids[accounts()[row]!]!);
  const column = textColumn("@note", "Note", 220, accounts, (row) => notes().get(idOf(row)) ?? "");
  return {
    ...column,
    edit: {
      kind: "text",
      read: (text) => ({ ok: true, value: text.trim() }),
      patch: (plan, rows, values) =>
        joinEdits(
          plan,
          rows.map((row, i) => (now) => noteMoves(now, [idOf(row)], String(values[i] ?? ""))),
          rows.length === 1 ? undefined : `Note ${countOf(rows.length)}`,
        ),
    },
  };
}

function lazyDistances(accounts: Accessor<Uint32Array>, km: (row: number) => number): Accessor<ViewColumn> {
  let of: Uint32Array | null = null;
  let view: ViewColumn = { kind: "number", values: new Float64Array(0) };
  return () => {
    if (of !== accounts()) {
      of = accounts();
      view = { kind: "number", values: Float64Array.from(of, (_, row) => km(row)) };
    }
    return view;
  };
}

function distanceColumn(planner: Planner, key: string, header: string, km: () => Float64Array): GridColumn {
  const values = createMemo(km);
  const miles = () => planner.plan().settings.distanceUnit === "mi";
  const view = createMemo(
    (): ViewColumn => ({
      kind: "number",
      values: miles() ? values().map((value) => value / KM_PER_MILE) : values(),
    }),
  );
  const text = (row: number) => distance(planner, values()[row] ?? Number.NaN);
  return { key, header, type: "number", width: 130, live: true, view, text };
}

function distance(planner: Planner, km: number): string {
  return Number.isNaN(km) ? "" : distanceText(planner.plan(), km);
}

function numberColumn(
  planner: Planner,
  key: string,
  header: string,
  type: ColumnType,
  width: number,
  values: () => Float64Array,
  words?: (value: number) => string,
): GridColumn {
  const current = createMemo(values);
  const view = createMemo((): ViewColumn => ({ kind: "number", values: current() }));
  const format = createMemo(() => words ?? numberFormat(type, planner.plan().settings));
  return {
    key,
    header,
    type,
    width,
    live: true,
    view,
    text: (row) => format()(current()[row] ?? Number.NaN),
  };
}

/** Index points to one decimal, as they are shown. */
function rounded(points: Float64Array | undefined): Float64Array {
  return points ? points.map((value) => Math.round(value * 10) / 10) : new Float64Array(0);
}
