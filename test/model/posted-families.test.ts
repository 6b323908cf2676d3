import fc from "fast-check";
import { expect, it } from "vitest";
import { familyOf } from "../../src/model/families";
import { EMPTY_TABLES } from "../../src/model/plan";
import { familyLabels, postFamilies } from "../../src/model/posted-families";
import { type Column, type ColumnRole, EMPTY_TABLE, type Table } from "../../src/model/table";
import { TextDictionary } from "../../src/model/text-dictionary";

function textColumn(role: ColumnRole, texts: readonly string[]): Column {
  const dictionary = new TextDictionary();
  const codes = Uint32Array.from(texts, (text) => (text === "" ? 0 : dictionary.code(text)));
  return {
    kind: "text",
    type: "text",
    key: role,
    header: role,
    role,
    origin: "imported",
    source: null,
    codes,
    dictionary,
  };
}

function numberColumn(role: ColumnRole, texts: readonly string[]): Column {
  const values = Float64Array.from(texts, (text) => (text === "" ? Number.NaN : Number(text)));
  return {
    kind: "number",
    type: "number",
    key: role,
    header: role,
    role,
    origin: "imported",
    source: null,
    values,
  };
}

function accountsOf(columns: readonly Column[], deleted: readonly boolean[]): Table {
  const count = deleted.length;
  const ids = Float64Array.from({ length: count }, (_, row) => row + 1);
  return { count, ids, deleted: Uint8Array.from(deleted, Number), columns };
}

const cell = fc.constantFrom("", "1", "2", "3", "4", "5");

it("families are the same where they are posted to", () => {
  const row = fc.record({ key: cell, parent: cell, deleted: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 10 }),
      fc.boolean(),
      fc.boolean(),
      (rows, textKeys, textParents) => {
        const columns = [
          (textKeys ? textColumn : numberColumn)(
            "key",
            rows.map(({ key }) => key),
          ),
          (textParents ? textColumn : numberColumn)(
            "parent",
            rows.map(({ parent }) => parent),
          ),
          textColumn(
            "name",
            rows.map((_, at) => `Name ${at}`),
          ),
          textColumn(
            "city",
            rows.map(() => "Not needed"),
          ),
        ];
        const accounts = accountsOf(
          columns,
          rows.map(({ deleted }) => deleted),
        );
        const posted = structuredClone(postFamilies(accounts)!);
        expect(posted.columns).toHaveLength(3);
        expect([...familyLabels(posted)]).toEqual(
          Array.from(familyOf({ tables: { ...EMPTY_TABLES, accounts } }), (family) => family + 1),
        );
      },
    ),
  );
});

it("parents named by name count too, and deleted accounts do not", () => {
  const named = textColumn("parent", ["", "Acme", "Acme", ""]);
  const names = textColumn("name", ["Acme", "Bolt", "Core", "Dune"]);
  const labels = (deleted: readonly boolean[]) => [
    ...familyLabels(structuredClone(postFamilies(accountsOf([named, names], deleted))!)),
  ];
  expect(labels([false, false, false, false])).toEqual([1, 1, 1, 0]);
  expect(labels([false, true, false, false])).toEqual([1, 0, 1, 0]);
});

it("nothing is posted where no column names parents", () => {
  expect(postFamilies(EMPTY_TABLE)).toBeNull();
  expect(postFamilies(accountsOf([textColumn("key", ["a"])], [false]))).toBeNull();
});
