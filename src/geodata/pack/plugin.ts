import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Plugin, runnerImport } from "vite";
import { PACKED_FILES, SOURCE_PACKAGES } from "./manifest.ts";

const FOLDER = "src/geodata";

/**
 * Makes `src/geodata/packed/` where it is missing or older than the packages or the packer. Runs in the
 * config hook, before anything can import the files, in dev, build and vitest alike.
 */
export function packGeodata(): Plugin {
  return {
    name: "pack-geodata",
    config: (config) => packIfStale(resolve(config.root ?? process.cwd())),
  };
}

async function packIfStale(root: string): Promise<void> {
  const folder = join(root, FOLDER, "packed");
  const stampFile = join(folder, "stamp.txt");
  const stamp = currentStamp(root);
  const complete = PACKED_FILES.every((name) => existsSync(join(folder, name)));
  if (complete && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  // loaded only when needed: reading the packer takes longer than finding that nothing has changed
  const packer = await runnerImport<typeof import("./packed-files")>(
    join(root, FOLDER, "pack/packed-files.ts"),
  );
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(packer.module.makePackedFiles(root))) {
    replaceFile(join(folder, name), bytes);
  }
  replaceFile(stampFile, stamp);
}

/** Another process may be reading or making the same file: it sees the old one or the new one, never half. */
function replaceFile(path: string, content: Uint8Array | string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

/** Package versions and a hash of the code that makes the files. */
function currentStamp(root: string): string {
  const versions = SOURCE_PACKAGES.map((name) => {
    const manifest = JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8"));
    return `${name}@${(manifest as { version: string }).version}`;
  });
  const hash = createHash("sha256");
  for (const folder of [FOLDER, `${FOLDER}/pack`]) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      if (name.endsWith(".ts")) hash.update(name).update(readFileSync(join(root, folder, name)));
    }
  }
  return `${versions.join("\n")}\n${hash.digest("hex")}\n`;
}
