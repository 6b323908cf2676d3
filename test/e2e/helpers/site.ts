import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { preview } from "vite";

/** A built planner that is being served. */
export interface Site {
  /** With a slash at the end. */
  readonly url: string;
  /** The folder that is served. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Serves a built planner from `folder` on a free port of this machine, with the headers a host should send. */
export async function serveSite(folder = "dist"): Promise<Site> {
  const server = await preview({
    logLevel: "error",
    build: { outDir: folder },
    preview: { host: "127.0.0.1", port: 0, open: false },
  });
  const address = server.httpServer.address();
  if (!address || typeof address === "string") throw new Error("Expected a port, got none.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    folder,
    close: () => closeServer(server.httpServer),
  };
}

/** Serves a copy of the build that a test may change, for example into a newer version. */
export async function serveCopy(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), "evenfield-site-"));
  await cp("dist", folder, { recursive: true });
  const site = await serveSite(folder);
  return {
    ...site,
    async close() {
      await site.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Builds the planner as `npm run build` does, in a process that does not count as a test. */
export async function buildSite(folder = "dist", variables: Record<string, string> = {}): Promise<void> {
  const env = { ...process.env, ...variables, NODE_ENV: "production", VITEST: "" };
  const args = ["node_modules/vite/bin/vite.js", "build", "--outDir", folder, "--emptyOutDir"];
  await promisify(execFile)(process.execPath, args, { env });
}

function closeServer(server: Awaited<ReturnType<typeof preview>>["httpServer"]): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    // Browsers keep connections open, and the server would wait for them.
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}
