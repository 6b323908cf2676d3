import { describe, expect, it } from "vitest";
import { COLUMN_ISSUES, ROW_ISSUES } from "../../../src/files/import/import-issue";
import { issueWords } from "../../../src/ui/import/issue-words";

const format = new Intl.NumberFormat("en-US");
const facts = { count: 2, examples: [], fix: null };

describe("the words of a problem", () => {
  it("exist for every kind", () => {
    for (const kind of ROW_ISSUES)
      expect(issueWords({ kind, column: null, ...facts }, format).title).not.toBe("");
    for (const kind of COLUMN_ISSUES)
      expect(issueWords({ kind, column: 0, header: "ZIP", ...facts }, format).title).not.toBe("");
  });
  it("say that zeros are missing, and what restoring them does to exports", () => {
    const words = issueWords({ kind: "lost-zeros", column: 0, header: "ZIP", ...facts }, format);
    expect(words.consequence).toMatch(/missing.*Restored.*export.*otherwise/s);
  });
  it("warn before an import that would leave the map empty", () => {
    const words = issueWords({ kind: "no-place", column: null, ...facts }, format);
    expect(words).toMatchObject({ title: "No column says where the accounts are", tone: "bad" });
  });
});
