/** The form of a draft: its name, and two documents as text. */
import type { InstrumentIssue } from "#surveys";
import type { Documents } from "../../../db/instruments.ts";
import type { Fault } from "../../forms/form.ts";
import type { Typed } from "../instrument.ts";

export interface DraftFields extends Documents {
  readonly title: string;
}

export const draftFieldsIn = (form: URLSearchParams): DraftFields => ({
  title: form.get("title")?.trim() ?? "",
  definition: textIn(form, "definition"),
  codebook: textIn(form, "codebook"),
});

/** Browsers send lines with two characters at their ends. */
const textIn = (form: URLSearchParams, name: string): string =>
  (form.get(name) ?? "").replaceAll("\r\n", "\n");

/** Beside each field what is wrong with it; the places are listed below it. */
export function faultsOfDraft({ title }: DraftFields, read: Typed): Fault[] {
  const faults: Fault[] = [];
  if (title === "") faults.push({ field: "title", text: "Give the instrument a name." });
  if (title.length > longestTitle)
    faults.push({
      field: "title",
      text: `The name may have ${longestTitle} characters; this one has ${title.length}.`,
    });
  const refused = read.issues.filter(({ severity }) => severity === "refused");
  for (const field of documents) {
    const [first, ...more] = issuesOf(field, refused);
    if (first === undefined) continue;
    const rest = more.length === 0 ? "" : ` And ${more.length} more, listed below.`;
    faults.push({ field, text: `${first.text} ${first.suggestion ?? ""}${rest}`.trim() });
  }
  return faults;
}

export type DocumentField = keyof Documents;

/** The codebook's places begin with its name; all others are the definition's. */
export const issuesOf = (
  field: DocumentField,
  issues: readonly InstrumentIssue[],
): InstrumentIssue[] =>
  issues.filter(({ path }) => /^codebook\b/.test(path) === (field === "codebook"));

const documents = ["definition", "codebook"] as const satisfies readonly DocumentField[];
const longestTitle = 200;
