import Papa from "papaparse";
import { csvBytes, tableColumn, writeColumns } from "../../../src/files/export/csv";
import { Session } from "../../../src/session/session";
import { makeImportClient } from "../../../src/worker/import-client";
import { widePlan } from "./wide-plan";

export interface ImportTimes {
  readonly megabytes: number;
  /** PapaParse alone on the decoded text, in this thread. */
  readonly papaMs: number;
  /** File to preview with every column understood and checked. */
  readonly previewMs: number;
  /** Preview to the open session with its figures. */
  readonly buildMs: number;
}

/** Imports a file of `size` accounts × 30 columns, with coordinates or to be located by postal code. */
export async function measureImport(argument: {
  size: number;
  withCoordinates: boolean;
}): Promise<ImportTimes> {
  const { accounts } = (await widePlan(argument.size)).tables;
  const isLeftOut = (role: string | null) =>
    !argument.withCoordinates && (role === "latitude" || role === "longitude");
  const columns = accounts.columns.filter((column) => !isLeftOut(column.role));
  const rows = Uint32Array.from({ length: accounts.count }, (_, row) => row);
  const bytes = csvBytes(
    writeColumns(
      columns.map((column) => tableColumn(column)),
      rows,
    ),
  );

  const papaStart = performance.now();
  const parsed = Papa.parse<string[]>(new TextDecoder().decode(bytes), {
    header: false,
    skipEmptyLines: "greedy",
  });
  const papaMs = performance.now() - papaStart;
  if (parsed.data.length !== argument.size + 1)
    throw new Error(`Expected ${argument.size + 1} rows, got ${parsed.data.length}.`);
  parsed.data.length = 0;

  const client = makeImportClient();
  const start = performance.now();
  const result = await client.inspect(new File([bytes], "accounts.csv", { type: "text/csv" }));
  if (!result.ok) throw new Error("Expected the file to be read, got a refusal.");
  const previewed = performance.now();
  const { plan } = await client.build(result.preview.plan);
  new Session(plan, [], { now: Date.now, makeId: () => crypto.randomUUID(), author: () => "" });
  const end = performance.now();
  client.cancel();
  if (plan.tables.accounts.count !== argument.size) {
    throw new Error(`Expected ${argument.size} accounts, got ${plan.tables.accounts.count}.`);
  }
  return { megabytes: bytes.length / 1e6, papaMs, previewMs: previewed - start, buildMs: end - previewed };
}
