/** What a variable is in a plan, and which roles go together. */
import type { KnownMargin, Plan } from "#analysis";
import type { Variable } from "#surveys";
import { Problem } from "../problem.ts";
import { nearest } from "./nearest.ts";
import type { Assembly } from "./study.ts";

/** Everything in a plan that names variables. */
export type Named = Pick<
  Plan,
  | "outcomes"
  | "predictors"
  | "covariates"
  | "weight"
  | "learningOutcomes"
  | "design"
  | "responseClasses"
  | "groups"
> & { readonly margins: readonly Pick<KnownMargin, "variable">[] };

/** Refuses names that no file has, and variables that cannot be what they are named as. */
export function checkNames(assembly: Pick<Assembly, "codebook">, named: Named): void {
  const variables = new Map(assembly.codebook.variables.map((variable) => [variable.id, variable]));
  for (const [role, id] of rolesOf(named)) {
    const variable = variables.get(id);
    if (variable === undefined) throw unknownColumn(role, id, [...variables.keys()]);
    if (variable.excluded !== undefined && !(variable.excluded in degenerate))
      throw unusable(role, variable);
    if (role in numeric && variable.level === "nominal") throw unusable(role, variable);
  }
}

/** Refuses a variable named twice, except where one role says who a person is and the other how they were drawn. */
export function checkRoles(plan: Named): void {
  const roles = new Map<string, string[]>();
  for (const [role, id] of rolesOf({ ...plan, learningOutcomes: [] })) {
    const earlier = roles.get(id) ?? [];
    const clash = earlier.find((other) => !together(other, role));
    if (clash !== undefined)
      throw new Problem("invalid-plan", `"${id}" is named twice: as ${clash} and as ${role}.`, {
        next: `${role in goesWith ? goesWith[role]!.why : "A variable has one role in a plan."} Take it out of one of the two.`,
      });
    roles.set(id, [...earlier, role]);
  }
}

const together = (earlier: string, role: string): boolean =>
  earlier !== role && goesWith[role]?.roles.includes(earlier) === true;

/** Every variable that the plan names, with its role; one that has several comes several times. */
export function* rolesOf(named: Named): Generator<readonly [role: string, id: string]> {
  const { design, responseClasses } = named;
  for (const id of named.outcomes) yield ["outcome", id];
  for (const id of named.predictors) yield ["predictor", id];
  for (const id of named.covariates) yield ["covariate", id];
  for (const { id, evidence } of named.learningOutcomes)
    for (const variable of evidence) yield [`evidence of "${id}"`, variable];
  if (named.weight !== null) yield ["weight", named.weight];
  if (design.strata !== null) yield ["strata", design.strata];
  if (design.clusters !== null) yield ["clusters", design.clusters];
  if (design.population !== null) yield ["population", design.population];
  if (responseClasses !== null) yield ["response classes", responseClasses];
  for (const { variable } of named.margins) yield ["margin", variable];
  for (const id of named.groups) yield ["group", id];
}

function unknownColumn(role: string, id: string, known: readonly string[]): Problem {
  const close = nearest(id, known);
  return new Problem("unknown-column", `"${id}", named as ${role}, is in no file.`, {
    next:
      close === undefined
        ? `The columns are: ${known.slice(0, 40).join(", ")}.`
        : `Did you mean "${close}"?`,
  });
}

function unusable(role: string, variable: Variable): Problem {
  const what = variable.excluded ?? `${variable.level}`;
  return new Problem(
    "unusable-column",
    `"${variable.id}" cannot be used as ${role}: it is ${what}.`,
    {
      next: `${variable.decidedBy} If that is wrong, say so in a codebook (--codebook-out writes one to edit).`,
    },
  );
}

/** Excluded from the offer, but an honest answer exists: no variation, too few pairs. */
const degenerate: Partial<Record<NonNullable<Variable["excluded"]>, true>> = {
  constant: true,
  "all missing": true,
};

/** Roles whose codes count something. */
const numeric: Readonly<Record<string, true>> = { weight: true, population: true };

interface Company {
  /** Roles, named before this one, that the same variable may have. */
  readonly roles: readonly string[];
  readonly why: string;
}

const drawing = "How people were drawn is no outcome and no experience.";
const goesWith: Readonly<Record<string, Company>> = {
  strata: { roles: ["covariate"], why: drawing },
  clusters: { roles: ["covariate"], why: drawing },
  population: { roles: [], why: drawing },
  "response classes": {
    roles: ["covariate", "predictor", "strata", "clusters"],
    why: "Response classes are known of those who did not answer, too.",
  },
  margin: {
    roles: ["outcome", "predictor", "covariate", "strata", "clusters", "response classes"],
    why: "What is known of the population is known once for each variable.",
  },
  group: {
    roles: ["covariate", "strata", "clusters", "response classes", "margin"],
    why: "Groups say who people are: covariates may be groups, outcomes and experiences not.",
  },
};
