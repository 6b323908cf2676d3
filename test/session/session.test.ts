import { describe, expect, it } from "vitest";
import { assignAccounts } from "../../src/model/edits/assign-accounts";
import { setScenario } from "../../src/model/edits/plan-records";
import type { Revision } from "../../src/model/revision";
import { liveCount } from "../../src/model/table";
import { Session } from "../../src/session/session";
import { B, lettersOf, PATH, smallPlan } from "../helpers/small-plan";

let made = 0;
const surroundings = { now: () => 1000, makeId: () => `revision-${++made}`, author: () => "Kim" };

function open(letters: string, revisions: readonly Revision[] = []): Session {
  return new Session(smallPlan(letters), revisions, surroundings);
}

function move(session: Session, account: number, territory: number): boolean {
  return session.edit(assignAccounts(session.plan, session.path, new Set([account]), territory));
}

describe("a session", () => {
  it("edits, takes back and does again", () => {
    const session = open("AA");
    move(session, 0, B);
    move(session, 1, B);
    expect(session.undo()).toBe("Move 1 account to B");
    expect(lettersOf(session.plan)).toBe("BA");
    expect(session.redo()).toBe("Move 1 account to B");
    expect(lettersOf(session.plan)).toBe("BB");
    expect(session.redo()).toBeNull();
  });

  it("forgets what could be done again after a new edit", () => {
    const session = open("AA");
    move(session, 0, B);
    session.undo();
    move(session, 1, B);
    expect(session.redo()).toBeNull();
    expect(lettersOf(session.plan)).toBe("AB");
  });

  it("restores every figure on undo", () => {
    const session = open("AAB.");
    const before = session.figures;
    move(session, 0, B);
    session.undo();
    expect(session.figures).toEqual(before);
  });

  it("tells observers of each change, with a revision that follows on the one before", () => {
    const session = open("AA");
    const revisions: Revision[] = [];
    session.observe((event) => {
      if (event.kind === "plan") revisions.push(event.change.revision);
    });
    move(session, 0, B);
    session.undo();
    expect(revisions.map(({ origin, author }) => [origin, author])).toEqual([
      ["edit", "Kim"],
      ["undo", "Kim"],
    ]);
    expect(revisions[1]!.parent).toBe(revisions[0]!.id);
  });

  it("says nothing of an edit that changes nothing", () => {
    const session = open("BB");
    let heard = 0;
    session.observe(() => heard++);
    expect(move(session, 0, B)).toBe(false);
    expect(heard).toBe(0);
  });

  it("can undo what was done before a reload", () => {
    const first = open("AA");
    move(first, 0, B);
    move(first, 1, B);
    first.undo();
    const again = new Session(first.plan, first.revisions, surroundings);
    expect(again.undo()).toBe("Move 1 account to B");
    expect(lettersOf(again.plan)).toBe("AA");
    again.redo();
    again.redo();
    expect(lettersOf(again.plan)).toBe("BB");
  });

  it("takes back only what was done, also where the oldest edits are forgotten", () => {
    const first = open("AAA");
    move(first, 0, B);
    move(first, 1, B);
    first.undo();
    first.undo();
    first.redo();
    move(first, 2, B);
    expect(lettersOf(first.plan)).toBe("BAB");
    for (let forgotten = 0; forgotten <= first.revisions.length; forgotten++) {
      const again = new Session(first.plan, first.revisions.slice(forgotten), surroundings);
      const before = [lettersOf(again.plan)];
      while (again.undo() !== null) before.push(lettersOf(again.plan));
      expect(["BAB", "BAA", "AAA"].slice(0, before.length)).toEqual(before);
      while (again.redo() !== null);
      expect(lettersOf(again.plan)).toBe("BAB");
    }
  });

  it("brings added rows back where their adding is done again", () => {
    const session = open("AA");
    const cells = [{ column: "revenue", values: [70] }];
    session.edit({
      label: "Add a row",
      cause: { kind: "action", action: "add" },
      changes: [{ kind: "rows-added", table: "accounts", at: 2, ids: [99], cells }],
    });
    const { figures } = session;
    for (let round = 0; round < 2; round++) {
      session.undo();
      expect(liveCount(session.plan.tables.accounts)).toBe(2);
      session.redo();
      expect(liveCount(session.plan.tables.accounts)).toBe(3);
    }
    expect(session.figures).toEqual(figures);
  });

  it("refuses edits while another tab holds the plan, and follows that tab", () => {
    const writer = open("AA");
    const reader = open("AA");
    writer.observe((event) => event.kind === "plan" && reader.follow(event.change.revision));
    reader.setReadOnly(true);
    expect(move(reader, 0, B)).toBe(false);
    move(writer, 0, B);
    expect(lettersOf(reader.plan)).toBe("BA");
    reader.setReadOnly(false);
    expect(reader.undo()).toBe("Move 1 account to B");
  });

  it("shows another scenario when the one shown is deleted", () => {
    const session = open("AA");
    const current = session.plan.scenarios[0]!;
    session.edit(setScenario(session.plan, "b", { ...current, id: "b", name: "B" }));
    session.show({ ...PATH, scenario: "b" });
    session.edit(setScenario(session.plan, "b", null));
    expect(session.path.scenario).toBe(PATH.scenario);
  });
});
