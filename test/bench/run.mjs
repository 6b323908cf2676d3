// Measures: `npm run bench`, or `npm run bench -- figures import` for some, `-- figures 10k` with arguments.
import { readdirSync, rmSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const ROOT = resolve(import.meta.dirname, "../..");
const OUT = join(ROOT, "node_modules/.bench/node");
process.chdir(ROOT);
process.env.NODE_ENV = "production";

const all = readdirSync("test/bench")
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
  .map((file) => file.slice(0, -3));
const words = process.argv.slice(2);
const named = words.filter((word) => all.includes(word));
const args = words.filter((word) => !all.includes(word));

await build({
  logLevel: "error",
  build: {
    ssr: true,
    outDir: OUT,
    emptyOutDir: true,
    minify: false,
    rollupOptions: {
      input: Object.fromEntries(
        (named.length > 0 ? named : all).map((name) => [name, join("test/bench", `${name}.ts`)]),
      ),
      output: { entryFileNames: "[name].mjs" },
    },
  },
});

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`);
for (const name of named.length > 0 ? named : all) {
  const module = await import(pathToFileURL(join(OUT, `${name}.mjs`)).href);
  // The other files are what the benches share.
  const run = Object.entries(module).find(([key]) => /^run([A-Z].*Bench)?$/.test(key))?.[1];
  if (!run) continue;
  console.log(`\n# ${name}${module.title ? `: ${module.title}` : ""}`);
  await run(args);
}
rmSync(OUT, { recursive: true, force: true });
