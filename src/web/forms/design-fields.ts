/** How people were drawn, what is known of the population, and what is compared: the part of a plan few studies need. */
import type { Codebook, Variable } from "#surveys";
import { Problem } from "../../problem.ts";
import { readMargins, type MarginRequest } from "../../studies/margins.ts";
import type { PlanRequest } from "../../studies/plan.ts";

/** Fields that name one variable, or none: "". */
export const designFields = ["strata", "clusters", "population", "responseClasses"] as const;
export type DesignField = (typeof designFields)[number];

export interface DesignFields {
  readonly named: Readonly<Record<DesignField, string>>;
  readonly groups: readonly string[];
  /** Outcomes. */
  readonly lessIsBetter: readonly string[];
  /** As typed: a line for each margin, or the text of a margins.json. */
  readonly margins: string;
}

export const designFieldsOf = (plan: PlanRequest | null): DesignFields => ({
  named: {
    strata: plan?.design?.strata ?? "",
    clusters: plan?.design?.clusters ?? "",
    population: plan?.design?.population ?? "",
    responseClasses: plan?.responseClasses ?? "",
  },
  groups: plan?.groups ?? [],
  lessIsBetter: plan?.lessIsBetter ?? [],
  margins: marginsText(plan?.margins ?? []),
});

export function designFieldsIn(form: URLSearchParams): DesignFields {
  const named = (field: DesignField): string => form.get(field) ?? "";
  return {
    named: {
      strata: named("strata"),
      clusters: named("clusters"),
      population: named("population"),
      responseClasses: named("responseClasses"),
    },
    groups: form.getAll("groups"),
    lessIsBetter: form.getAll("lessIsBetter"),
    margins: form.get("margins") ?? "",
  };
}

/** The design's part of a plan; refuses margins that cannot be read. */
export function designFrom({ named, groups, lessIsBetter, margins }: DesignFields) {
  const { strata, clusters, population, responseClasses } = named;
  const orNull = (name: string): string | null => (name === "" ? null : name);
  return {
    design: {
      strata: orNull(strata),
      clusters: orNull(clusters),
      population: orNull(population),
    },
    responseClasses: orNull(responseClasses),
    groups,
    lessIsBetter,
    margins: marginsFrom(margins),
  };
}

/** Whether anything is asked that a simple plan does not have. */
export const hasDesign = ({ named, groups, lessIsBetter, margins }: DesignFields): boolean =>
  Object.values(named).some((name) => name !== "") ||
  groups.length > 0 ||
  lessIsBetter.length > 0 ||
  margins.trim() !== "";

/** Variables with categories, and those that are chosen all the same. */
export const categoricalIn = (
  { variables }: Codebook,
  chosen: readonly string[],
): readonly Variable[] =>
  variables.filter(
    ({ id, level, excluded }) =>
      chosen.includes(id) ||
      (excluded === undefined &&
        (level === "nominal" || level === "binary" || level === "ordinal")),
  );

/** JSON as in margins.json, or a line for each: "gender: Woman = 5210, Man = 4100". */
export function marginsFrom(text: string): MarginRequest[] {
  if (/^\s*[[{]/.test(text)) return readMargins(text, "the margins");
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line, i) => {
      const [, variable, counts] = /^\s*([^:]+?)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
      const people = counts === undefined ? undefined : peopleIn(counts);
      if (variable === undefined || people === undefined)
        throw new Problem("invalid-plan", `Line ${i + 1} of the margins cannot be read.`, {
          next: "Write the name of the variable, a colon, and the people of each category: gender: Woman = 5210, Man = 4100",
        });
      return { variable, people };
    });
}

/** A category reaches to its number, so it may hold commas; the number may be grouped by spaces, not by commas. */
function peopleIn(counts: string): Record<string, number> | undefined {
  const people: [string, number][] = [];
  const rest = counts.replace(each, (_, category: string, count: string) => {
    people.push([category, Number(count.replaceAll(/\s/g, ""))]);
    return "";
  });
  const named = new Map(people);
  return rest.trim() === "" && named.size > 0 && named.size === people.length
    ? Object.fromEntries(named)
    : undefined;
}

const each = /\s*([^=]+?)\s*=\s*(\d[\d\s]*(?:\.\d+)?)\s*(?:[,;]|$)/g;

/** Lines where they can be read back, else JSON. */
function marginsText(margins: readonly MarginRequest[]): string {
  const isPlain = margins.every(
    ({ variable, people }) =>
      !/[:\r\n]/.test(variable) &&
      Object.entries(people).every(
        ([category, count]) => /^[^=,;\s]([^=\r\n]*[^=\s])?$/.test(category) && count < 1e15,
      ),
  );
  if (!isPlain) return JSON.stringify(margins, null, 2);
  return margins
    .map(({ variable, people }) => {
      const counts = Object.entries(people).map(([category, count]) => `${category} = ${count}`);
      return `${variable}: ${counts.join(", ")}`;
    })
    .join("\n");
}
