import { disclosureThreshold, type Column, type Plan } from "#analysis";
import { columnsOf } from "../../studies/fingerprint.ts";
import { rName, rNumbers, rString, rVector } from "./r-text.ts";

interface Asked {
  readonly plan: Plan;
  readonly columns: ReadonlyMap<string, Column>;
  readonly people: number;
}

/** The only part of the script that differs between reports: what was asked. */
export function asked({ plan, columns, people }: Asked): string {
  const ids = columnsOf(plan);
  const levels = ids.map((id) => columns.get(id)?.level ?? "interval");
  const answers = ids.map((id) => [...(columns.get(id)?.labels?.keys() ?? [])]);
  const sets = plan.learningOutcomes.map(
    ({ id, evidence }) => `  list(id = ${rString(id)}, members = ${rVector(evidence)})`,
  );
  const margins = plan.margins.map(
    ({ variable, people: known }) =>
      `  list(variable = ${rString(variable)}, codes = ${rNumbers(known.map(({ code }) => code))},` +
      ` people = ${rNumbers(known.map((one) => one.people))})`,
  );
  return `# ---- What was asked -------------------------------------------------------------------------

variables <- ${rVector(ids)}
levels <- ${rVector(levels)}
names(levels) <- variables
lowest_answer <- ${rNumbers(answers.map((codes) => codes.reduce((a, b) => Math.min(a, b), Infinity)))}
highest_answer <- ${rNumbers(answers.map((codes) => codes.reduce((a, b) => Math.max(a, b), -Infinity)))}
names(lowest_answer) <- names(highest_answer) <- variables
outcomes <- ${rVector(plan.outcomes)}
predictors <- ${rVector(plan.predictors)}
covariates <- ${rVector(plan.covariates)}
learning_outcomes <- list(
${sets.join(",\n")}
)
weight <- ${rName(plan.weight)}
strata <- ${rName(plan.design.strata)}
clusters <- ${rName(plan.design.clusters)}
population <- ${rName(plan.design.population)}
response_classes <- ${rName(plan.responseClasses)}
margins <- list(
${margins.join(",\n")}
)
trim_at <- ${plan.trimAt}
meaningful <- ${plan.meaningful}
confidence <- ${plan.confidence}
minimum_pairs <- ${plan.minimumPairs}
fewest_shown <- ${disclosureThreshold}
people <- ${people}
`;
}

export const read = String.raw`
# ---- Reading -------------------------------------------------------------------------------

script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
script <- gsub("~+~", " ", script, fixed = TRUE) # how Rscript passes a space on
if (length(script) == 1) setwd(dirname(normalizePath(script)))

data <- read.csv("data.csv", colClasses = "numeric", check.names = FALSE, blank.lines.skip = FALSE)
names(data) <- variables
stopifnot(nrow(data) == people)
`;
