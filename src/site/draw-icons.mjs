// Draws the PNG icons in public/ from public/icon.svg: `node src/site/draw-icons.mjs`. Needed only when the logo changes.
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { findBrowser } from "../../test/browser.mjs";

const svg = await readFile("public/icon.svg", "utf8");
const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined });
const page = await browser.newPage();

// A maskable icon may be cut to a circle of 80 %, so its drawing is smaller and its ground reaches the edges.
const icons = [
  { file: "icon-192.png", size: 192, inset: 0, ground: "transparent" },
  { file: "icon-512.png", size: 512, inset: 0, ground: "transparent" },
  { file: "icon-maskable-512.png", size: 512, inset: 0.06, ground: "#12343b" },
  { file: "apple-touch-icon.png", size: 180, inset: 0.06, ground: "#12343b" },
];

for (const { file, size, inset, ground } of icons) {
  const margin = Math.round(size * inset);
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0;background:${ground}}svg{position:fixed;inset:${margin}px;width:${size - 2 * margin}px;height:${size - 2 * margin}px}</style>${svg}`,
  );
  await page.screenshot({ path: `public/${file}`, omitBackground: ground === "transparent" });
}
await browser.close();
