// Everything a change must pass: `npm test`. The last line is the sum, alone on its line.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findOrInstallBrowser } from "./browser.mjs";

const ROOT = resolve(import.meta.dirname, "..");
const STEP_LIMIT_MS = 25 * 60_000;
const TOOLS = {
  tsc: "node_modules/typescript/bin/tsc",
  biome: "node_modules/@biomejs/biome/bin/biome",
  vite: "node_modules/vite/bin/vite.js",
  vitest: "node_modules/vitest/vitest.mjs",
};

const sum = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const reports = mkdtempSync(join(tmpdir(), "evenfield-tests-"));

process.chdir(ROOT);
await check("types", [TOOLS.tsc, "--noEmit"]);
await check("lint", [TOOLS.biome, "check", "--error-on-warnings", "."]);
await suite("unit tests", "unit", {});
const built = await check("build", [TOOLS.vite, "build", "--logLevel", "warn"]);
const browser = built ? findOrInstallBrowser() : null;
if (browser) await suite("end-to-end tests", "e2e", { CHROME_PATH: browser, EVENFIELD_BUILT: "1" });
else
  fail(
    built
      ? "end-to-end tests: there is no browser to run them in"
      : "end-to-end tests: there is no build to try",
  );
rmSync(reports, { recursive: true, force: true });

console.log(
  failures.length > 0 ? `\nFailed:\n${failures.map((line) => `  ${line}`).join("\n")}` : "\nAll passed.",
);
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed > 0 ? 1 : 0;

/** Runs a step that passes or fails as a whole. */
async function check(name, args) {
  const passed = (await run(name, args, {})) === 0;
  if (passed) sum.passed++;
  else fail(name);
  return passed;
}

/** Runs a vitest project and adds up its tests; a file that could not be loaded counts as one failure. */
async function suite(name, project, env) {
  const file = join(reports, `${project}.json`);
  const args = [TOOLS.vitest, "run", "--project", project, "--reporter=default", "--reporter=json"];
  const code = await run(name, [...args, `--outputFile.json=${file}`], env);
  let failedTests = 0;
  for (const result of readReport(file)) {
    for (const test of result.assertionResults) {
      const title = `${result.name.slice(ROOT.length + 1)}: ${test.fullName}`;
      if (test.status === "passed") sum.passed++;
      else if (test.status === "failed") {
        failedTests++;
        fail(title);
      } else sum.skipped++;
    }
    const broken =
      result.status === "failed" && !result.assertionResults.some((test) => test.status === "failed");
    if (broken) {
      failedTests++;
      fail(`${result.name.slice(ROOT.length + 1)}: ${String(result.message).split("\n")[0]}`);
    }
  }
  // An error outside of any test leaves no trace in the report but the exit code.
  if (code !== 0 && failedTests === 0) fail(`${name}: ended with ${code}`);
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).testResults;
  } catch {
    return [];
  }
}

function fail(what) {
  sum.failed++;
  failures.push(what);
}

/** Runs a tool with its output passed through; resolves to its exit code, or to "timeout". */
function run(name, args, env) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        FORCE_COLOR: process.env.FORCE_COLOR ?? (process.stdout.isTTY ? "1" : "0"),
        ...env,
      },
    });
    const limit = setTimeout(() => {
      console.log(`${name}: stopped after ${STEP_LIMIT_MS / 60_000} minutes`);
      child.kill("SIGKILL");
    }, STEP_LIMIT_MS);
    child.on("close", (code, signal) => {
      clearTimeout(limit);
      console.log(`── ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
      done(code ?? signal);
    });
  });
}
