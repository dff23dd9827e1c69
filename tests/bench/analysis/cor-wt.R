# Weighted pairwise correlations by psych: FILE ROWS COLUMNS; the last column holds the weights.
args <- commandArgs(TRUE)
size <- as.integer(args[2:3])
people <- matrix(readBin(args[1], "double", prod(size)), size[1])
people[is.nan(people)] <- NA
invisible(loadNamespace("psych"))
columns <- people[, -size[2]]
weights <- people[, size[2]]
from <- proc.time()[["elapsed"]]
r <- psych::cor.wt(columns, w = weights)$r
cat(1000 * (proc.time()[["elapsed"]] - from), format(sum(r[lower.tri(r, TRUE)]), digits = 15))
