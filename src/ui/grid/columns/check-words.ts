import type { CheckProblem } from "../../../model/column-checks";

const MAX_LISTED = 5;

/** What is wrong with a cell, in words; `format` writes the column's numbers and dates. */
export function checkWords(problem: CheckProblem, format: (value: number) => string): string {
  switch (problem.kind) {
    case "required":
      return "This cell must not be blank.";
    case "choices": {
      const { choices } = problem;
      const listed = choices.slice(0, MAX_LISTED).join(", ");
      return `Choose one of the list: ${listed}${choices.length > MAX_LISTED ? ", …" : ""}.`;
    }
    case "range": {
      const { from, to } = problem;
      if (from !== null && to !== null) return `This must be from ${format(from)} to ${format(to)}.`;
      return from !== null
        ? `This must be at least ${format(from)}.`
        : `This must be at most ${format(to!)}.`;
    }
    case "length":
      return `This must be at most ${problem.most} characters long.`;
    case "unique":
      return "Another row has the same.";
  }
}
