/** What is found on the way through a file. One error refuses it, but only after all have been gathered. */
import { grouped } from "#surveys";
import { Problem } from "../problem.ts";
import type { Issue } from "./source.ts";

/** Where in the file. */
export interface Place {
  readonly line?: number;
  readonly column?: string;
}

export interface Finding {
  readonly severity: Issue["severity"];
  readonly code: string;
  readonly text: string;
  /** Nothing behind this place can be read with sense. */
  readonly fatal?: boolean;
  /** What to do, where it is more than the code tells. */
  readonly next?: string;
}

export class Findings {
  readonly #file: string;
  readonly #limit: number;
  readonly #errors: Issue[] = [];
  readonly #others: Issue[] = [];
  #count = 0;

  /** @param limit errors listed; more are counted. */
  constructor(file: string, limit: number) {
    this.#file = file;
    this.#limit = limit;
  }

  /** No error has been found. */
  get none(): boolean {
    return this.#count === 0;
  }

  add({ severity, code, text, fatal = false, next }: Finding, place: Place = {}): void {
    const issue = { severity, file: this.#file, ...place, code, text };
    if (severity !== "error") this.#others.push(issue);
    else if (this.#count++ < this.#limit) this.#errors.push(issue);
    if (fatal) throw this.refusal(next);
  }

  error(code: string, text: string, place?: Place): void {
    this.add({ severity: "error", code, text }, place);
  }

  /** An error behind which nothing can be read with sense. */
  stop(code: string, text: string, place?: Place): never {
    this.error(code, text, place);
    throw this.refusal();
  }

  /** Warnings and notes on a file that can be read; throws for one that cannot. */
  settle(): Issue[] {
    if (this.#count > 0) throw this.refusal();
    return this.#others;
  }

  /** What a person is told of a file with errors. */
  refusal(next?: string): Problem {
    const issues = this.#errors.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
    const first = issues[0]!;
    const more = this.#count - issues.length;
    if (more > 0) {
      const text = `And ${grouped(more)} more.`;
      issues.push({ severity: "error", file: this.#file, code: "more-errors", text });
    }
    const detail = `${this.#file} cannot be read: ${summary(first, this.#count)}`;
    return new Problem("unreadable-file", detail, {
      issues,
      next: next ?? advice[first.code] ?? "Correct the file where it was made and export it again.",
    });
  }
}

function summary({ line, column, text }: Issue, count: number): string {
  const says = text.charAt(0).toLowerCase() + text.slice(1);
  const where = [line && `on line ${line}`, column && `in column "${column}"`].filter(Boolean);
  const what = where.length === 0 ? says : `${where.join(", ")}: ${says}`;
  if (count === 1) return what;
  return `${grouped(count)} problems; the first is ${what}`;
}

/** What to do next, by the code of the first error. */
const advice: Readonly<Record<string, string>> = {
  "empty-file": "Export the data again, or choose another file.",
  "no-rows": "Export the data again with its rows, or choose another file.",
  "mixed-encodings": "Export each part again as CSV UTF-8 and put the parts together then.",
  "invalid-encoding": "Export the data again as CSV UTF-8, or name the encoding it is in.",
  "nul-character": "Export the data again as CSV UTF-8.",
  "ragged-row": "Put a text that holds the delimiter in quotes, or name the delimiter of the file.",
  "unclosed-quote": "Close the quote, and double a quote that belongs to the text.",
  "text-after-quote": 'Double a quote that belongs to the text: "she said ""yes""".',
  "duplicate-column": "Give each column a name of its own.",
  "unnamed-column": "Give each column a name, or take the column out.",
};
