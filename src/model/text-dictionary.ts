/**
 * The distinct texts of a column by code. It only grows, so every version of a column may share it:
 * an older version simply never refers to the newer codes. Code 0 is the blank.
 */
export class TextDictionary {
  readonly #texts: string[] = [""];
  #codes: Map<string, number> | null = null;

  /** Takes over the texts of codes 1, 2, …; they must be distinct and not blank. */
  static from(texts: readonly string[]): TextDictionary {
    const dictionary = new TextDictionary();
    for (const text of texts) dictionary.#texts.push(text);
    return dictionary;
  }

  /** Number of codes, the blank included. */
  get size(): number {
    return this.#texts.length;
  }

  /** The text of a code. */
  text(code: number): string {
    return this.#texts[code]!;
  }

  /** The code of a text, added if it is new. */
  code(text: string): number {
    const codes = this.#index();
    let code = codes.get(text);
    if (code === undefined) {
      code = this.#texts.length;
      this.#texts.push(text);
      codes.set(text, code);
    }
    return code;
  }

  /** The code of a text, or undefined where no cell ever held it. */
  find(text: string): number | undefined {
    return this.#index().get(text);
  }

  /** The texts of codes 1, 2, … as `from` takes them. */
  texts(): string[] {
    return this.#texts.slice(1);
  }

  #index(): Map<string, number> {
    if (!this.#codes) {
      this.#codes = new Map();
      for (let code = 0; code < this.#texts.length; code++) this.#codes.set(this.#texts[code]!, code);
    }
    return this.#codes;
  }
}
