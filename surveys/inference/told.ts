/** Columns whose meaning is told: by a codebook that a person wrote, or by the makers of an instrument. */
import type { Level } from "#analysis";
import type { Value, VariableOverride } from "../codebook.ts";
import { answered, cellsOf, different, occurrences, type Profile } from "../profile.ts";
import { counted, fold, list, quote } from "../wording.ts";
import { asCategories, numbered, orderedLabels, pair } from "./category-rules.ts";
import { numberIn } from "./number-cells.ts";
import { asNumeric, numericColumn } from "./numeric.ts";
import type { Decision, Documented, Doubt } from "./rule.ts";
import { decide } from "./rules.ts";

const said = "The codebook says so.";

/** @param recognised what the column would be without the codebook */
export function byOverride(
  cells: Profile,
  override: VariableOverride,
  recognised: Decision,
): Decision {
  const { level, values, excluded } = override;
  if (excluded) return setAside(cells, override, recognised);
  if (values !== undefined) return byValues(cells, values, level ?? levelOf(values, recognised));
  if (level !== undefined) return byLevel[level](cells, recognised);
  if (excluded === null && recognised.excluded !== undefined)
    return { ...(numericColumn(cells) ?? asCategories(cells)), decidedBy: said };
  return recognised;
}

/** Undefined where the file does not follow the document; a few strays in a file that does are faults. */
export function byDocument(cells: Profile, documented: Documented): Decision | undefined {
  const { level, by, values } = documented;
  const decidedBy = `${level[0]!.toUpperCase()}${level.slice(1)}: documented by ${by}.`;
  if (values === undefined) {
    if (different(cells) === 0) return undefined;
    const read = level === "nominal" ? byLevel.nominal(cells) : numericColumn(cells);
    return read && { ...read, level, decidedBy };
  }
  const known = documentedValues(cells, values);
  const cellsKnown = new Set(known.map(({ cell }) => cell));
  const strays = cellsOf(cells).filter((cell) => !cellsKnown.has(cell));
  const astray = strays.reduce((sum, cell) => sum + occurrences(cells, cell), 0);
  if (10 * astray > answered(cells)) return undefined;
  const codes = `${values[0]!.code} to ${values.at(-1)!.code}`;
  const doubts = strays.map((cell): Doubt => ({
    severity: "error",
    code: "not-documented",
    cell,
    text: `${quote(cell)} is none of the answers that ${by} documents (${codes}). Correct it in the file, or say in a codebook that it means no answer: ${missingIn(cells, cell)}.`,
  }));
  return { level, values: known, decidedBy, ...(doubts.length > 0 ? { doubts } : {}) };
}

/** Codes as the file has them; where it has labels or decimals instead, those. */
function documentedValues(
  cells: Profile,
  values: NonNullable<Documented["values"]>,
): readonly Value[] {
  const byLabel = new Map(values.map((value) => [fold(value.label), value]));
  const byCode = new Map(values.map((value) => [value.code, value]));
  const labelled = [...cells.texts.keys()].flatMap((cell) => {
    // "4.0" is what programs write that keep whole numbers with gaps as decimals.
    const value = byCode.get(numberIn(cell) ?? NaN) ?? byLabel.get(fold(cell));
    return value === undefined ? [] : [{ cell, code: value.code, label: value.label }];
  });
  const coded = values.map(({ code, label }) => ({ cell: String(code), code, label }));
  const shown =
    labelled.length === 0 || cells.integers.size > 0 ? [...coded, ...labelled] : labelled;
  return shown.sort((a, b) => a.code - b.code);
}

function setAside(cells: Profile, override: VariableOverride, recognised: Decision): Decision {
  const { excluded, level = "nominal", values } = override;
  const untrue =
    (excluded === "constant" || excluded === "all missing") && recognised.excluded !== excluded;
  return {
    level,
    excluded: excluded!,
    decidedBy: said,
    ...(values === undefined ? {} : { values }),
    ...(untrue
      ? {
          doubts: [
            contradiction(
              `it is called ${excluded}, but holds ${counted(different(cells), "different answer")}`,
            ),
          ],
        }
      : {}),
  };
}

function byValues(cells: Profile, values: readonly Value[], level: Level): Decision {
  const known = new Set(values.map(({ cell }) => cell));
  const doubts = cellsOf(cells)
    .filter((cell) => !known.has(cell))
    .map((cell): Doubt => ({
      severity: "error",
      code: "not-in-codebook",
      cell,
      text: `${quote(cell)} is none of the values that the codebook gives. Add it there, or say that it means no answer: ${missingIn(cells, cell)}.`,
    }));
  return {
    level,
    values: values.toSorted((a, b) => a.code - b.code),
    decidedBy: said,
    ...(doubts.length > 0 ? { doubts } : {}),
  };
}

function levelOf(values: readonly Value[], recognised: Decision): Level {
  const codes = new Set(values.map(({ code }) => code));
  if (codes.size === 2) return "binary";
  return recognised.level === "nominal" ? "nominal" : "ordinal";
}

/** The cells read at a level that a person asks for. */
const byLevel: Readonly<Record<Level, (cells: Profile, recognised?: Decision) => Decision>> = {
  nominal: (cells) =>
    cells.texts.size === 0
      ? asNumeric(cells, "nominal", said)
      : { ...asCategories(cells), decidedBy: said },
  binary: (cells, recognised = decide(cells)) =>
    recognised.level === "binary" || recognised.excluded === "constant"
      ? withoutExclusion(recognised, "binary")
      : {
          level: "binary",
          decidedBy: said,
          doubts: [
            contradiction(
              `it is called binary, but holds ${counted(different(cells), "different answer")}; list them as values with two codes`,
            ),
          ],
        },
  ordinal: (cells) => {
    const ordered = numbered(cells) ?? orderedLabels(cells) ?? pair(cells);
    if (ordered !== undefined) return withoutExclusion(ordered, "ordinal");
    const words = [...cells.texts.keys()].filter((cell) => numberIn(cell) === undefined);
    return words.length === 0 || cells.integers.size > words.length
      ? asNumeric(cells, "ordinal", said)
      : {
          level: "ordinal",
          decidedBy: said,
          doubts: [
            contradiction(
              `it is called ordinal, but the order of ${list(words.map(quote), 4)} is not known; list them as values, with codes in their order`,
            ),
          ],
        };
  },
  count: (cells) => asNumeric(cells, "count", said),
  interval: (cells) => asNumeric(cells, "interval", said),
};

function withoutExclusion(decision: Decision, level: Level): Decision {
  const { excluded: _, ...rest } = decision;
  return { ...rest, level, decidedBy: said };
}

const contradiction = (what: string): Doubt => ({
  severity: "error",
  code: "codebook-contradiction",
  text: `The codebook does not fit the column: ${what}.`,
});

const missingIn = (cells: Profile, cell: string): string =>
  `{"id": ${JSON.stringify(cells.name)}, "missing": {${JSON.stringify(cell)}: "refused"}}`;
