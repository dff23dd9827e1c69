/** One page for a respondent, as data: layout.tsx draws the frame. */
import type { Child } from "hono/jsx";
import type { Locale } from "#surveys";
import type { Speech } from "./speech.ts";

export interface AnswerView {
  readonly title: string;
  /** What the survey is called; absent: not known yet. */
  readonly survey?: string;
  readonly speech: Speech;
  readonly body: Child;
  readonly status?: number;
  /** The other languages there are, and where. */
  readonly languages?: Languages;
  /** Where the answers can be withdrawn, where there are any. */
  readonly withdraw?: string;
  /** With save-draft.js. */
  readonly draft?: boolean;
  /** Above everything: what is special about this page, such as that it is a preview. */
  readonly banner?: Child;
}

export interface Languages {
  readonly locales: readonly Locale[];
  /** Links show the page anew; buttons of a form save it first. */
  readonly by: { readonly links: string } | { readonly form: string };
}
