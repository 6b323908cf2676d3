/// <reference lib="webworker" />
import { exportAlignment } from "../files/export/alignment-csv";
import { csvBytes } from "../files/export/csv";
import { exportHandOvers } from "../files/export/hand-overs-csv";
import { exportTerritories } from "../files/export/territories-csv";
import { unpackPlan } from "../model/packed-plan";
import type { Plan } from "../model/plan";
import type { ExportOrder, ExportReply } from "./export-messages";

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = ({ data }: MessageEvent<ExportOrder>) => {
  try {
    const plan = unpackPlan(data.plan);
    const { request } = data;
    const csv = write(plan, request);
    const bytes = csvBytes(csv, request.dialect.byteOrderMark);
    reply({ kind: "written", bytes }, [bytes.buffer]);
  } catch (error) {
    reply({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

function write(plan: Plan, request: ExportOrder["request"]): string {
  switch (request.kind) {
    case "accounts":
      return exportAlignment(plan, request.path, {
        rows: request.rows,
        dialect: request.dialect,
        onProgress: (done) => reply({ kind: "progress", done }),
      });
    case "territories":
      return exportTerritories(plan, request.path, request.dialect);
    case "hand-overs":
      return exportHandOvers(plan, request.path, request.dialect, request.from);
  }
}

function reply(message: ExportReply, transfer: Transferable[] = []): void {
  scope.postMessage(message, transfer);
}
