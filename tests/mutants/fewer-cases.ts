/** A mutant is tried on many laws: one that a quarter of the random cases of a law shows to be wrong is killed. */
import { configureGlobal } from "fast-check";

configureGlobal({ seed: 20261121, numRuns: 25 });
