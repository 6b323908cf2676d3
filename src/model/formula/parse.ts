import { FormulaError, type Span } from "./problem";
import { type Operator, type Token, tokensOf } from "./tokens";

/** A formula as a tree. Operators are calls named by their sign. */
export type FormulaNode = Span &
  (
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "text"; readonly value: string }
    | { readonly kind: "yesno"; readonly value: boolean }
    | { readonly kind: "column"; readonly name: string }
    /** `named` is where the name or the sign stands. "negate" and "percent" are the signs before and behind one value. */
    | {
        readonly kind: "call";
        readonly name: string;
        readonly named: Span;
        readonly args: readonly FormulaNode[];
      }
  );

/** How deep parentheses and functions may stand in each other, as in spreadsheets. */
export const MAX_DEPTH = 64;
/** How many values, columns and calls a formula may have: trees that lean to one side stay within any stack. */
export const MAX_NODES = 1000;

/** How tightly an operator binds what is left and right of it. A sign before a number binds tighter than "^", as in spreadsheets. */
const BINDING: Readonly<Record<Exclude<Operator, "%">, number>> = {
  "=": 4,
  "<>": 4,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "&": 5,
  "+": 6,
  "-": 6,
  "*": 7,
  "/": 7,
  "^": 8,
};
const OR = 1;
const AND = 2;
const NOT = 3;
const SIGN = 9;

/** Reads a formula. Throws a `FormulaError` at the first place that cannot be read. */
export function parseFormula(text: string): FormulaNode {
  return new Parser(tokensOf(text), text).whole();
}

/** A Pratt parser: each operator knows how tightly it binds, and no grammar is needed. */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #nodes = 0;

  constructor(tokens: readonly Token[], text: string) {
    this.#tokens = tokens;
    this.#text = text;
  }

  whole(): FormulaNode {
    if (this.#next.kind === "end") {
      throw new FormulaError(
        { start: 0, end: this.#text.length },
        "Write a formula, such as =[Revenue] * 2.",
      );
    }
    const node = this.#expression(0);
    const rest = this.#next;
    if (rest.kind === "close") throw new FormulaError(rest, "There is no “(” before this “)”.");
    if (rest.kind === "separator") {
      throw new FormulaError(
        rest,
        "A comma stands only between the values of a function; decimals have a point: 1.5.",
      );
    }
    if (rest.kind !== "end")
      throw new FormulaError(rest, "An operator such as + or & is missing before this.");
    return node;
  }

  get #next(): Token {
    return this.#tokens[this.#at]!;
  }

  #take(): Token {
    return this.#tokens[this.#at++]!;
  }

  #expression(binding: number): FormulaNode {
    this.#depth++;
    if (this.#depth > MAX_DEPTH) {
      throw new FormulaError(this.#next, `The formula is nested too deeply: ${MAX_DEPTH} steps at most.`);
    }
    let left = this.#operand();
    for (;;) {
      const token = this.#next;
      if (token.kind === "operator" && token.operator === "%") {
        this.#take();
        left = this.#call("percent", token, [left], { start: left.start, end: token.end });
        continue;
      }
      const operator = infixOf(token);
      if (!operator || operator.binding <= binding) break;
      this.#take();
      const right = this.#expression(operator.binding);
      left = this.#call(operator.name, token, [left, right], { start: left.start, end: right.end });
    }
    this.#depth--;
    return left;
  }

  #operand(): FormulaNode {
    const token = this.#take();
    switch (token.kind) {
      case "number":
      case "text":
      case "column":
        return this.#node(token);
      case "name":
        return this.#named(token);
      case "open": {
        const inner = this.#expression(0);
        const close = this.#take();
        if (close.kind !== "close") throw this.#unclosed(close, token);
        return { ...inner, start: token.start, end: close.end };
      }
      case "operator":
        if (token.operator === "-" || token.operator === "+") {
          const operand = this.#expression(SIGN);
          if (token.operator === "+") return { ...operand, start: token.start };
          return this.#call("negate", token, [operand], { start: token.start, end: operand.end });
        }
        throw new FormulaError(token, `A value is missing before “${token.operator}”.`);
      case "end": {
        const before = this.#tokens[this.#at - 2];
        throw new FormulaError(before ?? token, "The formula stops here: a value is missing.");
      }
      case "close":
        throw new FormulaError(token, "A value is missing before “)”.");
      case "separator":
        throw new FormulaError(token, "A value is missing before the comma.");
    }
  }

  #named(token: Token & { kind: "name" }): FormulaNode {
    const { name } = token;
    if (this.#next.kind === "open") return this.#function(token);
    if (name === "TRUE" || name === "FALSE") {
      return this.#node({ kind: "yesno", value: name === "TRUE", start: token.start, end: token.end });
    }
    if (name === "NOT") {
      const operand = this.#expression(NOT);
      return this.#call("NOT", token, [operand], { start: token.start, end: operand.end });
    }
    if (name === "AND" || name === "OR") throw new FormulaError(token, `A value is missing before ${name}.`);
    const written = this.#text.slice(token.start, token.end);
    throw new FormulaError(
      token,
      `Columns stand in brackets, [${written}], texts in quotation marks, "${written}", and functions have parentheses, ${name}(…).`,
    );
  }

  #function(token: Token & { kind: "name" }): FormulaNode {
    const open = this.#take();
    const args: FormulaNode[] = [];
    if (this.#next.kind === "close") {
      const close = this.#take();
      return this.#call(token.name, token, args, { start: token.start, end: close.end });
    }
    for (;;) {
      args.push(this.#expression(0));
      const token_ = this.#take();
      if (token_.kind === "close") {
        return this.#call(token.name, token, args, { start: token.start, end: token_.end });
      }
      if (token_.kind !== "separator") throw this.#unclosed(token_, open);
    }
  }

  #unclosed(found: Token, open: Span): FormulaError {
    if (found.kind === "end") return new FormulaError(open, "This “(” has no “)”.");
    if (found.kind === "separator") {
      return new FormulaError(
        found,
        "A comma stands only between the values of a function; decimals have a point: 1.5.",
      );
    }
    return new FormulaError(found, "An operator such as + or & is missing before this.");
  }

  #call(name: string, { start, end }: Span, args: readonly FormulaNode[], span: Span): FormulaNode {
    return this.#node({ kind: "call", name, named: { start, end }, args, ...span });
  }

  #node<Node extends FormulaNode>(node: Node): Node {
    if (++this.#nodes > MAX_NODES) {
      throw new FormulaError(node, `The formula has too many parts: ${MAX_NODES} at most.`);
    }
    return node;
  }
}

function infixOf(token: Token): { readonly name: string; readonly binding: number } | null {
  if (token.kind === "operator" && token.operator !== "%") {
    return { name: token.operator, binding: BINDING[token.operator] };
  }
  if (token.kind === "name" && token.name === "AND") return { name: "AND", binding: AND };
  if (token.kind === "name" && token.name === "OR") return { name: "OR", binding: OR };
  return null;
}
