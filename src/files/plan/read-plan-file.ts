import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Alignment } from "../../model/alignment";
import { withPins } from "../../model/pins";
import type { Layer, Plan, Scenario } from "../../model/plan";
import type { PlanWithHistory } from "../../model/saved-plan";
import type { Table } from "../../model/table";
import { readAlignment } from "./alignment-member";
import { parseJson } from "./canonical-json";
import { type Envelope, header, KNOWN_FIELDS, parseEnvelope, parseFields } from "./envelope";
import { alignmentName, baselineName, RESERVED_MEMBERS, TABLE_NAMES } from "./members";
import { FORMAT_VERSION, type PlanFileProgress, type PlanFileResult } from "./plan-file";
import { planningOfFields } from "./planning-fields";
import { readArchive } from "./read-archive";
import { readHistory } from "./read-history";
import { damaged, Refusal } from "./refusal";
import { readTable } from "./table-member";

/** Of the whole time, the part until all members are unpacked. */
const UNPACK_PART = 0.4;

const EMPTY_LIST = "[]\n";

/** Reads a plan file, whole or not at all; never throws. Encrypted files go through `decryptPlanFile` first. */
export function readPlanFile(bytes: Uint8Array, onProgress: PlanFileProgress = () => {}): PlanFileResult {
  try {
    let unpacked = 0;
    const members = readArchive(bytes, (size) => {
      unpacked += size;
      // What a file inflates to is known only member by member: four times its size is the usual.
      onProgress(UNPACK_PART * Math.min(1, unpacked / (bytes.length * 4)));
    });
    return { status: "ok", ...readMembers(members, onProgress) };
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, message: error.message };
    if (error instanceof RangeError) {
      return { status: "too-large", message: "This plan file needs more memory than this browser gives." };
    }
    const detail = error instanceof Error ? error.message : String(error);
    return { status: "damaged", message: damaged(detail).message };
  }
}

function readMembers(members: Map<string, Uint8Array>, onProgress: PlanFileProgress): PlanWithHistory {
  const envelope = readEnvelope(members);
  checkMembers(members, envelope);
  const file = new MemberReader(members);
  const tables = Object.fromEntries(
    TABLE_NAMES.map((name, i) => {
      const table = readTable(file.member(`${name}.csv`), `${name}.csv`, envelope.tables[name]);
      onProgress(UNPACK_PART + (0.4 * (i + 1)) / TABLE_NAMES.length);
      return [name, table];
    }),
  ) as Record<(typeof TABLE_NAMES)[number], Table>;
  file.tables = tables;
  const layers = readLayers(envelope, file);
  const scenarios = readScenarios(envelope, file);
  onProgress(0.9);
  const revisions = readHistory(file);
  // The writer leaves out what cannot be told in ids; without any history the plan still stands.
  if (revisions.length > 0 && revisions.at(-1)!.id !== envelope.revision) {
    throw damaged('"history.json" does not end at the revision of the plan');
  }
  const unknown = {
    fields: Object.fromEntries(Object.entries(envelope).filter(([field]) => !KNOWN_FIELDS.has(field))),
    members: file.unread(),
  };
  const { id, name, createdAt, settings, measures } = envelope;
  const planning = planningOfFields(envelope.planning);
  const plan: Plan = {
    id,
    name,
    createdAt,
    settings,
    tables,
    measures,
    layers,
    scenarios,
    planning,
    unknown,
  };
  onProgress(1);
  return { plan: withPins(plan), revisions };
}

function readEnvelope(members: ReadonlyMap<string, Uint8Array>): Envelope {
  const [first] = members;
  if (first?.[0] !== "plan.json") throw new Refusal("not-a-plan", "This is not an Evenfield plan file.");
  const value = parseJson(first[1], "plan.json");
  const { leastReader } = parseFields(header, value, "plan.json");
  if (leastReader > FORMAT_VERSION) {
    throw new Refusal(
      "too-new",
      "This plan was made by a newer version of Evenfield. Reload the page to update, then open it again.",
    );
  }
  return parseEnvelope(value);
}

/** The list in `plan.json` and the archive must name the same members, in the same order, with the same digests. */
function checkMembers(members: ReadonlyMap<string, Uint8Array>, envelope: Envelope): void {
  if (members.size !== envelope.members.length + 1)
    throw damaged("it has more or fewer members than it lists");
  const names = [...members.keys()];
  envelope.members.forEach(({ name, size, sha256: digest }, i) => {
    if (names[i + 1] !== name) throw damaged(`"${name}" is missing`);
    const bytes = members.get(name)!;
    if (bytes.length !== size || bytesToHex(sha256(bytes)) !== digest) throw damaged(`"${name}" was changed`);
  });
}

/** Hands out members and remembers which were asked for: the others are of a newer version and are kept. */
class MemberReader {
  readonly #members: ReadonlyMap<string, Uint8Array>;
  readonly #read = new Set(["plan.json"]);
  readonly #alignments = new Map<string, Alignment>();
  tables!: Plan["tables"];

  constructor(members: ReadonlyMap<string, Uint8Array>) {
    this.#members = members;
  }

  member(name: string): Uint8Array<ArrayBuffer> {
    const bytes = this.#members.get(name);
    if (!bytes) throw damaged(`"${name}" is missing`);
    this.#read.add(name);
    return bytes as Uint8Array<ArrayBuffer>;
  }

  alignment(name: string): Alignment {
    let alignment = this.#alignments.get(name);
    if (!alignment) {
      const members = { json: this.member(`${name}.json`), csv: this.member(`${name}.csv`) };
      alignment = readAlignment(members, name, this.tables);
      this.#alignments.set(name, alignment);
    }
    return alignment;
  }

  unread(): Map<string, Uint8Array> {
    const unread = new Map<string, Uint8Array>();
    for (const [name, bytes] of this.#members) {
      const reserved = (RESERVED_MEMBERS as readonly string[]).includes(name);
      if (this.#read.has(name) || (reserved && new TextDecoder().decode(bytes) === EMPTY_LIST)) continue;
      unread.set(name, bytes);
    }
    return unread;
  }
}

function readLayers(envelope: Envelope, file: MemberReader): Layer[] {
  checkDistinct(envelope.layers, "layer");
  return envelope.layers.map((layer) => ({
    ...layer,
    baseline: layer.baseline ? file.alignment(baselineName(layer.id)) : null,
  }));
}

function readScenarios(envelope: Envelope, file: MemberReader): Scenario[] {
  checkDistinct(envelope.scenarios, "scenario");
  const accounts = envelope.tables.accounts.count;
  return envelope.scenarios.map((scenario) => {
    const alignments = envelope.layers.map((layer) => {
      const name = alignmentName({ scenario: scenario.id, layer: layer.id });
      const alignment = file.alignment(name);
      if (alignment.territoryOf.length !== accounts)
        throw damaged(`"${name}.csv" does not cover all accounts`);
      return [layer.id, alignment] as const;
    });
    return { ...scenario, alignments: Object.fromEntries(alignments) };
  });
}

function checkDistinct(records: readonly { readonly id: string }[], kind: string): void {
  if (new Set(records.map(({ id }) => id)).size !== records.length) throw damaged(`it has a ${kind} twice`);
}
