/** The codebook as one page to read and print: no script, no font, no picture from elsewhere. */
import { html, raw } from "hono/html";
import type { Instrument, Locale } from "#surveys";
import type { Html } from "../html/format.ts";
import { reportPolicy, style } from "../html/style.ts";
import { table, type TableColumn } from "../html/table.ts";
import {
  codebookOf,
  type CodebookDocument,
  type DocumentedOption,
  type DocumentedSection,
  type Entry,
  type Fact,
} from "./codebook-document.ts";

export interface CodebookOptions {
  /** Of the words that people read; the first of the instrument where it is left out. */
  readonly locale?: Locale;
  /** "version 3", where the instrument has one. */
  readonly version?: string;
}

export async function codebookHtml(
  instrument: Instrument,
  { locale = instrument.locales[0]!, version }: CodebookOptions = {},
): Promise<string> {
  const book = codebookOf(instrument, locale);
  const page = await html`${raw("<!doctype html>")}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${reportPolicy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Codebook: ${book.title}</title>
        ${style}
      </head>
      <body>
        <main>
          <h1>Codebook: <span lang="${locale}">${book.title}</span></h1>
          ${book.description === undefined ? "" : html`<p lang="${locale}">${book.description}</p>`}
          ${facts(version === undefined ? book.facts : [["Version", version], ...book.facts])}
          ${contents(book)} ${book.sections.map((section) => sectionOf(section, locale))}
          ${scales(book)} ${variables(book)}
          <h2 id="consent">Consent</h2>
          <div lang="${locale}">${book.consent.map((words) => html`<p>${words}</p>`)}</div>
        </main>
      </body>
    </html> `;
  return `${String(page)}\n`;
}

const facts = (all: readonly Fact[]): Html =>
  html`<dl>
    ${all.map(
      ([what, words]) =>
        html`<dt>${what}</dt>
          <dd>${words}</dd>`,
    )}
  </dl>`;

const contents = ({ sections, scales: { length } }: CodebookDocument): Html =>
  html`<nav aria-label="Contents">
    <ul>
      ${sections.map(({ name, title }) => html`<li><a href="#section-${name}">${title}</a></li>`)}
      ${length === 0 ? "" : html`<li><a href="#scales">Scales</a></li>`}
      <li><a href="#variables">Variables of the data set</a></li>
      <li><a href="#consent">Consent</a></li>
    </ul>
  </nav>`;

const sectionOf = (
  { name, title, description, asked, entries }: DocumentedSection,
  locale: Locale,
): Html =>
  html`<h2 id="section-${name}" lang="${locale}">${title}</h2>
    ${description === undefined ? "" : html`<p lang="${locale}">${description}</p>`}
    <p class="quiet">Section ${name}; asked: ${asked}.</p>
    ${entries.map((entry) => entryOf(entry, locale))}`;

const entryOf = ({ name, label, question, facts: said, rows, options }: Entry, locale: Locale) =>
  html`<h3 id="item-${name}"><code>${name}</code> ${label}</h3>
    <div lang="${locale}">${question.map((words) => html`<p>${words}</p>`)}</div>
    ${facts(said)}
    ${
      rows.length === 0
        ? ""
        : table(
            `Rows of ${name}`,
            [
              { head: "Row", kind: "row heading", cell: (row) => row.name },
              { head: "Words", kind: "words", cell: (row) => row.title },
            ],
            rows,
          )
    }
    ${
      options.length === 0
        ? ""
        : table(
            `Options of ${name}`,
            options.some(({ missing }) => missing !== "")
              ? optionColumns
              : optionColumns.slice(0, 2),
            options,
          )
    }`;

const optionColumns: readonly TableColumn<DocumentedOption>[] = [
  { head: "Code", kind: "row heading", cell: ({ code }) => code },
  { head: "Words", kind: "words", cell: ({ label }) => label },
  { head: "Missing", cell: ({ missing }) => missing },
];

const scales = ({ scales: all }: CodebookDocument): Html | string =>
  all.length === 0
    ? ""
    : html`<h2 id="scales">Scales</h2>
        ${table(
          "Scales, and how each score is made",
          [
            { head: "Variable", kind: "row heading", cell: ({ id }) => id },
            { head: "Label", cell: ({ label }) => label },
            { head: "Score", kind: "words", cell: ({ formula }) => formula },
          ],
          all,
        )}`;

const variables = ({ variables: all }: CodebookDocument): Html =>
  html`<h2 id="variables">Variables of the data set</h2>
    ${table(
      "One row for each column",
      [
        { head: "Variable", kind: "row heading", cell: ({ id }) => id },
        { head: "Label", kind: "words", cell: ({ label }) => label },
        { head: "Level", cell: ({ level }) => level },
        { head: "Values", kind: "words", cell: ({ values }) => values },
        { head: "Missing", kind: "words", cell: ({ missing }) => missing },
      ],
      all,
    )}`;
