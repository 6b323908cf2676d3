import { type Accessor, createMemo, mapArray, Show } from "solid-js";
import { territoryAt, UNASSIGNED } from "../../model/alignment";
import { misplacedAccounts } from "../../model/hybrid";
import { segmentMembership, segmentNames } from "../../model/segments";
import { rowById } from "../../model/table";
import { exceptionAt, exceptionsOf, isAlignedByUnits } from "../../model/units";
import { codedTexts, type ViewColumn } from "../../model/views/view-column";
import { repName } from "../named/rep-choices";
import type { Planner } from "../planner";
import type { GridColumn } from "./grid-column";

/** Columns that come from segments and named accounts; those of which the plan has none are left out. */
export function createPlanningColumns(planner: Planner): Accessor<readonly GridColumn[]> {
  const shown = createMemo(() =>
    planner.plan().planning.segmentations.map(({ id, name }) => JSON.stringify([id, name])),
  );
  const bySegment = mapArray(shown, (key) =>
    segmentColumn(planner, ...(JSON.parse(key) as [string, string])),
  );
  const named = namedColumn(planner);
  const misplaced = misplacedColumn(planner);
  const hasNamed = createMemo(() => planner.plan().planning.namedAccounts.length > 0);
  const isLimited = createMemo(() =>
    planner.alignment().territories.some((territory) => territory?.segments !== undefined),
  );
  const exception = exceptionColumn(planner);
  const isAligned = createMemo(() => isAlignedByUnits(planner.plan(), planner.alignment()));
  return createMemo(() => [
    ...bySegment(),
    ...(isAligned() ? [exception] : []),
    ...(isLimited() ? [misplaced] : []),
    ...(hasNamed() ? [named] : []),
  ]);
}

function segmentColumn(planner: Planner, id: string, header: string): GridColumn {
  const first = planner.plan().planning.segmentations.find((record) => record.id === id)!;
  const record = createMemo(
    () => planner.plan().planning.segmentations.find((candidate) => candidate.id === id) ?? first,
  );
  const of = createMemo(() => segmentMembership(planner.plan().tables.accounts, record()).of);
  const names = createMemo(() => segmentNames(record()));
  const view = createMemo((): ViewColumn => ({ kind: "text", codes: of(), texts: codedTexts(names()) }));
  const colorOf = (row: number) => record().segments[of()[row]! - 1]?.color;
  return {
    key: `@segment:${id}`,
    header,
    type: "choice",
    width: 130,
    live: true,
    view,
    text: (row) => names()[of()[row]!] ?? "",
    readOnlyReason: "The segment follows from the account's cells: change its conditions under Segments.",
    draw: (row) => (
      <span class="grid-chip-cell" classList={{ "grid-muted": colorOf(row()) === undefined }}>
        <Show when={colorOf(row())} fallback={<span class="swatch swatch-hollow" />}>
          {(color) => <span class="swatch" style={{ "--swatch": color() }} />}
        </Show>
        <span>{names()[of()[row()]!] ?? ""}</span>
      </span>
    ),
  };
}

function exceptionColumn(planner: Planner): GridColumn {
  const flags = createMemo(() => exceptionsOf(planner.plan(), planner.path()).flags);
  const view = createMemo((): ViewColumn => ({ kind: "yesno", flags: flags() }));
  return {
    key: "@exception",
    header: "Exception",
    type: "yesno",
    width: 96,
    live: true,
    view,
    text: (row) => (flags()[row] ? "Yes" : "No"),
    readOnlyReason: "Yes where the account is in another territory than its unit.",
    describe: (row) => {
      const expected = exceptionAt(planner.plan(), planner.alignment(), row);
      if (expected === null) return "";
      return expected === UNASSIGNED
        ? "Nobody has its unit"
        : `Its unit belongs to ${territoryAt(planner.alignment(), expected).name}`;
    },
    draw: (row) => (
      <Show when={flags()[row()]}>
        <span class="grid-warning">Yes</span>
      </Show>
    ),
  };
}

function misplacedColumn(planner: Planner): GridColumn {
  const flags = createMemo(
    () =>
      misplacedAccounts(planner.plan(), planner.path()) ??
      new Uint8Array(planner.plan().tables.accounts.count),
  );
  const view = createMemo((): ViewColumn => ({ kind: "yesno", flags: flags() }));
  return {
    key: "@misplaced",
    header: "Misplaced",
    type: "yesno",
    width: 96,
    live: true,
    view,
    text: (row) => (flags()[row] ? "Yes" : "No"),
    readOnlyReason: "Yes where the territory does not take the account's segment.",
    draw: (row) => (
      <Show when={flags()[row()]}>
        <span class="grid-warning">Yes</span>
      </Show>
    ),
  };
}

function namedColumn(planner: Planner): GridColumn {
  const records = createMemo(() => planner.plan().planning.namedAccounts);
  const ids = createMemo(() => planner.plan().tables.accounts.ids);
  const reps = createMemo(() => planner.plan().tables.reps);
  const coded = createMemo(() => {
    reps();
    const texts = [""];
    const codeOf = new Map<number, number>();
    const codes = new Uint16Array(ids().length);
    // Most plans name none, and new rows would make the look-up anew.
    if (records().length === 0) return { codes, texts };
    const rows = rowById(planner.plan().tables.accounts);
    for (const { account, rep } of records()) {
      const row = rows.get(account);
      if (row === undefined) continue;
      let code = codeOf.get(rep);
      if (code === undefined) {
        code = texts.push(repName(planner.plan(), rep)) - 1;
        codeOf.set(rep, code);
      }
      codes[row] = code;
    }
    return { codes, texts };
  });
  const view = createMemo(
    (): ViewColumn => ({ kind: "text", codes: coded().codes, texts: codedTexts(coded().texts) }),
  );
  return {
    key: "@named",
    header: "Named for",
    type: "choice",
    width: 130,
    live: true,
    view,
    text: (row) => coded().texts[coded().codes[row]!] ?? "",
    readOnlyReason: "Name accounts for a rep from the menu of the row.",
  };
}
