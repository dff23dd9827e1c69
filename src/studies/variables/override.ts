/** What a codebook of a person says about the variables of a study. */
import { missingLimit, type Values } from "#analysis";
import { list, quote, type Excluded, type Variable, type VariableOverride } from "#surveys";
import type { Made } from "../../intake/formats/format.ts";
import { Problem } from "../../problem.ts";
import { nearest } from "../nearest.ts";

export type Overrides = ReadonlyMap<string, VariableOverride>;

/** A name that nothing has is a slip of the pen: nothing would happen, and nobody would know. */
export function refuseUnknown(overrides: Overrides, known: readonly string[]): void {
  const names = new Set(known);
  const unknown = [...overrides.keys()].find((id) => !names.has(id));
  if (unknown === undefined) return;
  const close = nearest(unknown, known);
  throw new Problem(
    "invalid-codebook",
    `The codebook speaks of ${quote(unknown)}, which no file has.`,
    {
      next:
        close === undefined
          ? `The variables are: ${list(known, 40)}.`
          : `Did you mean ${quote(close)}?`,
    },
  );
}

/** What the file itself says of a column, and what a person says of the variable: the person has the last word. */
export function combined(
  file: VariableOverride | undefined,
  person: VariableOverride | undefined,
): VariableOverride | undefined {
  if (file === undefined || person === undefined) return person ?? file;
  return { ...file, ...person, missing: { ...file.missing, ...person.missing } };
}

/** A made variable under its name in the study, with what the codebook may change: label, level, being set aside. */
export function finishMade({ variable, column }: Made, id: string, overrides: Overrides): Made {
  const override = overrides.get(id);
  const flat = flatness(column.values);
  const made: Variable = { ...variable, id, ...(flat === undefined ? {} : { excluded: flat }) };
  const told = override === undefined ? made : overridden(made, override);
  const { label, level } = told;
  return { variable: told, column: { ...column, id, label, level } };
}

function overridden(made: Variable, override: VariableOverride): Variable {
  const { values, missing, label = made.label, level = made.level } = override;
  const remade =
    (values !== undefined && !same(values, made.values)) ||
    (missing !== undefined && !same(missing, made.missing));
  if (remade)
    throw new Problem(
      "invalid-codebook",
      `${quote(made.id)} is made from other variables; its values and missing codes cannot be set.`,
      {
        next: "Change the variables that it is made from, or only its label and level.",
      },
    );
  const { excluded: flat, ...rest } = made;
  const excluded = override.excluded === undefined ? flat : (override.excluded ?? undefined);
  const changed = level !== made.level || excluded !== flat;
  return {
    ...rest,
    label,
    level,
    decidedBy: changed ? "The codebook says so." : made.decidedBy,
    ...(excluded === undefined ? {} : { excluded }),
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether nobody has a number, or everybody the same one. */
function flatness(values: Values): Excluded | undefined {
  const limit = missingLimit(values);
  let first: number | undefined;
  for (let person = 0; person < values.length; person++) {
    const value = values[person]!;
    if (!(value > limit)) continue;
    if (first === undefined) first = value;
    else if (value !== first) return undefined;
  }
  return first === undefined ? "all missing" : "constant";
}
