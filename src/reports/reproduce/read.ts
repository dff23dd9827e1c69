import { disclosureThreshold, type Column, type Plan } from "#analysis";
import { columnsOf } from "../../studies/fingerprint.ts";
import { rString, rVector } from "./r-text.ts";

interface Asked {
  readonly plan: Plan;
  readonly columns: ReadonlyMap<string, Column>;
  readonly people: number;
}

/** The only part of the script that differs between reports: what was asked. */
export function asked({ plan, columns, people }: Asked): string {
  const ids = columnsOf(plan);
  const levels = ids.map((id) => columns.get(id)?.level ?? "interval");
  const sets = plan.learningOutcomes.map(
    ({ id, evidence }) => `  list(id = ${rString(id)}, members = ${rVector(evidence)})`,
  );
  return `# ---- What was asked -------------------------------------------------------------------------

variables <- ${rVector(ids)}
levels <- ${rVector(levels)}
names(levels) <- variables
outcomes <- ${rVector(plan.outcomes)}
predictors <- ${rVector(plan.predictors)}
covariates <- ${rVector(plan.covariates)}
learning_outcomes <- list(
${sets.join(",\n")}
)
weight <- ${plan.weight === null ? "NULL" : rString(plan.weight)}
confidence <- ${plan.confidence}
minimum_pairs <- ${plan.minimumPairs}
fewest_shown <- ${disclosureThreshold}
people <- ${people}
`;
}

export const read = String.raw`
# ---- Reading -------------------------------------------------------------------------------

script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
if (length(script) == 1) setwd(dirname(normalizePath(script)))

data <- read.csv("data.csv", colClasses = "numeric", check.names = FALSE, blank.lines.skip = FALSE)
names(data) <- variables
stopifnot(nrow(data) == people)
weights <- if (is.null(weight)) NULL else data[[weight]]
counted <- if (is.null(weights)) rep(TRUE, people) else !is.na(weights) & weights > 0

# Rows with every one of these values, and a weight above zero where there are weights.
complete <- function(ids) which(counted & complete.cases(data[ids]))
weights_of <- function(rows) if (is.null(weights)) NULL else weights[rows]
`;
