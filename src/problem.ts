/** Every refusal to a person: one catalogue, shown as a page, as RFC 9457 JSON or as lines on the terminal. */
import type { Issue } from "./intake/source.ts";

/** status: HTTP. exit: of the command line, 1 for the input, 2 for how the command was called. */
export const problems = {
  "unreadable-file": { status: 422, exit: 1, title: "The file cannot be read" },
  "unjoinable-files": { status: 422, exit: 1, title: "The files cannot be joined" },
  "unknown-column": { status: 422, exit: 1, title: "There is no such column" },
  "unusable-column": { status: 422, exit: 1, title: "The column cannot be used this way" },
  "invalid-plan": { status: 422, exit: 1, title: "The plan does not fit the data" },
  "invalid-codebook": { status: 422, exit: 1, title: "The codebook does not fit the data" },
  "invalid-learning-outcomes": {
    status: 422,
    exit: 1,
    title: "The learning outcomes cannot be used",
  },
  "invalid-instrument": { status: 422, exit: 1, title: "The instrument cannot be used" },
  "invalid-roster": { status: 422, exit: 1, title: "The list of people cannot be used" },
  "not-open": { status: 409, exit: 1, title: "The survey is not open" },
  usage: { status: 400, exit: 2, title: "The command cannot be understood" },
  configuration: { status: 500, exit: 2, title: "The settings are not valid" },
  "embedded-database-in-use": { status: 503, exit: 1, title: "The embedded database is in use" },
  "embedded-database-unreadable": {
    status: 503,
    exit: 1,
    title: "The embedded database cannot be opened",
  },
  "database-unavailable": { status: 503, exit: 1, title: "The database does not answer" },
  "newer-database": { status: 503, exit: 1, title: "The database belongs to a newer version" },
  "not-found": { status: 404, exit: 1, title: "Nothing is here" },
  "in-use": { status: 409, exit: 1, title: "This is still in use" },
  "already-there": { status: 409, exit: 1, title: "This is already there" },
  "data-changed": { status: 409, exit: 1, title: "The data have changed" },
  "too-large": { status: 413, exit: 1, title: "The upload is too large" },
  "nothing-answered": { status: 409, exit: 1, title: "Nothing was answered yet" },
  "foreign-origin": { status: 403, exit: 1, title: "The request came from another site" },
  "invalid-request": { status: 400, exit: 1, title: "The request is not valid" },
  "work-stopped": { status: 503, exit: 1, title: "The work was stopped" },
  busy: { status: 503, exit: 1, title: "The program is busy" },
} as const;

export type ProblemId = keyof typeof problems;

export class Problem extends Error {
  readonly id: ProblemId;
  /** What to do next, as a sentence. */
  readonly next: string | undefined;
  /** The places in the input, where there are any. */
  readonly issues: readonly Issue[];

  /** @param detail what happened, as a sentence that names the thing. */
  constructor(
    id: ProblemId,
    detail: string,
    more: { next?: string; issues?: readonly Issue[] } = {},
  ) {
    super(detail);
    this.name = "Problem";
    this.id = id;
    this.next = more.next;
    this.issues = more.issues ?? [];
  }

  get status() {
    return problems[this.id].status;
  }
  get exit() {
    return problems[this.id].exit;
  }
  get title() {
    return problems[this.id].title;
  }
}
