import { FUNCTIONS, functionNamed } from "./functions";
import type { Scope } from "./kernels";
import { nearestName } from "./nearest-name";
import { type FormulaNode, parseFormula } from "./parse";
import { FormulaError, type FormulaProblem } from "./problem";
import type { FunctionSpec, StaticKind, Takes } from "./signature";
import { asTexts } from "./text-functions";
import {
  blankConstant,
  type Kind,
  numberConstant,
  textConstant,
  type Vector,
  yesNoConstant,
} from "./vectors";

/** A column that formulas of a sheet may name. */
export interface NamedColumn {
  /** The column's key. */
  readonly key: string;
  /** As formulas write it between brackets; unique in its sheet. */
  readonly name: string;
  readonly kind: Kind;
}

/** What a formula can be about. */
export interface FormulaColumns {
  /** All that can be named, for words about names that are none. */
  readonly columns: readonly NamedColumn[];
  /** The column meant by a name; a text says why there is none, where more can be said than that. */
  readonly find: (name: string) => NamedColumn | string | undefined;
  /** Why rows of the sheet have no territory, in words; null where they have. */
  readonly noTerritory: string | null;
}

/** A formula that was read and checked. */
export interface CompiledFormula {
  readonly kind: Kind;
  /** Keys of the columns it names, each once; `calculate` takes their vectors in this order. */
  readonly columns: readonly string[];
  /** True where a cell's result depends on other rows. */
  readonly whole: boolean;
  /** True where a function asks for territories. */
  readonly readsAlignment: boolean;
  readonly readsDay: boolean;
  readonly calculate: (columns: readonly Vector[], scope: Scope) => Vector;
}

export type CompileResult =
  | { readonly ok: true; readonly formula: CompiledFormula }
  | { readonly ok: false; readonly problem: FormulaProblem };

type Calculate = CompiledFormula["calculate"];

interface Checked {
  readonly node: FormulaNode;
  readonly kind: StaticKind;
  readonly calculate: Calculate;
}

/** Reads and checks a formula, or says what is wrong with it and where. */
export function compileFormula(text: string, columns: FormulaColumns): CompileResult {
  try {
    return { ok: true, formula: new Checker(columns).whole(parseFormula(text)) };
  } catch (error) {
    if (error instanceof FormulaError) return { ok: false, problem: error.problem };
    throw error;
  }
}

class Checker {
  readonly #columns: FormulaColumns;
  readonly #named: string[] = [];
  #whole = false;
  #readsAlignment = false;
  #readsDay = false;

  constructor(columns: FormulaColumns) {
    this.#columns = columns;
  }

  whole(node: FormulaNode): CompiledFormula {
    const checked = this.#checked(node);
    const kind = checked.kind === "blank" ? "number" : checked.kind;
    return {
      kind,
      columns: this.#named,
      whole: this.#whole,
      readsAlignment: this.#readsAlignment,
      readsDay: this.#readsDay,
      calculate: as(kind, checked),
    };
  }

  #checked(node: FormulaNode): Checked {
    switch (node.kind) {
      case "number":
        return constant(node, "number", numberConstant(node.value));
      case "text":
        return constant(node, "text", textConstant(node.value));
      case "yesno":
        return constant(node, "yesno", yesNoConstant(node.value));
      case "column":
        return this.#column(node);
      case "call":
        return this.#call(node);
    }
  }

  #column(node: FormulaNode & { kind: "column" }): Checked {
    const found = this.#columns.find(node.name);
    if (typeof found === "string") throw new FormulaError(node, found);
    if (!found) throw new FormulaError(node, this.#noColumn(node.name));
    let place = this.#named.indexOf(found.key);
    if (place < 0) place = this.#named.push(found.key) - 1;
    return { node, kind: found.kind, calculate: (columns) => columns[place]! };
  }

  #noColumn(name: string): string {
    if (name === "") return "The name of a column is missing between the brackets.";
    const near = nearestName(
      name,
      this.#columns.columns.map((column) => column.name),
    );
    return `There is no column “${name}”.${near ? ` Did you mean “${near}”?` : ""}`;
  }

  #call(node: FormulaNode & { kind: "call" }): Checked {
    const spec = functionNamed(node.name);
    if (!spec) throw new FormulaError(node.named, noFunction(node.name));
    checkCount(spec, node);
    if (spec.reads === "alignment" && this.#columns.noTerritory) {
      throw new FormulaError(node.named, this.#columns.noTerritory);
    }
    const args = node.args.map((arg) => this.#checked(arg));
    const call = spec.check(args.map((arg) => arg.kind));
    if (typeof call === "string") throw new FormulaError(node, call);
    const groups = { A: groupKind("A", call.takes, args), B: groupKind("B", call.takes, args) };
    const wanted = call.takes.map((takes) => (takes === "A" || takes === "B" ? groups[takes] : takes));
    const ready = args.map((arg, i) => {
      const kind = wanted[i]!;
      if (!suits(arg.kind, kind, call.takes[i]!))
        throw new FormulaError(arg.node, misfit(spec, arg, kind, args, call.takes, i));
      return kind === "any" || kind === "blank"
        ? as(arg.kind === "blank" ? "number" : arg.kind, arg)
        : as(kind, arg);
    });
    const gives = call.gives === "A" || call.gives === "B" ? groups[call.gives] : call.gives;
    this.#whole ||= spec.whole === true;
    this.#readsAlignment ||= spec.reads === "alignment";
    this.#readsDay ||= spec.reads === "day";
    const kind: Kind = gives === "blank" ? "number" : gives;
    return {
      node,
      kind: gives,
      calculate: (columns, scope) =>
        spec.calculate(
          ready.map((calculate) => calculate(columns, scope)),
          scope,
          kind,
        ),
    };
  }
}

