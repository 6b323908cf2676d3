import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const COMMANDS = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];

/** Path of a Chromium that starts: CHROME_PATH if set, else the usual places, else Playwright's cache; null if none. */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`Expected a browser at CHROME_PATH, got no file "${chosen}".`);
    return chosen;
  }
  return candidates().find((path) => existsSync(path) && starts(path)) ?? null;
}

/** As `findBrowser`; installs one where there is none, and says so on stdout. null where that fails too. */
export function findOrInstallBrowser() {
  const found = findBrowser();
  if (found) {
    console.log(`Browser: ${found}`);
    return found;
  }
  if (isDebian() && process.getuid?.() === 0) {
    console.log("Browser: none found. Installing Debian's package chromium with apt-get.");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    if (run("apt-get", ["update"], env)) {
      run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], env);
    }
    const installed = findBrowser();
    if (installed) {
      console.log(`Browser: ${installed}`);
      return installed;
    }
  }
  console.log("Browser: none found. Downloading Playwright's Chromium into its cache.");
  const command = join(import.meta.dirname, "../node_modules/playwright-core/cli.js");
  const mayInstallLibraries = process.platform === "linux" && process.getuid?.() === 0;
  if (
    !mayInstallLibraries ||
    !run(process.execPath, [command, "install", "--with-deps", "chromium"], process.env)
  ) {
    run(process.execPath, [command, "install", "chromium"], process.env);
  }
  const downloaded = findBrowser();
  console.log(
    downloaded ? `Browser: ${downloaded}` : "Browser: could not be installed. Set CHROME_PATH to one.",
  );
  return downloaded;
}

function candidates() {
  const onPath = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const byPlatform = {
    darwin: ["/Applications", join(homedir(), "Applications")].flatMap((folder) => [
      join(folder, "Google Chrome.app/Contents/MacOS/Google Chrome"),
      join(folder, "Chromium.app/Contents/MacOS/Chromium"),
      join(folder, "Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
    ]),
    win32: [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [
        join(folder, "Google/Chrome/Application/chrome.exe"),
        join(folder, "Chromium/Application/chrome.exe"),
        join(folder, "Microsoft/Edge/Application/msedge.exe"),
      ]),
    linux: [...onPath, "/usr/bin", "/usr/local/bin", "/opt/google/chrome", "/snap/bin"].flatMap((folder) =>
      COMMANDS.map((command) => join(folder, command)),
    ),
  };
  return [...(byPlatform[process.platform] ?? []), chromium.executablePath(), ...playwrightCache()].filter(
    Boolean,
  );
}

/** Chromium of any Playwright version, newest first: another project may have downloaded one. */
function playwrightCache() {
  const byPlatform = {
    darwin: join(homedir(), "Library/Caches/ms-playwright"),
    win32: join(process.env.LOCALAPPDATA ?? "", "ms-playwright"),
    linux: join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "ms-playwright"),
  };
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? byPlatform[process.platform];
  if (!cache || !existsSync(cache)) return [];
  const versions = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
  versions.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  return versions.flatMap((version) => [
    join(cache, version, "chrome-linux64/chrome"),
    join(cache, version, "chrome-linux/chrome"),
    join(
      cache,
      version,
      "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    ),
    join(cache, version, "chrome-mac/Chromium.app/Contents/MacOS/Chromium"),
    join(cache, version, "chrome-win64/chrome.exe"),
    join(cache, version, "chrome-win/chrome.exe"),
  ]);
}

/** Ubuntu's /usr/bin/chromium-browser may be a stub that only asks for a snap. Elsewhere asking would open a window. */
function starts(path) {
  if (process.platform !== "linux") return true;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

function isDebian() {
  if (process.platform !== "linux" || !existsSync("/etc/os-release")) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync("/etc/os-release", "utf8"));
}

function run(command, args, env) {
  return spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], env }).status === 0;
}
