/** What the database refuses, as a person is told. By the name of the constraint, then by the kind of error. */
import { Problem } from "../problem.ts";

/** A Problem where the error is one for a person; else the error itself. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Problem) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const make = constraints[constraintOf(error)] ?? codes.find(({ form }) => form.test(code))?.make;
  if (make === undefined) return error;
  const problem = make(code);
  problem.cause = error;
  return problem;
}

/** PGlite calls it `constraint`, postgres.js `constraint_name`. */
function constraintOf(error: Error): string {
  if ("constraint_name" in error) return String(error.constraint_name);
  return "constraint" in error ? String(error.constraint) : "";
}

type Make = (code: string) => Problem;

const noStudy: Make = () =>
  new Problem("not-found", "The study does not exist.", { next: "Choose one from the list." });

const fielded: Make = () =>
  new Problem("in-use", "The instrument has been sent out: waves rest on it.", {
    next: "Remove its waves first, with everything that was answered in them.",
  });

const noWave: Make = () =>
  new Problem("not-found", "The wave does not exist.", { next: "Choose one from the list." });

const unavailable: Make = (code) =>
  new Problem("database-unavailable", `The database does not answer (${code}).`, {
    next: "Nothing that was confirmed is lost. Try again in a moment.",
  });

const constraints: Readonly<Partial<Record<string, Make>>> = {
  studies_title_length: () =>
    new Problem("invalid-request", "A study needs a title of 1 to 200 characters."),
  datasets_study: noStudy,
  screenings_study: noStudy,
  instruments_title_length: () =>
    new Problem("invalid-request", "An instrument needs a title of 1 to 200 characters."),
  instrument_versions_instrument: () =>
    new Problem("not-found", "The instrument does not exist.", {
      next: "Choose one from the list.",
    }),
  waves_instrument: fielded,
  waves_version: fielded,
  waves_title_length: () =>
    new Problem("invalid-request", "A wave needs a title of 1 to 200 characters."),
  waves_grace: () =>
    new Problem("invalid-request", "The days to finish after the end are 0 to 60."),
  waves_open_before_closed: () =>
    new Problem("invalid-request", "A wave ends after it begins.", { next: "Choose a later end." }),
  invitations_wave: noWave,
  responses_wave: noWave,
  invitations_person: () =>
    new Problem("invalid-request", "The id of a person has 1 to 200 characters."),
  answer_events_key: () =>
    new Problem("invalid-request", "The page does not come from a form of this program.", {
      next: "Open the link of the invitation again.",
    }),
};

const codes: readonly { readonly form: RegExp; readonly make: Make }[] = [
  { form: /^(08...|57P0.|53300|CONNECT|E[A-Z_]{3,})/, make: unavailable },
  {
    form: /^(57014|55P03|40001|40P01)$/,
    make: (code) =>
      new Problem("busy", `The database was busy for too long (${code}).`, {
        next: "Try again in a moment.",
      }),
  },
  {
    form: /^(53100|53200)$/,
    make: (code) =>
      new Problem("database-unavailable", `The database has no room left (${code}).`, {
        next: "Free disk space or memory on its machine.",
      }),
  },
  {
    form: /^(22021|22P05)$/,
    make: () =>
      new Problem("invalid-request", "The text contains a character that cannot be stored (NUL).", {
        next: "Remove it and try again.",
      }),
  },
  {
    form: /^(28...|3D000)$/,
    make: (code) =>
      new Problem("configuration", `The database does not let this program in (${code}).`, {
        next: "Check user, password and database name in DATABASE_URL.",
      }),
  },
];
