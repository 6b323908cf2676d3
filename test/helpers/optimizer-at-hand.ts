import type loadHighs from "highs";
import { boundsDuring, type Incumbent } from "../../src/optimizer/bound";
import { judgedPlan } from "../../src/optimizer/judged-plan";
import { stateProblem } from "../../src/optimizer/row-problem";
import type { OptimizerPort, SearchJob } from "../../src/session/optimizer-port";
import { runAdvice } from "../../src/worker/advice-job";
import { startExplaining } from "../../src/worker/explain-client";
import { answerAbout } from "../../src/worker/explain-job";
import type { ExplainMessage, ExplainQuestion, ExplainRequest } from "../../src/worker/explain-messages";
import { runNeeded } from "../../src/worker/needed-job";
import { runSearch } from "../../src/worker/search-job";
import { attemptExact } from "../../src/worker/solve-exact";
import { runTradeOff } from "../../src/worker/trade-off-job";

/** Reports of bounds before it is called enough. */
const MOST_BOUNDS = 40;

/** The optimizer in this thread: each piece of work is done when `settle` is called, in the order it was asked for. */
export interface OptimizerAtHand extends OptimizerPort {
  /** Does all work that is asked for, and what follows from it. */
  settle(): void;
  /** Searches asked for so far. */
  readonly searches: readonly SearchJob[];
}

/**
 * What one thread does in place of workers; what crosses over is copied as between threads. Searches take `iterations` after their first
 * feasible plan, which is plenty for a small plan. `highs` is needed for exact attempts only.
 */
export function optimizerAtHand(
  iterations = 3,
  highs?: Awaited<ReturnType<typeof loadHighs>>,
): OptimizerAtHand {
  const work: (() => void)[] = [];
  const searches: SearchJob[] = [];
  /** Queues a job; nothing is heard of it once it is ended. */
  const queue = (job: (isOver: () => boolean) => void) => {
    let over = false;
    work.push(() => {
      if (!over) job(() => over);
    });
    return () => {
      over = true;
    };
  };
  return {
    searches,
    settle() {
      for (let job = work.shift(); job; job = work.shift()) job();
    },
    search(job, listener) {
      searches.push(job);
      return queue((isOver) => {
        let assignment: Uint16Array = new Uint16Array(0);
        // Time stands still, so that only news is reported.
        runSearch(
          { ...structuredClone(job), iterations },
          (sent) => {
            const report = structuredClone(sent);
            if (isOver()) return;
            if (report.kind === "stated") return listener.stated(report);
            if (report.kind === "failed") return listener.failed(report.message);
            assignment = report.assignment ?? assignment;
            listener[report.kind]({ ...report.progress, assignment });
          },
          () => 0,
        );
      });
    },
    bound({ problem, options, plan }, listener) {
      let latest: Incumbent = plan;
      const stop = queue((isOver) => {
        let steps = 0;
        for (const report of boundsDuring(stateProblem(problem), options, latest)) {
          if (isOver()) return;
          listener.bound(report);
          if (++steps >= MOST_BOUNDS) break;
        }
        listener.done();
      });
      return {
        better: (next) => {
          latest = next;
        },
        stop,
      };
    },
    exact({ problem: rows, options, plan, feasible, seconds }, listener) {
      return queue(() => {
        if (!highs) throw new Error("Expected the solver, got none.");
        const problem = stateProblem(rows);
        let now = 0;
        const answer = attemptExact(
          highs,
          problem,
          options,
          { ...plan, feasible },
          seconds,
          () => now++ / 1e6,
        );
        if (!answer) return listener.tooLarge();
        listener.done(answer, answer.plan && judgedPlan(problem, options, answer.plan, 0));
      });
    },
    advise: (job, listener) =>
      queue((isOver) =>
        runAdvice(structuredClone(job), (message) => {
          if (isOver()) return;
          if (message.kind === "facts") listener.facts(message.facts);
          else if (message.kind === "remedy") listener.remedy(message);
          else if (message.kind === "done") listener.done();
          else listener.failed(message.message);
        }),
      ),
    explain: (job) => startExplaining(job, explainWorker()),
    tradeOff: (job, listener) =>
      queue((isOver) =>
        runTradeOff(structuredClone(job), (message) => {
          if (isOver()) return;
          if (message.kind === "points") listener.points(structuredClone(message));
          else if (message.kind === "done") listener.done();
          else listener.failed(message.message);
        }),
      ),
    territoriesNeeded: (job, listener) =>
      queue((isOver) =>
        runNeeded(structuredClone(job), (message) => {
          if (isOver()) return;
          if (message.kind === "trying") listener.trying(message);
          else if (message.kind === "answer") listener.answer(message.answer);
          else listener.failed(message.message);
        }),
      ),
  };
}

/** A worker that answers at the next turn. */
function explainWorker() {
  let answer: ((question: ExplainQuestion) => ExplainMessage) | null = null;
  let isOver = false;
  const worker = {
    onmessage: null as ((event: MessageEvent) => void) | null,
    onerror: null,
    postMessage(request: ExplainRequest) {
      queueMicrotask(() => {
        if (isOver) return;
        if (request.kind === "start") answer = answerAbout(structuredClone(request));
        else if (answer) worker.onmessage?.({ data: structuredClone(answer(request)) } as MessageEvent);
      });
    },
    terminate() {
      isOver = true;
    },
  };
  return worker;
}
