import type { TestProject } from "vitest/node";
import { findOrInstallBrowser } from "../../browser.mjs";
import { buildSite, serveSite } from "./site";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the built planner, with a slash at the end. */
    siteUrl: string;
    /** Path of the browser. */
    browserPath: string;
  }
}

/** Builds and serves the planner once for all end-to-end files; `npm test` has built it already. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browserPath = findOrInstallBrowser();
  if (!browserPath) throw new Error("Expected a browser, got none. Set CHROME_PATH to one.");
  if (!process.env.EVENFIELD_BUILT) await buildSite();
  const site = await serveSite();
  project.provide("siteUrl", site.url);
  project.provide("browserPath", browserPath);
  return () => site.close();
}
