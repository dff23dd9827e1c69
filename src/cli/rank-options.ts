/** What may stand behind `rank`, and what it means. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { isDelimiter } from "../intake/dialect.ts";
import { encodings, type Source } from "../intake/source.ts";
import { Problem } from "../problem.ts";
import { readCodebook } from "../studies/codebook-file.ts";
import { readLearningOutcomes } from "../studies/learning-outcomes-file.ts";
import { readMargins } from "../studies/margins.ts";
import { parsePlan, readPlan, type PlanRequest } from "../studies/plan.ts";
import type { Specification } from "../studies/run-study.ts";
import { scoringRules } from "../studies/study.ts";

export interface RankOptions {
  readonly data: readonly string[];
  readonly out: string;
  readonly specification: Specification;
  readonly codebookOut: string | undefined;
  readonly encoding: Source["encoding"] | undefined;
  readonly delimiter: string | undefined;
}

export async function rankOptions(words: readonly string[]): Promise<RankOptions> {
  const values = parse(words);
  if (values.data === undefined)
    throw usage("No file was given.", "Name at least one: --data alumni.csv");
  if (values.out === undefined)
    throw usage("No folder for the report was given.", "Name one: --out report");
  const plan = await planOf(values);
  const codebook =
    values.codebook && readCodebook(await text(values.codebook), basename(values.codebook));
  const clos = values.clos && readLearningOutcomes(await text(values.clos), basename(values.clos));
  return {
    data: values.data,
    out: values.out,
    codebookOut: values["codebook-out"],
    encoding: oneOf(encodings, values.encoding, "encoding"),
    delimiter: delimiterOf(values.delimiter),
    specification: {
      ...(values.id === undefined ? {} : { id: values.id }),
      ...(codebook ? { codebook } : {}),
      ...(clos ? { learningOutcomes: clos } : {}),
      scoring: oneOf(scoringRules, values.scoring, "scoring rule") ?? scoringRules[0],
      plan,
    },
  };
}

const single = { type: "string" } as const;
const options = {
  data: { type: "string", multiple: true },
  outcomes: { type: "string", multiple: true },
  predictors: { type: "string", multiple: true },
  covariates: { type: "string", multiple: true },
  id: single,
  weight: single,
  strata: single,
  clusters: single,
  population: single,
  "response-classes": single,
  margins: single,
  "trim-at": single,
  "less-is-better": { type: "string", multiple: true },
  groups: { type: "string", multiple: true },
  "smallest-group": single,
  meaningful: single,
  plan: single,
  clos: single,
  codebook: single,
  "codebook-out": single,
  method: single,
  scoring: single,
  confidence: single,
  replicates: single,
  seed: single,
  encoding: single,
  delimiter: single,
  out: single,
} as const;

type Values = ReturnType<typeof parse>;

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: false }).values;
  } catch (fault) {
    const said = fault instanceof Error ? fault.message.split(". ")[0] : String(fault);
    throw usage(`${said}.`, "See throughline rank --help.");
  }
}

async function planOf(values: Values): Promise<PlanRequest> {
  const fromFile: Partial<PlanRequest> =
    values.plan === undefined ? {} : readPlan(await text(values.plan), basename(values.plan));
  const fromOptions = {
    outcomes: list(values.outcomes),
    predictors: list(values.predictors),
    covariates: list(values.covariates),
    weight: values.weight,
    design: designOf(values, fromFile),
    responseClasses: values["response-classes"],
    margins: values.margins && readMargins(await text(values.margins), basename(values.margins)),
    trimAt: number(values["trim-at"], "--trim-at"),
    lessIsBetter: list(values["less-is-better"]),
    groups: list(values.groups),
    smallestGroup: number(values["smallest-group"], "--smallest-group"),
    meaningful: number(values.meaningful, "--meaningful"),
    method: values.method,
    confidence: number(values.confidence, "--confidence"),
    replicates: number(values.replicates, "--replicates"),
    seed: number(values.seed, "--seed"),
  };
  const given = Object.fromEntries(
    Object.entries(fromOptions).filter(([, value]) => value !== undefined),
  );
  const asked = { ...fromFile, ...given };
  if (!("outcomes" in asked))
    throw usage("No outcome was named.", "Name one: --outcomes career_satisfaction");
  return asUsage(() => parsePlan(asked, "the options"));
}

/** Each part on its own: an option replaces what the file says of it. */
function designOf(
  { strata, clusters, population }: Values,
  { design }: Partial<PlanRequest>,
): PlanRequest["design"] {
  const given = Object.entries({ strata, clusters, population }).filter(
    ([, name]) => name !== undefined,
  );
  return given.length === 0 ? undefined : { ...design, ...Object.fromEntries(given) };
}

/** The same faults, but in options rather than in a file: exit code 2. */
function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault;
    throw new Problem("usage", fault.issues[0]?.text ?? fault.message, {
      next: "See throughline rank --help.",
    });
  }
}

const list = (given: readonly string[] | undefined): string[] | undefined =>
  given
    ?.flatMap((words) => words.split(",").map((word) => word.trim()))
    .filter((word) => word !== "");

function number(given: string | undefined, option: string): number | undefined {
  if (given === undefined) return undefined;
  if (given.trim() === "" || !Number.isFinite(Number(given)))
    throw usage(`${option} takes a number, not "${given}".`, "See throughline rank --help.");
  return Number(given);
}

async function text(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new Problem("unreadable-file", `There is no readable file "${path}".`, {
      next: "Check the name and the folder.",
    });
  }
}

function oneOf<T extends string>(
  known: readonly T[],
  given: string | undefined,
  what: string,
): T | undefined {
  const found = known.find((each) => each === given);
  if (given !== undefined && found === undefined)
    throw usage(`There is no ${what} "${given}".`, `There are: ${known.join(", ")}.`);
  return found;
}

function delimiterOf(given: string | undefined): string | undefined {
  const delimiter = given === "\\t" ? "\t" : given;
  if (delimiter !== undefined && !isDelimiter(delimiter))
    throw usage(`"${given}" cannot stand between cells.`, "Give one character: --delimiter ';'");
  return delimiter;
}

const usage = (detail: string, next: string): Problem => new Problem("usage", detail, { next });