function constant(node: FormulaNode, kind: Kind, vector: Vector): Checked {
  return { node, kind, calculate: () => vector };
}

/** The value as a kind that it suits: blanks take on any, and texts are written out from all. */
function as(kind: Kind, { kind: has, calculate }: Checked): Calculate {
  if (has === kind) return calculate;
  if (has === "blank") {
    const blank = blankConstant(kind);
    return () => blank;
  }
  return (columns, scope) => asTexts(calculate(columns, scope), scope);
}

/** Whether a value of a kind fits a place; only values that are compared or chosen between are not written out as texts. */
function suits(kind: StaticKind, wanted: StaticKind | "any", takes: Takes): boolean {
  if (wanted === "any" || wanted === "blank" || kind === "blank" || kind === wanted) return true;
  return takes === "text";
}

/** The kind that the values of a group have in common: that of its first value that is not BLANK(). */
function groupKind(group: Takes, takes: readonly Takes[], args: readonly Checked[]): StaticKind {
  return args.find((arg, i) => takes[i] === group && arg.kind !== "blank")?.kind ?? "blank";
}

function checkCount(spec: FunctionSpec, node: FormulaNode & { kind: "call" }): void {
  const count = node.args.length;
  if (count < spec.least) {
    throw new FormulaError(node, `${spec.name} needs ${atLeast(spec)}: ${spec.signature}.`);
  }
  if (count > spec.most) {
    const first = node.args[spec.most]!;
    const more = { start: first.start, end: node.args.at(-1)!.end };
    throw new FormulaError(more, `${spec.name} takes no more than ${values(spec.most)}: ${spec.signature}.`);
  }
}

function atLeast({ least, most }: FunctionSpec): string {
  return least === most ? values(least) : `at least ${values(least)}`;
}

function values(count: number): string {
  if (count === 0) return "nothing";
  return count === 1 ? "one value" : `${count} values`;
}

function noFunction(name: string): string {
  const near = nearestName(
    name,
    FUNCTIONS.map((spec) => spec.name),
  );
  return `There is no function ${name}.${near ? ` Did you mean ${near}?` : ""}`;
}

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  number: "a number",
  date: "a date",
  text: "a text",
  yesno: "yes or no",
};

function misfit(
  spec: FunctionSpec,
  arg: Checked,
  wanted: StaticKind | "any",
  args: readonly Checked[],
  takes: readonly Takes[],
  place: number,
): string {
  const is = KIND_WORDS[arg.kind as Kind];
  const group = takes[place];
  if (group === "A" || group === "B") {
    const first = args.find((other, i) => takes[i] === group && other.kind === wanted);
    const what = spec.hidden ? "Both sides" : "These values";
    return `${what} must be of one kind: ${called(first?.node)} is ${KIND_WORDS[wanted as Kind]}, ${called(arg.node)} is ${is}.${hint(arg.kind, wanted)}`;
  }
  const who = spec.hidden ? `“${spec.signature}”` : spec.name;
  return `${capital(called(arg.node))} is ${is}, but ${who} needs ${KIND_WORDS[wanted as Kind]} here.${hint(arg.kind, wanted)}`;
}

function hint(kind: StaticKind, wanted: StaticKind | "any"): string {
  if (wanted === "number" && kind === "text") return " VALUE(…) reads a number from a text.";
  if (wanted === "number" && kind === "yesno") return " IF(…, 1, 0) makes a number of it.";
  if (wanted === "number" && kind === "date") return " YEAR, MONTH, DAY and DAYS make numbers of dates.";
  if (wanted === "yesno") return " A condition compares, as in [Revenue] > 1000.";
  if (wanted === "date" && kind === "number") return " DATE(year, month, day) makes a date.";
  return "";
}

function called(node: FormulaNode | undefined): string {
  switch (node?.kind) {
    case "column":
      return `[${node.name}]`;
    case "number":
      return String(node.value);
    case "text":
      return node.value.length > 20 ? "the text" : `"${node.value}"`;
    case "yesno":
      return node.value ? "TRUE" : "FALSE";
    case "call":
      return functionNamed(node.name)?.hidden ? "this" : `${node.name}(…)`;
    default:
      return "the other";
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
