import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Tests run the sources, not the build: "source" makes #analysis and #surveys mean the .ts files. */
const conditions = ["source", "module", "node", "import", "default"];

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    setupFiles: ["tests/support/seed.ts"],
    pool: "forks",
    // Browsers, databases and R mostly wait: on two cores one worker would leave one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    execArgv: ["--conditions=source"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { TZ: "UTC" },
  },
});
