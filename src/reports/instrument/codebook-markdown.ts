/** The codebook as text with headings and tables, for repositories and for editors. */
import type { Instrument } from "#surveys";
import type { CodebookOptions } from "./codebook-html.ts";
import {
  codebookOf,
  type CodebookDocument,
  type DocumentedSection,
  type Entry,
  type Fact,
} from "./codebook-document.ts";

export function codebookMarkdown(
  instrument: Instrument,
  { locale = instrument.locales[0]!, version }: CodebookOptions = {},
): string {
  const book = codebookOf(instrument, locale);
  const facts: readonly Fact[] =
    version === undefined ? book.facts : [["Version", version], ...book.facts];
  const blocks = [
    `# Codebook: ${escaped(book.title)}`,
    ...(book.description === undefined ? [] : [escaped(book.description)]),
    listed(facts),
    ...book.sections.flatMap(sectionBlocks),
    ...scaleBlocks(book),
    "## Variables of the data set",
    tabled(
      ["Variable", "Label", "Level", "Values", "Missing"],
      book.variables.map(({ id, label, level, values, missing }) => [
        id,
        label,
        level,
        values,
        missing,
      ]),
    ),
    "## Consent",
    ...book.consent.map(escaped),
  ];
  return `${blocks.join("\n\n")}\n`;
}

const sectionBlocks = ({ name, title, description, asked, entries }: DocumentedSection) => [
  `## ${escaped(title)}`,
  ...(description === undefined ? [] : [escaped(description)]),
  `Section ${escaped(name)}; asked: ${escaped(asked)}.`,
  ...entries.flatMap(entryBlocks),
];

const entryBlocks = ({ name, label, question, facts, rows, options }: Entry): string[] => [
  `### ${escaped(label === "" ? name : `${name}: ${label}`)}`,
  ...question.map((words) => `> ${escaped(words)}`),
  listed(facts),
  ...(rows.length === 0
    ? []
    : [
        tabled(
          ["Row", "Words"],
          rows.map((row) => [row.name, row.title]),
        ),
      ]),
  ...(options.length === 0
    ? []
    : [
        tabled(
          ["Code", "Words", "Missing"],
          options.map(({ code, label: words, missing }) => [code, words, missing]),
        ),
      ]),
];

const scaleBlocks = ({ scales }: CodebookDocument): string[] =>
  scales.length === 0
    ? []
    : [
        "## Scales",
        tabled(
          ["Variable", "Label", "Score"],
          scales.map(({ id, label, formula }) => [id, label, formula]),
        ),
      ];

const listed = (facts: readonly Fact[]): string =>
  facts.map(([what, words]) => `- ${what}: ${escaped(words)}`).join("\n");

const tabled = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => "---"), ...rows.map((row) => row.map(escaped))]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

/** Words that are words: nothing in them is read as markup, as HTML or as the next cell. */
const escaped = (words: string): string =>
  words
    .replaceAll(/[\\`*_{}[\]<>|#~&!]/g, String.raw`\$&`)
    .replaceAll(/\s*\n\s*/g, " ")
    .replace(/^([-+]|\d+[.)])(?=\s)/, String.raw`\$1`);
