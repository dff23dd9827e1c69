# Weighted pairwise correlations by psych: FILE ROWS COLUMNS; the last column holds the weights.
args <- commandArgs(TRUE)
size <- as.integer(args[2:3])
people <- matrix(readBin(args[1], "double", prod(size)), size[1])
people[is.nan(people)] <- NA
invisible(loadNamespace("psych"))
columns <- people[, -size[2]]
weights <- people[, size[2]]
# Time by the clock, and processor time.
spent <- function() 1000 * c(proc.time()[[3]], sum(proc.time()[1:2]))
from <- spent()
r <- psych::cor.wt(columns, w = weights)$r
cat(paste(spent() - from, collapse = ":"), format(sum(r[lower.tri(r, TRUE)]), digits = 15))
