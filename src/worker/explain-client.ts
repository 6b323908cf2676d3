import type { Incumbent } from "../optimizer/bound";
import type { MoveExplanation, TerritoryBounds } from "../optimizer/explain-moves";
import type { SearchOptions } from "../optimizer/progress";
import type { RowProblem } from "../optimizer/row-problem";
import type { ExplainMessage, ExplainQuestion, ExplainRequest, ExplainSummary } from "./explain-messages";
import { startJob, type WorkerLike } from "./worker-job";

interface ExplainJob {
  readonly problem: RowProblem;
  readonly options: SearchOptions;
  readonly plan: Incumbent;
}

interface Explainer {
  summary(): Promise<ExplainSummary>;
  moves(from: number, count: number): Promise<readonly MoveExplanation[]>;
  moveOf(item: number): Promise<readonly MoveExplanation[]>;
  territories(): Promise<readonly TerritoryBounds[]>;
  close(): void;
}

type Answer = Exclude<ExplainMessage, { readonly kind: "failed" }>;
type Question = ExplainQuestion extends infer One
  ? One extends unknown
    ? Omit<One, "number">
    : never
  : never;

/** Explains a plan in a worker of its own, which answers questions until it is closed; then all open ones are rejected. */
export function startExplaining(
  { problem, options, plan: { assignment, centers, cost } }: ExplainJob,
  worker: WorkerLike = new Worker(new URL("./explain-worker.ts", import.meta.url), { type: "module" }),
): Explainer {
  const open = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let asked = 0;
  let over: Error | null = null;
  const finish = (message: string) => {
    over = new Error(message);
    for (const { reject } of open.values()) reject(over);
    open.clear();
  };
  const job = startJob<ExplainRequest, ExplainMessage>(
    worker,
    { kind: "start", problem, options, plan: { assignment, centers, cost } },
    (answer) => {
      open.get(answer.number)?.resolve(answer);
      open.delete(answer.number);
      return false;
    },
    finish,
  );
  const ask = (question: Question): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (over) return reject(over);
      const number = asked++;
      open.set(number, { resolve, reject });
      job.post({ ...question, number });
    });
  const movesIn = (answer: Answer) => (answer.kind === "moves" ? answer.moves : []);
  return {
    summary: async () => {
      const answer = await ask({ kind: "summary" });
      if (answer.kind !== "summary") throw new Error(`Expected a summary, got ${answer.kind}.`);
      return answer.summary;
    },
    moves: async (from, count) => movesIn(await ask({ kind: "moves", from, count })),
    moveOf: async (item) => movesIn(await ask({ kind: "move-of", item })),
    territories: async () => {
      const answer = await ask({ kind: "territories" });
      return answer.kind === "territories" ? answer.territories : [];
    },
    close: () => {
      job.end();
      if (!over) finish("The explanation was closed.");
    },
  };
}
