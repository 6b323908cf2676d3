import { describe, expect, it } from "vitest";
import { sortDropped } from "../../../src/ui/import/dropped-files";
import { looksLikeRows } from "../../../src/ui/import/pasted-text";

const file = (name: string) => new File(["x"], name);

describe("a dropped file", () => {
  it.each(["a.csv", "A.CSV", "a.tsv", "a.tab", "a.b.txt"])("%s holds accounts", (name) =>
    expect(sortDropped(file(name)).kind).toBe("accounts"),
  );
  it.each(["a.evenfield", "A.EvenField"])("%s is a plan", (name) =>
    expect(sortDropped(file(name)).kind).toBe("plan"),
  );
  it("that is a workbook is refused with what to do", () => {
    const sorted = sortDropped(file("Q3.xlsx"));
    expect(sorted).toMatchObject({ kind: "refused", message: expect.stringMatching(/Q3\.xlsx.*CSV/) });
  });
  it.each(["a.png", "README", "a.csv.exe", ".csvx"])("%s is refused by name", (name) =>
    expect(sortDropped(file(name))).toMatchObject({
      kind: "refused",
      message: expect.stringContaining(name),
    }),
  );
});

describe("a pasted text", () => {
  it.each(["Name\tCity\nA\tBoston", "\n\nName,City\r\nA,Boston", "a;b\rc;d"])("%j is a table", (text) =>
    expect(looksLikeRows(text)).toBe(true),
  );
  it.each(["", "hello", "Dear Ann, Ben", "one\ntwo\nthree", "a,b\n\n  "])("%j is none", (text) =>
    expect(looksLikeRows(text)).toBe(false),
  );
});
