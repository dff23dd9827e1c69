/** A mutant is tried on many laws: one that a quarter of the random cases of a law shows to be wrong is killed. */
import { configureGlobal } from "fast-check";
import { seed } from "../support/seed.ts";

configureGlobal({ seed, numRuns: 25 });
