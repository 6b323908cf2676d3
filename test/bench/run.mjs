// Measures: `npm run bench`, or `npm run bench -- figures import` for some, `-- optimizer 10k` with arguments for one.
import { readdirSync, rmSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const ROOT = resolve(import.meta.dirname, "../..");
const OUT = join(ROOT, "node_modules/.bench/node");
process.chdir(ROOT);
process.env.NODE_ENV = "production";

const files = readdirSync("test/bench").filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
const names = files.map((file) => file.slice(0, -3));
await build({
  logLevel: "error",
  build: {
    ssr: true,
    outDir: OUT,
    emptyOutDir: true,
    minify: false,
    rollupOptions: {
      input: Object.fromEntries(names.map((name) => [name, join("test/bench", `${name}.ts`)])),
      output: { entryFileNames: "[name].mjs" },
    },
  },
});

const benches = new Map();
for (const name of names) {
  const module = await import(pathToFileURL(join(OUT, `${name}.mjs`)).href);
  if (typeof module.run === "function") benches.set(name, module);
}

const words = process.argv.slice(2);
const chosen = words.filter((word) => benches.has(word));
const args = words.filter((word) => !benches.has(word));
if (words.length > 0 && chosen.length === 0) {
  console.error(`Expected one of ${[...benches.keys()].join(", ")}, got "${words.join(" ")}".`);
  process.exit(1);
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`);
for (const name of chosen.length > 0 ? chosen : benches.keys()) {
  const { title, run } = benches.get(name);
  console.log(`\n# ${name}: ${title}`);
  await run(args);
}
rmSync(OUT, { recursive: true, force: true });
