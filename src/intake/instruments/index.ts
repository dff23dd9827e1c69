/** Surveys of other programs, as instruments. To add a format: a file beside this, and a line here. */
import { grouped, type Import } from "#surveys";
import { Problem } from "../../problem.ts";
import type { InstrumentFormat } from "./foreign.ts";
import { limesurvey } from "./limesurvey.ts";
import { qualtrics } from "./qualtrics.ts";
import { settle } from "./settle.ts";
import { surveyjs } from "./surveyjs.ts";
import { limits, unreadable } from "./unreadable.ts";

export const instrumentFormats: readonly InstrumentFormat[] = [qualtrics, limesurvey, surveyjs];

/** @throws Problem "unreadable-file", "too-large" */
export function importInstrument(text: string, fileName: string): Import {
  if (text.length > limits.characters)
    throw new Problem(
      "too-large",
      `${fileName} has more than ${grouped(limits.characters)} characters.`,
      { next: "Export the survey alone, without its answers and pictures." },
    );
  const plain = text.replace(/^\uFEFF/, "");
  const format = instrumentFormats.find(({ sniff }) => sniff(plain));
  if (format === undefined) throw unreadable(fileName, noSurvey, { next: whatIsRead });
  return settle(format.read(plain, fileName), format.id, fileName);
}

const noSurvey = "It is neither JSON nor XML, so it is no survey that is known here.";
const whatIsRead = `Send the export of ${instrumentFormats.map(({ name }) => name).join(", ")}.`;
