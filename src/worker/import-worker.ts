import type { ImportSource } from "../files/import/import-job";
import type { InspectResult } from "../files/import/import-preview";
import { refuseBytes } from "../files/import/import-refusal";
import { ImportSession } from "../files/import/import-session";
import { Geodata } from "../geodata/load";
import { makeRecordId } from "../model/ids";
import { packPlan } from "../model/packed-plan";
import type { ImportReply, ImportRequest } from "./import-messages";

const session = new ImportSession();
const geodata = new Geodata();

self.onmessage = async (event: MessageEvent) => {
  try {
    await answer(event.data as ImportRequest);
  } catch (error) {
    reply({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

async function answer(request: ImportRequest): Promise<void> {
  switch (request.kind) {
    case "inspect":
      reply({ kind: "inspected", result: await inspect(request) });
      break;
    case "review":
      reply({ kind: "reviewed", review: session.review(request.importPlan) });
      break;
    case "build": {
      const { plan, report } = await session.build(request.importPlan, {
        planId: makeRecordId(Math.random),
        random: Math.random,
        now: Date.now(),
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        locate: (columns) => {
          progress("locating", 0, columns.count);
          return geodata.locateColumns(columns);
        },
      });
      // copied, not transferred: the plan shares arrays with the file, which may be built again
      reply({ kind: "built", plan: packPlan(plan), report });
      break;
    }
  }
}

async function inspect({ source, choice }: ImportRequest & { kind: "inspect" }): Promise<InspectResult> {
  const content = await contentOf(source);
  if ("ok" in content) return content;
  return session.inspect(source.name, content, choice, (done, total) => progress("parsing", done, total));
}

async function contentOf(source: ImportSource) {
  if (!(source instanceof File)) return { text: source.text };
  const refusal = refuseBytes(source.size);
  if (refusal) return refusal;
  progress("reading", 0, source.size);
  return { bytes: new Uint8Array(await source.arrayBuffer()) };
}

function progress(step: "reading" | "parsing" | "locating", done: number, total: number): void {
  reply({ kind: "progress", progress: { step, done, total } });
}

function reply(message: ImportReply): void {
  self.postMessage(message);
}
