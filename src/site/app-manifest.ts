import type { ManifestOptions } from "vite-plugin-pwa";

/** What an operating system needs to install the planner. Every address is relative: any folder of any host serves it. */
export const appManifest: Partial<ManifestOptions> = {
  id: "./",
  name: "Evenfield",
  short_name: "Evenfield",
  description: "Sales territory planning that runs wholly in the browser",
  lang: "en",
  start_url: "./",
  scope: "./",
  display: "standalone",
  theme_color: "#12343b",
  background_color: "#ffffff",
  categories: ["business", "productivity"],
  icons: [
    { src: "icon.svg", sizes: "any", type: "image/svg+xml" },
    { src: "icon-192.png", sizes: "192x192", type: "image/png" },
    { src: "icon-512.png", sizes: "512x512", type: "image/png" },
    { src: "icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
};
