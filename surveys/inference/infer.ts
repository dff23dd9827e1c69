/** From the cells of a column to a variable of the codebook, and what a person should look at. */
import type { MissingReason } from "#analysis";
import type { Variable, VariableOverride } from "../codebook.ts";
import { occurrences, without, type Profile } from "../profile.ts";
import { missingCells } from "./missing-cells.ts";
import type { Decision, Documented, Doubt } from "./rule.ts";
import { decide } from "./rules.ts";
import { byDocument, byOverride } from "./told.ts";

export interface About {
  /** Name of the variable in the study. */
  readonly id: string;
  /** File it comes from. */
  readonly source: string;
  readonly label?: string;
  readonly documented?: Documented;
  readonly override?: VariableOverride;
}

export interface Inferred {
  readonly variable: Variable;
  readonly doubts: readonly Doubt[];
}

/** A codebook wins over the document, the document over the rules. What it only repeats changes nothing. */
export function inferVariable(profile: Profile, about: About): Inferred {
  const { override, documented } = about;
  const missing = recognisedMissing(profile, documented);
  const recognised = recognise(without(profile, Object.keys(missing)), documented);
  const variable = variableOf(about, recognised, missing);
  if (override === undefined) return { variable, doubts: recognised.doubts ?? [] };
  const missingToo = toldMissing(missing, override);
  const cells = without(profile, Object.keys(missingToo));
  const told = byOverride(cells, override, recognise(cells, documented));
  const toldVariable = variableOf(about, told, missingToo);
  return sameReading(variable, toldVariable)
    ? { variable, doubts: recognised.doubts ?? [] }
    : {
        variable: { ...toldVariable, decidedBy: "The codebook says so." },
        doubts: told.doubts ?? [],
      };
}

function recognise(cells: Profile, documented: Documented | undefined): Decision {
  if (documented === undefined) return decide(cells);
  const read = byDocument(cells, documented);
  if (read !== undefined) return read;
  const decision = decide(cells);
  if (decision.excluded === "all missing") return decision;
  const doubt: Doubt = {
    severity: "note",
    code: "not-as-documented",
    text: `The answers are not those that ${documented.by} documents for a column of this name; it is read like any other column.`,
  };
  return { ...decision, doubts: [doubt, ...(decision.doubts ?? [])] };
}

type Missing = Record<string, MissingReason>;

function recognisedMissing(profile: Profile, documented: Documented | undefined): Missing {
  const told = documented?.missing ?? {};
  const found = Object.entries(told).flatMap(([code, reason]) =>
    [code, `${code}.0`]
      .filter((cell) => occurrences(profile, cell) > 0)
      .map((cell) => [cell, reason] as const),
  );
  return { ...missingCells(profile), ...Object.fromEntries(found) };
}

function toldMissing(recognised: Missing, { missing, values }: VariableOverride): Missing {
  const answers = new Set(values?.map(({ cell }) => cell));
  const all = Object.entries({ ...recognised, ...missing });
  return Object.fromEntries(all.filter(([cell]) => !answers.has(cell)));
}

function variableOf(about: About, decision: Decision, missing: Missing): Variable {
  const { level, values, excluded, decidedBy } = decision;
  return {
    id: about.id,
    label: about.override?.label ?? about.label ?? about.id,
    level,
    source: about.source,
    ...(values === undefined ? {} : { values }),
    missing,
    decidedBy,
    ...(excluded === undefined ? {} : { excluded }),
  };
}

const sameReading = (a: Variable, b: Variable): boolean => reading(a) === reading(b);
const reading = ({ level, values, excluded, missing }: Variable): string =>
  JSON.stringify([level, values, excluded, Object.entries(missing).sort()]);
