# Pairwise correlations by R's own cor: FILE ROWS COLUMNS METHOD
args <- commandArgs(TRUE)
size <- as.integer(args[2:3])
people <- matrix(readBin(args[1], "double", prod(size)), size[1])
people[is.nan(people)] <- NA
from <- proc.time()[["elapsed"]]
r <- cor(people, use = "pairwise", method = args[4])
cat(1000 * (proc.time()[["elapsed"]] - from), format(sum(r[lower.tri(r, TRUE)]), digits = 15))
