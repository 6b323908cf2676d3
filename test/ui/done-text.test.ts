import { expect, it } from "vitest";
import { doneText } from "../../src/ui/done-text";

it("says what was done", () => {
  expect(doneText("Move 12 accounts to East")).toBe("Moved 12 accounts to East.");
  expect(doneText("Unassign 1 account")).toBe("Unassigned 1 account.");
});

it("makes no sentence of its own for verbs it does not know", () => {
  expect(doneText("Fold West into East")).toBe("Done: Fold West into East.");
});
