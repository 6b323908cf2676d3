import { VitePWA } from "vite-plugin-pwa";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";
import { packGeodata } from "./src/geodata/pack/plugin.ts";
import { appManifest } from "./src/site/app-manifest.ts";
import { siteHeaders, sitePolicy } from "./src/site/site-policy.ts";
import { tileHostOf } from "./src/site/tile-address.ts";

/** The online map server that the host of the site allows, if any: a tile address with {z}, {x} and {y}. */
const tileHost = tileHostOf(process.env.VITE_TILE_ADDRESS);

export default defineConfig({
  base: "./",
  plugins: [
    packGeodata(),
    solid(),
    sitePolicy(tileHost),
    VitePWA({
      registerType: "prompt",
      // The page registers the worker itself: src/ui/shell/update-prompt.ts.
      injectRegister: null,
      manifest: appManifest,
      includeAssets: ["icon.svg", "apple-touch-icon.png"],
      workbox: {
        globPatterns: ["**/*.{html,js,css,bin,json,wasm,svg,png,webp,woff2,txt}"],
        maximumFileSizeToCacheInBytes: 64 * 1024 * 1024,
        // A first visit may go offline before its second load.
        clientsClaim: true,
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
        navigateFallback: "index.html",
        sourcemap: false,
      },
    }),
  ],
  worker: { format: "es" },
  build: {
    target: "es2022",
    // A file inlined as data: would be refused by connect-src.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  preview: { headers: siteHeaders(tileHost) },
  test: {
    environment: "node",
    projects: [
      {
        extends: true,
        // Random problems take as long as they take: how fast is for the benches to say.
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**"],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/e2e/helpers/site-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          // A browser on a busy machine may miss a beat; a defect fails twice.
          retry: 1,
        },
      },
    ],
  },
});
