/**
 * NSSE's ten engagement indicators (2013 and later), by the names of their variables, on the 0 to 60 scale.
 *
 * The items are the 47 of the 2013 to 2019 codebooks. Questions that later years ask beside them (`added`) do not
 * count: a score must mean the same in every year. Where a file brings its own scores, both readings are compared with
 * them. Which missing rule NSSE uses is nowhere stated in what we could read: it is a setting, and compared as well.
 */
import type { Scale } from "./scale.ts";

const indicator = (id: string, label: string, words: string, added = ""): Scale => ({
  id,
  label,
  items: named(id, words),
  added: named(id, added),
  low: 1,
  high: 4,
  top: 60,
});
const named = (id: string, words: string): string[] =>
  words === "" ? [] : words.split(" ").map((word) => id + word);

export const engagementIndicators: readonly Scale[] = [
  indicator("HO", "Higher-order learning", "apply analyze evaluate form"),
  indicator(
    "RI",
    "Reflective and integrative learning",
    "integrate societal diverse ownview perspect newview connect",
  ),
  indicator("LS", "Learning strategies", "reading notes summary"),
  indicator("QR", "Quantitative reasoning", "conclude problem evaluate"),
  indicator("CL", "Collaborative learning", "askhelp explain study project"),
  indicator(
    "DD",
    "Discussions with diverse others",
    "race economic religion political",
    "sexorient country",
  ),
  indicator("SF", "Student-faculty interaction", "career otherwork discuss perform"),
  indicator(
    "ET",
    "Effective teaching practices",
    "goals organize example draftfb feedback",
    "criteria review prefer demonstrate",
  ),
  { ...indicator("QI", "Quality of interactions", "student advisor faculty staff admin"), high: 7 },
  indicator(
    "SE",
    "Supportive environment",
    "academic learnsup diverse social wellness nonacad activities events",
  ),
];
