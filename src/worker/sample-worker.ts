import { Geodata } from "../geodata/load";
import { US_STATES } from "../geodata/us-states";
import { packPlan, planBuffers } from "../model/packed-plan";
import { makeSamplePlan } from "../model/sample/sample-plan";
import type { SampleReply, SampleRequest } from "./sample-messages";

self.onmessage = async ({ data }: MessageEvent<SampleRequest>) => {
  try {
    const postalCodes = await new Geodata().usPostalTable();
    const states = US_STATES.map((state) => state.code);
    const plan = packPlan(makeSamplePlan({ ...postalCodes, states }, data));
    reply({ kind: "made", plan }, planBuffers(plan));
  } catch (error) {
    reply({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

function reply(message: SampleReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
