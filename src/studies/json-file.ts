/** JSON that people write: every fault is named by its path in the file. */
import type { z } from "zod";
import type { Issue } from "../intake/source.ts";
import { Problem, type ProblemId } from "../problem.ts";

interface Kind<T> {
  readonly schema: z.ZodType<T>;
  readonly problem: ProblemId;
  /** What the file should be: "a codebook". */
  readonly what: string;
}

export function readJson<T>(text: string, file: string, { schema, problem, what }: Kind<T>): T {
  const parsed = schema.safeParse(json(text, file, problem));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => fault(file, pathIn(path), message));
  throw new Problem(problem, `${file} is not ${what}: ${issues[0]!.text}`, { issues });
}

function json(text: string, file: string, problem: ProblemId): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (error) {
    const place = /line (\d+) column (\d+)/u.exec(error instanceof Error ? error.message : "");
    const where = place === null ? "" : ` in line ${place[1]}, character ${place[2]}`;
    throw new Problem(problem, `${file} is not JSON: something is wrong${where}.`, {
      next: "Check brackets, commas and quotes.",
      issues: [
        {
          ...fault(file, undefined, "This is not JSON"),
          ...(place === null ? {} : { line: Number(place[1]) }),
        },
      ],
    });
  }
}

const fault = (file: string, path: string | undefined, message: string): Issue => ({
  severity: "error",
  file,
  ...(path === undefined ? {} : { column: path }),
  code: "invalid-json",
  text: `${path === undefined ? "" : `${path}: `}${message}.`,
});

/** variables[3].level */
const pathIn = (path: readonly PropertyKey[]): string =>
  path
    .map((step, depth) =>
      typeof step === "number" ? `[${step}]` : `${depth > 0 ? "." : ""}${String(step)}`,
    )
    .join("") || "the file";
