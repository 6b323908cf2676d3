import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Alignment } from "../../model/alignment";
import type { Plan } from "../../model/plan";
import type { PlanWithHistory } from "../../model/saved-plan";
import { writeAlignment } from "./alignment-member";
import { writeArchive } from "./archive";
import { canonicalJson } from "./canonical-json";
import { type Envelope, KNOWN_FIELDS } from "./envelope";
import { alignmentName, baselineName, RESERVED_MEMBERS, TABLE_NAMES } from "./members";
import { FORMAT_VERSION, LEAST_READER_VERSION, type PlanFileProgress } from "./plan-file";
import { planningToFields } from "./planning-fields";
import { type TableMember, writeTable } from "./table-member";
import { writeHistory } from "./write-history";

/** Of the whole time, the part until all members are text. */
const TEXT_PART = 0.35;

/** The bytes of the plan's file. The same plan with the same revisions gives the same bytes. */
export function writePlanFile(
  { plan, revisions }: PlanWithHistory,
  onProgress: PlanFileProgress = () => {},
): Uint8Array<ArrayBuffer> {
  const tables = TABLE_NAMES.map((name) => [name, writeTable(plan.tables[name])] as const);
  onProgress(TEXT_PART / 2);
  const members = new Map<string, Uint8Array>(tables.map(([name, table]) => [`${name}.csv`, table.csv]));
  for (const [name, bytes] of alignmentMembers(plan)) members.set(name, bytes);
  for (const name of RESERVED_MEMBERS) members.set(name, plan.unknown.members.get(name) ?? canonicalJson([]));
  for (const [name, bytes] of writeHistory(plan, revisions, alignmentNames(plan))) members.set(name, bytes);
  for (const name of [...plan.unknown.members.keys()].sort()) {
    if (!members.has(name) && name !== "plan.json") members.set(name, plan.unknown.members.get(name)!);
  }
  onProgress(TEXT_PART);
  const envelope = canonicalJson(planFields(plan, revisions, Object.fromEntries(tables), members));
  const all = new Map([["plan.json", envelope], ...members]);
  const total = [...all.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  let done = 0;
  return writeArchive(all, (bytes) => {
    done += bytes;
    onProgress(TEXT_PART + (1 - TEXT_PART) * (done / total));
  });
}

function planFields(
  plan: Plan,
  revisions: PlanWithHistory["revisions"],
  tables: Record<string, TableMember>,
  members: ReadonlyMap<string, Uint8Array>,
): Envelope {
  const unknown = Object.entries(plan.unknown.fields).filter(([field]) => !KNOWN_FIELDS.has(field));
  return {
    ...Object.fromEntries(unknown),
    format: "evenfield-plan",
    version: FORMAT_VERSION,
    leastReader: LEAST_READER_VERSION,
    id: plan.id,
    name: plan.name,
    createdAt: plan.createdAt,
    revision: revisions.at(-1)?.id ?? null,
    lineage: revisions.map((revision) => revision.id),
    settings: { ...plan.settings },
    measures: plan.measures.map((measure) => ({ ...measure })),
    layers: plan.layers.map((layer) => ({ ...layer, baseline: layer.baseline !== null })),
    scenarios: plan.scenarios.map(({ alignments: _alignments, ...scenario }) => scenario),
    planning: planningToFields(plan.planning),
    tables: {
      accounts: tables.accounts!.fields,
      leads: tables.leads!.fields,
      deals: tables.deals!.fields,
      reps: tables.reps!.fields,
      units: tables.units!.fields,
    },
    members: [...members].map(([name, bytes]) => ({
      name,
      size: bytes.length,
      sha256: bytesToHex(sha256(bytes)),
    })),
  };
}

function alignmentMembers(plan: Plan): Map<string, Uint8Array> {
  const members = new Map<string, Uint8Array>();
  const add = (name: string, alignment: Alignment): void => {
    const { json, csv } = writeAlignment(alignment, plan.tables);
    members.set(`${name}.json`, json).set(`${name}.csv`, csv);
  };
  for (const scenario of plan.scenarios) {
    for (const layer of plan.layers) {
      const alignment = scenario.alignments[layer.id];
      if (!alignment) throw new Error(`Expected layer "${layer.id}" in scenario "${scenario.id}", got none.`);
      add(alignmentName({ scenario: scenario.id, layer: layer.id }), alignment);
    }
  }
  for (const layer of plan.layers) if (layer.baseline) add(baselineName(layer.id), layer.baseline);
  return members;
}

/** Where the plan's own alignments stand; the first of several places that share one. */
function alignmentNames(plan: Plan): Map<Alignment, string> {
  const names = new Map<Alignment, string>();
  const note = (alignment: Alignment | null | undefined, name: string): void => {
    if (alignment && !names.has(alignment)) names.set(alignment, name);
  };
  for (const layer of plan.layers) {
    for (const scenario of plan.scenarios) {
      note(scenario.alignments[layer.id], alignmentName({ scenario: scenario.id, layer: layer.id }));
    }
    note(layer.baseline, baselineName(layer.id));
  }
  return names;
}
