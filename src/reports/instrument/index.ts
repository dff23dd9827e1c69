/** An instrument for people and for archives. */
export { codebookHtml, type CodebookOptions } from "./codebook-html.ts";
export { codebookMarkdown } from "./codebook-markdown.ts";
export { ddiCodebook, type DdiOptions } from "./ddi.ts";
