import { AREA_LIMITS, type AreaFile, AreaFileRefused } from "../files/areas/area-file";
import { openAreaFile } from "../files/areas/open-area-file";
import { inspectPotential, openPotential, readPotential } from "../files/areas/potential-csv";
import { inspectAreas, readAreas } from "../files/areas/read-areas";
import type { UnitSource } from "../files/areas/units-job";
import type { RawTable } from "../files/import/raw-table";
import { findUnits } from "../geodata/find-units";
import { Geodata } from "../geodata/load";
import { ownUnitSet } from "../geodata/own-areas";
import type { UnitSet } from "../geodata/unit-set";
import { unpackTable } from "../model/packed-plan";
import type { UnitsReply, UnitsRequest, UnitsResults } from "./units-messages";

const geodata = new Geodata();
let areas: AreaFile | null = null;
let potential: { readonly table: RawTable; readonly set: UnitSet } | null = null;

self.onmessage = async (event: MessageEvent) => {
  try {
    reply({ kind: "result", result: await answer(event.data as UnitsRequest) });
  } catch (error) {
    if (error instanceof AreaFileRefused)
      reply({ kind: "result", result: { ok: false, refusal: error.refusal } });
    else reply({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

async function answer(request: UnitsRequest): Promise<UnitsResults[keyof UnitsResults]> {
  switch (request.kind) {
    case "find": {
      const set = await setOf(request.set);
      const accounts = unpackTable(request.accounts);
      const rows = Uint32Array.from({ length: accounts.count }, (_, row) => row);
      return { codes: set.codes, names: set.names, unitOf: findUnits(set, accounts, rows, progress) };
    }
    case "inspect-areas": {
      progress(0);
      areas = openAreaFile(await bytesOf(request.file));
      return { ok: true, inspection: inspectAreas(areas, request.places) };
    }
    case "read-areas":
      if (!areas) throw new Error("Expected a file of areas to be read first, got none.");
      return { ok: true, areas: readAreas(areas, request.choice, progress) };
    case "inspect-potential": {
      const set = await setOf(request.set);
      const table = openPotential(await bytesOf(request.file));
      potential = { table, set };
      return { ok: true, inspection: inspectPotential(table, set, await geodata.usPostalTable()) };
    }
    case "read-potential":
      if (!potential) throw new Error("Expected a file of figures to be read first, got none.");
      return readPotential(potential.table, potential.set, await geodata.usPostalTable(), request.choice);
  }
}

/** A file too big is not read into memory at all. */
async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > AREA_LIMITS.bytes) {
    throw new AreaFileRefused(
      `Files of up to ${AREA_LIMITS.bytes / 1024 / 1024} MB can be read.`,
      "Simplify or shorten it in the program it comes from.",
    );
  }
  return new Uint8Array(await file.arrayBuffer());
}

async function setOf(source: UnitSource): Promise<UnitSet> {
  return source.areas === null ? geodata.unitSet(source.id) : ownUnitSet(source, source.areas);
}

function progress(done: number): void {
  reply({ kind: "progress", done });
}

function reply(message: UnitsReply): void {
  self.postMessage(message);
}
