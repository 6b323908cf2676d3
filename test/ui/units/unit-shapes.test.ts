import { expect, it } from "vitest";
import { unitSetOf } from "../../../src/geodata/unit-set";
import { applyPatch } from "../../../src/model/apply-patch";
import { removeUnits } from "../../../src/model/edits/choose-units";
import { unitShapes } from "../../../src/ui/units/unit-shapes";
import { unitPlan } from "../../helpers/unit-plan";

const shape = (code: string) => ({ code, name: code, polygons: [] });
const set = unitSetOf(
  { id: "own:t", name: "Test", unit: "Area", approximate: false },
  { arcs: [], shapes: ["u3", "u1", "other"].map(shape) },
);

it("matches the rows of the plan's units with the areas by code", () => {
  const { units } = unitPlan("AB", "12").tables;
  const { rowOfUnit, unitOfRow } = unitShapes(set, units);
  expect([...rowOfUnit]).toEqual([2, 0, -1]);
  expect([...unitOfRow]).toEqual([1, -1, 0, -1]);
});

it("finds nothing for units that are no longer in use", () => {
  const plan = unitPlan("AB", "12");
  const { units } = applyPatch(plan, removeUnits(plan)).tables;
  expect([...unitShapes(set, units).rowOfUnit]).toEqual([-1, -1, -1]);
});
