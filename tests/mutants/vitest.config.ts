import type { ViteUserConfig } from "vitest/config";
import whole from "../vitest.config.ts";
import { ShortestFirst } from "./shortest-first.ts";

/** The tests that mutants are tried on: index.ts names those of the folder it is about. */
const config: ViteUserConfig = {
  ...whole,
  test: {
    ...whole.test,
    include: process.env["MUTANTS_TESTS"]!.split(" "),
    setupFiles: ["tests/mutants/fewer-cases.ts"],
    // Instrumented code is several times slower.
    testTimeout: 600_000,
    sequence: { sequencer: ShortestFirst },
  },
};

export default config;
