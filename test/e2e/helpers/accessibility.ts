import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Holds the page as it is, or the parts that a selector finds, against axe's rules; fails on serious and critical problems. */
export async function expectNoSeriousProblem(page: Page, within = "html"): Promise<void> {
  await page.evaluate(await readFile(AXE, "utf8"));
  const { violations } = (await page.evaluate(
    `axe.run(${JSON.stringify(within)}, { preload: false })`,
  )) as AxeResults;
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n  ${nodes.map(({ html }) => html.slice(0, 160)).join("\n  ")}`,
    );
  expect(serious).toEqual([]);
}
