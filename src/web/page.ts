/** What a page is: one address, what it shows, and what its forms do. */
import type { Child } from "hono/jsx";
import type { Reading, Writing } from "./world.ts";

export interface Page<Path extends string = string> {
  readonly path: Path;
  /** GET. Gets the reading half of the world, so that a write does not compile. */
  show?(visit: Visit<Path>, world: Reading): Promise<Answer>;
  /** POST. */
  act?(visit: Visit<Path>, world: Writing): Promise<Answer>;
}

/** One request, taken apart. */
export interface Visit<Path extends string = string> {
  readonly params: Params<Path>;
  readonly query: URLSearchParams;
  readonly request: Request;
}

/** A page to show, or a redirect or file as it is. */
export type Answer = View | Response;

export interface View {
  readonly title: string;
  readonly body: Child;
  /** Shows where in a study the page stands. */
  readonly place?: Place;
  readonly status?: number;
  /** Seconds until the page asks again, while something is under way. */
  readonly refresh?: number;
}

/** The steps from files to a report, in order. */
export const steps = ["files", "data", "plan", "findings", "download"] as const;
export type Step = (typeof steps)[number];

export interface Place {
  readonly step: Step;
  readonly study: { readonly id: string; readonly name: string };
  /** Where each step that can be gone to is. */
  readonly addresses: Readonly<Partial<Record<Step, string>>>;
}

/** The names in an address: "/studies/:study/data" has "study". */
export type Params<Path extends string> = string extends Path
  ? Readonly<Record<string, string>>
  : { readonly [Name in ParamName<Path>]: string };

type ParamName<Path extends string> = Path extends `${infer First}/${infer Rest}`
  ? ParamName<First> | ParamName<Rest>
  : Path extends `:${infer Name}`
    ? Name
    : never;

/** After a form was taken: a fresh page, so that reloading does not send it twice. */
export function seeOther(address: string): Response {
  return new Response(null, { status: 303, headers: { location: address } });
}
