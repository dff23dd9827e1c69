/** What is done about refusals of a page, or of the survey as a whole. */
import { itemOf, quote, type InstrumentIssue } from "#surveys";
import { leftOut, type Json } from "./foreign.ts";
import { inWords, pipeCodes, withoutNames, wordsOnce } from "./remedies.ts";

/** undefined: the page is left out with all that stands on it. */
export function mendedPage(page: Json, found: readonly InstrumentIssue[]) {
  let properties: Json | undefined = page;
  for (const issue of found) {
    const key = firstStep(issue.path, "page");
    properties =
      properties &&
      (key === "" || key === "name" ? undefined : changed(properties, key, issue, "en"));
  }
  return { properties, notes: found };
}

export function mendedSurvey(
  survey: Json,
  found: readonly InstrumentIssue[],
  { issues, file }: { readonly issues: InstrumentIssue[]; readonly file: string },
): Json {
  let properties = survey;
  for (const issue of found) {
    const key = firstStep(issue.path, "survey");
    const locale = String(survey["locale"] ?? "en");
    const next = changed(properties, key, issue, locale);
    properties = key === "title" && next["title"] === undefined ? { ...next, title: file } : next;
    const text =
      issue.code === "missing-property"
        ? "The survey has no title: the name of the file stands in."
        : `${issue.text} It was left out.`;
    issues.push(leftOut("left-out", issue.path, text));
  }
  return properties;
}

/** The property that an issue is about: "title" for "pages[0].title.es" and for "title.es". */
export const firstStep = (path: string, of: "page" | "survey"): string =>
  /^[\p{L}_$][\p{L}\p{N}_$-]*/u.exec(
    of === "page" ? path.replace(/^pages\[\d+\]\.?/, "") : path,
  )?.[0] ?? "";

function changed(
  properties: Json,
  key: string,
  { code, text }: InstrumentIssue,
  first: string,
): Json {
  const value = properties[key];
  const isRefused = (name: string): boolean =>
    [name, itemOf(name)].some((each) => text.includes(` looks at ${quote(each)}`));
  const next =
    code === "words-twice"
      ? wordsOnce(value, first)
      : pipeCodes.has(code) && key !== "visibleIf"
        ? inWords(value, (words) => withoutNames(words, isRefused))
        : undefined;
  const { [key]: _, ...rest } = properties;
  return next === undefined || JSON.stringify(next) === JSON.stringify(value)
    ? rest
    : { ...rest, [key]: next };
}
