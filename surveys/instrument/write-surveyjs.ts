import type { Instrument } from "./instrument.ts";

/** The definition for other SurveyJS tools: nothing is added and nothing is lost. */
export const writeSurveyJs = ({ definition }: Instrument): string =>
  `${JSON.stringify(definition, null, 2)}\n`;
