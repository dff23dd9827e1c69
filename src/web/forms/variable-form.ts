/** The form of one variable: from what is known to lines, and from lines to what a person says. */
import { missingReasons, type Level, type MissingReason } from "#analysis";
import type { Value, Variable, VariableOverride } from "#surveys";
import type { Fault } from "./form.ts";

/** One kind of cell. */
export interface AnswerLine {
  readonly cell: string;
  /** The cell occurs in the file, so its text stays as it is. */
  readonly fixed: boolean;
  readonly means: "answer" | MissingReason;
  readonly code: string;
  readonly label: string;
}

/** Empty lines, for cells that were not recognised. */
const spare = 3;

/** As known, or as a form that was refused has it. */
export function answerLines(found: Variable, form: URLSearchParams | undefined): AnswerLine[] {
  const values = (found.values ?? []).map(({ cell, code, label }) => ({
    cell,
    label,
    fixed: true,
    means: "answer" as const,
    code: String(code),
  }));
  const missing = Object.entries(found.missing).map(([cell, means]) => ({
    cell,
    means,
    fixed: true,
    code: "",
    label: "",
  }));
  const known = [...values, ...missing];
  const lines = [...known, ...Array.from({ length: spare }, () => emptyLine)];
  if (form === undefined) return lines;
  return linesOf(form).map((line, i) => ({ ...line, fixed: i < known.length }));
}

const emptyLine: AnswerLine = {
  cell: "",
  fixed: false,
  means: "not applicable",
  code: "",
  label: "",
};

export function overrideFrom(
  form: URLSearchParams,
  found: Variable,
): { readonly override: VariableOverride; readonly faults: readonly Fault[] } {
  const { id, derived, excluded, values } = found;
  const label = form.get("label")?.trim() ?? "";
  const faults: Fault[] = [];
  if (label === "") faults.push({ field: "label", text: "Give the variable a label." });
  const level = levels.find((each) => each === form.get("level")) ?? found.level;
  const aside = form.get("use") === "aside";
  const basis = {
    id,
    label,
    level,
    excluded: aside ? (excluded ?? ("free text" as const)) : null,
  };
  if (derived !== undefined) return { override: basis, faults };
  const lines = linesOf(form);
  const missing = Object.fromEntries(
    lines.flatMap(({ cell, means }) => (cell === "" || means === "answer" ? [] : [[cell, means]])),
  );
  if (values === undefined) return { override: { ...basis, missing }, faults };
  const answers = answersOf(lines, faults);
  return { override: { ...basis, values: answers, missing }, faults };
}

/** In the order of their codes. What is wrong is added to the faults. */
function answersOf(lines: readonly AnswerLine[], faults: Fault[]): Value[] {
  const answers = lines.flatMap(({ cell, means, code, label }, i) => {
    if (cell === "" || means !== "answer") return [];
    if (!/^-?\d{1,6}$/.test(code.trim())) {
      faults.push({ field: `code-${i}`, text: `“${cell}” needs a whole number as its code.` });
      return [];
    }
    return [{ cell, code: Number(code), label: label.trim() || cell }];
  });
  return answers.sort((a, b) => a.code - b.code);
}

/** Every line sends one of each field, so they stand in the same order. */
function linesOf(form: URLSearchParams): AnswerLine[] {
  const [means, codes, labels] = ["means", "code", "text"].map((name) => form.getAll(name));
  return form.getAll("cell").map((cell, i) => ({
    cell,
    fixed: true,
    means: meanings.find((each) => each === means![i]) ?? "not applicable",
    code: codes![i] ?? "",
    label: labels![i] ?? "",
  }));
}

const meanings = ["answer", ...missingReasons] as const;
const levels: readonly Level[] = ["nominal", "binary", "ordinal", "count", "interval"];
