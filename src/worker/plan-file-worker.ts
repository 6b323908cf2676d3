/// <reference lib="webworker" />
import { openPlanFile } from "../files/plan/open-plan-file";
import { encryptPlanFile } from "../files/plan/passphrase";
import { writePlanFile } from "../files/plan/write-plan-file";
import { packPlan, planBuffers, unpackPlan } from "../model/packed-plan";
import { packRevision, unpackRevision } from "../model/packed-revision";
import type { PlanFileReply, PlanFileRequest } from "./plan-file-messages";

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = async (event: MessageEvent<PlanFileRequest>) => {
  try {
    await answer(event.data);
  } catch (error) {
    reply({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

async function answer(request: PlanFileRequest): Promise<void> {
  const onProgress = (done: number): void => reply({ kind: "progress", done });
  if (request.kind === "write") {
    const plan = unpackPlan(request.content.plan);
    const revisions = request.content.revisions.map(unpackRevision);
    const written = writePlanFile({ plan, revisions }, onProgress);
    const { passphrase } = request;
    const bytes = passphrase ? await encryptPlanFile(written, passphrase) : written;
    reply({ kind: "written", bytes }, [bytes.buffer]);
    return;
  }
  const result = await openPlanFile(request.file, request.passphrase, onProgress);
  if (result.status !== "ok") {
    reply({ kind: "refused", status: result.status, message: result.message });
    return;
  }
  const plan = packPlan(result.plan);
  reply(
    { kind: "opened", content: { plan, revisions: result.revisions.map(packRevision) } },
    planBuffers(plan),
  );
}

function reply(message: PlanFileReply, transfer: Transferable[] = []): void {
  scope.postMessage(message, transfer);
}
