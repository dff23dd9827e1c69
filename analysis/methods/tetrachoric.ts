import type { Method } from "./method.ts";
import { latentEstimate, polychoric } from "./polychoric.ts";

/**
 * The tetrachoric correlation: the polychoric correlation of two yes/no answers (Pearson 1900).
 *
 * A table of four has as many shares as the model has parameters, so nothing can contradict the model. With nobody in a cell
 * the likelihood rises to the edge and there is no estimate; `latent/tetrachoric.ts` offers two customary ways to make one.
 *
 * Hazard: it extrapolates from two cuts to the whole of two bell shapes. Example: a table 40 10 / 10 40 has phi 0.6 and a
 * tetrachoric correlation of 0.81.
 */
export const tetrachoric = {
  ...polychoric,
  id: "tetrachoric",
  label: "Tetrachoric correlation",
  symbol: "ρ_tc",
  meaning:
    "The correlation of the two continuous variables behind two yes/no answers, if both were normally distributed and cut in two. It does not shrink where yes is rare, as phi does.",
  hazard: "Nothing in a two by two table can contradict the two bell shapes it takes for granted.",
  reference: "Pearson 1900; error Olsson 1979",
  accepts: (predictor, outcome) => predictor === "binary" && outcome === "binary",
  estimate: latentEstimate,
} as const satisfies Method;
