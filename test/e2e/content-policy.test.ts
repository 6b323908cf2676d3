import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, inject, it } from "vitest";
import { openApp } from "./helpers/open-app";

/** Ways of turning text into code, and of reaching the network other than by a plain fetch. */
const FORBIDDEN_EVERYWHERE =
  /\beval\s*\(|\bnew Function\b|\bimportScripts\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bRTCPeerConnection\b/g;

/** Its reader of remote files, which only runs with `download: true`. */
const PAPAPARSE_DOWNLOAD = /_chunkLoaded\(\);else\{if\(\w+=new XMLHttpRequest/;

/** Fallbacks in the exact solver's loader and file system: ours gives it the address of its own file, which a plain fetch reads. */
const SOLVER_FALLBACK =
  /exact-worker.*(?:responseType|Lazy loading should|cacheLength\(\)|programmer error|Cannot do synchronous)/;

/** A style in the text of an element, which the policy refuses as soon as the page makes one of it. */
const STYLED_TEMPLATE = /<[a-z][\w-]*(?:\s[^<>`$]*?)?["'\s]style=(?!["']?\$\{)[^<>`]*>/g;

/** The cells that copying puts on the clipboard, which are text to this page; the arrow of a popover, of which we use none. */
const STYLED_UNUSED = [/mso-number-format/, /<svg display=block viewBox="0 0 30 30"/];

let scripts: { name: string; code: string }[];

beforeAll(async () => {
  const names = (await readdir("dist", { recursive: true })).filter((name) => /\.m?js$/.test(name));
  scripts = await Promise.all(
    names.map(async (name) => ({ name, code: await readFile(join("dist", name), "utf8") })),
  );
  expect(scripts.length).toBeGreaterThan(1);
});

it("ships no code that makes code out of text or opens another way to the network", () => {
  const found = scripts.flatMap(({ name, code }) => offenders(name, code, FORBIDDEN_EVERYWHERE));
  expect(
    found.filter((offender) => !PAPAPARSE_DOWNLOAD.test(offender) && !SOLVER_FALLBACK.test(offender)),
  ).toEqual([]);
});

it("keeps styles out of the text of elements, which the policy would refuse", () => {
  const styled = scripts.flatMap(({ name, code }) => offenders(name, code, STYLED_TEMPLATE));
  // The search finds what there is to find.
  expect(styled.some((each) => STYLED_UNUSED[0]!.test(each))).toBe(true);
  expect(styled.filter((each) => !STYLED_UNUSED.some((unused) => unused.test(each)))).toEqual([]);
});

it("never asks PapaParse to download", async () => {
  const sources = (await readdir("src", { recursive: true })).filter((name) => /\.tsx?$/.test(name));
  const texts = await Promise.all(sources.map((name) => readFile(join("src", name), "utf8")));
  expect(texts.some((text) => /from "papaparse"/.test(text))).toBe(true);
  expect(texts.filter((text) => /\bdownload:\s*true\b/.test(text))).toEqual([]);
});

it("lets workers fetch nothing but files of the site", () => {
  const workers = scripts.filter(({ name }) => /worker/.test(name));
  expect(
    workers.flatMap(({ name, code }) => offenders(name, code, /fetch\(\s*["'`](?:https?:)?\/\//g)),
  ).toEqual([]);
});

it("sends the policy as a header and holds it in the page", async () => {
  const response = await fetch(inject("siteUrl"));
  const header = response.headers.get("content-security-policy") ?? "";
  const page = await response.text();
  const written = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? "";
  const meta = written.replaceAll("&#39;", "'");
  expect(meta).toContain("default-src 'none'");
  expect(header).toBe(`${meta}; frame-ancestors 'none'`);
  expect(await readFile("dist/_headers", "utf8")).toContain(`Content-Security-Policy: ${header}`);
  expect(page.indexOf("http-equiv")).toBeLessThan(page.indexOf("<script"));
});

it("refuses what the policy forbids", async () => {
  const { page, problems } = await openApp({ expectedProblems: [/policy/i, /violates/i] });
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.injected = true";
    document.head.append(script);
    const reached = await fetch("https://example.com/").then(
      () => true,
      () => false,
    );
    return { injected: "injected" in window, reached };
  });
  expect(ran).toEqual({ injected: false, reached: false });
  await expect.poll(() => problems.some((problem) => problem.includes("policy violation"))).toBe(true);
});

function offenders(name: string, code: string, pattern: RegExp): string[] {
  return [...code.matchAll(pattern)].map(
    (match) => `${name}: …${code.slice(Math.max(0, match.index - 40), match.index + 60)}…`,
  );
}
