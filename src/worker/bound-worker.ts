import { type BoundReport, boundsDuring, type Incumbent } from "../optimizer/bound";
import { stateProblem } from "../optimizer/row-problem";
import type { BoundMessage, BoundRequest } from "./bound-messages";

/** Milliseconds of work between two looks at the mail, and between two reports. */
const TURN_MS = 40;
const REPORT_EVERY_MS = 200;

let better: Incumbent | undefined;
let wake: (() => void) | null = null;

self.onmessage = ({ data }: MessageEvent<BoundRequest>) => {
  if (data.kind === "better") {
    better = data.plan;
    wake?.();
    return;
  }
  run(data).catch((error: unknown) =>
    post({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
};

async function run({
  problem: input,
  options,
  plan,
}: Extract<BoundRequest, { kind: "start" }>): Promise<void> {
  // Plans that hang together are among all plans: what no plan can beat, they cannot either.
  const problem = stateProblem({ ...input, connected: false });
  for (let start: Incumbent | undefined = plan; start; start = await nextPlan()) {
    const steps = boundsDuring(problem, options, start);
    let last: BoundReport | null = null;
    let reportedAt = 0;
    let turnAt = performance.now();
    for (let step = steps.next(); !step.done; step = steps.next(takeBetter())) {
      const now = performance.now();
      // A bound for other centers must not be lost behind the next.
      if (now - reportedAt > REPORT_EVERY_MS || (last && last.kind !== step.value.kind)) {
        if (last && last.kind !== step.value.kind) post({ kind: "bound", report: last });
        post({ kind: "bound", report: step.value });
        reportedAt = now;
      }
      last = step.value;
      if (now - turnAt < TURN_MS) continue;
      await new Promise((resolve) => setTimeout(resolve));
      turnAt = performance.now();
    }
    if (last) post({ kind: "bound", report: last });
    post({ kind: "done" });
  }
}

function takeBetter(): Incumbent | undefined {
  const plan = better;
  better = undefined;
  return plan;
}

async function nextPlan(): Promise<Incumbent | undefined> {
  if (!better)
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  wake = null;
  return takeBetter();
}

function post(message: BoundMessage): void {
  self.postMessage(message);
}
