import type { PlanFileRefusalStatus } from "./plan-file";

/** Stops reading a plan file; `readPlanFile` returns it as a value. The message is for the planner. */
export class Refusal extends Error {
  readonly status: PlanFileRefusalStatus;

  constructor(status: PlanFileRefusalStatus, message: string) {
    super(message);
    this.status = status;
  }
}

/** The refusal of a file whose content contradicts itself. `detail` names the place. */
export function damaged(detail: string): Refusal {
  return new Refusal("damaged", `This plan file is damaged: ${detail}. Nothing was opened.`);
}
