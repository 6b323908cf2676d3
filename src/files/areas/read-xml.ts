import { AREA_LIMITS, AreaFileRefused } from "./area-file";

/** An element without its namespace's prefix, with the text directly inside it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Elements of a file; more would be no map. */
const MOST_ELEMENTS = 2_000_000;

const NAME = /[A-Za-z_][\w.\-:]*/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.\-:]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;
const CLOSING = /<\/([A-Za-z_][\w.\-:]*)\s*>/y;

/**
 * A strict reader for the XML that maps are written in: elements, attributes, text, CDATA. A document type is refused, with every entity it
 * could declare, so nothing expands and nothing is fetched. Throws `AreaFileRefused` where the text is not well formed.
 */
export function readXml(text: string, kind: string): XmlElement {
  return new XmlReader(text, kind).read();
}

interface OpenElement {
  readonly name: string;
  readonly tag: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  readonly text: string[];
}

class XmlReader {
  readonly #text: string;
  readonly #kind: string;
  #at = 0;
  #elements = 0;

  constructor(text: string, kind: string) {
    this.#text = text;
    this.#kind = kind;
  }

  read(): XmlElement {
    const open: OpenElement[] = [];
    let root: XmlElement | null = null;
    while (this.#at < this.#text.length) {
      const next = this.#text.indexOf("<", this.#at);
      const between = this.#text.slice(this.#at, next < 0 ? undefined : next);
      const parent = open.at(-1);
      if (parent) parent.text.push(this.#decoded(between));
      else if (between.trim() !== "") throw this.#invalid("text outside of any element");
      if (next < 0) break;
      this.#at = next;
      if (this.#skipped("<!--", "-->") || this.#skipped("<?", "?>")) continue;
      if (this.#text.startsWith("<![CDATA[", next)) {
        const end = this.#text.indexOf("]]>", next);
        if (end < 0 || !parent) throw this.#invalid("a CDATA section that does not end");
        parent.text.push(this.#text.slice(next + 9, end));
        this.#at = end + 3;
      } else if (this.#text.startsWith("<!", next)) {
        throw this.#invalid("a document type, which areas do not need");
      } else if (this.#text.startsWith("</", next)) {
        const closed = this.#close(open);
        if (open.length === 0) root = closed;
      } else {
        if (root) throw this.#invalid("a second root element");
        const element = this.#open(open.length);
        if (element.empty) {
          const closed = finished(element.opened);
          if (parent) parent.children.push(closed);
          else root = closed;
        } else open.push(element.opened);
      }
    }
    if (open.length > 0) throw this.#invalid(`<${open.at(-1)!.tag}> is not closed`);
    if (!root) throw this.#invalid("no element");
    return root;
  }

  #skipped(start: string, end: string): boolean {
    if (!this.#text.startsWith(start, this.#at)) return false;
    const stop = this.#text.indexOf(end, this.#at + start.length);
    if (stop < 0) throw this.#invalid(`"${start}" without "${end}"`);
    this.#at = stop + end.length;
    return true;
  }

  #open(depth: number): { opened: OpenElement; empty: boolean } {
    if (depth >= 4 * AREA_LIMITS.depth) throw this.#invalid("elements nested too deep");
    if (++this.#elements > MOST_ELEMENTS) throw this.#invalid("too many elements");
    NAME.lastIndex = this.#at + 1;
    const tag = NAME.exec(this.#text)?.[0];
    if (!tag) throw this.#invalid('"<" without a name');
    this.#at = NAME.lastIndex;
    const attributes: Record<string, string> = {};
    for (;;) {
      ATTRIBUTE.lastIndex = this.#at;
      const match = ATTRIBUTE.exec(this.#text);
      if (!match) break;
      attributes[localName(match[1]!)] = this.#decoded(match[2] ?? match[3] ?? "");
      this.#at = ATTRIBUTE.lastIndex;
    }
    TAG_END.lastIndex = this.#at;
    const end = TAG_END.exec(this.#text);
    if (!end) throw this.#invalid(`<${tag}> is not written correctly`);
    this.#at = TAG_END.lastIndex;
    const opened = { name: localName(tag), tag, attributes, children: [], text: [] };
    return { opened, empty: end[1] === "/" };
  }

  #close(open: OpenElement[]): XmlElement {
    CLOSING.lastIndex = this.#at;
    const tag = CLOSING.exec(this.#text)?.[1];
    const element = open.pop();
    if (!element || element.tag !== tag) throw this.#invalid(`</${tag ?? ""}> where none is open`);
    this.#at = CLOSING.lastIndex;
    const closed = finished(element);
    open.at(-1)?.children.push(closed);
    return closed;
  }

  #decoded(text: string): string {
    if (!text.includes("&")) return text;
    return text.replace(/&([^;&\s]{1,12};)?/g, (_, reference: string | undefined) => {
      const name = reference?.slice(0, -1) ?? "";
      const known = ENTITIES[name];
      if (known !== undefined) return known;
      const code = /^#x[\da-f]+$/i.test(name)
        ? Number(`0${name.slice(1)}`)
        : /^#\d+$/.test(name)
          ? Number(name.slice(1))
          : -1;
      if (code < 0 || code > 0x10ffff) throw this.#invalid(`an entity that is not known: &${name};`);
      return String.fromCodePoint(code);
    });
  }

  #invalid(what: string): AreaFileRefused {
    const line = this.#text.slice(0, this.#at).split("\n").length;
    return new AreaFileRefused(
      `Invalid ${this.#kind}: ${what} (line ${line.toLocaleString("en-US")}).`,
      `Export the areas as ${this.#kind} again, or as GeoJSON.`,
    );
  }
}

const localName = (tag: string): string => tag.slice(tag.lastIndexOf(":") + 1);

const finished = ({ name, attributes, children, text }: OpenElement): XmlElement => ({
  name,
  attributes,
  children,
  text: text.length === 1 ? text[0]! : text.join(""),
});
