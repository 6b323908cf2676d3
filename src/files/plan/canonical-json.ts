import { damaged } from "./refusal";

/** Deeper files are refused: what reads them calls itself. Ours need eight levels. */
const MAX_DEPTH = 64;

/** JSON with the keys in alphabetical order, one item of the outer `depth` levels a line: equal values, equal bytes. */
export function canonicalJson(value: unknown, depth = 3): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${print(value, "", depth)}\n`);
}

function print(value: unknown, indent: string, depth: number): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const inner = `${indent} `;
  const items = Array.isArray(value)
    ? value.map((item) => print(item, inner, depth - 1))
    : Object.keys(value)
        .filter((key) => (value as Record<string, unknown>)[key] !== undefined)
        .sort()
        .map((key) => {
          const item = (value as Record<string, unknown>)[key];
          return `${JSON.stringify(key)}: ${print(item, inner, depth - 1)}`;
        });
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  if (items.length === 0) return `${open}${close}`;
  if (depth <= 0) return `${open}${items.join(",")}${close}`;
  return `${open}\n${inner}${items.join(`,\n${inner}`)}\n${indent}${close}`;
}

/** Reads JSON of an untrusted file. Throws a refusal; keys named `__proto__` are left out. */
export function parseJson(bytes: Uint8Array, member: string): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw damaged(`"${member}" is not text`);
  }
  checkDepth(text, member);
  try {
    // The plain parser is several times faster than one with a reviver, and the key is almost never there.
    const suspicious = text.includes("__proto__") || text.includes("\\u");
    return suspicious ? JSON.parse(text, dropPrototype) : JSON.parse(text);
  } catch {
    throw damaged(`"${member}" is not JSON`);
  }
}

function dropPrototype(this: unknown, key: string, value: unknown): unknown {
  return key === "__proto__" ? undefined : value;
}

function checkDepth(text: string, member: string): void {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 92) i++;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 91 || code === 123) {
      if (++depth > MAX_DEPTH) throw damaged(`"${member}" is nested more than ${MAX_DEPTH} deep`);
    } else if (code === 93 || code === 125) depth--;
  }
}
