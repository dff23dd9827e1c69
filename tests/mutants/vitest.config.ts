import type { Plugin, ViteUserConfig } from "vitest/config";
import whole from "../vitest.config.ts";
import { ShortestFirst } from "./shortest-first.ts";

/** What a test passes through is asked once, without a mutant; counting it again each time takes most of the time of a loop. */
const uncounted: Plugin = {
  name: "uncounted",
  transform: (code) =>
    code.replace("function cover() {", "$& if (ns.activeMutant !== undefined) return;"),
};

/** The tests that mutants are tried on: index.ts names those of the folder it is about. */
const config: ViteUserConfig = {
  ...whole,
  plugins: [uncounted],
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
