import { expect, it } from "vitest";
import { rolesByHeader } from "../../../src/files/import/column-roles";

it.each([
  ["Preferred Language", "language"],
  ["Sprache", "language"],
  ["Langue", "language"],
  ["Required skills", "skills"],
  ["Customer Since", "since"],
  ["Kunde seit", "since"],
  ["Account Owner Since", "since"],
  ["Last Activity Date", "lastActivity"],
] as const)("takes %j for %s, which fit is counted from", (header, role) =>
  expect(rolesByHeader(["Account Name", header], [1, 1])).toEqual(["name", role]),
);
