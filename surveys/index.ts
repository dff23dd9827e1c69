/** The one door to the questions. */
export * from "./codebook.ts";
export * from "./profile.ts";
export { isDate, yearOf } from "./inference/dates.ts";
export { looksLikeIdentifier } from "./inference/identifier-names.ts";
export { inferVariable, type About, type Inferred } from "./inference/infer.ts";
export { isDressedNumber, numberIn } from "./inference/number-cells.ts";
export type { Documented, Doubt } from "./inference/rule.ts";
export { yesNo } from "./inference/yes-no.ts";
export { engagementIndicators } from "./scales/engagement-indicators.ts";
export { nssePractices, type Practice } from "./scales/nsse-practices.ts";
export { scales } from "./scales/index.ts";
export { documentedByNsse } from "./scales/nsse-items.ts";
export { formula, scoreScale, type Scale, type Scores } from "./scales/scale.ts";
export { byCodePoint, counted, fold, grouped, list, quote } from "./wording.ts";
