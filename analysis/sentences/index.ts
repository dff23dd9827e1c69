/** Rankings in words. Verbs are "report" and "differ"; nothing says more than the data do. */
export * from "./comparison.ts";
export * from "./difference.ts";
export * from "./figures.ts";
export * from "./names.ts";
export * from "./preparation.ts";
export * from "./ranked.ts";
export * from "./robustness.ts";
export { stepsInWords } from "./sides.ts";
export * from "./stress-test.ts";
export * from "./tiers.ts";
export * from "./unranked.ts";
