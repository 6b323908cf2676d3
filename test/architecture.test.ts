import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";

/** Which layers a layer may import; every layer may import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  geo: [],
  model: ["geo"],
  optimizer: ["model", "geo"],
  routing: ["model", "geo"],
  geodata: ["geo", "model"],
  files: ["model", "geodata"],
  storage: ["model"],
  worker: ["optimizer", "routing", "files", "geodata", "geo", "model"],
  session: ["model", "optimizer", "files"],
  ui: ["session", "model", "geo", "geodata", "files"],
  site: [],
};

/** Imports between layers that may only be types: the code behind them runs elsewhere. */
const TYPES_ONLY: readonly (readonly [from: string, to: string])[] = [
  ["session", "optimizer"],
  ["ui", "files"],
];

/** npm packages by layer; a layer that is not listed may import any. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  geo: ["d3-delaunay", "kdbush", "@turf/turf", "topojson-client"],
  model: [],
  optimizer: [],
  routing: [],
  session: [],
};

/** Parts of the interface that know no plan. */
const WORDLESS = ["src/ui/controls/", "src/ui/styles/", "src/ui/actions"];

/** The build makes the packed tables outside of the browser. */
const BUILD_TIME = "src/geodata/pack/";

interface Import {
  readonly file: string;
  /** As written, without a query. */
  readonly target: string;
  readonly typesOnly: boolean;
}

const sources = filesUnder("src").filter((file) => /\.tsx?$/.test(file));
const imports = sources.flatMap(importsOf);

describe("the import rule", () => {
  it("finds the sources and their imports", () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(imports.length).toBeGreaterThan(sources.length);
  });

  it("lets every layer import only the layers below it", () => {
    const broken = imports.filter(({ file, target }) => {
      const from = layerOf(file);
      const to = target.startsWith(".") ? layerOf(resolved(file, target)) : null;
      if (from === null || to === null || from === to) return false;
      return !MAY_IMPORT[from]!.includes(to);
    });
    expect(broken.map(show)).toEqual([]);
  });

  it("keeps imports of types what they are", () => {
    const broken = imports.filter(({ file, target, typesOnly }) => {
      if (typesOnly || !target.startsWith(".")) return false;
      const to = layerOf(resolved(file, target));
      return TYPES_ONLY.some(([from, types]) => from === layerOf(file) && types === to);
    });
    expect(broken.map(show)).toEqual([]);
  });

  it("knows every folder of src", () => {
    const folders = sources.map(layerOf).filter((layer) => layer !== null);
    expect([...new Set(folders)].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
  });

  it("lets nobody import the composition root, and nothing but it stand at the top of src", () => {
    expect(imports.filter(({ file, target }) => resolved(file, target) === "src/main").map(show)).toEqual([]);
    expect(sources.filter((file) => layerOf(file) === null && file !== "src/main.tsx")).toEqual([]);
  });

  it("keeps npm packages out of the pure layers", () => {
    const broken = imports.filter(({ file, target }) => {
      const allowed = PACKAGES[layerOf(file) ?? ""];
      if (!allowed || target.startsWith(".") || file.startsWith(BUILD_TIME)) return false;
      return !allowed.some((name) => target === name || target.startsWith(`${name}/`));
    });
    expect(broken.map(show)).toEqual([]);
  });

  it("keeps Node out of the browser", () => {
    const broken = imports.filter(
      ({ file, target }) => target.startsWith("node:") && !file.startsWith(BUILD_TIME),
    );
    expect(broken.map(show)).toEqual([]);
  });

  it("keeps the plan's words out of ui/controls, and out of what they rest on", () => {
    const broken = imports.filter(({ file, target }) => {
      const isBelow = (path: string) => WORDLESS.some((place) => path.startsWith(place));
      return isBelow(file) && target.startsWith(".") && !isBelow(resolved(file, target));
    });
    expect(broken.map(show)).toEqual([]);
  });

  it("resolves every relative import to a file", () => {
    const known = new Set(filesUnder("src"));
    const broken = imports.filter(({ file, target }) => {
      if (!target.startsWith(".")) return false;
      const path = resolved(file, target);
      if (path.includes("/packed/")) return false; // made by the build
      return !["", ".ts", ".tsx"].some((ending) => known.has(path + ending));
    });
    expect(broken.map(show)).toEqual([]);
  });
});

describe("names", () => {
  const files = [...filesUnder("src"), ...filesUnder("test")];

  it("are in kebab-case", () => {
    const name = /^([a-z0-9]+(-[a-z0-9]+)*|README|CHANGELOG)(\.[a-z0-9-]+)*$/;
    const generated = /\/(packed|fixtures)\//;
    const odd = files.filter(
      (file) => !generated.test(file) && !file.split("/").every((part) => name.test(part)),
    );
    expect(odd).toEqual([]);
  });

  it("say what is inside: no barrels, no drawers for leftovers", () => {
    const drawer = /(^|\/)(index|utils?|helpers?|misc|common|shared)(\.tsx?$|\/)/;
    expect(files.filter((file) => drawer.test(file) && !/^test\/(.+\/)?helpers\//.test(file))).toEqual([]);
  });

  it("leave exporting to the file that declares", () => {
    const barrels = sources.filter((file) =>
      /^export\s+(\*|\{[^}]*\})\s+from\s/m.test(readFileSync(file, "utf8")),
    );
    expect(barrels).toEqual([]);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).split(sep).join("/"))
    .sort();
}

/** Static and dynamic imports, exports from elsewhere, `new URL(…, import.meta.url)` and vitest-free globs. */
function importsOf(file: string): Import[] {
  const code = withoutComments(readFileSync(file, "utf8"));
  const found: Import[] = [];
  const add = (target: string | undefined, typesOnly: boolean) => {
    if (target) found.push({ file, target: target.replace(/\?.*$/, ""), typesOnly });
  };
  for (const match of code.matchAll(
    /^\s*(?:import|export)\s+(type\s+)?([^"'`;]*?)\s*from\s*["']([^"']+)["']/gm,
  )) {
    const names = /^\{([\s\S]*)\}$/
      .exec(match[2]!.trim())?.[1]
      ?.split(",")
      .filter((name) => name.trim() !== "");
    const allTypes =
      names !== undefined && names.length > 0 && names.every((name) => /^\s*type\s/.test(name));
    add(match[3], match[1] !== undefined || allTypes);
  }
  for (const match of code.matchAll(/^\s*import\s*["']([^"']+)["']/gm)) add(match[1], false);
  for (const match of code.matchAll(/\bimport\s*\(\s*["'`]([^"'`]+)["'`]\s*\)/g)) {
    // `import("./x").Name` in a type position is erased; `typeof import(…)` too.
    const before = code.slice(Math.max(0, match.index - 12), match.index);
    const after = code.slice(match.index + match[0].length, match.index + match[0].length + 2);
    add(match[1], /typeof\s+$/.test(before) || (/[:<|&(]\s*$/.test(before) && /^\.[A-Z]/.test(after)));
  }
  for (const match of code.matchAll(/\bnew\s+URL\(\s*["']([^"']+)["']\s*,\s*import\.meta\.url/g))
    add(match[1], false);
  return found;
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

/** The folder of src a path lies in; null for files at the top of src and outside of it. */
function layerOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function resolved(file: string, target: string): string {
  return target.startsWith(".") ? posix.normalize(posix.join(dirname(file), target)) : target;
}

function show({ file, target }: Import): string {
  return `${relative(".", file)} imports ${target}`;
}
