import type { InfeasibleFact } from "../optimizer/explain-infeasible";
import type { Loosening } from "../optimizer/loosening";
import type { AdviceMessage, AdviceStart } from "./advice-messages";
import { startJob } from "./worker-job";

interface Listener {
  facts(facts: readonly InfeasibleFact[]): void;
  remedy(remedy: { readonly loosenings: readonly Loosening[]; readonly isLeast: boolean }): void;
  done(): void;
  failed(message: string): void;
}

/** Asks a worker of its own what stands against a problem; the returned function terminates it at once. */
export function startAdvice(start: AdviceStart, listener: Listener): () => void {
  const worker = new Worker(new URL("./advice-worker.ts", import.meta.url), { type: "module" });
  return startJob<AdviceStart, AdviceMessage>(
    worker,
    start,
    (message) => {
      if (message.kind === "facts") listener.facts(message.facts);
      else if (message.kind === "remedy") listener.remedy(message);
      else listener.done();
      return message.kind === "done";
    },
    listener.failed,
  ).end;
}
