/** The one door to the numbers. */
export * from "./table.ts";
export * from "./plan.ts";
export * from "./association.ts";
export * from "./ranking.ts";
export * from "./screening.ts";
export * from "./describe.ts";
export * from "./disclosure/release.ts";
export * from "./sentence.ts";
export type { Method, Pairs } from "./methods/method.ts";
export { methodOf, methods, type MethodId } from "./methods/index.ts";
export { rank, rankOutcome } from "./rank.ts";
export { screen } from "./screen.ts";
export { stream, type Stream } from "./numeric/random.ts";
