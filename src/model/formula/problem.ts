/** A place in a formula's text: characters from `start` to before `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a formula, in plain words, and where. */
export interface FormulaProblem extends Span {
  readonly message: string;
}

/** Thrown inside the reader of formulas and caught at its door; callers get problems as values. */
export class FormulaError extends Error {
  readonly span: Span;

  constructor(span: Span, message: string) {
    super(message);
    this.span = span;
  }

  get problem(): FormulaProblem {
    return { start: this.span.start, end: this.span.end, message: this.message };
  }
}
