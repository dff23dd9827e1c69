/** The one door to the questions. */
export * from "./answer.ts";
export {
  carelessFlags,
  carelessKinds,
  secondsAnItem,
  type Answered,
  type CarelessFlag,
  type CarelessKind,
} from "./careless.ts";
export * from "./codebook.ts";
export { faultsOf } from "./engine/faults.ts";
export { foldEvents, type Folded, type PageEvent, type Visited } from "./engine/fold.ts";
export { drawModules, isDrawn } from "./engine/modules.ts";
export { firstOpen, sectionAfter, sectionBefore, stepOf } from "./engine/next.ts";
export { optionOrder } from "./engine/order.ts";
export { walk } from "./engine/walk.ts";
export { evaluate, holds } from "./expression/evaluate.ts";
export * from "./expression/expression.ts";
export { itemOf, itemsIn, namesIn } from "./expression/names.ts";
export { parseCondition } from "./expression/parse.ts";
export { pipe, pipedNames } from "./expression/pipe.ts";
export type { Refusal } from "./expression/tokens.ts";
export type * from "./instrument/codebook.ts";
export type * from "./instrument/findings.ts";
export * from "./instrument/instrument.ts";
export { instruments, type ShippedInstrument } from "./instruments/index.ts";
export { compareVersions, reusedCodes } from "./instrument/compare.ts";
export {
  differenceKinds,
  type DifferenceKind,
  type VersionDifference,
} from "./instrument/compare/difference.ts";
export { lintInstrument } from "./instrument/lint.ts";
export { readingMinutes, type ReadingMinutes } from "./instrument/reading-minutes.ts";
export { objectionToCode, objectionToName } from "./instrument/names.ts";
export { readInstrument, type InstrumentFile, type ReadInstrument } from "./instrument/read.ts";
export { textIn } from "./instrument/text-in.ts";
export { writeSurveyJs } from "./instrument/write-surveyjs.ts";
export type * from "./items/item.ts";
export type { Fields, ItemKind, Reading, Saying } from "./items/item-kind.ts";
export { itemKinds, kindOf } from "./items/index.ts";
export { asksForWords, codeIn, codesOf, isExclusive, optionsOf } from "./items/options.ts";
export { fieldsOf, type Typed } from "./items/reading.ts";
export { asOptions } from "./items/yes-no.ts";
export * from "./responses/response.ts";
export { cellOf } from "./responses/categories.ts";
export { columnsOf } from "./responses/columns.ts";
export { scaleColumnsOf } from "./responses/scale-columns.ts";
export { sheetOf, type Collected, type Sheet } from "./responses/sheet.ts";
export type * from "./text.ts";
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
export { formulaOf } from "./scales/formula-of.ts";
export { scoreAnswers, type Score } from "./scales/instrument-scales.ts";
export { formula, scoreScale, type Scale, type Scores, type ScoringRule } from "./scales/scale.ts";
export { byCodePoint, counted, fold, grouped, list, quote } from "./wording.ts";
