import { EARTH_RADIUS_KM } from "../../geo/distance";
import type { Alignment } from "../alignment";
import { placesOf } from "../metrics/places";
import { type AlignmentPath, baselineAt, type Plan } from "../plan";
import type { FitFactor, FitSettings } from "../planning/fit-settings";
import type { Table } from "../table";
import { type FactorTable, type FactorTables, factorTables } from "./factor-tables";
import { baselineReps, fitDay, fitSettings, relationshipStrength } from "./relationship";
import { type RepProfile, repProfiles } from "./rep-profile";

/** Everything that fit is counted from. Reps stand at their positions in `reps`. Shared: do not write to its arrays. */
export interface FitModel {
  readonly plan: Plan;
  readonly settings: FitSettings;
  /** The day from which tenure and activity count. */
  readonly asOf: number;
  readonly reps: readonly RepProfile[];
  readonly tables: FactorTables;
  /** Accounts that no factor of `tables` tells apart: class of each, by row. */
  readonly classOf: Uint32Array;
  /** An account of each class. */
  readonly classExample: Uint32Array;
  /** Rep who has each account in the baseline, −1 = nobody; how strong that is, NaN = not known. By account row. */
  readonly baselineRep: Int32Array;
  readonly strength: Float64Array;
  /** Unit vectors by account row and by rep row; NaN where there is no place. */
  readonly places: Float64Array;
  readonly homes: Float64Array;
}

/** The factors of `FactorTables`. */
export const CLASS_FACTORS = [
  "language",
  "industry",
  "seniority",
  "skills",
] as const satisfies readonly FitFactor[];

interface Inputs {
  readonly accounts: Table;
  readonly reps: Table;
  readonly deals: Table;
  readonly baseline: Alignment | null;
  readonly settings: FitSettings;
  readonly asOf: number;
}

let newest: { readonly inputs: Inputs; readonly model: FitModel } | null = null;

/** What fit is counted from in this plan. It does not depend on the alignment, only on its baseline; the newest one is kept. */
export function fitModel(plan: Plan, path: AlignmentPath): FitModel {
  const { accounts, reps, deals } = plan.tables;
  const inputs: Inputs = {
    accounts,
    reps,
    deals,
    baseline: baselineAt(plan, path),
    settings: fitSettings(plan),
    asOf: fitDay(plan),
  };
  if (newest && sameInputs(newest.inputs, inputs)) return newest.model;
  const model = makeFitModel(plan, path);
  newest = { inputs, model };
  return model;
}

function makeFitModel(plan: Plan, path: AlignmentPath): FitModel {
  const { accounts, reps } = plan.tables;
  const profiles = repProfiles(reps);
  const baselineRep = baselineReps(plan, path);
  const tables = factorTables(plan, profiles, baselineRep);
  return {
    plan,
    settings: fitSettings(plan),
    asOf: fitDay(plan),
    reps: profiles,
    tables,
    ...accountClasses(tables, accounts.count),
    baselineRep,
    strength: relationshipStrength(plan, path),
    places: placesOf(accounts),
    homes: placesOf(reps),
  };
}

/** Fit of a rep (by position) and an account (by row), 0–100; NaN where nothing that counts is known of both. */
export function fitOf(model: FitModel, rep: number, account: number): number {
  const { weights } = model.settings;
  let sum = 0;
  let known = 0;
  for (const factor of CLASS_FACTORS) {
    const value = tableValue(model.tables[factor], rep, account);
    if (Number.isNaN(value)) continue;
    sum += weights[factor] * value;
    known += weights[factor];
  }
  const strength = model.strength[account]!;
  if (!Number.isNaN(strength)) {
    known += weights.relationship;
    if (model.baselineRep[account] === rep) sum += weights.relationship * strength;
  }
  const near = nearness(model, rep, account);
  if (!Number.isNaN(near)) {
    known += weights.distance;
    sum += weights.distance * near;
  }
  return known > 0 ? (100 * sum) / known : Number.NaN;
}

/** The value of a factor of the tables for one pair; NaN where rep or account say nothing. */
export function tableValue(table: FactorTable, rep: number, account: number): number {
  return table.values[rep * table.kindCount + table.kindOf[account]!]!;
}

/** 1 at the rep's home, one half `halfKm` from it, a fifth at twice that; NaN where home or account has no place. */
export function nearness(model: FitModel, rep: number, account: number): number {
  const home = 3 * model.reps[rep]!.row;
  return nearnessFrom(
    model.homes[home]!,
    model.homes[home + 1]!,
    model.homes[home + 2]!,
    model.places,
    account,
    squaredHalf(model.settings),
  );
}

/** `halfKm` as a chord of the unit sphere, squared. */
export function squaredHalf({ halfKm }: FitSettings): number {
  return (halfKm / EARTH_RADIUS_KM) ** 2;
}

/** The kernel of `nearness`: straight lines, as the optimizer measures them, without a root or an arc. */
export function nearnessFrom(
  x: number,
  y: number,
  z: number,
  places: Float64Array,
  account: number,
  half: number,
): number {
  const dx = places[3 * account]! - x;
  const dy = places[3 * account + 1]! - y;
  const dz = places[3 * account + 2]! - z;
  return half / (half + dx * dx + dy * dy + dz * dz);
}

/** Points and weights of the class factors for a rep, by class. */
export interface ClassFit {
  /** Sum of weight × value. */
  readonly points: Float64Array;
  /** Sum of the weights of the factors known. */
  readonly weights: Float64Array;
}

/** What the class factors say of one rep, class by class. */
export function classFit(model: FitModel, rep: number): ClassFit {
  const classes = model.classExample.length;
  const fit = { points: new Float64Array(classes), weights: new Float64Array(classes) };
  for (const factor of CLASS_FACTORS) {
    const weight = model.settings.weights[factor];
    if (weight === 0) continue;
    const table = model.tables[factor];
    for (let kind = 0; kind < classes; kind++) {
      const value = tableValue(table, rep, model.classExample[kind]!);
      if (Number.isNaN(value)) continue;
      fit.points[kind]! += weight * value;
      fit.weights[kind]! += weight;
    }
  }
  return fit;
}

function accountClasses(tables: FactorTables, count: number): Pick<FitModel, "classOf" | "classExample"> {
  const classOf = new Uint32Array(count);
  const examples: number[] = [];
  const classes = new Map<number, number>();
  const { language, industry, seniority, skills } = tables;
  for (let row = 0; row < count; row++) {
    const inLanguage = language.kindOf[row]! * industry.kindCount + industry.kindOf[row]!;
    const kind =
      (inLanguage * seniority.kindCount + seniority.kindOf[row]!) * skills.kindCount + skills.kindOf[row]!;
    let found = classes.get(kind);
    if (found === undefined) {
      found = examples.push(row) - 1;
      classes.set(kind, found);
    }
    classOf[row] = found;
  }
  return { classOf, classExample: Uint32Array.from(examples) };
}

function sameInputs(a: Inputs, b: Inputs): boolean {
  return (Object.keys(a) as (keyof Inputs)[]).every((key) => a[key] === b[key]);
}
