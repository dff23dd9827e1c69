/** What the tables of a ranking say, as text: for the report and the pages alike. */
import {
  differenceFigure,
  nameIn,
  ordinalRange,
  roundedTo,
  sizeOf,
  stepsInWords,
  unitAfter,
  type Names,
  type Ranked,
  type Ranking,
} from "#analysis";
import { figureOf, list, percent, pValue } from "./format.ts";
import type { TableColumn } from "./table.ts";

export type TextColumn = TableColumn<Ranked> & { cell(ranked: Ranked): string };

/** The table behind the charts of importance and reach. */
export function importanceColumns(ranking: Ranking, names: Names): TextColumn[] {
  const { of, ranked } = ranking;
  const several = tiesOf(ranking);
  const replicated = ranked.some(({ topThree }) => topThree !== null);
  const scored = ranked.some(({ reliability }) => reliability !== null);
  return [
    {
      head: "Rank",
      kind: "number",
      cell: ({ rankLow, rankHigh }) => ordinalRange(rankLow, rankHigh),
    },
    rowHeading(of),
    { head: "Tier", cell: ({ tier }) => tier },
    ...(several.length > 0 ? [tiedIn(several)] : []),
    ...(of === "learning outcomes" ? [parts(names)] : []),
    { head: "Importance", kind: "number", cell: importanceText },
    { head: "Chance alone", kind: "number", cell: ({ noise }) => percent(noise) },
    { head: "Share", kind: "number", cell: ({ share }) => percent(share, 0) },
    ...(replicated ? [topThree] : []),
    { head: "Reach", kind: "number", cell: reachText },
    ...(scored ? [reliability] : []),
  ];
}

/** The table behind the chart of differences. */
export function evidenceColumns(ranking: Ranking, names: Names): TextColumn[] {
  const unit = unitAfter(ranking, names).trim();
  const inUnit = unit === "" ? "" : `, ${unit}`;
  return [
    rowHeading(ranking.of),
    { head: "From → to", cell: (ranked) => stepsInWords(ranked, ranking, names) || "–" },
    {
      head: `Adjusted difference${inUnit}`,
      kind: "number",
      cell: ({ evidence: { difference } }) =>
        difference === null ? "–" : differenceFigure(difference),
    },
    { head: `Raw${inUnit}`, kind: "number", cell: rawText },
    { head: "p", kind: "number", cell: ({ evidence }) => pValue(evidence.p) },
    { head: "p (Holm)", kind: "number", cell: ({ evidence }) => pValue(evidence.pHolm) },
    { head: "Robustness (interval)", kind: "number", cell: robustnessText },
    { head: "Inflation", kind: "number", cell: inflationText },
  ];
}

/** Runs of items that are too close to call, each with its letter. */
export const tiesOf = ({ groups }: Ranking): (readonly string[])[] =>
  groups.filter((group) => group.length > 1);

export const letterOf = (tie: number): string => String.fromCharCode(65 + (tie % 26));

const rowHeading = (of: Ranking["of"]): TextColumn => ({
  head: of === "experiences" ? "Experience" : "Learning outcome",
  kind: "row heading",
  cell: ({ label }) => label,
});

const tiedIn = (several: readonly (readonly string[])[]): TextColumn => ({
  head: "Too close to call",
  cell: ({ id }) =>
    several.flatMap((group, i) => (group.includes(id) ? [letterOf(i)] : [])).join(", ") || "–",
});

const parts = (names: Names): TextColumn => ({
  head: "Shown by",
  kind: "words",
  cell: ({ parts }) =>
    list(parts.map(({ id, importance }) => `${nameIn(names)(id)} (${percent(importance)})`)),
});

const topThree: TextColumn = {
  head: "In the top three",
  kind: "number",
  cell: ({ topThree }) => (topThree === null ? "–" : percent(topThree, 0)),
};

const reliability: TextColumn = {
  head: "Reliability (alpha)",
  kind: "number",
  cell: ({ reliability }) => (reliability === null ? "–" : figureOf(reliability.alpha)),
};

export function importanceText({ importance, interval }: Ranked): string {
  return interval === null
    ? percent(importance)
    : `${percent(importance)} (${percent(interval.low)} to ${percent(interval.high)})`;
}

export const reachText = ({ reach }: Ranked): string =>
  reach === null ? "–" : `${percent(reach.percent / 100, 0)} ${reach.of}`;

function rawText({ evidence: { difference, raw } }: Ranked): string {
  if (raw === null) return "–";
  return roundedTo(difference === null ? Math.abs(raw) : sizeOf(raw, difference.interval))(raw);
}

function robustnessText({ evidence: { robustness } }: Ranked): string {
  if (robustness === null) return "–";
  const { value, ofInterval } = robustness;
  const interval = ofInterval === null ? "" : ` (${percent(ofInterval, 0)})`;
  return `${percent(value, 0)}${interval}`;
}

const inflationText = ({ inflation }: Ranked): string =>
  inflation === null ? "nothing its own" : inflation.toFixed(1);
