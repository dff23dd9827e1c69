/** The pages of instruments and waves. To add one: a file in pages/, and a line here; fixed addresses come first. */
import type { Page } from "../page.ts";
import { instrumentFile } from "./pages/instrument-files.ts";
import { takeInstrumentFile } from "./pages/instrument-file.ts";
import { instrument, removeInstrument } from "./pages/instrument.tsx";
import { importInstrument, newInstrument } from "./pages/new-instrument.tsx";
import { newWave } from "./pages/new-wave.tsx";
import { paths } from "./pages/paths.tsx";
import {
  preview,
  previewReview,
  previewSection,
  previewStart,
  previewStopped,
  previewThanks,
} from "./pages/preview.ts";
import { publish } from "./pages/publish.tsx";
import { links, roster } from "./pages/roster.ts";
import { snapshot } from "./pages/snapshot.ts";
import { surveys } from "./pages/surveys.tsx";
import { waveAnswers } from "./pages/wave-answers.ts";
import { waveVersion } from "./pages/wave-version.tsx";
import { removeWave, wave } from "./pages/wave.tsx";

export const surveyPages: readonly Page[] = [
  surveys,
  newInstrument,
  importInstrument,
  instrument,
  takeInstrumentFile,
  removeInstrument,
  publish,
  instrumentFile,
  preview,
  previewStart,
  previewSection,
  previewReview,
  previewThanks,
  previewStopped,
  paths,
  newWave,
  wave,
  removeWave,
  roster,
  links,
  waveVersion,
  waveAnswers,
  snapshot,
];
