import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { cellText, cellValue } from "../../src/model/cells";
import { invertPatch } from "../../src/model/patch";
import { alignmentAt, type Plan } from "../../src/model/plan";
import { columnByRole } from "../../src/model/table";
import { arrivingReps } from "../../src/session/arriving-reps";
import { usesByHeader } from "../../src/session/rep-headers";
import { listedCells, readRepList, withUse } from "../../src/session/rep-list";
import { seededRandom } from "../helpers/arbitrary-plan";
import { A, B, PATH, smallPlan } from "../helpers/small-plan";

const plan = smallPlan("AABB");
const FILE = "../shared/data/adventureworks/derived_reps.csv";

/** Finds every home but those of row 2, all at the same place; tells who was looked for. */
function locating(asked: number[][] = []) {
  return async (_: Plan, rows: readonly number[]) => {
    asked.push([...rows]);
    const found = rows.filter((row) => row !== 2);
    return {
      notFound: rows.filter((row) => row === 2),
      patchFor: (now: Plan) => ({
        label: "",
        cause: { kind: "action", action: "locate" } as const,
        changes: (["latitude", "longitude"] as const).map((role) => ({
          kind: "cells" as const,
          table: "reps" as const,
          column: columnByRole(now.tables.reps, role)!.key,
          rows: Uint32Array.from(found),
          from: found.map(() => null),
          to: found.map(() => (role === "latitude" ? 30.3 : -97.7)),
          fromSources: null,
          toSources: null,
        })),
      }),
    };
  };
}

async function arrive(text: string, { replace = false, to = plan, asked = [] as number[][] } = {}) {
  const list = readRepList(text)!;
  return arrivingReps(to, PATH, list, {
    uses: list.uses,
    replace,
    locate: locating(asked),
    random: seededRandom(3),
  });
}

function primaryOf(of: Plan, slot: number) {
  return alignmentAt(of, PATH).territories[slot]!.coverage.find(({ role }) => role === "primary")?.rep;
}

describe("a list of reps", () => {
  it("is understood by its headers, each use given once", () => {
    expect(
      usesByHeader([
        "Sales Rep",
        "Full Name",
        "Job Title",
        "HomeState",
        "Home ZIP",
        "FTE",
        "Hire Date",
        "PLZ",
        "Pet",
      ]),
    ).toEqual(["name", null, "seniority", "state", "postalCode", "availability", "since", null, null]);
  });

  it("is read with its delimiter and quotes; unknown columns are kept", () => {
    const list = readRepList('sep=;\nName;Home city;Pet\n"Quinn; Ada";Austin;Cat\n\nBo;;')!;
    expect(list.uses).toEqual(["name", "city", "kept"]);
    expect(list.rows).toEqual([
      ["Quinn; Ada", "Austin", "Cat"],
      ["Bo", "", ""],
    ]);
    expect(readRepList(" \n")).toBeNull();
    expect(readRepList("Ada Quinn\nBo Reyes")).toMatchObject({
      headers: ["Column 1"],
      uses: ["name"],
      rows: [["Ada Quinn"], ["Bo Reyes"]],
    });
  });

  it("gives a use to one column at a time", () => {
    expect(withUse(["name", "kept", "quota"], 1, "quota")).toEqual(["name", "quota", "kept"]);
    expect(withUse(["kept", "quota"], 1, "kept")).toEqual(["kept", "kept"]);
  });

  it("leaves blank what is not of a column's type, and keeps codes as they are", () => {
    const list = readRepList("Name,Quota,Desk,Floor\nAnn,much,007,3\nBob,10,12,4")!;
    const { cells, unread } = listedCells(plan, list, list.uses);
    expect(cells.map(({ values }) => values).slice(1)).toEqual([
      [null, 10],
      ["007", "12"],
      [3, 4],
    ]);
    expect(unread).toEqual([{ row: 0, header: "Quota", text: "much" }]);
  });

  it("takes parts of full time as fractions where none is more than 1", () => {
    const availability = (text: string) => {
      const list = readRepList(`Name,FTE\nAnn,${text}\nBob,1`)!;
      return listedCells(plan, list, list.uses).cells[1]!.values;
    };
    expect(availability("0.8")).toEqual([0.8, 1]);
    expect(availability("80")).toEqual([0.8, 0.01]);
    expect(availability("80%")).toEqual([0.8, 0.01]);
  });

  it("arrives with homes and territories as one step that is taken back as one", async () => {
    const asked: number[][] = [];
    const text = "Rep,Home city,Territory\nAnn,Austin,B\nCleo,Nowhere,a; West\nDan,Dallas,\n,Boise,";
    const arriving = await arrive(text, { asked });
    expect(arriving).toMatchObject({
      added: 2,
      matched: 1,
      fates: ["known", "new", "new", "nobody"],
      homeless: 1,
      covered: 2,
      unknownTerritories: ["West"],
    });
    expect(asked).toEqual([[0, 2, 3]]);
    const after = applyPatch(plan, arriving.patch(true));
    const latitude = columnByRole(after.tables.reps, "latitude")!;
    expect([0, 1, 2, 3].map((row) => cellValue(latitude, row))).toEqual([30.3, null, null, 30.3]);
    expect([primaryOf(after, A), primaryOf(after, B)]).toEqual([after.tables.reps.ids[2], 1]);
    expect(primaryOf(applyPatch(plan, arriving.patch(false)), B)).toBe(2);
    const back = applyPatch(after, invertPatch(arriving.patch(true)));
    expect(back.tables.reps.columns).toHaveLength(1);
    expect([...back.tables.reps.deleted!]).toEqual([0, 0, 1, 1]);
    expect([primaryOf(back, A), primaryOf(back, B)]).toEqual([1, 2]);
  });

  it("leaves a territory with the rep who has it where it names several for it", async () => {
    const arriving = await arrive("Rep,Territory\nCleo,A\nAnn,A");
    expect(arriving.covered).toBe(0);
  });

  it("looks a known home up again only when its address changes", async () => {
    const there = applyPatch(plan, (await arrive("Rep,Home city\nAnn,Austin")).patch(false));
    const lookedFor = async (city: string, replace: boolean) => {
      const asked: number[][] = [];
      await arrive(`Rep,Home city\nAnn,${city}`, { replace, to: there, asked });
      return asked.flat();
    };
    expect(await lookedFor("Austin", true)).toEqual([]);
    expect(await lookedFor("Dallas", false)).toEqual([]);
    expect(await lookedFor("Dallas", true)).toEqual([0]);
  });
});

describe.skipIf(!existsSync(FILE))("the reps of AdventureWorks (skipped without the shared data)", () => {
  it("come in with their homes, titles and quotas", async () => {
    const list = readRepList(readFileSync(FILE, "utf8"))!;
    expect(list.uses).toEqual([
      ...["name", "seniority", "city", "state", "postalCode", "country", "territory", "quota"],
      ...["kept", "kept"],
    ]);
    const arriving = await arrive(readFileSync(FILE, "utf8"));
    expect(arriving).toMatchObject({ added: list.rows.length, matched: 0, unread: [] });
    const { reps } = applyPatch(plan, arriving.patch(false)).tables;
    expect(cellText(columnByRole(reps, "postalCode"), 6)).toBe("T2P 2G8");
    expect(cellValue(columnByRole(reps, "quota")!, 3)).toBe(300_000);
  });
});
