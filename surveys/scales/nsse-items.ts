/** How NSSE codes the answers to its questions, by the lower-cased name of the variable. No question is quoted. */
import type { Level } from "#analysis";
import type { Documented } from "../inference/rule.ts";
import { engagementIndicators } from "./engagement-indicators.ts";

/** What is documented for a column, whatever the case of its name. */
export const documentedByNsse = (name: string): Documented | undefined =>
  documented.get(name.toLowerCase());

const answers = (labels: readonly string[], level: Level = "ordinal"): Documented => ({
  level,
  by: "NSSE",
  values: labels.map((label, index) => ({ code: index + 1, label })),
});

const little = answers(["Very little", "Some", "Quite a bit", "Very much"]);
const often = answers(["Never", "Sometimes", "Often", "Very often"]);
const plans = answers([
  "Have not decided",
  "Do not plan to do",
  "Plan to do",
  "Done or in progress",
]);
const courses = answers(["None", "Some", "Most", "All"]);
const hours = answers(["0", "1-5", "6-10", "11-15", "16-20", "21-25", "26-30", "More than 30"]);
const seven = ["Poor", "2", "3", "4", "5", "6", "Excellent"];
const interactions: Documented = {
  ...answers(seven),
  missing: { "9": "not applicable", "Not applicable": "not applicable" },
};
const score: Documented = { level: "interval", by: "NSSE" };
const categories: Documented = { level: "nominal", by: "NSSE" };

/** Indicators whose items ask how much; the others, except QI, ask how often. */
const asksHowMuch = new Set(["HO", "ET", "SE"]);

const documented: ReadonlyMap<string, Documented> = new Map(
  [
    ...engagementIndicators.flatMap(({ id, items, added }) => {
      const scale = id === "QI" ? interactions : asksHowMuch.has(id) ? little : often;
      return [...items, ...added].map((item) => [item, scale] as const);
    }),
    ...each("HO RI LS QR CL DD SF ET QI SE", score),
    ...each("learncom research intern abroad capstone leader", plans),
    ...each("servcourse", courses),
    ...each(
      "pgwrite pgspeak pgthink pganalyze pgwork pgothers pgvalues pgdiverse pgprobsolve pgcitizen",
      little,
    ),
    ...each("askquest drafts unprepared attendart present", often),
    ...each("tmprep tmcocurr tmworkon tmworkoff tmservice tmrelax tmcare tmcommute", hours),
    ...each("evalexp", answers(["Poor", "Fair", "Good", "Excellent"])),
    ...each(
      "sameinst",
      answers(["Definitely no", "Probably no", "Probably yes", "Definitely yes"]),
    ),
    ...each(
      "genderid IRsex IRrace country living sexorient sexorient14 sexorient17 re_all",
      categories,
    ),
    ...each("MAJfirst MAJfirstcode MAJfirstcol MAJsecond MAJsecondcode MAJsecondcol", categories),
  ].map(([name, what]) => [name.toLowerCase(), what] as const),
);

function each(names: string, what: Documented): (readonly [string, Documented])[] {
  return names.split(" ").map((name) => [name, what] as const);
}
