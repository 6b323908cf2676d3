import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";
import { packGeodata } from "./src/geodata/pack/plugin.ts";

export default defineConfig({
  base: "./",
  plugins: [packGeodata(), solid()],
  worker: { format: "es" },
  build: { target: "es2022" },
  test: {
    environment: "node",
    projects: [
      { extends: true, test: { name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/e2e/**"] } },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
