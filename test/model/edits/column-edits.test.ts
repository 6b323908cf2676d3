import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { columnUses } from "../../../src/model/column-uses";
import {
  duplicateColumn,
  freeHeader,
  headerProblem,
  insertColumn,
  renameColumn,
  setColumnRole,
} from "../../../src/model/edits/column-edits";
import { deleteColumn } from "../../../src/model/edits/delete-column";
import { editCells } from "../../../src/model/edits/edit-cells";
import { retypeColumn } from "../../../src/model/edits/retype-column";
import { insertRows } from "../../../src/model/edits/row-edits";
import { setPlanningRecord } from "../../../src/model/edits/set-planning-record";
import { invertPatch, type Patch } from "../../../src/model/patch";
import type { Plan } from "../../../src/model/plan";
import { type ColumnType, columnByKey, columnByRole } from "../../../src/model/table";
import { planContent } from "../../helpers/plan-content";
import { smallPlan } from "../../helpers/small-plan";

const plan = smallPlan("AB.", [1, 2, 3]);
const headers = ({ tables }: Plan) => tables.accounts.columns.map(({ header }) => header);
const done = (patch: Patch, before = plan) => applyPatch(before, patch);

describe("columns", () => {
  it("are inserted where they are wanted, blank", () => {
    const after = done(insertColumn(plan, "accounts", 1, { key: "x", header: "Notes", type: "yesno" }));
    expect(headers(after)).toEqual(["Name", "Notes", "Revenue", "Latitude", "Longitude"]);
    const made = columnByKey(after.tables.accounts, "x");
    expect(made?.kind === "yesno" && [...made.flags]).toEqual([2, 2, 2]);
  });

  it("keep what is typed into them when undone steps are done again", () => {
    const add = insertColumn(plan, "accounts", 1, { key: "x", header: "X", type: "number" });
    const one = done(add);
    const edit = editCells(one, "accounts", "x", [1], [5]);
    const rows = insertRows(done(edit, one), "accounts", "end", [7], [{ column: "x", values: [6] }]);
    const after = done(rows, done(edit, one));
    const undo = [rows, edit, add].map(invertPatch);
    const redone = undo.toReversed().map(invertPatch).reduce(applyPatch, undo.reduce(applyPatch, after));
    expect(planContent(redone)).toEqual(planContent(after));
  });

  it("are renamed in place", () => {
    const after = done(renameColumn(plan, "accounts", "revenue", "Umsatz"));
    expect(headers(after)).toEqual(["Name", "Umsatz", "Latitude", "Longitude"]);
    expect(columnByRole(after.tables.accounts, "revenue")?.header).toBe("Umsatz");
  });

  it("need a name of their own", () => {
    expect(headerProblem(plan.tables.accounts, " ")).toBe("A column needs a name.");
    expect(headerProblem(plan.tables.accounts, "revenue ")).toBe("There is a column Revenue already.");
    expect(headerProblem(plan.tables.accounts, "revenue", "revenue")).toBeNull();
    expect(freeHeader(plan.tables.accounts, "Revenue")).toBe("Revenue 2");
  });

  it("take over a role from the column that had it", () => {
    const { accounts } = done(setColumnRole(plan, "accounts", "latitude", "revenue")).tables;
    expect(accounts.columns.map(({ role }) => role)).toEqual(["name", null, "revenue", "longitude"]);
    expect(setColumnRole(plan, "accounts", "revenue", "revenue").changes).toEqual([]);
  });

  it("are duplicated behind the original, which keeps its role", () => {
    const copy = { key: "copy", header: "Revenue 2" };
    const { accounts } = done(duplicateColumn(plan, "accounts", "revenue", copy)).tables;
    expect(accounts.columns[2]).toMatchObject({ ...copy, role: null, type: "currency" });
    expect(columnByRole(accounts, "revenue")?.key).toBe("revenue");
  });
});

describe("deleting a column", () => {
  const rule = {
    id: "accounts:revenue",
    table: "accounts",
    column: "revenue",
    validation: null,
    coloring: null,
  } as const;
  const comment = {
    id: "c",
    table: "accounts",
    row: 100,
    column: "revenue",
    notes: [],
    resolvedAt: null,
  } as const;
  const segments = [
    {
      id: "big",
      name: "Big",
      color: "#000000",
      condition: { match: "all", tests: [{ column: "revenue", test: { kind: "filled" } }] },
    },
  ] as const;
  const used = [
    setPlanningRecord(plan, "columnRules", rule.id, rule, ""),
    setPlanningRecord(plan, "comments", "c", comment, ""),
    setPlanningRecord(plan, "segmentations", "s", { id: "s", name: "Size", segments }, ""),
  ].reduce(applyPatch, plan);

  it("says first what reads it", () =>
    expect(columnUses(used, "accounts", "revenue")).toEqual([
      { kind: "role", name: "revenue", fate: "goes" },
      { kind: "measure", name: "Revenue", fate: "goes" },
      { kind: "segmentation", name: "Size", fate: "stays" },
      { kind: "checks", name: "", fate: "goes" },
      { kind: "comments", name: "1", fate: "stays" },
    ]));

  it("takes along what speaks of it alone, and undo brings everything back", () => {
    const patch = deleteColumn(used, "accounts", "revenue");
    const after = done(patch, used);
    expect(headers(after)).toEqual(["Name", "Latitude", "Longitude"]);
    expect(after.measures.map(({ id }) => id)).toEqual(["count"]);
    expect([after.planning.columnRules, after.planning.comments]).toEqual([[], [comment]]);
    expect(after.planning.segmentations).toHaveLength(1);
    expect(planContent(done(invertPatch(patch), after))).toEqual(planContent(used));
  });

  it("leaves a blend what else it is of", () => {
    const part = (column: string) => ({ kind: "column", column, weight: 1, scaled: false }) as const;
    const source = { kind: "blend", parts: [part("revenue"), part("latitude")] } as const;
    const blended = { ...plan, measures: [{ ...plan.measures[1]!, source }] };
    expect(columnUses(blended, "accounts", "revenue")[1]).toEqual({
      kind: "measure",
      name: "Revenue",
      fate: "loses",
    });
    const after = done(deleteColumn(blended, "accounts", "revenue"), blended);
    expect(after.measures[0]?.source).toEqual({ kind: "blend", parts: [part("latitude")] });
  });
});

it("every edit of columns inverts", () => {
  const edit = fc.record({
    kind: fc.nat(5),
    at: fc.nat(10),
    type: fc.constantFrom<ColumnType>("text", "number", "yesno", "date", "percent"),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      let current = plan;
      edits.forEach(({ kind, at, type }, i) => {
        const { columns } = current.tables.accounts;
        const column = columns[at % Math.max(1, columns.length)];
        const key = `k${i}`;
        const format = { decimal: ".", dateOrder: "mdy", percents: "hundreds" } as const;
        const made = [
          () => insertColumn(current, "accounts", at % (columns.length + 1), { key, header: key, type }),
          () => column && duplicateColumn(current, "accounts", column.key, { key, header: key }),
          () => column && renameColumn(current, "accounts", column.key, key),
          () => column && setColumnRole(current, "accounts", column.key, "potential"),
          () => column && deleteColumn(current, "accounts", column.key),
          () => column && retypeColumn(current, "accounts", column.key, type, format),
        ][kind]!();
        if (!made) return;
        const after = applyPatch(current, made);
        expect(planContent(applyPatch(after, invertPatch(made)))).toEqual(planContent(current));
        current = after;
      });
    }),
  );
});
