/**
 * Holds a draft against `readInstrument` until it is taken. What is in the way is mended or left out, and each time
 * the question it belongs to is told why. Every round takes something away, so there is a last one.
 */
import { readInstrument, type Import, type ImportedQuestion, type InstrumentIssue } from "#surveys";
import { Problem } from "../../problem.ts";
import type { Issue } from "../source.ts";
import { defaultCodebook } from "./default-codebook.ts";
import { leftOut, type Draft, type DraftItem, type DraftSection, type Json } from "./foreign.ts";
import { mended } from "./remedies.ts";
import { firstStep, mendedPage, mendedSurvey } from "./remedies-around.ts";
import { note } from "./texts.ts";
import { unreadable } from "./unreadable.ts";

export function settle(draft: Draft, format: Import["format"], file: string): Import {
  const issues: InstrumentIssue[] = [...draft.issues];
  let current = withoutEmptySections(draft);
  let before = "";
  for (;;) {
    if (current.sections.length === 0) throw nothingLeft(draft, file);
    const definition = definitionOf(current);
    const codebook = defaultCodebook(current);
    const read = readInstrument({ definition, codebook });
    if (read.ok) {
      const questions = reported(current);
      return {
        format,
        definition,
        codebook,
        questions,
        issues: [...issues, toWrite, ...read.issues],
      };
    }
    refuseTooLarge(read.issues, file);
    const now = JSON.stringify(definition);
    if (now === before) throw unreadable(file, read.issues[0]!.text);
    before = now;
    current = withoutEmptySections(nextRound(current, read.issues, { issues, file }));
  }
}

const definitionOf = ({ properties, sections }: Draft): Json => ({
  ...properties,
  pages: sections.map((section) => ({
    ...section.properties,
    elements: section.items.map(({ element }) => element),
  })),
});

interface Saying {
  readonly issues: InstrumentIssue[];
  readonly file: string;
}

function nextRound(draft: Draft, found: readonly InstrumentIssue[], saying: Saying): Draft {
  const at = sorted(found);
  const sections = draft.sections.map((section, page) => {
    const around = at.pages.get(page);
    const items = section.items.flatMap((item, index) => {
      const here = at.items.get(`${page}.${index}`);
      return here === undefined ? [item] : mendedItem(item, here, draft);
    });
    return around === undefined
      ? { ...section, items }
      : mendedSection({ ...section, items }, around, saying);
  });
  return { ...draft, properties: mendedSurvey(draft.properties, at.survey, saying), sections };
}

/** Issues by what they belong to. */
function sorted(found: readonly InstrumentIssue[]) {
  const items = new Map<string, InstrumentIssue[]>();
  const pages = new Map<number, InstrumentIssue[]>();
  const survey: InstrumentIssue[] = [];
  for (const issue of found) {
    const [, page, item] = /^pages\[(\d+)\](?:\.elements\[(\d+)\])?/.exec(issue.path) ?? [];
    if (page === undefined) survey.push(issue);
    else if (item === undefined) push(pages, Number(page), issue);
    else push(items, `${page}.${item}`, issue);
  }
  return { items, pages, survey };
}

function push<K>(map: Map<K, InstrumentIssue[]>, key: K, issue: InstrumentIssue): void {
  map.set(key, [...(map.get(key) ?? []), issue]);
}

function mendedItem(
  item: DraftItem,
  issues: readonly InstrumentIssue[],
  draft: Draft,
): DraftItem[] {
  const result = mended(item.element, issues, String(draft.properties["locale"] ?? "en"));
  for (const text of result.notes) note(item.of, text);
  return result.element === undefined ? [] : [{ of: item.of, element: result.element }];
}

function mendedSection(
  section: DraftSection,
  found: readonly InstrumentIssue[],
  { issues }: Saying,
): DraftSection {
  const { properties, notes } = mendedPage(section.properties, found);
  for (const { path, text } of notes)
    issues.push(leftOut("left-out", path, `${text} It was left out.`));
  const lostCondition = notes.find(({ path }) => firstStep(path, "page") === "visibleIf");
  if (lostCondition !== undefined)
    for (const { of } of section.items)
      note(of, `Its page is shown to everybody: ${lostCondition.text}`);
  return { properties: properties ?? {}, items: properties === undefined ? [] : section.items };
}

const withoutEmptySections = (draft: Draft): Draft => ({
  ...draft,
  sections: draft.sections.filter(({ items }) => items.length > 0),
});

function reported({ told, sections }: Draft): ImportedQuestion[] {
  const asked = new Set(sections.flatMap(({ items }) => items.map(({ of }) => of)));
  return told.map((question) => ({
    name: question.name,
    outcome: !asked.has(question) ? "refused" : question.notes.length > 0 ? "changed" : "taken",
    notes: question.notes,
  }));
}

/** Nothing says which of the questions are too many. */
function refuseTooLarge(found: readonly InstrumentIssue[], file: string): void {
  const issue = found.find(({ code, path }) => code === "too-large" && !path.includes("]"));
  if (issue !== undefined)
    throw unreadable(file, issue.text, {
      next: "Divide the survey where it was made, and export its parts.",
    });
}

function nothingLeft({ told }: Draft, file: string): Problem {
  const issues = told.slice(0, 100).map(({ name, notes }): Issue => ({
    severity: "error",
    file,
    code: "refused-question",
    text: `${name}: ${notes.join(" ")}`,
  }));
  const detail =
    told.length === 0
      ? `${file} holds no questions.`
      : `${file} holds no question that can be asked here.`;
  return new Problem("unreadable-file", detail, {
    issues,
    next: "Look at what is said of each question, or choose another file.",
  });
}

const toWrite = leftOut(
  "placeholder-consent",
  "codebook.consent.text",
  "The consent is a placeholder, in English and Spanish: write your own before you publish.",
);
