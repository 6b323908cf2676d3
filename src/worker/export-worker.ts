/// <reference lib="webworker" />
import { exportAlignment } from "../files/export/alignment-csv";
import { csvBytes } from "../files/export/csv";
import { exportTerritories } from "../files/export/territories-csv";
import { unpackPlan } from "../model/packed-plan";
import type { ExportOrder, ExportReply } from "./export-messages";

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = ({ data }: MessageEvent<ExportOrder>) => {
  try {
    const plan = unpackPlan(data.plan);
    const { request } = data;
    const csv =
      request.kind === "accounts"
        ? exportAlignment(plan, request.path, {
            rows: request.rows,
            dialect: request.dialect,
            onProgress: (done) => reply({ kind: "progress", done }),
          })
        : exportTerritories(plan, request.path, request.dialect);
    const bytes = csvBytes(csv, request.dialect.byteOrderMark);
    reply({ kind: "written", bytes }, [bytes.buffer]);
  } catch (error) {
    reply({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

function reply(message: ExportReply, transfer: Transferable[] = []): void {
  scope.postMessage(message, transfer);
}
