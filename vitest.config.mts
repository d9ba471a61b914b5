import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

// A busy machine must not fail a test: a hang ends here, slowness does not.
const testTimeout = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
        test: {
          name: "unit",
          include: ["tests/{unit,contract,web}/**/*.test.{ts,tsx}"],
          environment: "node",
          testTimeout,
          // One file at a time left a processor idle; each file is a process of its own, and times in them are CPU times.
          maxWorkers: 2,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            main: "./workers/index.ts",
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations("./migrations"),
                BETTER_AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
                OHM_LIMITS: "off",
              },
            },
          })),
        ],
        oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
        test: {
          name: "workers",
          testTimeout,
          include: ["tests/workers/**/*.test.{ts,tsx}"],
          setupFiles: ["./tests/workers/setup.ts"],
          // One runtime for all files: a runtime each costs most of a second. setup.ts empties the storage before each file.
          isolate: false,
          maxWorkers: 1,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          environment: "node",
          globalSetup: ["./tests/e2e/server.ts"],
          maxWorkers: 1,
          testTimeout: 2 * testTimeout,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
