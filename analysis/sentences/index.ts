/** Rankings in words. Verbs are "report" and "differ"; nothing says more than the data do. */
export { groupName, sentenceForComparison, sentenceForGroups } from "./comparison.ts";
export { amountOf, differenceFigure, littleBetween, unitAfter } from "./difference.ts";
export { figure, ordinalRange, pInWords, roundedTo, shareInWords, sizeOf } from "./figures.ts";
export { listed, nameIn, outcomeIn, type Names } from "./names.ts";
export { sentencesForPreparation, warningsFor } from "./preparation.ts";
export { amongWhom, claimFor, headlineFor, isTold, sentenceForRanked } from "./ranked.ts";
export { sentenceForRobustness } from "./robustness.ts";
export { stepsInWords } from "./sides.ts";
export { checkInWords, sentenceForStressTest } from "./stress-test.ts";
export { tierMeanings } from "./tiers.ts";
export { sentenceForUnranked } from "./unranked.ts";
