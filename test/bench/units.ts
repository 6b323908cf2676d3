import { readFileSync } from "node:fs";
import { findUnits } from "../../src/geodata/find-units";
import { decodeUnits } from "../../src/geodata/unit-file";
import { createUnitLookup } from "../../src/geodata/unit-lookup";
import { type UnitSet, unitSetOf } from "../../src/geodata/unit-set";
import { builtInUnitSet } from "../../src/geodata/unit-sets";
import { applyPatch } from "../../src/model/apply-patch";
import { alignByUnits, assignUnits } from "../../src/model/edits/assign-units";
import { chooseUnits } from "../../src/model/edits/choose-units";
import { makeRecordId } from "../../src/model/ids";
import { seededRandom } from "../../src/model/sample/dice";
import { exceptionsOf } from "../../src/model/units";
import { Session } from "../../src/session/session";
import { BENCH_SEED, largePlan } from "./large-plan";
import { printTable, quantile, sizesOf } from "./report";

export const title =
  "finding units of places, in ms (aim: 150 for 100,000 in the counties), and giving units away (aim: 16)";

const FILES = [
  ["us-county", "us-counties.bin"],
  ["us-zip3", "us-zip3.bin"],
  ["us-state", "us-states.bin"],
  ["country", "countries.bin"],
] as const;
const STROKES = 40;

export async function run(args: readonly string[]): Promise<void> {
  const random = seededRandom(BENCH_SEED);
  const lookups = [];
  for (const size of sizesOf(args)) {
    for (const [id, file] of FILES) {
      const bytes = readFileSync(`src/geodata/packed/${file}`);
      const [set, load] = timed(() => setOf(id, bytes));
      const longitudes = Float64Array.from({ length: size }, () => -124 + 57 * random());
      const latitudes = Float64Array.from({ length: size }, () => 26 + 22 * random());
      const [first, find] = timed(() => createUnitLookup(set).unitsAt(longitudes, latitudes));
      lookups.push({
        set: id,
        units: set.count,
        "KB packed": bytes.length / 1000,
        load,
        places: size,
        found: first.filter((unit) => unit >= 0).length,
        "index and find": find,
      });
    }
  }
  printTable(lookups);
  console.log(
    `\nseed ${BENCH_SEED}, ${STROKES} random units each to a random territory, with their accounts`,
  );
  printTable(sizesOf(args).map((size) => strokes(size)));
}

function strokes(size: number) {
  const random = seededRandom(BENCH_SEED);
  const territories = size >= 100_000 ? 500 : 24;
  const { plan, path } = largePlan(size, territories);
  const set = setOf("us-county", readFileSync("src/geodata/packed/us-counties.bin"));
  const rows = Uint32Array.from({ length: size }, (_, row) => row);
  const [unitOf, find] = timed(() => findUnits(set, plan.tables.accounts, rows));
  const facts = builtInUnitSet("us-county")!;
  const [chosen, choose] = timed(() =>
    applyPatch(plan, chooseUnits(plan, { ...facts, areas: null }, set, unitOf, random)),
  );
  const [aligned, align] = timed(() => applyPatch(chosen, alignByUnits(chosen, path)));
  const session = new Session(aligned, [], {
    now: () => 0,
    makeId: () => makeRecordId(random),
    author: () => "",
  });
  const times = Array.from({ length: STROKES }, () => {
    const units = new Set(Array.from({ length: 20 }, () => Math.floor(random() * set.count)));
    const slot = 1 + Math.floor(random() * territories);
    const [, time] = timed(() => session.edit(assignUnits(session.plan, path, units, slot)));
    return time;
  });
  const [, count] = timed(() => exceptionsOf(session.plan, path));
  return {
    accounts: size,
    territories,
    "find units": find,
    choose,
    align,
    "give 20, median": quantile(times),
    "give 20, p95": quantile(times, 0.95),
    "count exceptions": count,
  };
}

function setOf(id: string, bytes: Uint8Array): UnitSet {
  return unitSetOf(builtInUnitSet(id)!, decodeUnits(bytes).get(id)!);
}

function timed<Result>(work: () => Result): [result: Result, ms: number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}
